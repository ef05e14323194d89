"""networkx.algorithms.shortest_paths.weighted and dense: by lengths."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._dijkstra import Found, lengths_of, longest, require_exact, searcher
from aidnet.nx._kernels import run
from aidnet.nx._refusals import any_of, function_of_edges
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array


def require_sources(graph: NxGraph, sources: Collection[Any]) -> None:
    """NetworkX's errors where there are none, and for the first that is no node."""
    if not sources:
        raise ValueError("sources must not be empty")
    for node in sources:
        graph.require(node, f"Node {node} not found in graph")


def _walked_once(arguments: Any) -> str | None:
    return None if isinstance(arguments.sources, Collection) else "sources by an iterator"


def _to_target(
    graph: NxGraph, sources: Collection[Any], target: Any, cutoff: float | None, weight: Any
) -> tuple[float, list[Any]]:
    import networkx as nx

    require_sources(graph, sources)
    if target in sources:
        return 0, [target]
    found = searcher(graph, weight)(list(sources), target, cutoff)
    if target not in graph or found.nodes[-1] != target:
        raise nx.NetworkXNoPath(f"No path to {target}.")
    return found.distances[-1], found.path(graph)


def from_all(
    graph: NxGraph,
    sources: Collection[Any],
    cutoff: float | None,
    weight: Any,
    *,
    against: bool = False,
) -> tuple[dict[Any, float], dict[Any, list[Any]]]:
    """Distances and paths from the nearest of several nodes, or to it."""
    require_sources(graph, sources)
    found = searcher(graph, weight, against=against)(list(sources), None, cutoff)
    return found.distance, found.paths(graph, sources)


def distances_from(
    graph: NxGraph,
    sources: Collection[Any],
    cutoff: float | None,
    weight: Any,
    *,
    against: bool = False,
) -> dict[Any, float]:
    """Distances from the nearest of several nodes, or to it."""
    require_sources(graph, sources)
    return searcher(graph, weight, against=against)(list(sources), None, cutoff).distance


# ------------------------------------------------------------------------------- several sources


@serves(
    Work.SORTED_VISITS,
    refuses=any_of(_walked_once, function_of_edges),
    few=("target", "cutoff"),
)
def multi_source_dijkstra(
    graph: NxGraph, sources: Collection[Any], target: Any, cutoff: float | None, weight: Any
) -> Any:
    """Of several shortest paths NetworkX's."""
    if target is not None:
        return _to_target(graph, sources, target, cutoff, weight)
    return from_all(graph, sources, cutoff, weight)


@serves(
    Work.SORTED_VISITS,
    refuses=any_of(_walked_once, function_of_edges),
    few=("cutoff",),
)
def multi_source_dijkstra_path(
    graph: NxGraph, sources: Collection[Any], cutoff: float | None, weight: Any
) -> dict[Any, list[Any]]:
    """Of several shortest paths NetworkX's."""
    return from_all(graph, sources, cutoff, weight)[1]


@serves(
    Work.SORTED_VISITS,
    refuses=any_of(_walked_once, function_of_edges),
    few=("cutoff",),
)
def multi_source_dijkstra_path_length(
    graph: NxGraph, sources: Collection[Any], cutoff: float | None, weight: Any
) -> dict[Any, float]:
    """In NetworkX's order."""
    return distances_from(graph, sources, cutoff, weight)


# ------------------------------------------------------------------------------------ one source


@serves(Work.SORTED_VISITS, refuses=function_of_edges, few=("target", "cutoff"))
def single_source_dijkstra(
    graph: NxGraph, source: Any, target: Any, cutoff: float | None, weight: Any
) -> Any:
    """Of several shortest paths NetworkX's."""
    return multi_source_dijkstra(graph, [source], target, cutoff, weight)


@serves(Work.SORTED_VISITS, refuses=function_of_edges, few=("cutoff",))
def single_source_dijkstra_path(
    graph: NxGraph, source: Any, cutoff: float | None, weight: Any
) -> dict[Any, list[Any]]:
    """Of several shortest paths NetworkX's."""
    return from_all(graph, [source], cutoff, weight)[1]


@serves(Work.SORTED_VISITS, refuses=function_of_edges, few=("cutoff",))
def single_source_dijkstra_path_length(
    graph: NxGraph, source: Any, cutoff: float | None, weight: Any
) -> dict[Any, float]:
    """In NetworkX's order."""
    return distances_from(graph, [source], cutoff, weight)


@serves(refuses=function_of_edges)
def dijkstra_path(graph: NxGraph, source: Any, target: Any, weight: Any) -> list[Any]:
    """Of several shortest paths NetworkX's."""
    if target is None:
        raise NotImplementedError("no target")
    return _to_target(graph, [source], target, None, weight)[1]


@serves(refuses=function_of_edges)
def dijkstra_path_length(graph: NxGraph, source: Any, target: Any, weight: Any) -> float:
    """Stops at the target."""
    import networkx as nx

    try:
        return _to_target(graph, [source], target, None, weight)[0]
    except nx.NetworkXNoPath as error:
        raise nx.NetworkXNoPath(f"Node {target} not reachable from {source}") from error


@serves(refuses=function_of_edges)
def bidirectional_dijkstra(
    graph: NxGraph, source: Any, target: Any, weight: Any
) -> tuple[float, list[Any]]:
    """Of several shortest paths NetworkX's."""
    import networkx as nx

    for end, name in ((source, "Source"), (target, "Target")):
        graph.require(end, f"{name} {end} is not in G")
    forward, lengths, kinds = lengths_of(graph, weight, against=False)
    backward, back_lengths, back_kinds = lengths_of(graph, weight, against=True)
    path, distance, whole = forward.meeting_dijkstra(
        backward,
        lengths,
        back_lengths,
        kinds,
        back_kinds,
        graph.numbers[source],
        graph.numbers[target],
    )
    if not len(path):
        raise nx.NetworkXNoPath(f"No path between {source} and {target}.")
    require_exact(graph, weight, distance)
    is_whole = graph.whole(weight) or (whole if kinds is not None else source == target)
    return int(distance) if is_whole else distance, graph.labels(path)


# ------------------------------------------------------------------------------------- all pairs


def _found_from_each(
    graph: NxGraph, cutoff: float | None, weight: Any
) -> Iterator[tuple[Any, Found]]:
    require_exact(graph, weight, longest(graph, weight))
    search = searcher(graph, weight)
    return ((node, search([node], None, cutoff)) for node in graph.nodes)


@serves(Work.ALL_PAIRS, refuses=function_of_edges)
def all_pairs_dijkstra(
    graph: NxGraph, cutoff: float | None, weight: Any
) -> Iterator[tuple[Any, tuple[dict[Any, float], dict[Any, list[Any]]]]]:
    """One source after the other, as they are asked for."""
    found = _found_from_each(graph, cutoff, weight)
    return ((node, (of.distance, of.paths(graph, [node]))) for node, of in found)


@serves(Work.ALL_PAIRS, refuses=function_of_edges)
def all_pairs_dijkstra_path(
    graph: NxGraph, cutoff: float | None, weight: Any
) -> Iterator[tuple[Any, dict[Any, list[Any]]]]:
    """One source after the other, as they are asked for."""
    found = _found_from_each(graph, cutoff, weight)
    return ((node, of.paths(graph, [node])) for node, of in found)


@serves(Work.ALL_PAIRS, refuses=function_of_edges)
def all_pairs_dijkstra_path_length(
    graph: NxGraph, cutoff: float | None, weight: Any
) -> Iterator[tuple[Any, dict[Any, float]]]:
    """One source after the other, as they are asked for."""
    return ((node, of.distance) for node, of in _found_from_each(graph, cutoff, weight))


@serves(Work.MATRICES)
def floyd_warshall_numpy(graph: NxGraph, nodelist: Any, weight: Any) -> Array:
    """By a search from each node; of parallel edges the shortest counts."""
    import networkx as nx

    order = None
    if nodelist is not None:
        if not len(nodelist) == len(graph) == len(set(nodelist)):
            raise nx.NetworkXError(
                "nodelist must contain every node in G with no repeats."
                "If you wanted a subgraph of G use G.subgraph(nodelist)"
            )
        if any(node not in graph for node in nodelist):
            raise NotImplementedError("what is no node")
        order = [graph.numbers[node] for node in nodelist]
    distances: Array = run("distance_matrix", graph.ties, graph.lengths(weight))["value"]
    return distances if order is None else np.ascontiguousarray(distances[order][:, order])

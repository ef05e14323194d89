"""networkx.algorithms.shortest_paths.weighted and dense: by lengths."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from aidnet.nx._kernels import run
from aidnet.nx._refusals import any_of, function_of_edges
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from aidnet.nx._graph import Array, NxGraph

EXACT = 2.0**53
"""Up to which whole numbers doubles have all of them."""


class Found(NamedTuple):
    """The nodes that a search settled, in its order."""

    nodes: list[Any]
    before: Array
    """The node before each on its path, by number; −1 for a source."""
    distances: list[float]

    @property
    def distance(self) -> dict[Any, float]:
        """As NetworkX returns them."""
        return dict(zip(self.nodes, self.distances, strict=True))

    def paths(self, graph: NxGraph, sources: Collection[Any]) -> dict[Any, list[Any]]:
        """As NetworkX returns them, sources first."""
        found = {source: [source] for source in sources}
        start = len(found)
        befores = graph.labels(self.before[start:])
        for node, before in zip(self.nodes[start:], befores, strict=True):
            found[node] = [*found[before], node]
        return found

    def path(self, graph: NxGraph) -> list[Any]:
        """The way to the last node."""
        came_from = dict(zip(self.nodes, self.before.tolist(), strict=True))
        path = [self.nodes[-1]]
        while (before := came_from[path[-1]]) >= 0:
            path.append(graph.nodes[before])
        return path[::-1]


def _lengths(graph: NxGraph, weight: Any, *, against: bool) -> tuple[Any, Any, Any]:
    """The edges in one direction, their lengths and which of them are whole numbers."""
    if against:
        adjacency, attribute = graph.backward(weight)
    else:
        adjacency, attribute = graph.adjacency, graph.attribute(weight)
    if attribute is None:
        return adjacency, None, None
    if not attribute.plain or attribute.minima.min(initial=0.0) < 0:
        raise NotImplementedError("lengths that are negative, or of other types than int and float")
    return adjacency, attribute.minima, attribute.kinds


def searcher(graph: NxGraph, weight: Any, *, against: bool = False) -> Callable[..., Found]:
    """A search from some nodes by Dijkstra's algorithm, as NetworkX would make it."""
    adjacency, lengths, kinds = _lengths(graph, weight, against=against)

    def search(sources: list[Any], target: Any = None, cutoff: float | None = None) -> Found:
        node, before, distance, whole = adjacency.dijkstra(
            lengths,
            kinds,
            [graph.numbers[source] for source in sources],
            graph.numbers.get(target, -1) if target is not None else -1,
            math.inf if cutoff is None else cutoff,
        )
        some_whole = graph.whole(weight) or kinds is not None
        if some_whole and distance.max(initial=0.0) > EXACT:
            raise NotImplementedError("distances beyond 2 ** 53")
        if graph.whole(weight):
            distances = distance.astype(np.int64).tolist()
        else:
            is_whole = (before < 0) if kinds is None else whole
            distances = [
                int(d) if w else d
                for d, w in zip(distance.tolist(), is_whole.tolist(), strict=True)
            ]
        return Found(graph.labels(node), before, distances)

    return search


def _require_nodes(graph: NxGraph, nodes: Any) -> None:
    import networkx as nx

    if not nodes:
        raise ValueError("sources must not be empty")
    for node in nodes:
        if node not in graph:
            raise nx.NodeNotFound(f"Node {node} not found in graph")


def _walked_once(arguments: Any) -> str | None:
    return None if isinstance(arguments.sources, Collection) else "sources by an iterator"


def _to_target(
    graph: NxGraph, sources: Collection[Any], target: Any, cutoff: float | None, weight: Any
) -> tuple[float, list[Any]]:
    import networkx as nx

    _require_nodes(graph, sources)
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
    _require_nodes(graph, sources)
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
    _require_nodes(graph, sources)
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
        if end not in graph:
            raise nx.NodeNotFound(f"{name} {end} is not in G")
    forward, lengths, kinds = _lengths(graph, weight, against=False)
    backward, back_lengths, back_kinds = _lengths(graph, weight, against=True)
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
    if (graph.whole(weight) or kinds is not None) and distance > EXACT:
        raise NotImplementedError("distances beyond 2 ** 53")
    is_whole = graph.whole(weight) or (whole if kinds is not None else source == target)
    return int(distance) if is_whole else distance, graph.labels(path)


# ------------------------------------------------------------------------------------- all pairs


@serves(Work.ALL_PAIRS, refuses=function_of_edges)
def all_pairs_dijkstra(
    graph: NxGraph, cutoff: float | None, weight: Any
) -> Iterator[tuple[Any, tuple[dict[Any, float], dict[Any, list[Any]]]]]:
    """One source after the other, as they are asked for."""
    search = searcher(graph, weight)

    def both(node: Any) -> tuple[dict[Any, float], dict[Any, list[Any]]]:
        found = search([node], None, cutoff)
        return found.distance, found.paths(graph, [node])

    return ((node, both(node)) for node in graph.nodes)


@serves(Work.ALL_PAIRS, refuses=function_of_edges)
def all_pairs_dijkstra_path(
    graph: NxGraph, cutoff: float | None, weight: Any
) -> Iterator[tuple[Any, dict[Any, list[Any]]]]:
    """One source after the other, as they are asked for."""
    search = searcher(graph, weight)
    return ((node, search([node], None, cutoff).paths(graph, [node])) for node in graph.nodes)


@serves(Work.ALL_PAIRS, refuses=function_of_edges)
def all_pairs_dijkstra_path_length(
    graph: NxGraph, cutoff: float | None, weight: Any
) -> Iterator[tuple[Any, dict[Any, float]]]:
    """One source after the other, as they are asked for."""
    search = searcher(graph, weight)
    return ((node, search([node], None, cutoff).distance) for node in graph.nodes)


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

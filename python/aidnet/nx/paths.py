"""networkx.algorithms.shortest_paths.unweighted and generic: by number of steps, and all forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aidnet.nx._kernels import steps_within
from aidnet.nx._refusals import function_of_edges
from aidnet.nx._serve import Work, serves
from aidnet.nx.bellman_ford import (
    all_pairs_bellman_ford_path,
    all_pairs_bellman_ford_path_length,
    bellman_ford_path,
    bellman_ford_path_length,
    cheapest,
)
from aidnet.nx.weighted_paths import (
    all_pairs_dijkstra_path,
    all_pairs_dijkstra_path_length,
    bidirectional_dijkstra,
    dijkstra_path_length,
    distances_from,
    from_all,
    single_source_dijkstra_path,
    single_source_dijkstra_path_length,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aidnet import _core
    from aidnet.nx._graph import NxGraph


def _lengths(graph: NxGraph, steps: _core.Adjacency, node: Any, limit: int) -> dict[Any, int]:
    found, _, depth = steps.breadth_first([graph.numbers[node]], limit)
    return dict(zip(graph.labels(found), depth.tolist(), strict=True))


@serves()
def single_source_shortest_path_length(
    graph: NxGraph, source: Any, cutoff: float | None
) -> dict[Any, int]:
    """In NetworkX's order."""
    graph.require(source, f"Source {source} is not in G")
    return _lengths(graph, graph.adjacency, source, steps_within(graph, cutoff))


@serves()
def single_target_shortest_path_length(
    graph: NxGraph, target: Any, cutoff: float | None
) -> dict[Any, int]:
    """In NetworkX's order."""
    graph.require(target, f"Target {target} is not in G")
    return _lengths(graph, graph.backward()[0], target, steps_within(graph, cutoff))


@serves(Work.ALL_PAIRS)
def all_pairs_shortest_path_length(
    graph: NxGraph, cutoff: float | None
) -> Iterator[tuple[Any, dict[Any, int]]]:
    """One source after the other, as they are asked for."""
    limit = steps_within(graph, cutoff)
    return ((node, _lengths(graph, graph.adjacency, node, limit)) for node in graph.nodes)


def _paths(graph: NxGraph, steps: _core.Adjacency, source: Any, limit: int) -> dict[Any, list[Any]]:
    node, parent, _ = steps.breadth_first([graph.numbers[source]], limit)
    paths = {source: [source]}
    for child, before in zip(graph.labels(node[1:]), graph.labels(parent[1:]), strict=True):
        paths[child] = [*paths[before], child]
    return paths


@serves()
def single_source_shortest_path(
    graph: NxGraph, source: Any, cutoff: float | None
) -> dict[Any, list[Any]]:
    """Of several shortest paths NetworkX's."""
    graph.require(source, f"Source {source} not in G")
    return _paths(graph, graph.adjacency, source, steps_within(graph, cutoff))


@serves()
def single_target_shortest_path(
    graph: NxGraph, target: Any, cutoff: float | None
) -> dict[Any, list[Any]]:
    """Of several shortest paths NetworkX's."""
    graph.require(target, f"Target {target} not in G")
    return _to_target(_paths(graph, graph.backward()[0], target, steps_within(graph, cutoff)))


def _to_target(paths: dict[Any, list[Any]]) -> dict[Any, list[Any]]:
    """Paths to a target, which were found from it."""
    return {node: path[::-1] for node, path in paths.items()}


@serves(Work.ALL_PAIRS)
def all_pairs_shortest_path(
    graph: NxGraph, cutoff: float | None
) -> Iterator[tuple[Any, dict[Any, list[Any]]]]:
    """One source after the other, as they are asked for."""
    limit = steps_within(graph, cutoff)
    return ((node, _paths(graph, graph.adjacency, node, limit)) for node in graph.nodes)


def _distance(graph: NxGraph, source: Any, target: Any) -> int | None:
    graph.require(source, f"Source {source} is not in G")
    graph.require(target, f"Target {target} is not in G")
    node, _, depth = graph.adjacency.breadth_first([graph.numbers[source]], len(graph))
    found = (node == graph.numbers[target]).nonzero()[0]
    return int(depth[found[0]]) if len(found) else None


def _ends_left_open(arguments: Any) -> str | None:
    if arguments.source is None or arguments.target is None:
        return "both ends of the path are needed"
    return None


@serves(refuses=_ends_left_open)
def has_path(graph: NxGraph, source: Any, target: Any) -> bool:
    """A node has a path to itself."""
    return _distance(graph, source, target) is not None


# ---------------------------------------------------------------------------------- all forms


def _method(arguments: Any) -> str | None:
    if arguments.method not in ("dijkstra", "bellman-ford"):
        return "an unknown method"
    return function_of_edges(arguments)


@serves(refuses=_method)
def shortest_path_length(graph: NxGraph, source: Any, target: Any, weight: Any, method: str) -> Any:
    """In all four forms."""
    import networkx as nx

    if weight is not None:
        by = _length_by_dijkstra if method == "dijkstra" else _length_by_bellman_ford
        return by(graph, source, target, weight)
    if source is None and target is None:
        return all_pairs_shortest_path_length(graph, None)
    if target is None:
        return single_source_shortest_path_length(graph, source, None)
    if source is None:
        graph.require(target, f"Source {target} is not in G")
        return _lengths(graph, graph.backward()[0], target, len(graph))
    distance = _distance(graph, source, target)
    if distance is None:
        raise nx.NetworkXNoPath(f"No path between {source} and {target}.")
    return distance


def _length_by_dijkstra(graph: NxGraph, source: Any, target: Any, weight: Any) -> Any:
    if source is None and target is None:
        return all_pairs_dijkstra_path_length(graph, None, weight)
    if target is None:
        return single_source_dijkstra_path_length(graph, source, None, weight)
    if source is None:
        return distances_from(graph, [target], None, weight, against=True)
    return dijkstra_path_length(graph, source, target, weight)


def _length_by_bellman_ford(graph: NxGraph, source: Any, target: Any, weight: Any) -> Any:
    if source is None and target is None:
        return all_pairs_bellman_ford_path_length(graph, weight)
    if target is None:
        return cheapest(graph, source, weight).distance
    if source is None:
        return cheapest(graph, target, weight, against=True).distance
    return bellman_ford_path_length(graph, source, target, weight)


@serves(refuses=_method)
def shortest_path(graph: NxGraph, source: Any, target: Any, weight: Any, method: str) -> Any:
    """Of several shortest paths NetworkX's, in all four forms."""
    if weight is not None:
        by = _path_by_dijkstra if method == "dijkstra" else _path_by_bellman_ford
        return by(graph, source, target, weight)
    if source is None and target is None:
        return all_pairs_shortest_path(graph, None)
    if target is None:
        return single_source_shortest_path(graph, source, None)
    if source is None:
        graph.require(target, f"Source {target} not in G")
        return single_target_shortest_path(graph, target, None)
    return bidirectional_shortest_path(graph, source, target)


def _path_by_dijkstra(graph: NxGraph, source: Any, target: Any, weight: Any) -> Any:
    if source is None and target is None:
        return all_pairs_dijkstra_path(graph, None, weight)
    if target is None:
        return single_source_dijkstra_path(graph, source, None, weight)
    if source is None:
        return _to_target(from_all(graph, [target], None, weight, against=True)[1])
    return bidirectional_dijkstra(graph, source, target, weight)[1]


def _path_by_bellman_ford(graph: NxGraph, source: Any, target: Any, weight: Any) -> Any:
    if source is None and target is None:
        return all_pairs_bellman_ford_path(graph, weight)
    if target is None:
        return cheapest(graph, source, weight).paths(graph)
    if source is None:
        return _to_target(cheapest(graph, target, weight, against=True).paths(graph))
    return bellman_ford_path(graph, source, target, weight)


@serves()
def bidirectional_shortest_path(graph: NxGraph, source: Any, target: Any) -> list[Any]:
    """Of several shortest paths NetworkX's."""
    import networkx as nx

    graph.require(source, f"Source {source} is not in G")
    graph.require(target, f"Target {target} is not in G")
    ends = graph.numbers[source], graph.numbers[target]
    path = graph.adjacency.meeting_path(graph.backward()[0], *ends)
    if not len(path):
        raise nx.NetworkXNoPath(f"No path between {source} and {target}.")
    return graph.labels(path)

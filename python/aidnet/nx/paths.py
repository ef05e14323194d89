"""networkx.algorithms.shortest_paths, by number of steps."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aidnet import _core
    from aidnet.nx._graph import NxGraph


def _require_node(graph: NxGraph, node: Any, message: str) -> None:
    import networkx as nx

    if node not in graph:
        raise nx.NodeNotFound(message)


def _limit(graph: NxGraph, cutoff: float | None) -> int:
    if cutoff is None or cutoff >= len(graph):
        return len(graph)
    return max(0, math.ceil(cutoff))


def _lengths(graph: NxGraph, steps: _core.Adjacency, node: Any, limit: int) -> dict[Any, int]:
    found, _, depth = steps.breadth_first([graph.numbers[node]], limit)
    return dict(zip(graph.labels(found), depth.tolist(), strict=True))


def _against(graph: NxGraph) -> _core.Adjacency:
    return graph.adjacency.reversed() if graph.directed else graph.adjacency


@serves()
def single_source_shortest_path_length(
    graph: NxGraph, source: Any, cutoff: float | None
) -> dict[Any, int]:
    """In NetworkX's order."""
    _require_node(graph, source, f"Source {source} is not in G")
    return _lengths(graph, graph.adjacency, source, _limit(graph, cutoff))


@serves()
def single_target_shortest_path_length(
    graph: NxGraph, target: Any, cutoff: float | None
) -> dict[Any, int]:
    """Nodes at the same distance are in the order of the graph's."""
    _require_node(graph, target, f"Target {target} is not in G")
    return _lengths(graph, _against(graph), target, _limit(graph, cutoff))


@serves(Work.ALL_PAIRS)
def all_pairs_shortest_path_length(
    graph: NxGraph, cutoff: float | None
) -> Iterator[tuple[Any, dict[Any, int]]]:
    """One source after the other, as they are asked for."""
    limit = _limit(graph, cutoff)
    return ((node, _lengths(graph, graph.adjacency, node, limit)) for node in graph.nodes)


def _paths(graph: NxGraph, source: Any, limit: int) -> dict[Any, list[Any]]:
    node, parent, _ = graph.adjacency.breadth_first([graph.numbers[source]], limit)
    paths = {source: [source]}
    for child, before in zip(graph.labels(node[1:]), graph.labels(parent[1:]), strict=True):
        paths[child] = [*paths[before], child]
    return paths


@serves()
def single_source_shortest_path(
    graph: NxGraph, source: Any, cutoff: float | None
) -> dict[Any, list[Any]]:
    """Of several shortest paths NetworkX's."""
    _require_node(graph, source, f"Source {source} not in G")
    return _paths(graph, source, _limit(graph, cutoff))


@serves(Work.ALL_PAIRS)
def all_pairs_shortest_path(
    graph: NxGraph, cutoff: float | None
) -> Iterator[tuple[Any, dict[Any, list[Any]]]]:
    """One source after the other, as they are asked for."""
    limit = _limit(graph, cutoff)
    return ((node, _paths(graph, node, limit)) for node in graph.nodes)


def _distance(graph: NxGraph, source: Any, target: Any) -> int | None:
    _require_node(graph, source, f"Source {source} is not in G")
    _require_node(graph, target, f"Target {target} is not in G")
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


def _method(arguments: Any) -> str | None:
    known = arguments.method in ("dijkstra", "bellman-ford")
    return None if known else "an unknown method"


@serves(ignores=("method",), refuses=_method)
def shortest_path_length(graph: NxGraph, source: Any, target: Any) -> Any:
    """By number of steps, in all four forms."""
    import networkx as nx

    if source is None and target is None:
        return all_pairs_shortest_path_length(graph, None)
    if target is None:
        return single_source_shortest_path_length(graph, source, None)
    if source is None:
        _require_node(graph, target, f"Source {target} is not in G")
        return _lengths(graph, _against(graph), target, len(graph))
    distance = _distance(graph, source, target)
    if distance is None:
        raise nx.NetworkXNoPath(f"No path between {source} and {target}.")
    return distance

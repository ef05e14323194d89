"""networkx.algorithms.shortest_paths.weighted: by costs, which may be negative."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from aidnet.nx._dijkstra import EXACT, longest, require_exact
from aidnet.nx._refusals import function_of_edges
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array

NEGATIVE_CYCLE = "Negative cycle detected."


class Cheapest(NamedTuple):
    """What can be reached, in the order in which NetworkX sees it first."""

    nodes: list[Any]
    numbers: list[int]
    distances: Array
    whole: Array
    offsets: Array
    before: Array
    """By number: of the k-th node those from offsets[k] to offsets[k + 1]."""
    cycle: int
    """Where a negative cycle was noticed; -1 if there is none."""

    @property
    def distance(self) -> dict[Any, float]:
        """As NetworkX returns them."""
        values = zip(self.distances.tolist(), self.whole.tolist(), strict=True)
        typed = (int(d) if w else d for d, w in values)
        return dict(zip(self.nodes, typed, strict=True))

    def predecessors(self, graph: NxGraph) -> dict[Any, list[Any]]:
        """As NetworkX returns them."""
        before, ends = graph.labels(self.before), self.offsets.tolist()
        lists = (before[a:b] for a, b in pairwise(ends))
        return dict(zip(self.nodes, lists, strict=True))

    def path(self, graph: NxGraph, target: Any) -> list[Any]:
        """The path by the first of those before each node, which is NetworkX's."""
        place = {number: k for k, number in enumerate(self.numbers)}
        path = [graph.numbers[target]]
        while (k := place[path[-1]]) > 0:
            path.append(int(self.before[self.offsets[k]]))
            if len(path) > len(graph):  # round a cycle that costs nothing
                return _round_cycles(self.predecessors(graph), self.nodes[0], target)
        return [graph.nodes[number] for number in reversed(path)]

    def paths(self, graph: NxGraph) -> dict[Any, list[Any]]:
        """The same to all nodes, source first."""
        first = self.before[self.offsets[1:-1]].tolist()
        parent = dict(zip(self.numbers[1:], first, strict=True))
        known = {self.numbers[0]: [self.nodes[0]]}
        for number in self.numbers[1:]:
            waiting = [number]
            while waiting[-1] not in known and len(waiting) <= len(graph):
                waiting.append(parent[waiting[-1]])
            if waiting[-1] not in known:
                before = self.predecessors(graph)
                return {node: _round_cycles(before, self.nodes[0], node) for node in self.nodes}
            last = waiting.pop()
            for node in reversed(waiting):
                known[node] = [*known[last], graph.nodes[node]]
                last = node
        return {graph.nodes[number]: known[number] for number in self.numbers}


def _round_cycles(before: dict[Any, list[Any]], source: Any, target: Any) -> list[Any]:
    """The first path of NetworkX's, where those before a node are after it as well."""
    path, tried = [target], [0]
    seen = {target}
    while path[-1] != source:
        nodes, k = before[path[-1]], tried[-1]
        if k == len(nodes):
            seen.discard(path.pop())
            tried.pop()
            continue
        tried[-1] += 1
        if nodes[k] not in seen:
            path.append(nodes[k])
            tried.append(0)
            seen.add(nodes[k])
    return path[::-1]


def _require_plain(graph: NxGraph, weight: Any) -> None:
    if not graph.plain(weight):
        raise NotImplementedError("costs of other types than int and float")


def _search(
    graph: NxGraph,
    sources: list[Any],
    weight: Any,
    *,
    heuristic: bool = True,
    against: bool = False,
) -> Cheapest:
    _require_plain(graph, weight)
    if against:
        adjacency, found = graph.backward(weight)
    else:
        adjacency, found = graph.adjacency, graph.attribute(weight)
    costs = None if found is None else found.minima
    kinds = None if found is None else found.kinds
    numbers = [graph.numbers[source] for source in sources]
    node, distance, whole, offsets, before, cycle = adjacency.bellman_ford(
        costs, kinds, numbers, heuristic
    )
    if cycle < 0 or longest(graph, weight) > EXACT:  # else a sum that large went round a cycle
        require_exact(graph, weight, np.abs(distance).max(initial=0.0))
    if kinds is None:  # of floats the sources alone are at an int, 0
        all_whole = graph.whole(weight)
        whole = np.full(len(node), all_whole)
        whole[: len(numbers)] |= distance[: len(numbers)] == 0
    return Cheapest(graph.labels(node), node.tolist(), distance, whole, offsets, before, cycle)


def cheapest(graph: NxGraph, source: Any, weight: Any, *, against: bool = False) -> Cheapest:
    """From one node, or to it; NetworkX's errors for what is no node and for negative cycles."""
    import networkx as nx

    graph.require(source, f"Source {source} not in G")
    found = _search(graph, [source], weight, against=against)
    if found.cycle >= 0:
        raise nx.NetworkXUnbounded(NEGATIVE_CYCLE)
    return found


# ------------------------------------------------------------------------------------ one source


@serves(Work.MANY_VISITS, refuses=function_of_edges)
def single_source_bellman_ford(graph: NxGraph, source: Any, target: Any, weight: Any) -> Any:
    """Of several shortest paths NetworkX's."""
    import networkx as nx

    if source == target:
        graph.require(source, f"Node {source} is not found in the graph")
        return 0, [source]
    found = cheapest(graph, source, weight)
    distance = found.distance
    if target is None:
        return distance, found.paths(graph)
    if target not in distance:
        raise nx.NetworkXNoPath(f"Target {target} cannot be reached from given sources")
    return distance[target], found.path(graph, target)


@serves(Work.MANY_VISITS, refuses=function_of_edges)
def single_source_bellman_ford_path(
    graph: NxGraph, source: Any, weight: Any
) -> dict[Any, list[Any]]:
    """Of several shortest paths NetworkX's."""
    return single_source_bellman_ford(graph, source, None, weight)[1]  # type: ignore[no-any-return]


@serves(Work.MANY_VISITS, refuses=function_of_edges)
def single_source_bellman_ford_path_length(
    graph: NxGraph, source: Any, weight: Any
) -> dict[Any, float]:
    """In NetworkX's order."""
    return cheapest(graph, source, weight).distance


@serves(Work.MANY_VISITS, refuses=function_of_edges)
def bellman_ford_path(graph: NxGraph, source: Any, target: Any, weight: Any) -> list[Any]:
    """Of several shortest paths NetworkX's."""
    if target is None:
        raise NotImplementedError("no target")
    return single_source_bellman_ford(graph, source, target, weight)[1]  # type: ignore[no-any-return]


@serves(Work.MANY_VISITS, refuses=function_of_edges)
def bellman_ford_path_length(graph: NxGraph, source: Any, target: Any, weight: Any) -> float:
    """An error for any negative cycle in reach, as in NetworkX."""
    import networkx as nx

    if source == target:
        graph.require(source, f"Node {source} not found in graph")
        return 0
    distance = cheapest(graph, source, weight).distance
    if target not in distance:
        raise nx.NetworkXNoPath(f"node {target} not reachable from {source}")
    return distance[target]


@serves(Work.MANY_VISITS, ignores=("target",), refuses=function_of_edges)
def bellman_ford_predecessor_and_distance(
    graph: NxGraph, source: Any, weight: Any, heuristic: bool
) -> tuple[dict[Any, list[Any]], dict[Any, float]]:
    """All that come before a node on its shortest paths."""
    import networkx as nx

    graph.require(source, f"Node {source} is not found in the graph")
    if _negative_loops(graph, weight):
        raise nx.NetworkXUnbounded(NEGATIVE_CYCLE)
    if len(graph) == 1:
        return {source: []}, {source: 0}
    found = _search(graph, [source], weight, heuristic=bool(heuristic))
    if found.cycle >= 0:
        raise nx.NetworkXUnbounded(NEGATIVE_CYCLE)
    return found.predecessors(graph), found.distance


def _negative_loops(graph: NxGraph, weight: Any) -> bool:
    found = graph.attribute(weight)
    if found is None:
        return False
    source, target = graph.entry_ends()
    return bool((found.minima[source == target] < 0).any())


# ------------------------------------------------------------------------------------- all pairs


def _require_before_any(graph: NxGraph, weight: Any) -> None:
    _require_plain(graph, weight)
    require_exact(graph, weight, longest(graph, weight))


@serves(Work.ALL_PAIRS, refuses=function_of_edges)
def all_pairs_bellman_ford_path(
    graph: NxGraph, weight: Any
) -> Iterator[tuple[Any, dict[Any, list[Any]]]]:
    """One source after the other, as they are asked for."""
    _require_before_any(graph, weight)
    return ((node, single_source_bellman_ford_path(graph, node, weight)) for node in graph.nodes)


@serves(Work.ALL_PAIRS, refuses=function_of_edges)
def all_pairs_bellman_ford_path_length(
    graph: NxGraph, weight: Any
) -> Iterator[tuple[Any, dict[Any, float]]]:
    """One source after the other, as they are asked for."""
    _require_before_any(graph, weight)
    return ((node, cheapest(graph, node, weight).distance) for node in graph.nodes)


# -------------------------------------------------------------------------------- negative cycles


@serves(Work.MANY_VISITS, ignores=("heuristic",), refuses=function_of_edges)
def negative_edge_cycle(graph: NxGraph, weight: Any) -> bool:
    """Searched from all nodes at once."""
    return graph.edge_count > 0 and _search(graph, graph.nodes, weight).cycle >= 0


@serves(Work.MANY_VISITS, refuses=function_of_edges)
def find_negative_cycle(graph: NxGraph, source: Any, weight: Any) -> list[Any]:
    """Of several negative cycles NetworkX's."""
    import networkx as nx

    graph.require(source, f"Source {source} not in G")
    found = _search(graph, [source], weight)
    if found.cycle < 0:
        raise nx.NetworkXError("No negative cycles detected.")
    require_exact(graph, weight, np.abs(found.distances).max())
    return _cycle(found.predecessors(graph), graph.nodes[found.cycle])


def _cycle(before: dict[Any, list[Any]], start: Any) -> list[Any]:
    """Back from a node until it is before another one, by the last of those before each."""
    cycle: list[Any] = []
    waiting = [(start, list(before[start]))]
    seen = {start}
    while waiting:
        node, nodes = waiting[-1]
        if start in nodes:
            return [start, node, *reversed(cycle)]
        if nodes:
            nearest = nodes.pop()
            if nearest not in seen:
                waiting.append((nearest, list(before[nearest])))
                cycle.append(node)
                seen.add(nearest)
        else:
            waiting.pop()
            if not cycle:
                break
            cycle.pop()
    raise NotImplementedError("a negative cycle that those before its nodes do not close")

"""networkx.algorithms.shortest_paths.astar and simple_paths: guided, and one after the other."""

from __future__ import annotations

import math
from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._dijkstra import lengths_of, longest, require_exact
from aidnet.nx._kernels import distance_within
from aidnet.nx._refusals import function_of_edges
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aidnet.nx._graph import NxGraph

Heuristic = Any
Path = tuple[int, ...]
Search = Callable[[int, int, Any, Any], tuple[float, Path] | None]
"""A path from one node to another, without some nodes and some first steps, and its length."""


# -------------------------------------------------------------------------------------------- A*


def _astar(
    graph: NxGraph, source: Any, target: Any, heuristic: Heuristic, weight: Any, cutoff: Any
) -> list[int]:
    import networkx as nx

    adjacency, lengths, _ = lengths_of(graph, weight, against=False)

    def asked(number: int) -> float:
        value = heuristic(graph.nodes[number], target)
        if type(value) not in (int, float) or math.isnan(value):
            raise NotImplementedError("a heuristic of other values than ints and floats")
        return float(value)

    path: list[int] = adjacency.astar_path(
        lengths,
        graph.numbers[source],
        graph.numbers[target],
        None if heuristic is None else asked,
        distance_within(cutoff or None),
    ).tolist()
    if not path:
        raise nx.NetworkXNoPath(f"Node {target} not reachable from {source}")
    return path


@serves(refuses=function_of_edges)
def astar_path(
    graph: NxGraph, source: Any, target: Any, heuristic: Heuristic, weight: Any, cutoff: Any
) -> list[Any]:
    """Of several paths NetworkX's; the heuristic is asked of the nodes that NetworkX asks."""
    for end, name in ((source, "Source"), (target, "Target")):
        graph.require(end, f"{name} {end} is not in G")
    return [graph.nodes[k] for k in _astar(graph, source, target, heuristic, weight, cutoff)]


@serves(refuses=function_of_edges)
def astar_path_length(
    graph: NxGraph, source: Any, target: Any, heuristic: Heuristic, weight: Any, cutoff: Any
) -> float:
    """Of the path that astar_path finds."""
    for end in (source, target):
        graph.require(end, f"Either source {source} or target {target} is not in G")
    length = _steps(graph, weight)
    path = _astar(graph, source, target, heuristic, weight, cutoff)
    return sum(length(u, v) for u, v in pairwise(path))


def _steps(graph: NxGraph, weight: Any) -> Callable[[int, int], float]:
    """How long the step from one node to a neighbour is, as Python's number."""
    adjacency, lengths, kinds = lengths_of(graph, weight, against=False)
    if lengths is None:
        return lambda *_: 1
    require_exact(graph, weight, longest(graph, weight))
    indptr, indices = adjacency.indptr, adjacency.indices

    def step(u: int, v: int) -> float:
        begin = indptr[u]
        entry = begin + int(np.flatnonzero(indices[begin : indptr[u + 1]] == v)[0])
        whole = graph.whole(weight) if kinds is None else kinds[entry]
        return int(lengths[entry]) if whole else float(lengths[entry])

    return step


# -------------------------------------------------------------------------- shortest, one by one


class _Buffer:
    """Paths that wait, from the shortest on; each once, and those alike as they came."""

    def __init__(self) -> None:
        self._paths: set[Path] = set()
        self._heap: list[tuple[float, int, Path]] = []
        self._counter = count()

    def __bool__(self) -> bool:
        return bool(self._heap)

    def push(self, length: float, path: Path) -> None:
        if path not in self._paths:
            heappush(self._heap, (length, next(self._counter), path))
            self._paths.add(path)

    def pop(self) -> Path:
        path = heappop(self._heap)[2]
        self._paths.remove(path)
        return path


@serves(Work.MANY_VISITS, refuses=function_of_edges)
def shortest_simple_paths(
    graph: NxGraph, source: Any, target: Any, weight: Any
) -> Iterator[list[Any]]:
    """In NetworkX's order, each searched when it is asked for."""
    if weight is None:
        return _one_by_one(graph, source, target, _by_steps(graph), len)
    along = _along(_steps(graph, weight))
    return _one_by_one(graph, source, target, _by_lengths(graph, weight), along)


def _one_by_one(
    graph: NxGraph, source: Any, target: Any, search: Search, length: Callable[[Path], float]
) -> Iterator[list[Any]]:
    import networkx as nx

    for end, name in ((source, "source"), (target, "target")):
        graph.require(end, f"{name} node {end} not in graph")
    start, goal = graph.numbers[source], graph.numbers[target]
    waiting = _Buffer()
    found = search(start, goal, None, None)
    if found is None:
        raise nx.NetworkXNoPath(f"No path between {source} and {target}.")
    waiting.push(*found)
    told: list[Path] = []
    while waiting:
        path = waiting.pop()
        yield [graph.nodes[k] for k in path]
        told.append(path)
        hidden = np.zeros(len(graph), dtype=bool)
        for i in range(1, len(path)):
            root = path[:i]
            first = np.zeros(len(graph), dtype=bool)
            first[[other[i] for other in told if other[:i] == root and len(other) > i]] = True
            found = search(root[-1], goal, hidden, first)
            if found is not None:
                waiting.push(length(root) + found[0], root[:-1] + found[1])
            hidden[root[-1]] = True


def _along(step: Callable[[int, int], float]) -> Callable[[Path], float]:
    return lambda path: sum(step(u, v) for u, v in pairwise(path))


def _by_steps(graph: NxGraph) -> Search:
    back = graph.backward()[0]

    def search(source: int, target: int, hidden: Any, first: Any) -> tuple[float, Path] | None:
        path = graph.adjacency.meeting_path(back, source, target, hidden, first).tolist()
        return (len(path), tuple(path)) if path else None

    return search


def _by_lengths(graph: NxGraph, weight: Any) -> Search:
    forward, lengths, kinds = lengths_of(graph, weight, against=False)
    backward, back_lengths, back_kinds = lengths_of(graph, weight, against=True)

    def search(source: int, target: int, hidden: Any, first: Any) -> tuple[float, Path] | None:
        path, distance, _ = forward.meeting_dijkstra(
            backward, lengths, back_lengths, kinds, back_kinds, source, target, hidden, first
        )
        return (distance, tuple(path.tolist())) if len(path) else None

    return search

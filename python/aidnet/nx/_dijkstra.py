"""Searches by Dijkstra's algorithm in NetworkX's order, and what it makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from aidnet.nx._kernels import distance_within

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array

EXACT = 2.0**53 - 1
"""Up to which sums of whole numbers are what they seem; one more may be two more, rounded."""


def require_exact(graph: NxGraph, weight: Any, largest: float) -> None:
    """Decline distances up to this one where they are whole numbers that a double cannot count."""
    if largest > EXACT and (graph.whole(weight) or graph.mixed(weight)):
        raise NotImplementedError("distances beyond 2 ** 53")


def longest(graph: NxGraph, weight: Any) -> float:
    """No path without a cycle is longer than this, nor costs more or less.

    Of paths that are given one after the other this is looked at first: once an iterator is
    returned, NetworkX does not fall back on its own function any more.
    """
    found = graph.attribute(weight)
    largest = 1.0 if found is None else float(np.abs(found.minima).max(initial=0.0))
    return largest * len(graph)


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


def lengths_of(graph: NxGraph, weight: Any, *, against: bool) -> tuple[Any, Any, Any]:
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
    adjacency, lengths, kinds = lengths_of(graph, weight, against=against)

    def search(sources: list[Any], target: Any = None, cutoff: float | None = None) -> Found:
        node, before, distance, whole = adjacency.dijkstra(
            lengths,
            kinds,
            [graph.numbers[source] for source in sources],
            graph.numbers.get(target, -1) if target is not None else -1,
            distance_within(cutoff),
        )
        require_exact(graph, weight, distance.max(initial=0.0))
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

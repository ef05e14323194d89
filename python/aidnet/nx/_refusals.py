"""What several functions leave to NetworkX: looked at before the graph is converted."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from aidnet import _core
    from aidnet.nx._graph import NxGraph

Refusal = Callable[[Any], str | None]

ZERO_LENGTHS = "edges of length zero, which NetworkX counts otherwise than aidnet"


def any_of(*refusals: Refusal) -> Refusal:
    """The first objection of several."""
    return lambda arguments: next((found for r in refusals if (found := r(arguments))), None)


def function_of_edges(arguments: Any, option: str = "weight") -> str | None:
    """Lengths or weights by a function."""
    return f"a {option} by a function" if callable(getattr(arguments, option)) else None


def parallel(arguments: Any) -> str | None:
    """Parallel edges, where NetworkX has their keys, or does not look at their weights."""
    return "NetworkX's keys of parallel edges" if arguments.G.is_multigraph() else None


def directed(arguments: Any) -> str | None:
    """Directed graphs, of which NetworkX looks at one direction only."""
    return "NetworkX's reading of directed graphs" if arguments.G.is_directed() else None


def no_sets(*options: str) -> Refusal:
    """Sources or targets that can be walked through but once, or that name a node twice."""

    def refuses(arguments: Any) -> str | None:
        for option in options:
            nodes = getattr(arguments, option)
            if not isinstance(nodes, Collection) or len(set(nodes)) != len(nodes):
                return f"{option} that are no set"
        return None

    return refuses


def positive_lengths(graph: NxGraph, attribute: Any) -> _core.Length | None:
    """The lengths of `ties`, all above 0."""
    lengths = graph.lengths(attribute)
    if lengths is not None and not np.all(lengths.values):
        raise NotImplementedError(ZERO_LENGTHS)
    return lengths


def without_loops(graph: NxGraph) -> None:
    """Decline graphs with edges from a node to itself."""
    if graph.loop_count:
        raise NotImplementedError("self-loops, which NetworkX counts otherwise than aidnet")


def positive_weights(graph: NxGraph, attribute: Any) -> None:
    """Decline weights that are not above 0."""
    sums = graph.sums(attribute)
    if sums is not None and not (sums > 0).all():
        raise NotImplementedError("weights that are not above 0")

"""networkx.algorithms.connectivity: how few edges or nodes hold a graph together."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet import _core
from aidnet.nx._kernels import run_with_facts
from aidnet.nx._serve import Work, serves
from aidnet.nx.flows import networkx_algorithm, require_ends, solved

if TYPE_CHECKING:
    from collections.abc import Callable

    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array

NULL_GRAPH = "Connectivity is undefined for the null graph."


@serves(Work.ALL_PAIRS, ignores=("heap",))
def stoer_wagner(graph: NxGraph, weight: Any) -> tuple[float, tuple[list[Any], list[Any]]]:
    """Of several minimum cuts aidnet's."""
    import networkx as nx

    if len(graph) < 2:
        raise nx.NetworkXError("graph has less than two nodes.")
    if graph.components[1] != 1:
        raise nx.NetworkXError("graph is not connected.")
    sums = graph.sums(weight)
    values = np.ones(graph.adjacency.entry_count) if sums is None else sums
    source, target = graph.entry_ends()
    if (values[source != target] < 0).any():
        raise nx.NetworkXError("graph has a negative-weighted edge.")
    capacity = _core.Capacity.given(graph.ties, graph.by_tie(np.maximum(values, 0.0)))
    facts = run_with_facts("global_minimum_cut", graph.ties, capacity=capacity)[1]
    here = np.zeros(len(graph), dtype=bool)
    here[facts["side"]] = True
    sides = (graph.labels(np.flatnonzero(side)) for side in (here, ~here))
    value = int(facts["value"]) if graph.whole(weight) else float(facts["value"])
    return value, tuple(sides)  # type: ignore[return-value]


def _both_or_none(s: Any, t: Any) -> None:
    import networkx as nx

    if (s is None) != (t is None):
        raise nx.NetworkXError("Both source and target must be specified.")


def _is_in_one_part(graph: NxGraph) -> bool:
    import networkx as nx

    if len(graph) == 0:
        raise nx.NetworkXPointlessConcept(NULL_GRAPH)
    return graph.components[1] == 1


# ---------------------------------------------------------------------------------------- edges


@serves(Work.ALL_PAIRS, ignores=("flow_func",), refuses=networkx_algorithm)
def edge_connectivity(graph: NxGraph, s: Any, t: Any) -> int:
    """Parallel edges are one; of all nodes where there are neither these nor loops."""
    import networkx as nx

    _both_or_none(s, t)
    ones = _core.Capacity.given(graph.ties, np.ones(graph.adjacency.entry_count))
    if s is not None:
        require_ends(graph, s, t)
        if s == t:
            raise nx.NetworkXError("source and sink are the same node")
        ends = graph.numbers[s], graph.numbers[t]
        return int(solved("maximum_flow", graph.ties, ones, *ends)[1]["value"])
    if not _is_in_one_part(graph):
        return 0
    if graph.loop_count or len(graph) == 1 or int(graph.ties.entry_count) != _entries(graph):
        raise NotImplementedError("loops and parallel edges, which NetworkX counts as degrees")
    return int(run_with_facts("global_minimum_cut", graph.ties, capacity=ones)[1]["value"])


def _entries(graph: NxGraph) -> int:
    return int(graph.totals()[0].sum())


# ---------------------------------------------------------------------------------------- nodes


def _between(graph: NxGraph) -> Callable[[int, int], int]:
    """How many paths between two nodes, by number, have no node in common but the ends.

    A maximum flow where each node v is the arc v → n + v, which carries 1.
    """
    source, target = graph.entry_ends()
    n = len(graph)
    nodes = np.arange(n)
    split = _core.Graph.from_edges(
        2 * n,
        np.concatenate([nodes, n + source]),
        np.concatenate([n + nodes, target]),
        None,
        directed=True,
        sum_duplicates=True,
        drop_zeros=False,
    )
    ones = _core.Capacity.given(split, np.ones(split.entry_count))
    return lambda u, v: int(solved("maximum_flow", split, ones, n + u, v)[1]["value"])


@serves(Work.ALL_PAIRS, ignores=("flow_func",), refuses=networkx_algorithm)
def node_connectivity(graph: NxGraph, s: Any, t: Any) -> int:
    """Between two nodes, or the least between any two that are no partners."""
    _both_or_none(s, t)
    if s is not None:
        require_ends(graph, s, t)
        return _between(graph)(graph.numbers[s], graph.numbers[t])
    if not _is_in_one_part(graph):
        return 0
    between = _between(graph)
    degree = graph.degree()
    least = int(degree.min())
    node = int(np.argmin(degree))  # the first of them
    near = _partners(graph, node)
    for other in np.setdiff1d(np.arange(len(graph)), [*near, node]).tolist():
        least = min(least, between(node, other))
    ties = _pairs(graph)
    pairs = permutations if graph.directed else combinations
    for u, v in set(pairs(near, 2)):
        if (u, v) not in ties:
            least = min(least, between(u, v))
    return least


def _partners(graph: NxGraph, node: int) -> list[int]:
    """Where edges come from, then where they go to: a partner of both kinds is there twice."""
    source, target = graph.entry_ends()
    partners: Array = target[source == node]
    if graph.directed:
        partners = np.concatenate([source[target == node], partners])
    return partners.tolist()  # type: ignore[no-any-return]


def _pairs(graph: NxGraph) -> set[tuple[int, int]]:
    source, target = graph.entry_ends()
    return set(zip(source.tolist(), target.tolist(), strict=True))

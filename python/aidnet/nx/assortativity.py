"""networkx.algorithms.assortativity: degrees beside degrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array

KINDS = ("in", "out", "in+out")


def _weighted_multigraph(arguments: Any) -> str | None:
    if arguments.weight is not None and arguments.G.is_multigraph():
        return "NetworkX does not look at the weights of parallel edges here"
    return None


def _degree(graph: NxGraph, kind: str, attribute: Any = None) -> Array:
    out, into, _ = graph.totals(attribute)
    if not graph.directed or kind == "in+out":
        return graph.degree(attribute)
    return out if kind == "out" else into


def _neighbor_sums(graph: NxGraph, target: str, attribute: Any) -> tuple[Array, Array]:
    """The sums of neighbours' degrees, each weighted, over successors and over predecessors."""
    degree = _degree(graph, target).astype(float)
    source_ends, target_ends = graph.entry_ends()
    weights = 1.0 if attribute is None else graph.sums(attribute)
    weights = 1.0 if weights is None else weights
    after = graph.adjacency.totals(degree[target_ends] * weights)[0]
    before = graph.adjacency.totals(degree[source_ends] * weights)[1]
    return after, before


@serves(Work.MANY_VISITS, refuses=_weighted_multigraph, few=("nodes",))
def average_neighbor_degree(
    graph: NxGraph, source: str, target: str, nodes: Any, weight: Any
) -> dict[Any, float]:
    """A neighbour by several edges is one neighbour, as in NetworkX."""
    import networkx as nx

    if not graph.directed and (source, target) != ("out", "out"):
        raise nx.NetworkXError("source and target arguments are only supported for directed graphs")
    for name, kind in (("source", source), ("target", target)):
        if kind not in KINDS:
            raise nx.NetworkXError(f"{name} argument {kind} must be 'in', 'out' or 'in+out'")
    if nodes is not None and nodes in graph:
        raise NotImplementedError("NetworkX has an error for a single node")
    after, before = _neighbor_sums(graph, target, weight)
    total = ("out" in source) * after
    if graph.directed:
        total = total + ("in" in source) * before
    degree = _degree(graph, source, weight)
    means = np.divide(total, degree, out=np.zeros(len(graph)), where=degree != 0)
    return graph.of_bunch(nodes, means)  # type: ignore[no-any-return]


@serves(Work.MANY_VISITS, refuses=_weighted_multigraph, few=("nodes",))
def average_degree_connectivity(
    graph: NxGraph, source: str, target: str, nodes: Any, weight: Any
) -> dict[int, float]:
    """By degree, in the order in which the nodes have it; a node given twice counts twice."""
    import networkx as nx

    if not graph.directed and (source, target) != ("in+out", "in+out"):
        raise nx.NetworkXError("source and target arguments are only supported for directed graphs")
    for name, kind in (("source", source), ("target", target)):
        if kind not in KINDS:
            raise nx.NetworkXError(f'{name} must be one of "in", "out", or "in+out"')
    after, before = _neighbor_sums(graph, target, weight)
    at = np.array([graph.numbers[node] for node in graph.bunch(nodes)], dtype=np.int64)
    degree, first, group = np.unique(
        _degree(graph, source)[at], return_index=True, return_inverse=True
    )
    sums = np.bincount(group, weights=(before if source == "in" else after)[at])
    norms = np.bincount(group, weights=_degree(graph, source, weight)[at])
    whole = weight is None or graph.whole(weight)

    def mean(k: int, g: int) -> float:
        if norms[g]:
            return float(sums[g] / norms[g])
        return int(sums[g]) if whole or k == 0 else float(sums[g])

    order = np.argsort(first).tolist()
    return {k: mean(k, g) for g in order for k in [int(degree[g])]}

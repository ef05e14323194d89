"""networkx.algorithms.structuralholes and dispersion: who stands between others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._kernels import run
from aidnet.nx._refusals import directed, positive_weights, without_loops
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array


def _some_of_multigraph(arguments: Any) -> str | None:
    if arguments.nodes is not None and arguments.G.is_multigraph():
        return "NetworkX does not look at the weights of parallel edges here"
    return None


def _of_nodes(graph: NxGraph, measure: str, nodes: Any, weight: Any) -> Any:
    import networkx as nx

    if nodes is None and len(graph) == 0:
        raise nx.NetworkXError("Graph has no nodes or edges")
    without_loops(graph)
    positive_weights(graph, weight)
    values: Array = run(measure, graph.strengths(weight), weighted=True)[measure]
    if nodes is None:
        return graph.by_node(values)
    if any(node not in graph for node in nodes):
        raise NotImplementedError("what is no node")
    if graph.directed:  # node by node NetworkX asks for successors
        values = np.where(graph.totals()[0] == 0, np.nan, values)
    listed = values.tolist()
    return {node: listed[graph.numbers[node]] for node in nodes}


@serves(Work.MANY_VISITS, refuses=_some_of_multigraph, few=("nodes",))
def constraint(graph: NxGraph, nodes: Any, weight: Any) -> dict[Any, float]:
    """Parallel edges are summed."""
    return _of_nodes(graph, "constraint", nodes, weight)  # type: ignore[no-any-return]


@serves(Work.MANY_VISITS, refuses=_some_of_multigraph, few=("nodes",))
def effective_size(graph: NxGraph, nodes: Any, weight: Any) -> dict[Any, float]:
    """Of all nodes at once only where all ties are alike; parallel edges are summed."""
    sums = graph.sums(weight)
    alike = sums is None or not len(sums) or sums.min() == sums.max()
    if nodes is None and (graph.directed or not alike):
        raise NotImplementedError("NetworkX takes maxima over other nodes here")
    return _of_nodes(graph, "effective_size", nodes, weight)  # type: ignore[no-any-return]


@serves(Work.MANY_VISITS, refuses=directed, few=("u", "v"))
def dispersion(
    graph: NxGraph, u: Any, v: Any, normalized: bool, alpha: float, b: float, c: float
) -> Any:
    """Of undirected graphs without loops; between partners."""
    without_loops(graph)
    table = run("dispersion", graph.ties, normalized=bool(normalized), alpha=alpha, b=b, c=c)
    values = table["dispersion"]
    if not normalized:
        values = values.astype(np.int64)
    listed = graph.by_entry(values).tolist()
    partners = graph.labels(graph.adjacency.indices)
    begins = graph.adjacency.indptr.tolist()

    def seen_from(node: Any) -> dict[Any, float]:
        a, b = begins[graph.numbers[node]], begins[graph.numbers[node] + 1]
        return dict(zip(partners[a:b], listed[a:b], strict=True))

    if u is None and v is None:
        return {node: seen_from(node) for node in graph.nodes}
    if u is None or v is None:
        return seen_from(v if u is None else u)
    found = seen_from(u)
    if v not in found:
        raise NotImplementedError("nodes that are no partners")
    return found[v]

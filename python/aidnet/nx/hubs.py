"""networkx.algorithms.centrality.laplacian: what the network would lose with a node."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aidnet.nx._kernels import run
from aidnet.nx._refusals import directed
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from aidnet.nx._graph import NxGraph


@serves(Work.ALL_PAIRS, refuses=directed, ignores=("walk_type", "alpha"))
def laplacian_centrality(
    graph: NxGraph, normalized: bool, nodelist: Any, weight: Any
) -> dict[Any, float]:
    """Of undirected graphs; parallel edges are summed."""
    import networkx as nx

    if len(graph) == 0:
        raise nx.NetworkXPointlessConcept("null graph has no centrality defined")
    if graph.totals(weight)[0].sum() == 0:
        if normalized:
            raise ZeroDivisionError("graph with no edges has zero full energy")
        return dict.fromkeys(graph.nodes, 0)
    nodes = graph.nodes if nodelist is None else nodelist
    if nodelist is not None and len(set(graph.bunch(nodelist))) != len(nodelist):
        raise nx.NetworkXError("nodelist has duplicate nodes or nodes not in G")
    ties = graph.strengths(weight)
    values = run("laplacian", ties, normalized=bool(normalized))["laplacian"].tolist()
    if normalized and values[0] != values[0]:
        raise NotImplementedError("loops alone")
    return {node: values[graph.numbers[node]] for node in nodes}

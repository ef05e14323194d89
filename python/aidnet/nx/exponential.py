"""networkx.algorithms: communicability and subgraph centrality, by the exponential of the ties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aidnet.nx._kernels import run
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from aidnet.nx._graph import NxGraph


def _run(graph: NxGraph, measure: str, column: str = "") -> Any:
    """NetworkX reads the weights to see which edges there are: those that are not 0."""
    if graph.has_zero_weights:
        raise NotImplementedError("edges of weight zero")
    return run(measure, graph.ties)[column or measure]


@serves(Work.ALL_PAIRS)
def communicability(graph: NxGraph) -> dict[Any, dict[Any, float]]:
    """To full precision, also where values are small."""
    rows = _run(graph, "communicability", "value").tolist()
    nodes = graph.nodes
    return {node: dict(zip(nodes, row, strict=True)) for node, row in zip(nodes, rows, strict=True)}


@serves(Work.MATRICES)
def communicability_exp(graph: NxGraph) -> dict[Any, dict[Any, float]]:
    """The same as communicability."""
    return communicability(graph)  # type: ignore[no-any-return]


@serves(Work.ALL_PAIRS)
def communicability_betweenness_centrality(graph: NxGraph) -> dict[Any, float]:
    """Of connected graphs, where NetworkX does not divide by zero."""
    if len(graph) and graph.components[1] > 1:
        raise NotImplementedError("a graph that is not connected")
    if len(graph) < 3:
        raise NotImplementedError("less than three nodes")
    return graph.by_node(_run(graph, "communicability_betweenness"))


@serves(Work.MATRICES)
def subgraph_centrality(graph: NxGraph) -> dict[Any, float]:
    """To full precision."""
    return graph.by_node(_run(graph, "subgraph"))


@serves(Work.MATRICES)
def subgraph_centrality_exp(graph: NxGraph) -> dict[Any, float]:
    """The same as subgraph centrality."""
    return subgraph_centrality(graph)  # type: ignore[no-any-return]


@serves(Work.MATRICES)
def estrada_index(graph: NxGraph) -> float:
    """The sum of all nodes' subgraph centralities."""
    import networkx as nx

    for kind in ("multigraph", "directed"):
        if getattr(graph, kind):
            raise nx.NetworkXNotImplemented(f"not implemented for {kind} type")
    if len(graph) == 0:
        return 0
    return float(_run(graph, "estrada_index", "value"))

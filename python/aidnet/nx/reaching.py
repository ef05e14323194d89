"""networkx.algorithms.centrality.reaching: how much of the network a node's help gets to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aidnet.nx._kernels import run
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array


def _reach(graph: NxGraph) -> Array:
    import networkx as nx

    if graph.edge_count == 0:
        raise nx.NetworkXError("Size of G must be positive")
    if len(graph) == 1:
        raise nx.NetworkXError(
            "local_reaching_centrality of a single node with self-loop not well-defined"
        )
    values: Array = run("local_reaching", graph.ties)["local_reaching"]
    return values


@serves(Work.MANY_VISITS, ignores=("normalized",), few=("v",))
def local_reaching_centrality(graph: NxGraph, v: Any) -> float:
    """By number of steps."""
    values = _reach(graph)
    graph.require(v, f"Source {v} not in G")
    return float(values[graph.numbers[v]])


@serves(Work.ALL_PAIRS, ignores=("normalized",))
def global_reaching_centrality(graph: NxGraph) -> float:
    """By number of steps."""
    values = _reach(graph)
    return float((values.max() - values).sum() / (len(graph) - 1))

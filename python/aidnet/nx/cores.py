"""networkx.algorithms.core: cores, shells and trusses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._kernels import run
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from aidnet.nx._graph import NxGraph

Cores = dict[Any, int] | None


def _without_loops(graph: NxGraph, name: str = "has") -> None:
    import networkx as nx

    if graph.loop_count:
        raise nx.NetworkXNotImplemented(
            f"Input graph {name} self loops which is not permitted; "
            "Consider using G.remove_edges_from(nx.selfloop_edges(G))."
        )


@serves(Work.MANY_VISITS)
def core_number(graph: NxGraph) -> dict[Any, int]:
    """A pair of nodes that give to each other has two ties, as in NetworkX."""
    _without_loops(graph)
    return graph.by_node(run("core_number", graph.ties, mode="all")["core_number"])


@serves()
def onion_layers(graph: NxGraph) -> dict[Any, int]:
    """In NetworkX's order."""
    _without_loops(graph, "contains")
    layer = run("onion_layers", graph.ties)["onion_layers"]
    # In a layer by the number of partners that are left, then as the graph has them.
    source, target = graph.entry_ends()
    left = np.bincount(source[layer[target] >= layer[source]], minlength=len(graph))
    order = np.lexsort((left, layer))
    return dict(zip(graph.labels(order), layer[order].tolist(), strict=True))


# -------------------------------------------------------------------------------------- subgraphs


def _part(graph: NxGraph, nodes: Iterable[Any]) -> nx.Graph[Any]:
    """The subgraph as NetworkX's graph, with all that the nodes and edges have."""
    return graph.origin.subgraph(nodes).copy()  # type: ignore[no-any-return]


@serves(Work.MANY_VISITS)
def k_core(graph: NxGraph, k: int | None, core_number: Cores) -> nx.Graph[Any]:
    """A NetworkX graph, with all attributes."""
    core = _cores(graph, core_number)
    k = max(core.values()) if k is None else k
    return _part(graph, (v for v in core if core[v] >= k))


@serves(Work.MANY_VISITS)
def k_shell(graph: NxGraph, k: int | None, core_number: Cores) -> nx.Graph[Any]:
    """A NetworkX graph, with all attributes."""
    core = _cores(graph, core_number)
    k = max(core.values()) if k is None else k
    return _part(graph, (v for v in core if core[v] == k))


@serves(Work.MANY_VISITS)
def k_crust(graph: NxGraph, k: int | None, core_number: Cores) -> nx.Graph[Any]:
    """A NetworkX graph, with all attributes."""
    core = _cores(graph, core_number)
    k = max(core.values()) - 1 if k is None else k
    return _part(graph, (v for v in core if core[v] <= k))


@serves(Work.MANY_VISITS)
def k_corona(graph: NxGraph, k: int, core_number: Cores) -> nx.Graph[Any]:
    """A NetworkX graph, with all attributes."""
    core = _cores(graph, core_number)
    if core.keys() != graph.numbers.keys():
        raise NotImplementedError("core numbers of others than just the graph's nodes")
    number = np.array([core[node] for node in graph.nodes], dtype=float)
    source, target = graph.entry_ends()
    partners = np.bincount(source[number[target] >= k], minlength=len(graph))
    return _part(graph, graph.labels(np.flatnonzero((number == k) & (partners == k))))


def _cores(graph: NxGraph, given: Cores) -> dict[Any, int]:
    return core_number(graph) if given is None else given


@serves(Work.MANY_VISITS)
def k_truss(graph: NxGraph, k: int) -> nx.Graph[Any]:
    """A NetworkX graph, with all attributes."""
    _without_loops(graph)
    truss = graph.by_entry(run("truss", graph.ties)["truss"])
    chosen, source, target = graph.edge_ends
    dropped = truss[chosen] < k
    part = graph.origin.copy()
    part.remove_edges_from(
        zip(graph.labels(source[dropped]), graph.labels(target[dropped]), strict=True)
    )
    part.remove_nodes_from([node for node, degree in part.degree if degree == 0])
    return part  # type: ignore[no-any-return]

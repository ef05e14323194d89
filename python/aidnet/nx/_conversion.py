"""Graphs of NetworkX and Networks of aidnet as an `NxGraph`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aidnet import _core
from aidnet.nx._graph import NxGraph
from aidnet.nx._rows import Attribute, read_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aidnet.network import Network


def view(graph: NxGraph | Network) -> NxGraph:
    """The graph itself, or a Network in the same form: made once and kept."""
    if isinstance(graph, NxGraph):
        return graph
    if graph._nx is None:  # noqa: SLF001
        graph._nx = _of_network(graph)  # noqa: SLF001
    made: NxGraph = graph._nx  # noqa: SLF001
    return made


def _of_network(network: Network) -> NxGraph:
    nodes = network.nodes.tolist()
    weights = network.weights
    return NxGraph(
        nodes,
        {node: k for k, node in enumerate(nodes)},
        _core.Adjacency(network.indptr, network.indices),
        {"weight": Attribute(weights, weights, whole=False, plain=True)},
        directed=network.directed,
        multigraph=False,
    )


def read(
    graph: Any,
    edge_attributes: Mapping[Any, Any],
    node_attributes: Mapping[Any, Any] | None = None,
    *,
    has_all: bool = False,
) -> NxGraph:
    """Read a NetworkX graph and the attributes, given as {name: default}; or all if need be."""
    nodes = list(graph)
    numbers = {node: k for k, node in enumerate(nodes)}
    multigraph = graph.is_multigraph()
    adjacency, columns = read_rows(
        graph.adjacency(), numbers, multigraph, [*edge_attributes.items()]
    )
    attributes = {
        name: Attribute(*column) for name, column in zip(edge_attributes, columns, strict=True)
    }
    found = NxGraph(
        nodes,
        numbers,
        adjacency,
        attributes,
        directed=graph.is_directed(),
        multigraph=multigraph,
        node_values={
            name: [value for _, value in graph.nodes(data=name, default=default)]
            for name, default in (node_attributes or {}).items()
        },
        has_all=has_all,
    )
    found.read_from(graph)
    return found

"""The cases of measures of flows: networks with capacities, for us and NetworkX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

import aidnet
from support.cases import networks

if TYPE_CHECKING:
    from collections.abc import Iterator

Array = np.ndarray[Any, Any]
Case = tuple[int, aidnet.Network, Any, "nx.Graph[Any]", Array]


def flow_cases(**options: Any) -> Iterator[Case]:
    """Seed, network and capacity, then a NetworkX graph with capacities, and them, one an edge.

    Every second network's capacities are its weights, the others' small whole numbers of their own.
    Edges of weight zero are none for aidnet: there capacities are 0 for the others.
    """
    for seed, net in networks(**options):
        if len(net) < 2:
            continue
        weight = net.edges["weight"].to_numpy()
        whole = np.random.default_rng(seed).integers(0, 6, net.edge_count).astype(float)
        capacity = aidnet.Capacity(whole) if seed % 4 >= 2 else "weight"
        values = np.where(weight != 0, whole, 0.0) if seed % 4 >= 2 else weight
        graph: nx.Graph[Any] = nx.DiGraph() if net.directed else nx.Graph()
        graph.add_nodes_from(net.nodes)
        rows = zip(net.edges["source"], net.edges["target"], values.tolist(), strict=True)
        graph.add_weighted_edges_from(rows, weight="capacity")
        yield seed, net, capacity, graph, values


def ends_of(net: aidnet.Network, seed: int) -> tuple[Any, Any]:
    """Two different nodes; such as have edges, where there are."""
    draw = np.random.default_rng(seed)
    ends = net.edges[net.edges["source"] != net.edges["target"]]
    if len(ends) == 0:
        return net.nodes[0], net.nodes[1]
    source = draw.choice(ends["source"].to_numpy())
    return source, draw.choice(net.nodes[net.nodes != source])

"""The cases of measures that follow shortest paths: networks with lengths, for us and NetworkX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

import aidnet
from support.cases import networks

if TYPE_CHECKING:
    from collections.abc import Iterator

Case = tuple[int, aidnet.Network, Any, "nx.Graph[Any]", str | None]


def networks_with_lengths(**options: Any) -> Iterator[Case]:
    """Seed, network and length, then the same as a NetworkX graph and the name of an attribute.

    Each network has three lengths: unit, reciprocal, and small whole numbers, so that many paths
    tie. Edges of weight zero and of infinite length are none for aidnet; the graph lacks them.
    """
    for seed, net in networks(**options):
        whole = np.random.default_rng(seed).choice([1.0, 2.0, 3.0, 3.0, np.inf], net.edge_count)
        weight = net.edges["weight"].to_numpy()
        with np.errstate(divide="ignore"):
            reciprocal = 1 / weight
        yield seed, net, "unit", _graph(net, weight != 0, whole), None
        yield seed, net, "reciprocal", _graph(net, weight != 0, reciprocal), "length"
        exists = (weight != 0) & np.isfinite(whole)
        yield seed, net, aidnet.Length(whole), _graph(net, exists, whole), "length"


def _graph(net: aidnet.Network, exists: Any, lengths: Any) -> nx.Graph[Any]:
    graph: nx.Graph[Any] = nx.DiGraph() if net.directed else nx.Graph()
    graph.add_nodes_from(net.nodes)
    rows = zip(net.edges["source"], net.edges["target"], lengths.tolist(), strict=True)
    graph.add_weighted_edges_from(
        (row for row, is_there in zip(rows, exists, strict=True) if is_there), weight="length"
    )
    return graph

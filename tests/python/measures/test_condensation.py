"""Condensation against NetworkX, and its weights against sums by pandas."""

from __future__ import annotations

import networkx as nx
import numpy as np

import aidnet
from support.cases import networks, to_networkx


def test_parity_with_networkx() -> None:
    merged = 0
    for seed, net in networks(directed=True):
        theirs = nx.condensation(to_networkx(net))
        ours = aidnet.condensation(net)
        parts = aidnet.strong_components(net)
        number = {k: parts[next(iter(data["members"]))] for k, data in theirs.nodes(data=True)}
        assert list(ours.nodes) == list(range(len(number))), f"seed {seed}"
        edges = {(number[u], number[v]) for u, v in theirs.edges}
        assert set(zip(ours.edges.source, ours.edges.target, strict=True)) == edges, f"seed {seed}"
        assert nx.is_directed_acyclic_graph(ours.to_networkx())

        rows = net.edges.assign(
            source=parts.loc[net.edges.source].to_numpy(),
            target=parts.loc[net.edges.target].to_numpy(),
        )
        between = rows[(rows.source != rows.target) & (rows.weight != 0)]
        sums = between.groupby(["source", "target"]).weight.sum()
        np.testing.assert_allclose(ours.edges.weight, sums.to_numpy(), rtol=1e-9)
        merged += 1 < len(ours) < len(net)
    assert merged > 50


def test_of_an_undirected_network() -> None:
    """A node for each connected component."""
    for _, net in networks(directed=False):
        ours = aidnet.condensation(net)
        assert (ours.directed, ours.edge_count) == (False, 0)
        assert len(ours) == nx.number_connected_components(to_networkx(net))


def test_with_what_stays_inside() -> None:
    """The quotient by the components has the same nodes and edges, and loops."""
    for _, net in networks(directed=True):
        whole = net.quotient(aidnet.strong_components(net)).edges
        between = whole[(whole.source != whole.target) & (whole.weight != 0)]
        ours = aidnet.condensation(net).edges
        assert ours.to_numpy().tolist() == between.to_numpy().tolist()

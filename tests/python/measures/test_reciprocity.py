"""Weighted reciprocity against its formula in NumPy, and NetworkX where weights do not matter."""

from __future__ import annotations

import math

import igraph
import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import networks, to_networkx
from support.undirected import without_loops


def test_parity_with_numpy() -> None:
    for seed, net in networks():
        weights = net.to_scipy().toarray()
        np.fill_diagonal(weights, 0.0)
        total = weights.sum()
        expected = np.minimum(weights, weights.T).sum() / total if total else math.nan
        assert aidnet.reciprocity(net) == pytest.approx(expected, rel=1e-9, nan_ok=True), seed


def test_parity_with_networkx_where_all_weights_are_one() -> None:
    compared = 0
    for seed, net in networks(0.7, directed=True):
        graph = to_networkx(net)
        graph.remove_edges_from(list(nx.selfloop_edges(graph)))
        if not graph.size():
            continue
        nx.set_edge_attributes(graph, 1.0, "weight")
        ours = aidnet.reciprocity(graph)
        assert ours == pytest.approx(nx.overall_reciprocity(graph), rel=1e-12), f"seed {seed}"
        compared += 1
    assert compared >= 200


def test_ties_against_networkx_and_igraph() -> None:
    compared = 0
    for seed, net in networks(0.7, directed=True):
        graph = without_loops(net)
        if not graph.size():
            continue
        ours = aidnet.reciprocity(net, method="binary")
        assert ours == pytest.approx(nx.overall_reciprocity(graph), rel=1e-12), f"seed {seed}"
        theirs = igraph.Graph.from_networkx(graph).reciprocity()
        assert ours == pytest.approx(theirs, rel=1e-12), f"seed {seed}"
        a = nx.density(graph)
        expected = (theirs - a) / (1 - a) if a < 1 else math.nan
        rho = aidnet.reciprocity(net, method="rho")
        assert rho == pytest.approx(expected, rel=1e-9, abs=1e-12, nan_ok=True), f"seed {seed}"
        compared += 1
    assert compared >= 200


def test_a_plain_number() -> None:
    assert type(aidnet.reciprocity(aidnet.from_edges(["a"], ["b"]))) is float


def test_weight_compared_with_geometric_numbers() -> None:
    compared = 0
    for seed, net in networks(0.6):
        weights = net.to_scipy().toarray()
        np.fill_diagonal(weights, 0.0)
        rho = aidnet.reciprocity(net, method="weighted_rho")
        if not weights.sum():
            assert math.isnan(rho)
            continue
        mean = weights.sum() / (len(net) * (len(net) - 1))
        if mean > 100:
            continue
        amounts = np.arange(1, 20_000)
        # What a pair has in common, term by term: P(both numbers >= k) for k from 1.
        common = ((mean / (1 + mean)) ** (2.0 * amounts)).sum() / mean
        expected = (aidnet.reciprocity(net) - common) / (1 - common)
        assert rho == pytest.approx(expected, rel=1e-9, abs=1e-12), f"seed {seed}"
        compared += 1
    assert compared >= 200

"""Clustering coefficients against NetworkX and igraph."""

from __future__ import annotations

import math
from typing import Any

import igraph
import networkx as nx
import pytest

import aidnet
from support.cases import assert_close, networks
from support.undirected import partners, without_loops


def defined(values: dict[Any, float], graph: nx.Graph[Any]) -> dict[Any, float]:
    """NaN where a node has fewer than two partners, for which NetworkX has 0."""
    return {u: x if len(set(nx.all_neighbors(graph, u))) > 1 else math.nan
            for u, x in values.items()}  # fmt: skip


def test_parity_with_networkx() -> None:
    for seed, net in networks():
        graph = without_loops(net)
        assert_close(aidnet.clustering(net), defined(nx.clustering(graph), graph), seed)
        weighted = defined(nx.clustering(graph, weight="weight"), graph)
        assert_close(aidnet.clustering(net, method="fagiolo_weighted"), weighted, seed)


def test_parity_with_networkx_whichever_way() -> None:
    for seed, net in networks():
        graph = partners(net)
        ours = aidnet.clustering(net, method="watts_strogatz")
        assert_close(ours, defined(nx.clustering(graph), graph), seed)
        weighted = defined(nx.clustering(graph, weight="weight"), graph)
        assert_close(aidnet.clustering(net, method="onnela"), weighted, seed)


def test_parity_with_igraph() -> None:
    for seed, net in networks():
        graph = partners(net)
        if not graph.size():
            continue
        theirs = igraph.Graph.from_networkx(graph)
        values = theirs.transitivity_local_undirected(weights="weight")
        expected = dict(zip(net.nodes, values, strict=True))
        assert_close(aidnet.clustering(net, method="barrat"), expected, seed)


def test_mean_of_zacharys_karate_club() -> None:
    """0.588 over the members with two partners or more, 0.571 with 0 for the one who has not."""
    club = aidnet.clustering(nx.karate_club_graph())
    assert club.mean() == pytest.approx(0.588, abs=5e-4)
    assert club.fillna(0).mean() == pytest.approx(0.571, abs=5e-4)

"""Transitivity against NetworkX and igraph."""

from __future__ import annotations

import math

import igraph
import networkx as nx
import pytest

import aidnet
from support.cases import networks
from support.undirected import partners


def test_parity_with_networkx() -> None:
    for seed, net in networks():
        graph = partners(net)
        defined = any(k > 1 for _, k in graph.degree)  # else NetworkX has 0
        expected = nx.transitivity(graph) if defined else math.nan
        assert aidnet.transitivity(net) == pytest.approx(expected, rel=1e-9, nan_ok=True), seed


def test_parity_with_igraph() -> None:
    for seed, net in networks():
        expected = igraph.Graph.from_networkx(partners(net)).transitivity_undirected()
        assert aidnet.transitivity(net) == pytest.approx(expected, rel=1e-9, nan_ok=True), seed


def test_zachary_karate_club() -> None:
    """0.255682, in igraph's tests/unit/global_transitivity.out and in KONECT (ucidata-zachary)."""
    assert aidnet.transitivity(nx.karate_club_graph()) == pytest.approx(0.255682, abs=5e-7)

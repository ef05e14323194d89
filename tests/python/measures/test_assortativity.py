"""Assortativity against NetworkX and igraph."""

from __future__ import annotations

import math
import warnings
from typing import Any

import igraph
import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import networks
from support.undirected import without_loops


def pearson(graph: nx.Graph[Any], source: str, target: str, weight: str | None) -> float:
    pairs = np.array(list(nx.node_degree_xy(graph, x=source, y=target, weight=weight)))
    if len(pairs) < 2 or (np.ptp(pairs, axis=0) <= 1e-13 * pairs.max(axis=0)).any():
        return math.nan  # where NetworkX raises or divides by rounding errors
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # SciPy's that values are nearly constant
        return float(
            nx.degree_pearson_correlation_coefficient(graph, x=source, y=target, weight=weight)
        )


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("source", ["out", "in"])
@pytest.mark.parametrize("target", ["out", "in"])
def test_parity_with_networkx(source: str, target: str, weighted: bool) -> None:
    defined = 0
    for seed, net in networks(0.8):
        graph = without_loops(net)
        expected = pearson(graph, source, target, "weight" if weighted else None)
        ours = aidnet.assortativity(net, source=source, target=target, weighted=weighted)
        assert ours == pytest.approx(expected, rel=0, abs=1e-9, nan_ok=True), f"seed {seed}"
        defined += not math.isnan(ours)
    assert defined >= 200


def test_parity_with_igraph() -> None:
    for seed, net in networks():
        expected = igraph.Graph.from_networkx(without_loops(net)).assortativity_degree()
        ours = aidnet.assortativity(net)
        if not math.isnan(ours):
            assert ours == pytest.approx(expected, rel=0, abs=1e-9), f"seed {seed}"


def test_zachary_karate_club() -> None:
    """-0.475613, in igraph's tests/unit/assortativity.out and in KONECT (ucidata-zachary)."""
    assert aidnet.assortativity(nx.karate_club_graph()) == pytest.approx(-0.475613, abs=5e-7)

"""Leiden communities: quality by definition, guarantees, and against igraph."""

from __future__ import annotations

import random
from typing import Any

import igraph
import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import networks, to_networkx
from support.communities import modularity_by_numpy, planted

SEEDS = range(5)


def potts_by_numpy(net: aidnet.Network, groups: Any, resolution: float) -> float:
    weights = net.to_scipy().toarray()
    if not net.directed:
        weights = np.triu(weights)
    same = np.equal.outer(groups, groups)
    pairs = same.sum() - len(groups)
    return float((weights * same).sum() - resolution * pairs / (1 if net.directed else 2))


@pytest.mark.parametrize("objective", ["modularity", "cpm"])
def test_quality_by_numpy_and_connected(objective: str) -> None:
    compared = 0
    for seed, net in networks(0.9):
        resolution = [1.0, 0.3, 2.0][seed % 3]
        ours = aidnet.leiden(net, objective=objective, resolution=resolution, seed=seed)
        groups = ours.to_numpy()
        assert list(ours.unique()) == list(range(ours.attrs["count"])), f"seed {seed}"
        quality = ours.attrs["quality"]
        if objective == "cpm":
            expected = potts_by_numpy(net, groups, resolution)
            assert quality == pytest.approx(expected, rel=0, abs=1e-9 * (1 + net.weights.sum()))
        else:
            expected = modularity_by_numpy(net, groups, resolution)
            assert quality == pytest.approx(expected, rel=0, abs=1e-9, nan_ok=True)
        graph = to_networkx(net).to_undirected()
        for group in range(ours.attrs["count"]):
            assert nx.is_connected(graph.subgraph(net.nodes[groups == group])), f"seed {seed}"
        compared += 1
    assert compared >= 200


def test_as_good_as_igraph() -> None:
    lost = []
    for seed, net in networks(1.0, directed=False):
        if not net.weights.sum():
            continue
        best = max(aidnet.leiden(net, iterations=-1, seed=s).attrs["quality"] for s in range(5))
        graph = igraph.Graph.from_networkx(to_networkx(net))
        random.seed(seed)  # which igraph draws from
        found = graph.community_leiden(
            objective_function="modularity", weights="weight", n_iterations=-1
        )
        lost.append(graph.modularity(found.membership, weights="weight") - best)
        assert lost[-1] < 0.04, f"seed {seed}"  # chance decides either way
    assert len(lost) >= 200
    assert np.mean(lost) < 1e-6


def test_planted_partitions() -> None:
    for seed in range(10):
        graph = planted(seed)
        truth = nx.community.modularity(graph, graph.graph["partition"])
        best = max(aidnet.leiden(graph, seed=s).attrs["quality"] for s in SEEDS)
        random.seed(seed)  # which igraph draws from
        other = igraph.Graph.from_networkx(graph).community_leiden(
            objective_function="modularity", n_iterations=-1
        )
        assert best >= truth - 1e-12
        assert best >= other.modularity - 0.005


def test_the_karate_club() -> None:
    """0.4198 is the largest modularity of any partition (Brandes et al. 2008)."""
    graph = nx.karate_club_graph()
    for _, _, data in graph.edges(data=True):
        del data["weight"]
    found = [aidnet.leiden(graph, iterations=-1, seed=s) for s in range(10)]
    best = max(found, key=lambda one: one.attrs["quality"])
    assert best.attrs["quality"] == pytest.approx(0.41979, abs=1e-5)
    assert best.attrs["count"] == 4
    assert all(one.attrs["converged"] for one in found)

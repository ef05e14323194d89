"""Louvain communities: their modularity by definition, and against NetworkX's and igraph's."""

from __future__ import annotations

import igraph
import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import networks, to_networkx
from support.communities import modularity_by_numpy, planted

SEEDS = range(5)


def test_modularity_by_numpy_and_as_good_as_networkx() -> None:
    compared, lost = 0, []
    for seed, net in networks(0.9):
        ours = aidnet.louvain(net, seed=seed)
        expected = modularity_by_numpy(net, ours)
        assert ours.attrs["modularity"] == pytest.approx(expected, rel=0, abs=1e-9, nan_ok=True)
        assert list(ours.unique()) == list(range(ours.attrs["count"])), f"seed {seed}"
        if np.isnan(expected):
            continue
        best = max(aidnet.louvain(net, seed=s).attrs["modularity"] for s in SEEDS)
        graph = to_networkx(net)
        theirs = max(
            nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=s))
            for s in SEEDS
        )
        lost.append(theirs - best)
        compared += 1
    assert compared >= 200
    assert max(lost) < 0.1  # chance decides either way
    assert np.mean(lost) < 1e-3, np.mean(lost)


def test_planted_partitions() -> None:
    for seed in range(10):
        graph = planted(seed)
        truth = nx.community.modularity(graph, graph.graph["partition"])
        best = max(aidnet.louvain(graph, seed=s).attrs["modularity"] for s in SEEDS)
        other = igraph.Graph.from_networkx(graph).community_multilevel().modularity
        assert best >= truth - 0.005
        assert best >= other - 0.005


def test_options_reach_it() -> None:
    graph = planted(1)
    assert aidnet.louvain(graph, max_levels=1).attrs["levels"] == 1
    assert aidnet.louvain(graph, resolution=20.0).nunique() > aidnet.louvain(graph).nunique()
    with pytest.raises(aidnet.ValidationError, match="seed is -1"):
        aidnet.louvain(graph, seed=-1)

"""Group degree against NetworkX."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import networks, to_networkx


@pytest.mark.parametrize("mode", ["out", "in", "all"])
def test_parity_with_networkx(mode: str) -> None:
    theirs = {
        "out": nx.group_out_degree_centrality,
        "in": nx.group_in_degree_centrality,
        "all": lambda graph, group: nx.group_degree_centrality(graph.to_undirected(), group),
    }
    for seed, net in networks(directed=True):
        if len(net) < 2:
            continue
        group = np.random.default_rng(seed).choice(net.nodes, len(net) // 2, replace=False)
        expected = theirs[mode](to_networkx(net), list(group))
        ours = aidnet.group_degree(net, group=group, mode=mode)
        assert ours == pytest.approx(expected, rel=1e-12), f"seed {seed}"


def test_parity_with_networkx_undirected() -> None:
    for seed, net in networks(directed=False):
        if len(net) < 2:
            continue
        group = np.random.default_rng(seed).choice(net.nodes, len(net) // 2, replace=False)
        expected = nx.group_degree_centrality(to_networkx(net), list(group))
        assert aidnet.group_degree(net, group=group) == pytest.approx(expected, rel=1e-12)


def test_unknown_member() -> None:
    with pytest.raises(aidnet.UnknownNodeError, match="group"):
        aidnet.group_degree(aidnet.from_edges(["a"], ["b"]), group=["c"])

"""Bottlenecks against reachability and spanning trees in NetworkX."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx


def test_parity_with_reachability() -> None:
    """The largest weight such that the edges of at least that weight lead to the node."""
    for seed, net in networks(directed=True):
        if len(net) == 0:
            continue
        graph, source = to_networkx(net), net.nodes[seed % len(net)]
        expected = dict.fromkeys(graph, 0.0) | {source: np.inf}
        rest = nx.DiGraph()
        rest.add_nodes_from(graph)
        by_weight = sorted(graph.edges(data="weight"), key=lambda row: -row[2])
        for u, v, w in by_weight:
            rest.add_edge(u, v)
            for found in nx.descendants(rest, source):
                expected[found] = max(expected[found], w)
        assert_close(aidnet.bottleneck(net, source=source), expected, seed)
        ours = aidnet.bottleneck(aidnet.from_networkx(graph.reverse()), source=source, mode="in")
        assert_close(ours.reindex(net.nodes), expected, seed)


def test_parity_with_spanning_trees() -> None:
    """Undirected, the path in a maximum spanning tree is a widest one."""
    for seed, net in networks(directed=False):
        if len(net) == 0:
            continue
        tree, source = nx.maximum_spanning_tree(to_networkx(net)), net.nodes[0]
        expected = {}
        for v in net.nodes:
            ways = nx.has_path(tree, source, v)
            path = nx.shortest_path(tree, source, v) if ways else []
            least = [tree.edges[e]["weight"] for e in pairwise(path)]
            expected[v] = min(least, default=np.inf if v == source else 0.0)
        for mode in ("out", "in", "all"):
            assert_close(aidnet.bottleneck(net, source=source, mode=mode), expected, seed)


def test_source_must_be_given() -> None:
    with pytest.raises(TypeError, match="needs the keyword argument 'source'"):
        aidnet.bottleneck(aidnet.from_edges(["a"], ["b"]))

"""Minimum spanning trees against NetworkX."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.lengths import networks_with_lengths

# The graph of Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, figure 23.1.
CLRS = "ab4 bc8 cd7 de9 ef10 ah8 bh11 hi7 ci2 ig6 hg1 gf2 cf4 df14"


def test_parity_with_networkx() -> None:
    for seed, net, length, graph, attribute in networks_with_lengths():
        both = nx.Graph()
        both.add_nodes_from(graph)
        for u, v, data in graph.edges(data=True):
            value = data[attribute] if attribute else 1.0
            before = both.edges[u, v]["length"] if both.has_edge(u, v) else np.inf
            both.add_edge(u, v, length=min(before, value))
        ours = aidnet.minimum_spanning_tree(net, length=length)
        theirs = [w for *_, w in nx.minimum_spanning_edges(both, weight="length", data=True)]
        values = sorted(data["length"] for data in theirs)
        np.testing.assert_allclose(ours["length"], values, rtol=1e-9, err_msg=f"seed {seed}")
        assert ours.attrs["total"] == pytest.approx(sum(values), rel=1e-9)
        for row in ours.itertuples():
            assert both.edges[row.source, row.target]["length"] == row.length
        assert ours.empty or nx.is_forest(nx.from_pandas_edgelist(ours))


def test_published() -> None:
    """37, in the text's figure 23.1."""
    edges = CLRS.split()
    source, target = [e[0] for e in edges], [e[1] for e in edges]
    net = aidnet.from_edges(source, target, directed=False)
    given = {frozenset(e[:2]): float(e[2:]) for e in edges}
    values = [given[frozenset(pair)] for pair in net.edges[["source", "target"]].to_numpy()]
    tree = aidnet.minimum_spanning_tree(net, length=aidnet.Length(values))
    assert tree.attrs["total"] == 37.0
    assert len(tree) == 8

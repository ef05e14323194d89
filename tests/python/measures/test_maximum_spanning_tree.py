"""Maximum spanning trees against NetworkX and SciPy."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from scipy.sparse import csgraph

import aidnet
from support.cases import networks
from support.undirected import partners


def test_parity_with_networkx_and_scipy() -> None:
    for seed, net in networks():
        graph = partners(net)
        ours = aidnet.maximum_spanning_tree(net)
        theirs = list(nx.maximum_spanning_edges(graph, data=True))
        assert len(ours) == len(theirs), f"seed {seed}"
        total = sum(data["weight"] for *_, data in theirs)
        assert ours.attrs["total"] == pytest.approx(total, rel=1e-9), f"seed {seed}"
        weights = sorted((data["weight"] for *_, data in theirs), reverse=True)
        np.testing.assert_allclose(ours["weight"], weights, rtol=1e-9)
        for row in ours.itertuples():
            assert graph.edges[row.source, row.target]["weight"] == pytest.approx(row.weight)
        assert ours.empty or nx.is_forest(nx.from_pandas_edgelist(ours))
        if not len(net):
            continue
        matrix = nx.to_scipy_sparse_array(graph)
        matrix.data = -matrix.data
        by_scipy = -csgraph.minimum_spanning_tree(matrix).sum()
        assert ours.attrs["total"] == pytest.approx(by_scipy, rel=1e-9), f"seed {seed}"


def test_the_same_tree_where_no_weights_tie() -> None:
    for seed, net in networks():
        graph = partners(net)
        if len(set(nx.get_edge_attributes(graph, "weight").values())) < graph.size():
            continue
        ours = {frozenset(pair) for pair in zip(*aidnet.maximum_spanning_tree(net)[
            ["source", "target"]].to_numpy().T, strict=True)}  # fmt: skip
        theirs = {frozenset(pair) for pair in nx.maximum_spanning_edges(graph, data=False)}
        assert ours == theirs, f"seed {seed}"


def test_negative_weights_are_taken_last() -> None:
    net = aidnet.from_edges(list("aab"), list("bcc"), [-1.0, 2.0, -3.0])
    tree = aidnet.maximum_spanning_tree(net)
    assert tree.to_numpy().tolist() == [["a", "c", 2.0], ["a", "b", -1.0]]
    assert tree.attrs["total"] == 1.0

"""Laplacian centrality against NetworkX."""

from __future__ import annotations

import networkx as nx
import pytest

import aidnet
from support.cases import assert_close, networks
from support.undirected import partners


@pytest.mark.parametrize("normalized", [False, True])
def test_parity_with_networkx(normalized: bool) -> None:
    compared = 0
    for seed, net in networks(0.9):
        graph = partners(net)
        if not graph.size():
            continue  # NetworkX divides by 0
        expected = nx.laplacian_centrality(graph, normalized=normalized)
        assert_close(aidnet.laplacian(net, normalized=normalized), expected, seed)
        compared += 1
    assert compared >= 200


def test_published_example() -> None:
    """Figure 1 of the paper, as in NetworkX's tests: 180, 140, 56, 44, 64 and 16 of 268 or so."""
    ties = [(0, 1, 4), (0, 2, 2), (2, 1, 1), (1, 3, 2), (1, 4, 2), (4, 5, 1)]
    net = aidnet.from_edges(*zip(*ties, strict=True), directed=False)
    values = aidnet.laplacian(net, normalized=False).sort_index()
    assert values.tolist() == [140.0, 180.0, 56.0, 44.0, 52.0, 8.0]
    shares = aidnet.laplacian(net).sort_index().round(2).tolist()
    assert shares == [0.7, 0.9, 0.28, 0.22, 0.26, 0.04]

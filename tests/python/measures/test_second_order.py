"""Second-order centrality against NetworkX and the times of the walk."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, random_network, to_networkx


def by_hitting_times(weights: np.ndarray) -> list[float]:
    """From the definition: the mean times of the fair walk, one linear system a node."""
    count = len(weights)
    strength = weights.sum(axis=1)
    walk = weights / strength.max()
    np.fill_diagonal(walk, walk.diagonal() + 1 - strength / strength.max())
    scores = []
    for i in range(count):
        onward = walk.copy()
        onward[:, i] = 0
        times = np.linalg.solve(np.eye(count) - onward, np.ones(count))
        scores.append(float(np.sqrt(max(0.0, 2 * times.sum() - count * (count + 1)))))
    return scores


def test_parity_with_networkx_and_the_definition() -> None:
    peers = compared = 0
    for seed in range(2400):
        net = random_network(seed)
        graph = nx.Graph(to_networkx(net.to_undirected()))
        if not len(net) or not nx.is_connected(graph):
            if len(net) > 1:
                with pytest.raises(aidnet.UndefinedError, match="parts"):
                    aidnet.second_order(net)
            continue
        if seed % 3 == 2 or len(net) == 1:
            continue  # the references lose digits of weights over twelve decades
        weights = net.to_undirected().to_scipy().toarray()
        ours = aidnet.second_order(net)
        expected = by_hitting_times(weights)
        assert_close(ours, dict(zip(net.nodes, expected, strict=True)), seed)
        compared += 1
        if not nx.number_of_selfloops(graph):
            assert_close(ours, nx.second_order_centrality(graph), seed)
            peers += 1
        if seed % 4 == 1:
            alike = by_hitting_times((weights > 0).astype(float))
            plain = aidnet.second_order(net, weighted=False)
            assert_close(plain, dict(zip(net.nodes, alike, strict=True)), seed)
    assert compared >= 200
    assert peers >= 100


def test_published_star() -> None:
    """NetworkX's documentation: the middle of a star comes back most regularly."""
    star = aidnet.from_edges([0] * 10, range(1, 11), directed=False)
    assert aidnet.second_order(star).idxmin() == 0


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        (nx.path_graph(3), [3.741, 1.414, 3.741]),
        (nx.complete_graph(3), [1.414] * 3),
        (nx.cycle_graph(5), [4.472] * 5),
    ],
)
def test_published_values(graph: nx.Graph[int], expected: list[float]) -> None:
    """Kermarrec et al. (2011), in NetworkX's test_second_order_centrality.py; decimals are cut."""
    scores = aidnet.second_order(graph).tolist()
    assert [int(1000 * score) / 1000 for score in scores] == expected


def test_single_node() -> None:
    assert aidnet.second_order(aidnet.from_edges([], [], nodes=["a"])).tolist() == [0.0]

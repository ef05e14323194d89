"""Random-walk closeness against the fundamental matrix, from the definition."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx


def by_fundamental_matrix(weights: np.ndarray) -> np.ndarray:
    """Of one part: Kemeny and Snell's m_ij = (z_jj - z_ij) / p_j of Z = (I - W + 1 p^T)^-1."""
    walk = weights / weights.sum(axis=1)[:, None]
    share = weights.sum(axis=1) / weights.sum()
    z = np.linalg.inv(np.eye(len(weights)) - walk + share[None, :])
    times = (z.diagonal()[None, :] - z) / share[None, :]
    scores: np.ndarray = (len(weights) - 1) / times.sum(axis=0)
    return scores


def test_parity_with_the_fundamental_matrix() -> None:
    compared = 0
    for seed, net in networks(2 / 3):
        if seed % 3 == 2:
            continue  # the reference loses digits of weights over twelve decades
        weighted = seed % 4 != 1
        around = net.to_undirected()
        weights = around.to_scipy().toarray()
        if not weighted:
            weights = (weights > 0).astype(float)
        graph = nx.Graph(to_networkx(around))
        expected = dict.fromkeys(net.nodes, 0.0)
        place = {v: k for k, v in enumerate(net.nodes)}
        for part in nx.connected_components(graph):
            if len(part) == 1:
                continue
            rows = sorted(place[v] for v in part)
            scores = by_fundamental_matrix(weights[np.ix_(rows, rows)])
            expected |= dict(zip(net.nodes[rows], scores, strict=True))
        assert_close(aidnet.random_walk_closeness(net, weighted=weighted), expected, seed)
        compared += 1
    assert compared >= 200


def test_the_middle_of_a_star_is_found_at_once() -> None:
    """With n leaves: 1 step to the middle, 2n - 1 from it to a leaf, one more between leaves."""
    star = aidnet.from_edges([0] * 6, range(1, 7), directed=False)
    scores = aidnet.random_walk_closeness(star)
    assert scores[0] == pytest.approx(1.0, rel=1e-14)
    assert scores[1] == pytest.approx(6 / (11 + 5 * 12), rel=1e-14)


def test_resistances_say_how_long_there_and_back_takes() -> None:
    """Chandra et al.: H_ij + H_ji = 2 m R_ij; in a tree and a cycle, by hand."""
    ring = aidnet.from_edges(range(8), [(k + 1) % 8 for k in range(8)], directed=False)
    # In a ring of n nodes k steps away is k (n - k) steps of the walk.
    expected = 7 / sum(k * (8 - k) for k in range(1, 8))
    assert aidnet.random_walk_closeness(ring).to_numpy() == pytest.approx(expected, rel=1e-14)

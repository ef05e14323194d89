"""Trophic incoherence against NetworkX and the definition."""

from __future__ import annotations

import math

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import networks, random_network, to_networkx


def test_mackay_by_definition() -> None:
    for seed, net in networks():
        weights = net.to_scipy().toarray()
        levels = aidnet.trophic_levels(net).to_numpy()
        ours = aidnet.trophic_incoherence(net)
        if not weights.any():
            assert math.isnan(ours)
            continue
        rise = levels[None, :] - levels[:, None]
        expected = (weights * (rise - 1) ** 2).sum() / weights.sum()
        assert ours == pytest.approx(expected, abs=1e-12), seed
        # By the paper's other form, F = 1 - mean of the rise, which holds at the minimum.
        assert ours == pytest.approx(1 - (weights * rise).sum() / weights.sum(), abs=1e-9), seed
        assert -1e-15 <= ours <= 1 + 1e-12


def test_levine_is_networkx() -> None:
    compared = 0
    for seed in range(2000):
        net = random_network(seed, directed=True)
        graph = to_networkx(net)
        if not len(net):
            continue
        simple = graph.copy()
        simple.remove_edges_from(list(nx.selfloop_edges(graph)))
        try:
            levels = nx.trophic_levels(simple)
        except nx.NetworkXError:
            with pytest.raises(aidnet.UndefinedError):
                aidnet.trophic_incoherence(net, method="levine")
            continue
        ours = aidnet.trophic_incoherence(net, method="levine")
        if not simple.number_of_edges():
            assert math.isnan(ours)
            continue
        if max(levels.values()) > 1e5:
            continue  # the inverse that NetworkX takes has lost digits
        expected = nx.trophic_incoherence_parameter(graph)
        assert ours == pytest.approx(expected, rel=1e-9, abs=1e-9), seed
        compared += 1
    assert compared >= 200


def test_extremes() -> None:
    assert aidnet.trophic_incoherence(aidnet.from_edges([0, 1, 2], [1, 2, 0])) == 1.0
    assert aidnet.trophic_incoherence(aidnet.from_edges([0, 0, 1], [2, 3, 3])) == 0.0
    assert aidnet.trophic_incoherence(aidnet.from_edges([0, 1], [1, 2], directed=False)) == 1.0
    two = aidnet.from_edges(["a", "b", "a"], ["b", "c", "c"], [4.0, 4.0, 1.0])
    # Levels 0, 5/6, 10/6: (4/36 + 4/36 + 4/9) / 9 ... = (8/36 + 16/36) / 9.
    assert aidnet.trophic_incoherence(two) == pytest.approx(24 / 36 / 9, abs=1e-15)
    assert np.isnan(aidnet.trophic_incoherence(aidnet.from_edges([], [], nodes=range(3))))

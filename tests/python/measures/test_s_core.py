"""s-cores against core numbers of NetworkX where weights are 1, and their definition in NumPy."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks
from support.undirected import without_loops


def members(weights: np.ndarray, least: float) -> np.ndarray:
    """Who remains when all are struck out, again and again, that have less than `least`."""
    there = np.ones(len(weights), dtype=bool)
    while True:
        left = np.where(there, (weights * there).sum(axis=1), 0.0)
        kept = there & (left >= least)
        if (kept == there).all():
            return there
        there = kept


@pytest.mark.parametrize("mode", ["out", "in", "all"])
def test_parity_with_the_definition(mode: str) -> None:
    for seed, net in networks():
        weights = net.to_scipy().toarray()
        np.fill_diagonal(weights, 0.0)
        if net.directed:
            weights = {"out": weights, "in": weights.T, "all": weights + weights.T}[mode]
        values = aidnet.s_core(net, mode=mode)
        rounding = 1e-9
        for s in values.unique()[:6]:
            if s == 0.0:
                continue
            # At s a little less all of them remain, at s a little more none that has s.
            assert members(weights, s * (1 - rounding))[values >= s].all(), f"seed {seed}"
            assert not members(weights, s * (1 + rounding))[values <= s].any(), f"seed {seed}"


def test_parity_with_networkx_where_all_weights_are_one() -> None:
    for seed, net in networks():
        graph = without_loops(net)
        nx.set_edge_attributes(graph, 1.0, "weight")
        assert_close(aidnet.s_core(graph), nx.core_number(graph), seed, 0)

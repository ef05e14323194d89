"""Coverage and performance against NetworkX; the share of the weight against NumPy."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import networks
from support.undirected import without_loops


def test_parity_with_networkx_and_numpy() -> None:
    compared = 0
    for seed, net in networks(0.7):
        groups = np.random.default_rng(seed).integers(0, 4, len(net))
        ours = aidnet.partition_quality(net, groups=groups)
        graph = without_loops(net)
        if not graph.size():
            assert ours[["coverage", "weight_coverage"]].isna().all()
            continue
        sets = [set(net.nodes[groups == g]) for g in range(4)]
        coverage, performance = nx.community.partition_quality(graph, sets)
        assert ours["coverage"] == pytest.approx(coverage, rel=1e-12), f"seed {seed}"
        assert ours["performance"] == pytest.approx(performance, rel=1e-12), f"seed {seed}"
        weights = net.to_scipy().toarray()
        np.fill_diagonal(weights, 0.0)
        share = weights[np.equal.outer(groups, groups)].sum() / weights.sum()
        assert ours["weight_coverage"] == pytest.approx(share, rel=0, abs=1e-9), f"seed {seed}"
        compared += 1
    assert compared >= 200

"""Global efficiency against NetworkX, and from its distances."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import networks, to_networkx
from support.lengths import networks_with_lengths
from support.pairs import distances_of


def test_parity_with_networkx() -> None:
    for seed, net in networks(directed=False):
        expected = nx.global_efficiency(to_networkx(net)) if len(net) > 1 else np.nan
        ours = aidnet.global_efficiency(net)
        assert ours == pytest.approx(expected, rel=1e-9, nan_ok=True), f"seed {seed}"


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_all_distances(directed: bool) -> None:
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        if len(net) < 2:
            continue
        distances = distances_of(graph, attribute)
        np.fill_diagonal(distances, np.inf)
        expected = (1 / distances).sum() / (len(net) * (len(net) - 1))
        ours = aidnet.global_efficiency(net, length=length)
        assert ours == pytest.approx(expected, rel=1e-9), f"seed {seed}"


def test_a_ring() -> None:
    """A ring of 1000 nodes: each has two others at 1, 2, … 499 steps and one at 500."""
    k = np.arange(1000)
    ring = aidnet.from_edges(k, (k + 1) % 1000, directed=False)
    expected = (2 * (1 / np.arange(1, 500)).sum() + 1 / 500) / 999
    assert aidnet.global_efficiency(ring) == pytest.approx(expected, rel=1e-12)

"""Decay centrality from NetworkX's distances."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close
from support.lengths import networks_with_lengths
from support.pairs import distances_of


@pytest.mark.parametrize("mode", ["in", "out"])
@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_the_definition(directed: bool, mode: str) -> None:
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        delta = (0.1, 0.5, 0.95)[seed % 3]
        distances = distances_of(graph, attribute)
        np.fill_diagonal(distances, np.inf)
        values = (delta**distances).sum(axis=0 if mode == "in" else 1)
        expected = dict(zip(net.nodes, values, strict=True))
        ours = aidnet.decay(net, length=length, mode=mode, delta=delta)
        assert_close(ours, expected, seed)
        if len(net) > 1:
            shares = aidnet.decay(net, length=length, mode=mode, delta=delta, normalized=True)
            back = shares * (len(net) - 1) * delta
            np.testing.assert_allclose(back, ours, rtol=1e-12, atol=1e-300)


def test_star() -> None:
    """The centre is one step from all five others, each of them two from the other four."""
    star = aidnet.decay(aidnet.from_networkx(nx.star_graph(5)), delta=0.25)
    assert star.tolist() == [5 / 4] + [1 / 4 + 4 / 16] * 5

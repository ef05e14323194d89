"""Stress from the definition in NumPy, and published values."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close
from support.lengths import networks_with_lengths
from support.pairs import distances_of, lengths_of, on_paths, path_counts


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_the_definition(directed: bool) -> None:
    compared = 0
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        if length == "reciprocal":  # sums of decimal fractions tie by luck
            continue
        compared += 1
        distances = distances_of(graph, attribute)
        counts = path_counts(lengths_of(graph, attribute), distances) if len(net) else distances
        values = [
            (np.outer(counts[:, v], counts[v]) * on_paths(distances, v)).sum()
            for v in range(len(net))
        ]
        share = 1.0 if directed else 0.5
        expected = dict(zip(net.nodes, share * np.array(values), strict=True))
        assert_close(aidnet.stress(net, length=length), expected, seed)
    assert compared >= 200


def test_cube() -> None:
    """Three pairs at two steps, two ways each, go by a corner; of those at three, 6 ways by 2."""
    cube = aidnet.stress(aidnet.from_networkx(nx.hypercube_graph(3)))
    # 12 pairs at distance 2 have 2 ways with 1 corner, 4 at distance 3 have 6 ways with 2.
    assert cube.sum() == 12 * 2 * 1 + 4 * 6 * 2
    assert cube.nunique() == 1

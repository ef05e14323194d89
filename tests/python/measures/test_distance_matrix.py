"""All distances against SciPy."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

import aidnet
from support.lengths import networks_with_lengths


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_scipy(directed: bool) -> None:
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        ours = aidnet.distance_matrix(net, length=length)
        assert ours.index.equals(net.nodes)
        assert ours.columns.equals(net.nodes)
        if len(net) == 0:
            assert ours.shape == (0, 0)
            continue
        place = {v: k for k, v in enumerate(graph)}
        rows = [(place[u], place[v], d.get(attribute, 1.0)) for u, v, d in graph.edges(data=True)]
        lengths = np.array([row[2] for row in rows])
        if attribute is None:
            lengths = np.ones(len(rows))
        ends = np.array([row[:2] for row in rows]).reshape(-1, 2).T
        matrix = csr_array((lengths, tuple(ends)), shape=ours.shape)
        expected = dijkstra(matrix, directed=directed)
        np.testing.assert_allclose(ours, expected, rtol=1e-9, err_msg=f"seed {seed}")

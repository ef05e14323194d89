"""Lin's index from NetworkX's distances and closeness."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close
from support.lengths import networks_with_lengths


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_the_definition(directed: bool) -> None:
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        backwards = graph.reverse() if directed else graph
        expected = {}
        for v in graph:
            found = nx.single_source_dijkstra_path_length(backwards, v, weight=attribute)
            expected[v] = len(found) ** 2 / sum(found.values()) if len(found) > 1 else 1.0
        assert_close(aidnet.lin(net, length=length), expected, seed)


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_closeness_of_networkx(directed: bool) -> None:
    """NetworkX's closeness is (r - 1)^2 / (n - 1) / sum, where Lin's index is r^2 / sum."""
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        closeness = nx.closeness_centrality(graph, distance=attribute)
        backwards = graph.reverse() if directed else graph
        reached = [len(nx.descendants(backwards, v)) + 1 for v in graph]
        expected = {
            v: closeness[v] * (len(graph) - 1) * (r / (r - 1)) ** 2 if r > 1 else 1.0
            for v, r in zip(graph, reached, strict=True)
        }
        assert_close(aidnet.lin(net, length=length), expected, seed)


def test_a_clique_and_a_cycle() -> None:
    """The graph of Boldi and Vigna's size axiom: a clique of k, and a directed cycle of p."""
    k, p = 5, 7
    clique = nx.complete_graph(k, create_using=nx.DiGraph)
    cycle = nx.cycle_graph(range(k, k + p), create_using=nx.DiGraph)
    ours = aidnet.lin(aidnet.from_networkx(nx.compose(clique, cycle)))
    # All k - 1 others at one step, so k^2 / (k - 1); steps 1 to p - 1, so p^2 / (p (p - 1) / 2).
    np.testing.assert_allclose(ours[:k], k**2 / (k - 1))
    np.testing.assert_allclose(ours[k:], 2 * p / (p - 1))

"""Global reaching centrality against NetworkX."""

from __future__ import annotations

import networkx as nx
import pytest

import aidnet
from support.cases import networks, to_networkx


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    compared = 0
    for seed, net in networks(0.9, directed=directed):
        graph = to_networkx(net)
        if len(net) < 2 or graph.size() == 0:  # errors in NetworkX
            continue
        compared += 1
        expected = nx.global_reaching_centrality(graph)
        assert aidnet.global_reaching(net) == pytest.approx(expected, abs=1e-12), f"seed {seed}"
    assert compared >= 200


def test_star_and_ring() -> None:
    """Mones, Vicsek and Vicsek (2012): 1 for a directed star, 0 for a ring."""
    star = aidnet.from_edges(["hub"] * 5, list("abcde"))
    ring = aidnet.from_networkx(nx.cycle_graph(5, create_using=nx.DiGraph))
    assert aidnet.global_reaching(star) == 1.0
    assert aidnet.global_reaching(ring) == 0.0

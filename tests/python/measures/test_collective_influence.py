"""Collective influence against its definition by NetworkX's distances."""

from __future__ import annotations

import networkx as nx
import pytest

import aidnet
from support.cases import networks
from support.undirected import partners


@pytest.mark.parametrize("radius", [1, 2, 3])
def test_parity_with_networkx(radius: int) -> None:
    for seed, net in networks():
        graph = partners(net)
        expected = {}
        for u, k in graph.degree:
            steps = nx.single_source_shortest_path_length(graph, u, cutoff=radius)
            rim = sum(graph.degree[v] - 1 for v, step in steps.items() if step == radius)
            expected[u] = (k - 1) * rim
        ours = aidnet.collective_influence(net, radius=radius)
        assert ours.to_dict() == expected, f"seed {seed}"


def test_two_steps_is_the_default() -> None:
    club = nx.karate_club_graph()
    assert aidnet.collective_influence(club).equals(aidnet.collective_influence(club, radius=2))
    with pytest.raises(aidnet.ValidationError, match="radius is 0"):
        aidnet.collective_influence(club, radius=0)

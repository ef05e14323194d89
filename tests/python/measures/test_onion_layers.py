"""Onion layers against NetworkX."""

from __future__ import annotations

import networkx as nx

import aidnet
from support.cases import networks
from support.undirected import partners


def test_parity_with_networkx() -> None:
    for seed, net in networks():
        theirs = nx.onion_layers(partners(net))
        assert aidnet.onion_layers(net).to_dict() == theirs, f"seed {seed}"


def test_within_cores() -> None:
    """Deeper layers are in the same core or in a deeper one."""
    club = nx.karate_club_graph()
    layers = aidnet.onion_layers(club)
    cores = aidnet.core_number(club)
    assert cores[layers.sort_values().index].is_monotonic_increasing
    assert layers.max() == 7

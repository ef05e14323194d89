"""Truss numbers against NetworkX."""

from __future__ import annotations

import networkx as nx

import aidnet
from support.cases import networks
from support.undirected import partners


def test_parity_with_networkx() -> None:
    for seed, net in networks():
        graph = partners(net)
        numbers = aidnet.truss(net)
        for k in range(2, int(numbers.max() if len(numbers) else 0) + 2):
            ours = {frozenset(ends) for ends in numbers.index[numbers >= k]}
            theirs = {frozenset(ends) for ends in nx.k_truss(graph, k).edges}
            assert ours == theirs, f"seed {seed}, k = {k}"


def test_no_ties_have_none() -> None:
    for _, net in networks(directed=True):
        edges = net.edges
        none = (edges["weight"] == 0) | (edges["source"] == edges["target"])
        assert ((aidnet.truss(net) == 0).to_numpy() == none.to_numpy()).all()


def test_zachary_karate_club() -> None:
    """The leaders' and the instructor's circles are 5-trusses."""
    numbers = aidnet.truss(nx.karate_club_graph())
    assert numbers.max() == 5
    assert {u for ends in numbers.index[numbers == 5] for u in ends} == {0, 1, 2, 3, 7, 13}

"""VoteRank against NetworkX, and exactly by fractions."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import networkx as nx
import pytest

import aidnet
from support.cases import networks
from support.undirected import without_loops


def by_fractions(graph: nx.Graph[Any]) -> list[Any]:
    """The algorithm of the paper as NetworkX has it, without rounding."""
    voters = {u: list(graph[u]) for u in graph}
    total = sum(map(len, voters.values()))
    ability = dict.fromkeys(graph, Fraction(1))
    elected: list[Any] = []
    while True:
        votes = {u: sum(ability[v] for v in voters[u]) for u in graph if u not in elected}
        best = max(votes, key=votes.__getitem__, default=None)
        if best is None or votes[best] == 0:
            return elected
        elected.append(best)
        ability[best] = Fraction(0)
        for v in voters[best]:
            ability[v] = max(ability[v] - Fraction(len(graph), total), Fraction(0))


def test_parity_with_the_definition_in_fractions() -> None:
    for seed, net in networks():
        graph = without_loops(net)
        assert list(aidnet.voterank(net)) == by_fractions(graph), f"seed {seed}"
        if net.directed:
            ours = list(aidnet.voterank(net, mode="in"))
            assert ours == by_fractions(graph.reverse()), f"seed {seed}"


def test_parity_with_networkx_where_it_does_not_round() -> None:
    """Where the mean number of voters is a power of two; else votes of NetworkX have rests."""
    compared = 0
    for n in range(4, 13):
        for seed in range(40):
            for ties in (n // 2, n, 2 * n):
                graph = nx.gnm_random_graph(n, ties, seed=seed, directed=True)
                share = Fraction(n, graph.size())
                if share.denominator & (share.denominator - 1) or share.numerator != 1:
                    continue
                assert list(aidnet.voterank(graph)) == nx.voterank(graph)
                compared += 1
    assert compared >= 200


def test_a_few() -> None:
    club = nx.karate_club_graph()
    assert list(aidnet.voterank(club, count=3)) == nx.voterank(club, 3)
    assert aidnet.voterank(club, count=3).name == "voterank"
    with pytest.raises(aidnet.ValidationError, match="count is -1"):
        aidnet.voterank(club, count=-1)

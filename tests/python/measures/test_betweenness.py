"""Betweenness against NetworkX and published values, and what only the Python side does."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close
from support.lengths import networks_with_lengths


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        normalized, endpoints = seed % 2 == 0, seed % 3 == 0
        expected = nx.betweenness_centrality(
            graph, weight=attribute, normalized=normalized, endpoints=endpoints
        )
        ours = aidnet.betweenness(net, length=length, normalized=normalized, endpoints=endpoints)
        assert_close(ours, expected, seed)


def test_marriages_of_florence() -> None:
    """Jackson, M. O. (2008): Social and Economic Networks, section 1.2.1."""
    families = aidnet.betweenness(aidnet.from_networkx(nx.florentine_families_graph()))
    named = families.nlargest(2)
    assert named.round(3).to_dict() == {"Medici": 0.522, "Guadagni": 0.255}
    assert round(families["Strozzi"], 3) == 0.103


def test_karate_club() -> None:
    """Who was between most: the instructor, then the president, as in Zachary's account."""
    club = aidnet.betweenness(aidnet.from_networkx(nx.karate_club_graph()))
    assert club.nlargest(2).round(3).to_dict() == {0: 0.438, 33: 0.304}


def test_edges_of_length_zero() -> None:
    """NetworkX counts the way s-b-t before it knows both ways to b."""
    net = aidnet.from_edges(["s", "s", "a", "b"], ["b", "a", "b", "t"])
    # The rows of net.edges: s-b 1, s-a 1, b-t 1, a-b 0.
    rows = net.edges.assign(length=1.0)
    rows.loc[(rows["source"] == "a"), "length"] = 0.0
    ours = aidnet.betweenness(net, length=aidnet.Length(rows["length"]), normalized=False)
    # To b and to t there are two ways each, one of them through a.
    assert ours.to_dict() == {"s": 0.0, "b": 2.0, "a": 1.0, "t": 0.0}
    around = aidnet.from_edges(["a", "b"], ["b", "a"])
    with pytest.raises(aidnet.ValidationError, match="zero all round the cycle"):
        aidnet.betweenness(around, length=aidnet.Length([0.0, 0.0]))


def test_scaled_lengths_tie() -> None:
    net = aidnet.from_edges(list("aabc"), list("bcdd"), [10.0, 20 / 3, 5.0, 20 / 3])
    torn = aidnet.betweenness(net, length=aidnet.Length([0.1, 0.15, 0.2, 0.15]), normalized=False)
    assert sorted(torn[["b", "c"]]) == [0.0, 1.0]
    length = aidnet.Length([0.1, 0.15, 0.2, 0.15]).scaled(10)
    tied = aidnet.betweenness(net, length=length, normalized=False)
    assert tied[["b", "c"]].tolist() == [0.5, 0.5]


def test_weights_are_no_lengths() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"], [1.0, 2.0])
    with pytest.raises(TypeError, match=r"weights are strengths.*aidnet\.Length\(values\)"):
        aidnet.betweenness(net, length=net.weights)
    with pytest.raises(TypeError, match="unexpected keyword argument 'weight'"):
        aidnet.betweenness(net, weight="weight")


def test_sign_and_size_of_weights_do_not_matter() -> None:
    rng = np.random.default_rng(0)
    source, target = rng.integers(0, 20, (2, 60))
    weight = rng.choice([-1e9, -1.0, 1e-9, 5.0], 60)
    signed = aidnet.from_edges(source, target, weight, duplicates="sum")
    plain = aidnet.from_edges(source, target)
    kept = signed.weights != 0
    assert kept.all()
    assert aidnet.betweenness(signed).equals(aidnet.betweenness(plain))


@pytest.mark.parametrize("directed", [True, False])
def test_between_some_and_others(directed: bool) -> None:
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        if len(net) == 0:
            continue
        rng = np.random.default_rng(seed)
        sources, targets = (
            rng.choice(list(graph), rng.integers(1, len(net) + 1), replace=False) for _ in range(2)
        )
        normalized = seed % 2 == 0
        expected = nx.betweenness_centrality_subset(
            graph, list(sources), list(targets), normalized=normalized, weight=attribute
        )
        ours = aidnet.betweenness(
            net, length=length, normalized=normalized, sources=sources, targets=targets
        )
        assert_close(ours, expected, seed)

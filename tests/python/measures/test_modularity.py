"""Modularity against NetworkX, igraph and its definition."""

from __future__ import annotations

import math

import igraph
import networkx as nx
import numpy as np
import pandas as pd
import pytest

import aidnet
from support.cases import networks, to_networkx
from support.communities import modularity_by_numpy


def test_parity_with_networkx_igraph_and_numpy() -> None:
    defined = 0
    for seed, net in networks(0.9):
        rng = np.random.default_rng(seed)
        groups = rng.integers(0, 4, len(net))
        resolution = float(rng.choice([1.0, 0.5, 2.5]))
        ours = aidnet.modularity(net, groups=groups, resolution=resolution)
        if not net.weights.sum():
            assert math.isnan(ours)
            continue
        expected = modularity_by_numpy(net, groups, resolution)
        assert ours == pytest.approx(expected, rel=0, abs=1e-9), f"seed {seed}"
        graph = to_networkx(net)
        sets = [set(net.nodes[groups == g]) for g in range(4)]
        theirs = nx.community.modularity(graph, sets, resolution=resolution)
        assert ours == pytest.approx(theirs, rel=0, abs=1e-9), f"seed {seed}"
        other = igraph.Graph.from_networkx(graph).modularity(
            groups.tolist(), weights="weight", resolution=resolution, directed=net.directed
        )
        assert ours == pytest.approx(other, rel=0, abs=1e-9), f"seed {seed}"
        defined += 1
    assert defined >= 200


def test_groups_of_any_kind() -> None:
    net = aidnet.from_edges(["a", "b", "c"], ["b", "c", "d"], [3, 1, 2])
    expected = aidnet.modularity(net, groups=[0, 0, 1, 1])
    for groups in (
        ["east", "east", "west", "west"],
        np.array(["east", "east", "west", "west"]),
        {"d": "west", "c": "west", "b": "east", "a": "east"},
        pd.Series({"a": ("x", 1), "b": ("x", 1), "c": 7, "d": 7}),
        pd.Series(pd.Categorical(["e", "e", "w", "w"]), index=list("abcd")),
        [{"a", "b"}, {"c", "d"}],
        (frozenset("ab"), frozenset("cd")),
        [2**53, 2**53, 2**53 + 1, 2**53 + 1],
    ):
        assert aidnet.modularity(net, groups=groups) == expected
    assert (
        aidnet.modularity(net, groups=aidnet.louvain(net))
        == aidnet.louvain(net).attrs["modularity"]
    )


def test_groups_that_are_none() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"])
    for groups, error in (
        ({"a": 1, "b": 2}, "groups has no group for node c"),
        ([{"a", "b"}, {"b", "c"}], "groups names node b twice"),
        ([{"a", "b"}], "groups has no group for node c"),
        (["x", "y"], "groups has 2 elements"),
        (["x", "y", None], "groups: row 2 has no label"),
        ({"a": 1, "b": 2, "d": 3}, "d"),
    ):
        with pytest.raises(aidnet.AidnetError, match=error):
            aidnet.modularity(net, groups=groups)
    with pytest.raises(aidnet.ValidationError, match="nodes have no 'region'"):
        aidnet.modularity(net, groups="region")

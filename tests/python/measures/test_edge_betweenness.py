"""Edge betweenness against NetworkX, igraph and listed paths."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import igraph
import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks
from support.lengths import networks_with_lengths
from support.pairs import by_edge


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        normalized = seed % 2 == 0
        expected = nx.edge_betweenness_centrality(graph, weight=attribute, normalized=normalized)
        ours = aidnet.edge_betweenness(net, length=length, normalized=normalized)
        assert_close(ours, by_edge(ours, expected, directed=directed), seed)


def test_parity_with_igraph() -> None:
    for seed, net in networks(directed=True):
        other = igraph.Graph(len(net), list(zip(*net.to_scipy().nonzero(), strict=True)), True)
        ours = aidnet.edge_betweenness(net, normalized=False)
        ties = ours[net.weights != 0]
        np.testing.assert_allclose(ties, other.edge_betweenness(), rtol=1e-9, err_msg=f"{seed}")


@pytest.mark.parametrize("directed", [True, False])
def test_between_some_and_others(directed: bool) -> None:
    """From the definition: every shortest path is listed."""
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        if len(net) == 0:
            continue
        rng = np.random.default_rng(seed)
        sources, targets = (rng.choice(list(graph), min(4, len(net)), False) for _ in range(2))
        expected: dict[Any, float] = {}
        for s in sources:
            for t in targets:
                if s == t or not nx.has_path(graph, s, t):
                    continue
                paths = list(nx.all_shortest_paths(graph, s, t, weight=attribute))
                for edge in (edge for path in paths for edge in pairwise(path)):
                    key = edge if directed or edge in graph.edges else edge[::-1]
                    expected[key] = expected.get(key, 0) + 1 / len(paths) / (1 + (not directed))
        if not directed:
            expected = {k: v + expected.get(k[::-1], 0) for k, v in expected.items()}
        ours = aidnet.edge_betweenness(
            net, length=length, normalized=False, sources=sources, targets=targets
        )
        assert_close(ours, by_edge(ours, expected, directed=directed), seed)


def test_karate_club() -> None:
    """Girvan and Newman's first cut: the tie between 1 and 32 (numbered from 1) is used most."""
    club = aidnet.edge_betweenness(aidnet.from_networkx(nx.karate_club_graph()), normalized=False)
    assert sorted(club.idxmax()) == [0, 31]
    assert round(club.max(), 3) == 71.393


def test_targets_of_several_ways() -> None:
    """Three of the four paths to x come by b: what passes x on is divided three to one.

    NetworkX's edge_betweenness_centrality_subset takes halves.
    """
    net = aidnet.from_edges(
        ["s", "s", "s", "s", "p", "q", "r", "o", "a", "b", "x"],
        ["p", "q", "r", "o", "b", "b", "b", "a", "x", "x", "t"],
    )
    ours = aidnet.edge_betweenness(net, normalized=False, sources=["s"], targets=["t"])
    assert ours["b", "x"] == 0.75
    assert ours["a", "x"] == 0.25
    assert ours["x", "t"] == 1.0


def test_named_twice_or_unknown() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"])
    with pytest.raises(aidnet.ValidationError, match="edge_betweenness: sources has node b twice"):
        aidnet.edge_betweenness(net, sources=["b", "b"])
    with pytest.raises(aidnet.UnknownNodeError, match="targets"):
        aidnet.edge_betweenness(net, targets=["nobody"])

"""Minimum cuts of whole networks against NetworkX's, igraph's and by definition."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import igraph as ig
import networkx as nx
import numpy as np
import pytest

import aidnet
from support.flows import flow_cases


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_igraph(directed: bool) -> None:
    for seed, net, capacity, _, values in flow_cases(directed=directed):
        ours = aidnet.global_minimum_cut(net, capacity=capacity)
        edges = net.edges
        ends = [net.nodes.get_indexer(edges[side]) for side in ("source", "target")]
        # Without edges that carry nothing, and loops, of which igraph makes something.
        keep = (values > 0) & (ends[0] != ends[1])
        pairs = np.column_stack(ends)[keep].tolist()
        graph = ig.Graph(n=len(net), edges=pairs, directed=directed)
        theirs = graph.mincut_value(capacity=values[keep].tolist()) if pairs else 0.0
        least = 1e-12 * values.sum()
        assert ours.attrs["value"] == pytest.approx(theirs, rel=1e-9, abs=least), f"seed {seed}"
        side = set(ours.attrs["side"])
        assert 0 < len(side) < len(net)
        crossing = edges["source"].isin(side) & ~edges["target"].isin(side)
        if not directed:
            crossing |= edges["target"].isin(side) & ~edges["source"].isin(side)
        carried = values[crossing.to_numpy()]
        assert sorted(ours["capacity"]) == sorted(carried[carried > 0])
        assert ours.attrs["value"] == pytest.approx(carried.sum(), rel=1e-12)


def test_parity_with_stoer_and_wagner() -> None:
    """NetworkX's, on connected networks, which a ring makes them."""
    for seed, net, _, _, _ in flow_cases(directed=False):
        n = len(net)
        if n < 3:
            continue
        ring = np.random.default_rng(seed).integers(1, 6, n).astype(float)
        where = {label: k for k, label in enumerate(net.nodes)}
        edges = net.edges
        source = np.concatenate([edges["source"].map(where).to_numpy(dtype=int), np.arange(n)])
        target = np.concatenate(
            [edges["target"].map(where).to_numpy(dtype=int), (np.arange(n) + 1) % n]
        )
        weight = np.concatenate([edges["weight"].to_numpy(), ring])
        joined = aidnet.from_edges(source, target, weight, nodes=range(n), directed=False)
        graph: nx.Graph[Any] = joined.to_networkx()
        graph.remove_edges_from(list(nx.selfloop_edges(graph)))
        theirs, _ = nx.stoer_wagner(graph)
        ours = aidnet.global_minimum_cut(joined).attrs["value"]
        # It adds and subtracts doubles of very different sizes.
        assert ours == pytest.approx(theirs, rel=1e-9, abs=1e-12 * weight.sum()), f"seed {seed}"


@pytest.mark.parametrize("directed", [True, False])
def test_edge_connectivity(directed: bool) -> None:
    """Without loops for NetworkX, which counts them as ties that hold a node."""
    for seed in range(200):
        draw = np.random.default_rng(seed)
        n = int(draw.integers(2, 9))
        source, target = draw.integers(0, n, (2, 4 * n))
        net = aidnet.from_edges(source, target, nodes=range(n), directed=directed)
        ours = aidnet.global_minimum_cut(net, capacity=aidnet.Capacity(np.ones(net.edge_count)))
        graph = net.to_networkx()
        graph.remove_edges_from(list(nx.selfloop_edges(graph)))
        assert ours.attrs["value"] == nx.edge_connectivity(graph), f"seed {seed}"
        weights = net.to_scipy().toarray()
        np.fill_diagonal(weights, 0)
        everything = [
            weights[np.ix_(side, np.setdiff1d(range(n), side))].sum()
            for size in range(1, n)
            for side in combinations(range(n), size)
        ]
        assert aidnet.global_minimum_cut(net).attrs["value"] == min(everything)


def test_published_values() -> None:
    """Stoer & Wagner (1997), figure 1: a cut of 4 between {1, 2, 5, 6} and {3, 4, 7, 8}."""
    edges = [
        (1, 2, 2),
        (1, 5, 3),
        (2, 3, 3),
        (2, 5, 2),
        (2, 6, 2),
        (3, 4, 4),
        (3, 7, 2),
        (4, 7, 2),
        (4, 8, 2),
        (5, 6, 3),
        (6, 7, 1),
        (7, 8, 3),
    ]
    cut = aidnet.global_minimum_cut(aidnet.from_edges(*zip(*edges, strict=True), directed=False))
    assert cut.attrs["value"] == 4
    assert set(cut.attrs["side"]) == {1, 2, 5, 6}
    assert set(zip(cut["source"], cut["target"], strict=True)) == {(2, 3), (6, 7)}


def test_what_is_refused() -> None:
    net = aidnet.from_edges(["a"], ["b"], [1.0], directed=False)
    with pytest.raises(aidnet.UndefinedError, match="every cut has an infinite capacity"):
        aidnet.global_minimum_cut(net, capacity=aidnet.Capacity([np.inf]))
    with pytest.raises(aidnet.UndefinedError, match="two are needed"):
        aidnet.global_minimum_cut(net.subgraph(["a"]))

"""Minimum cuts against NetworkX's and igraph's, and the flows that they equal."""

from __future__ import annotations

import igraph as ig
import networkx as nx
import numpy as np
import pytest

import aidnet
from support.flows import ends_of, flow_cases


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    for seed, net, capacity, graph, values in flow_cases(directed=directed):
        source, target = ends_of(net, seed)
        ours = aidnet.minimum_cut(net, source=source, target=target, capacity=capacity)
        theirs, (near, _) = nx.minimum_cut(graph, source, target)
        least = 1e-12 * values.sum()
        assert ours.attrs["value"] == pytest.approx(theirs, rel=1e-9, abs=least), f"seed {seed}"
        side = set(ours.attrs["side"])
        assert source in side
        assert target not in side
        crossing = [
            (u, v)
            for u, v in (graph.edges if directed else graph.to_directed().edges)
            if u in side and v not in side and graph.edges[u, v]["capacity"] > 0
        ]
        assert set(zip(ours["source"], ours["target"], strict=True)) == set(crossing)
        assert ours["capacity"].tolist() == [
            graph.edges[u, v]["capacity"]
            for u, v in zip(ours["source"], ours["target"], strict=True)
        ]
        assert ours["capacity"].sum() == pytest.approx(ours.attrs["value"], rel=1e-12)
        if (values == np.round(values)).all():  # else NetworkX's sums may not tie where ours do
            assert side <= set(near)


@pytest.mark.parametrize("directed", [True, False])
def test_nearest_of_all_cuts_by_igraph(directed: bool) -> None:
    """It lists every minimum cut of a directed graph; ours is within each of them."""
    several = 0
    for seed in range(200):
        draw = np.random.default_rng(seed)
        n = int(draw.integers(2, 9))
        source, target = draw.integers(0, n, (2, 3 * n))
        net = aidnet.from_edges(
            source, target, draw.integers(1, 4, 3 * n), nodes=range(n), directed=directed
        )
        ours = aidnet.minimum_cut(net, source=0, target=1)
        ends = net.edges[["source", "target"]].to_numpy().tolist()
        limits = net.edges["weight"].to_list()
        if not directed:
            ends, limits = ends + [(v, u) for u, v in ends], limits * 2
        cuts = ig.Graph(n=n, edges=ends, directed=True).all_st_mincuts(0, 1, capacity=limits)
        several += len(cuts) > 1
        for cut in cuts:
            assert cut.value == pytest.approx(ours.attrs["value"])
            assert set(ours.attrs["side"]) <= set(cut.partition[0]), f"seed {seed}"
    assert several > 10


@pytest.mark.parametrize("directed", [True, False])
def test_equals_the_flow(directed: bool) -> None:
    for _, net, capacity, _, _ in flow_cases(directed=directed):
        ends = {"source": net.nodes[:1], "target": net.nodes[1:3]}
        cut = aidnet.minimum_cut(net, capacity=capacity, **ends)
        flow = aidnet.maximum_flow(net, capacity=capacity, **ends)
        assert cut.attrs["value"] == flow.attrs["value"]
        cut_ties = flow.reindex(list(zip(cut["source"], cut["target"], strict=True)))
        if directed:
            assert cut_ties.tolist() == cut["capacity"].tolist()


def test_published_values() -> None:
    """Cormen, Leiserson, Rivest & Stein (2009), figure 26.5: the cut of capacity 23."""
    net = aidnet.from_edges(
        ["s", "s", "v2", "v1", "v3", "v2", "v4", "v3", "v4"],
        ["v1", "v2", "v1", "v3", "v2", "v4", "v3", "t", "t"],
        [16.0, 13.0, 4.0, 12.0, 9.0, 14.0, 7.0, 20.0, 4.0],
    )
    cut = aidnet.minimum_cut(net, source="s", target="t")
    assert cut.attrs["value"] == 23.0
    assert set(cut.attrs["side"]) == {"s", "v1", "v2", "v4"}
    assert set(zip(cut["source"], cut["target"], strict=True)) == {
        ("v1", "v3"),
        ("v4", "v3"),
        ("v4", "t"),
    }

"""Cheapest paths with negative costs against NetworkX and igraph."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import igraph
import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks

Case = tuple[int, aidnet.Network, aidnet.Cost, "nx.Graph[Any]"]


def cases(*, directed: bool, cycles: bool) -> list[Case]:
    """Networks with costs and the same as NetworkX graphs; without `cycles` none is negative."""
    found = []
    for seed, net in networks(directed=directed):
        if len(net) == 0:
            continue
        rng = np.random.default_rng(seed)
        ends = net.edges
        cost = rng.integers(0, 4, net.edge_count).astype(float)
        if cycles:
            cost -= rng.random(net.edge_count) < 0.3
            if not directed:
                cost = np.abs(cost) - (rng.random(net.edge_count) < 0.02) * 5
        elif directed:  # heights add up to nothing round a cycle
            height = dict(zip(net.nodes, rng.uniform(-9, 9, len(net)), strict=True))
            cost += 0.5
            cost += ends["target"].map(height).to_numpy(dtype=float)
            cost -= ends["source"].map(height).to_numpy(dtype=float)
        graph: nx.Graph[Any] = nx.DiGraph() if directed else nx.Graph()
        graph.add_nodes_from(net.nodes)
        rows = zip(ends["source"], ends["target"], cost.tolist(), ends["weight"], strict=True)
        graph.add_weighted_edges_from([(u, v, c) for u, v, c, w in rows if w != 0], weight="cost")
        found.append((seed, net, aidnet.Cost(cost), graph))
    return found


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    for seed, net, cost, graph in cases(directed=directed, cycles=False):
        source, target = net.nodes[seed % len(net)], net.nodes[seed * 7 % len(net)]
        found = nx.single_source_bellman_ford_path_length(graph, source, weight="cost")
        expected = {v: found.get(v, np.inf) for v in graph}
        assert_close(aidnet.bellman_ford(net, source=source, cost=cost), expected, seed)
        if target not in found:
            with pytest.raises(aidnet.UndefinedError, match="there is no path"):
                aidnet.bellman_ford_path(net, source=source, target=target, cost=cost)
            continue
        path = aidnet.bellman_ford_path(net, source=source, target=target, cost=cost)
        assert (path[0], path[-1]) == (source, target)
        paid = sum(graph.edges[e]["cost"] for e in pairwise(path))
        assert paid == pytest.approx(found[target], rel=1e-9, abs=1e-9), f"seed {seed}"


def test_parity_with_igraph() -> None:
    for seed, net, cost, graph in cases(directed=True, cycles=False):
        other = igraph.Graph.from_networkx(graph)
        weights = other.es["cost"] if graph.number_of_edges() else None
        row = other.distances(0, weights=weights, algorithm="bellman_ford")[0]
        expected = dict(zip(net.nodes, row, strict=True))
        assert_close(aidnet.bellman_ford(net, source=net.nodes[0], cost=cost), expected, seed)


@pytest.mark.parametrize("directed", [True, False])
def test_negative_cycles_against_networkx(directed: bool) -> None:
    negative = 0
    for seed, net, cost, graph in cases(directed=directed, cycles=True):
        source = net.nodes[0]
        try:
            found = nx.single_source_bellman_ford_path_length(graph, source, weight="cost")
        except nx.NetworkXUnbounded:
            negative += 1
            with pytest.raises(aidnet.NegativeCycleError, match="the costs round the cycle") as e:
                aidnet.bellman_ford(net, source=source, cost=cost)
            cycle = e.value.cycle
            steps = [*pairwise(cycle), (cycle[-1], cycle[0])]
            assert sum(graph.edges[step]["cost"] for step in steps) < 0
            assert nx.has_path(graph, source, cycle[0])
            if len(cycle) < 12:
                assert " → ".join([*cycle, cycle[0]]) in str(e.value)
            continue
        expected = {v: found.get(v, np.inf) for v in graph}
        assert_close(aidnet.bellman_ford(net, source=source, cost=cost), expected, seed)
    assert negative > 10


def test_textbook() -> None:
    """Figure 24.4 of Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms."""
    net = aidnet.from_edges(list("tttxyyzzss"), list("xyztxzsxty"), nodes=list("stxyz"))
    costs = {"tx": 5, "ty": 8, "tz": -4, "xt": -2, "yx": -3, "yz": 9, "zs": 2, "zx": 7}
    costs |= {"st": 6, "sy": 7}
    cost = aidnet.Cost([costs[u + v] for u, v in net.edges[["source", "target"]].to_numpy()])
    ours = aidnet.bellman_ford(net, source="s", cost=cost)
    assert ours.to_dict() == {"s": 0, "t": 2, "x": 4, "y": 7, "z": -2}
    assert ours.attrs["cost"] == "Cost(<10 values>)"


def test_without_costs_each_edge_costs_one() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"])
    assert aidnet.bellman_ford(net, source="a").equals(
        aidnet.bellman_ford(net, source="a", cost=aidnet.Cost.unit())
    )
    assert aidnet.bellman_ford(net, source="a").to_list() == [0, 1, 2]
    with pytest.raises(TypeError, match=r"weights are strengths.*aidnet\.Cost\(values\)"):
        aidnet.bellman_ford(net, source="a", cost=net.weights)
    with pytest.raises(TypeError, match="needs the keyword argument 'source'"):
        aidnet.bellman_ford(net)

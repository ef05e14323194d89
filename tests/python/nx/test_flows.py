"""Flows and cuts of which there may be several: held against their definitions."""

from __future__ import annotations

import math
from functools import partial
from typing import Any

import networkx as nx
import pytest

from aidnet.nx import backend
from support.nx_calls import supplied, undirected_part
from support.nx_graphs import outcome, random_graph

pytestmark = pytest.mark.filterwarnings("ignore:Note. conversions to backend graphs:UserWarning")

SEEDS = range(80)
Flows = dict[Any, dict[Any, float]]


def limit(data: dict[str, Any]) -> float:
    return max(0.0, data.get("capacity", math.inf))


def surplus(flows: Flows) -> dict[Any, float]:
    """What comes to each node and does not leave it again."""
    rest = dict.fromkeys(flows, 0.0)
    for u, partners in flows.items():
        for v, value in partners.items():
            rest[u] -= value
            rest[v] += value
    return rest


def check_edges(graph: nx.Graph[Any], flows: Flows) -> None:
    assert list(flows) == list(graph)
    assert {u: set(partners) for u, partners in flows.items()} == {u: set(graph[u]) for u in graph}
    for u, partners in flows.items():
        for v, value in partners.items():
            assert type(value) in (int, float)
            assert 0 <= value <= limit(graph[u][v])


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph])
def test_maximum_flows(kind: type[nx.Graph[Any]]) -> None:
    checked = 0
    for seed in SEEDS:
        graph = supplied(random_graph(seed, kind))
        if len(graph) < 2:
            continue
        source, target, *_ = graph
        found = outcome(partial(nx.maximum_flow, graph, source, target, backend="aidnet"))
        if found == (nx.NetworkXUnbounded, "Infinite capacity path, flow unbounded above."):
            continue
        value, flows = found
        check_edges(graph, flows)
        rest = surplus(flows)
        assert rest.pop(target) == -rest.pop(source) == value
        assert set(rest.values()) <= {0.0}
        # As much as a cut can carry, so that no flow is larger.
        assert value == nx.minimum_cut_value(graph, source, target, backend="networkx")
        checked += value > 0
    assert checked > 15


def test_flows_of_the_least_cost() -> None:
    checked = 0
    for seed in SEEDS:
        graph = supplied(random_graph(seed, nx.DiGraph))
        found = outcome(partial(nx.network_simplex, graph, weight="cost", backend="aidnet"))
        if not isinstance(found, tuple) or isinstance(found[0], type):
            continue
        cost, flows = found
        check_edges(graph, flows)
        assert surplus(flows) == dict(graph.nodes(data="demand"))
        assert cost == nx.cost_of_flow(graph, flows, weight="cost")
        # No cycle of what could flow otherwise costs less than nothing, so that none is cheaper.
        otherwise: nx.DiGraph[Any] = nx.DiGraph()
        otherwise.add_nodes_from(graph)
        for u, v, data in graph.edges(data=True):
            for a, b, room, price in (
                (u, v, flows[u][v] < limit(data), data["cost"]),
                (v, u, flows[u][v] > 0, -data["cost"]),
            ):
                if room and u != v:
                    known = otherwise.get_edge_data(a, b, {"cost": price})["cost"]
                    otherwise.add_edge(a, b, cost=min(price, known))
        assert not nx.negative_edge_cycle(otherwise, weight="cost", backend="networkx")
        checked += cost != 0
    assert checked > 15


def test_minimum_cuts_of_whole_graphs() -> None:
    checked = 0
    for seed in SEEDS:
        graph = undirected_part(random_graph(seed, nx.Graph))
        if len(graph) < 2:
            continue
        value, (here, there) = nx.stoer_wagner(graph, backend="aidnet")
        assert sorted([*here, *there]) == sorted(graph)
        assert here
        assert there
        crossing = nx.cut_size(graph, here, there, weight="weight", backend="networkx")
        assert value == pytest.approx(crossing)
        checked += 1
    assert checked > 40


def test_sums_beyond_what_a_double_counts_are_declined() -> None:
    graph = nx.DiGraph()
    graph.add_edge("a", "b", capacity=2**53)
    graph.add_edge("b", "d", capacity=2**53)
    graph.add_edge("a", "c", capacity=1)
    graph.add_edge("c", "d", capacity=1)
    by = {"weight": "capacity"}
    for call in (
        partial(nx.maximum_flow, graph, "a", "d"),
        partial(nx.maximum_flow_value, graph, "a", "d"),
        partial(nx.minimum_cut, graph, "a", "d"),
        partial(nx.dijkstra_path_length, graph.to_undirected(), "b", "c", **by),
        partial(nx.bellman_ford_path_length, graph.to_undirected(), "b", "c", **by),
        partial(nx.shortest_path_length, graph.to_undirected(), "b", "c", **by),
    ):
        with pytest.raises(NotImplementedError) as caught:
            call(backend="aidnet")
        assert "2 ** 53" in str(caught.value.__cause__)
    assert nx.maximum_flow_value(graph, "a", "c", backend="aidnet") == 1
    graph["a"]["c"]["capacity"] = 2**53 - 1
    graph.__networkx_cache__.clear()
    assert nx.maximum_flow_value(graph, "a", "c", backend="aidnet") == 2**53 - 1


def test_infinite_numbers_only_where_the_default_is() -> None:
    graph = nx.DiGraph([("a", "b", {"capacity": math.inf}), ("b", "c", {"capacity": 2})])
    read = backend.convert_from_nx(graph, edge_attrs={"capacity": math.inf})
    assert read.attributes["capacity"].minima.tolist() == [math.inf, 2.0]
    assert read.whole("capacity")
    with pytest.raises(NotImplementedError, match="'capacity' has a value that is no finite"):
        backend.convert_from_nx(graph, edge_attrs={"capacity": 1})
    graph["a"]["b"]["capacity"] = -math.inf
    with pytest.raises(NotImplementedError, match="'capacity' has a value that is no finite"):
        backend.convert_from_nx(graph, edge_attrs={"capacity": math.inf})


@pytest.mark.parametrize("function", [nx.min_cost_flow_cost, nx.min_cost_flow, nx.network_simplex])
def test_one_name_for_capacities_and_costs_is_networkx(function: Any) -> None:
    """It converts the attribute with the default of the second, where the first has another."""
    graph = nx.DiGraph()
    graph.add_node("a", demand=-1)
    graph.add_node("b", demand=1)
    graph.add_edge("a", "b")
    detour = graph.copy()
    detour.add_edge("a", "c", x=1)
    detour.add_edge("c", "b", x=1)
    detour.add_edges_from(nx.complete_graph(12, nx.DiGraph).edges)  # large enough to be worth it
    for each in (graph, detour):
        expected = function(each, capacity="x", weight="x", backend="networkx")
        with nx.config.backend_priority(algos=["aidnet"]):
            assert function(each, capacity="x", weight="x") == expected
        with pytest.raises(NotImplementedError) as caught:
            function(each, capacity="x", weight="x", backend="aidnet")
        assert "under one name" in str(caught.value.__cause__)


def test_flows_of_ints_and_floats_are_floats() -> None:
    """And sums of tenths are rounded once, as docs/networkx.md says."""
    graph = nx.Graph([(0, 1, {"capacity": 2}), (1, 2, {"capacity": 2.5})])
    value = nx.maximum_flow_value(graph, 0, 1, backend="aidnet")
    assert (value, type(value)) == (2, float)
    graph = nx.Graph([(0, 1, {"capacity": 2}), (1, 2, {"capacity": 3})])
    value = nx.maximum_flow_value(graph, 0, 1, backend="aidnet")
    assert (value, type(value)) == (2, int)
    tenths = nx.DiGraph()
    for k, capacity in enumerate([0.1] * 6 + [0.7]):
        tenths.add_edge("s", k, capacity=capacity)
        tenths.add_edge(k, "t", capacity=1.0)
    assert nx.maximum_flow_value(tenths, "s", "t", backend="aidnet") == 1.3

"""Flows of least cost against NetworkX's network simplex and SciPy's linear programs."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from scipy.optimize import linprog

import aidnet
from support.flows import ends_of, flow_cases

if TYPE_CHECKING:
    from collections.abc import Iterator

    Array = np.ndarray[Any, Any]
    Case = tuple[int, aidnet.Network, Any, Array, Array, Array]


def cases(*, directed: bool) -> Iterator[Case]:
    """Seed, network, capacity and its values, costs and demands, many of which can be met.

    The demands are those of a part of a flow that fills edges at random.
    """
    for seed, net, capacity, _, values in flow_cases(directed=directed):
        draw = np.random.default_rng(seed + 1)
        cost = draw.integers(-2 if directed and seed % 3 == 0 else 0, 10, values.size).astype(float)
        some = values * (draw.random(values.size) < 0.5)
        source, target = (net.nodes.get_indexer(net.edges[side]) for side in ("source", "target"))
        exact = [Fraction(0)] * len(net)
        for u, v, amount in zip(source, target, some.tolist(), strict=True):
            exact[u] -= Fraction(amount)
            exact[v] += Fraction(amount)
        demand = np.array([float(d) for d in exact])
        if (values == np.round(values)).all() and seed % 5 == 0:
            demand[draw.integers(len(net))] += 3
            demand[draw.integers(len(net))] -= 3
        yield seed, net, capacity, values, cost, demand


def exact_graph(
    net: aidnet.Network, values: Array, cost: Array, demand: Array
) -> tuple[nx.DiGraph[Any], int]:
    """In whole numbers, which NetworkX needs: all amounts times the second result."""
    amounts = [Fraction(x) for x in (*values.tolist(), *demand.tolist())]
    unit = max((a.denominator for a in amounts), default=1)
    graph: nx.DiGraph[Any] = nx.DiGraph()
    whole = [int(a * unit) for a in amounts[len(values) :]]
    if whole:  # what sums of doubles lack, which aidnet takes for rounding
        whole[int(np.argmax(np.abs(demand)))] -= sum(whole)
    for node, d in zip(net.nodes, whole, strict=True):
        graph.add_node(node, demand=d)
    for u, v, a, c in zip(
        net.edges["source"], net.edges["target"], amounts[: len(values)], cost.tolist(), strict=True
    ):
        for ends in ((u, v), (v, u))[: 1 if net.directed else 2]:
            graph.add_edge(*ends, capacity=int(a * unit), weight=int(c))
    return graph, unit


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    met = 0
    for seed, net, capacity, values, cost, demand in cases(directed=directed):
        graph, unit = exact_graph(net, values, cost, demand)

        def ours(
            net: Any = net, demand: Any = demand, capacity: Any = capacity, cost: Any = cost
        ) -> Any:
            return aidnet.minimum_cost_flow(
                net, demand=demand, capacity=capacity, cost=aidnet.Cost(cost)
            )

        try:
            theirs, _ = nx.network_simplex(graph)
        except nx.NetworkXUnfeasible:
            if (values != np.round(values)).any():
                continue  # by rounding of the demands alone
            with pytest.raises(aidnet.UndefinedError, match="the demands cannot be met"):
                ours()
            continue
        met += 1
        expected = float(Fraction(theirs, unit))
        assert ours().attrs["cost"] == pytest.approx(expected, rel=1e-9, abs=1e-300), f"seed {seed}"
    assert met >= 140


def test_parity_with_linear_programs() -> None:
    """Also the flow itself: feasible, and its cost the least."""
    met = 0
    for seed, net, capacity, values, cost, demand in cases(directed=True):
        if (values != np.round(values)).any() or not values.size:
            continue  # twelve decades are too many for a linear program
        source, target = (net.nodes.get_indexer(net.edges[side]) for side in ("source", "target"))
        edges = np.arange(values.size)
        incidence = np.zeros((len(net), values.size))
        np.add.at(incidence, (source, edges), -1.0)
        np.add.at(incidence, (target, edges), 1.0)
        best = linprog(cost, A_eq=incidence, b_eq=demand, bounds=np.c_[0 * values, values])
        named = pd.Series(demand, net.nodes)
        if best.status == 2:
            with pytest.raises(aidnet.UndefinedError):
                aidnet.minimum_cost_flow(
                    net, demand=named, capacity=capacity, cost=aidnet.Cost(cost)
                )
            continue
        met += 1
        flow = aidnet.minimum_cost_flow(
            net, demand=named, capacity=capacity, cost=aidnet.Cost(cost)
        )
        assert flow.attrs["cost"] == pytest.approx(best.fun, rel=1e-9, abs=1e-9), f"seed {seed}"
        assert flow.attrs["cost"] == cost @ flow.to_numpy()
        assert flow.between(0, values).all()
        assert (incidence @ flow.to_numpy() == demand).all()
        assert (flow == flow.round()).all()
    assert met >= 100


def test_cheapest_maximum_flow() -> None:
    """Against NetworkX's max_flow_min_cost, in whole numbers."""
    met = 0
    for seed, net, capacity, values, cost, _ in cases(directed=True):
        if (values != np.round(values)).any() or (cost < 0).any():
            continue
        met += 1
        source, target = ends_of(net, seed)
        graph, _ = exact_graph(net, values, cost, np.zeros(len(net)))
        theirs = nx.cost_of_flow(graph, nx.max_flow_min_cost(graph, source, target))
        value = aidnet.maximum_flow(net, source=source, target=target, capacity=capacity).attrs[
            "value"
        ]
        flow = aidnet.minimum_cost_flow(
            net,
            demand={source: -value, target: value},
            capacity=capacity,
            cost=aidnet.Cost(cost),
        )
        assert flow.attrs["cost"] == theirs, f"seed {seed}"
    assert met >= 80


def test_capacities_without_a_limit() -> None:
    """Transport of unlimited amounts, as earth mover's distance on a network."""
    draw = np.random.default_rng(0)
    for _ in range(60):
        n = int(draw.integers(3, 12))
        graph = nx.gnp_random_graph(n, 0.5, seed=int(draw.integers(1 << 30)), directed=True)
        nx.add_cycle(graph, range(n))
        for u, v in graph.edges:
            graph.edges[u, v]["weight"] = int(draw.integers(0, 9))
        demand = draw.integers(-3, 4, n)
        demand[0] -= demand.sum()
        nx.set_node_attributes(graph, dict(enumerate(demand.tolist())), "demand")
        theirs, _ = nx.network_simplex(graph)
        source, target = zip(*graph.edges, strict=True)
        net = aidnet.from_edges(source, target, np.ones(len(source)), nodes=range(n))
        edges = zip(net.edges["source"], net.edges["target"], strict=True)
        cost = aidnet.Cost([graph.edges[edge]["weight"] for edge in edges])
        endless = aidnet.Capacity(np.full(net.edge_count, np.inf))
        flow = aidnet.minimum_cost_flow(net, demand=demand, capacity=endless, cost=cost)
        assert flow.attrs["cost"] == theirs


def test_published_values() -> None:
    """Dantzig (1963), section 3.3: two canneries and three warehouses; 153.675 in all.

    What the canneries could make beyond the demand stays where it is, at no cost.
    """
    plants, markets = ["Seattle", "San Diego"], ["New York", "Chicago", "Topeka"]
    distance = [2.5, 1.7, 1.8, 0.0, 2.5, 1.8, 1.4, 0.0]  # thousands of miles, at 0.09 a case each
    net = aidnet.from_edges(np.repeat(plants, 4), [*markets, "kept"] * 2, np.full(8, 600.0))
    edges = list(zip(net.edges["source"], net.edges["target"], strict=True))
    price = dict(
        zip(zip(np.repeat(plants, 4), [*markets, "kept"] * 2, strict=True), distance, strict=True)
    )
    needs = {"Seattle": -350, "San Diego": -600, "New York": 325, "Chicago": 300, "Topeka": 275}
    flow = aidnet.minimum_cost_flow(
        net, demand=needs | {"kept": 50}, cost=aidnet.Cost([0.09 * price[edge] for edge in edges])
    )
    assert flow.attrs["cost"] == pytest.approx(153.675, rel=1e-12)
    assert flow["Seattle", "Chicago"] == 300
    assert flow["San Diego", "Topeka"] == 275


def test_what_is_refused() -> None:
    net = aidnet.from_edges(["a", "b", "c"], ["b", "c", "a"], [1.0, 2.0, 3.0])
    with pytest.raises(aidnet.UndefinedError, match=r"of 2 at least 1 cannot arrive.* at node c"):
        aidnet.minimum_cost_flow(net, demand={"a": -2, "c": 2})
    with pytest.raises(aidnet.ValidationError, match="the demands add up to 1, not to 0"):
        aidnet.minimum_cost_flow(net, demand={"a": 1})
    with pytest.raises(aidnet.NegativeCycleError, match="a → b → c → a") as caught:
        aidnet.minimum_cost_flow(
            net, demand={}, capacity=aidnet.Capacity([np.inf] * 3), cost=aidnet.Cost([1, 1, -3])
        )
    assert caught.value.cycle == ["a", "b", "c"]
    around = net.to_undirected()
    with pytest.raises(aidnet.ValidationError, match="the cost of the edge a → b is -1"):
        aidnet.minimum_cost_flow(around, demand={}, cost=aidnet.Cost([-1.0, 1.0, 1.0]))


def test_no_demand_is_too_small() -> None:
    """Beside capacities and costs that are as good as without a limit."""
    net = aidnet.from_edges(["a", "b", "a"], ["b", "c", "c"], [1e60, 1e60, 1e60])
    cost = {("a", "b"): -1.0, ("b", "c"): 1.0, ("a", "c"): 1e45}
    edges = zip(net.edges["source"], net.edges["target"], strict=True)
    costs = aidnet.Cost([cost[edge] for edge in edges])
    flow = aidnet.minimum_cost_flow(net, demand={"a": -1, "c": 1}, cost=costs)
    assert flow.to_dict() == {("a", "b"): 1.0, ("b", "c"): 1.0, ("a", "c"): 0.0}
    assert flow.attrs["cost"] == 0.0

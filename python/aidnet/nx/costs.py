"""networkx.algorithms.flow: what it costs to meet all demands, at the least."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet import _core
from aidnet.errors import NegativeCycleError, UndefinedError
from aidnet.nx._dijkstra import EXACT
from aidnet.nx._kernels import run, run_with_facts
from aidnet.nx._serve import Work, serves
from aidnet.nx.flows import limits, typed, whole

if TYPE_CHECKING:
    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array

Flows = dict[Any, dict[Any, int]]


def _one_name(arguments: Any) -> str | None:
    if arguments.capacity == arguments.weight:
        return "capacities and costs under one name, of which edges without it have but one default"
    return None


least_cost = serves(Work.MANY_VISITS, refuses=_one_name)


def _demands(graph: NxGraph, attribute: Any) -> Array:
    """How much each node needs; NetworkX's error where they do not add up to nothing."""
    import networkx as nx

    given = [0 if value is None else value for value in graph.values_of(attribute)]
    if not all(type(value) is int for value in given):
        raise NotImplementedError("demands that are no whole numbers")
    if sum(given) != 0:
        raise nx.NetworkXUnfeasible("total node demand is not zero")
    return np.array(given, dtype=float)


def _require_positive(graph: NxGraph, capacity: Any) -> None:
    """NetworkX's error for the first edge, loops last, that can carry less than nothing."""
    import networkx as nx

    found = graph.attribute(capacity, float("inf"))
    if found is None or found.minima.min(initial=0.0) >= 0:
        return
    source, target = graph.entry_ends()
    negative = np.flatnonzero(found.minima < 0)
    first = negative[np.argsort(source[negative] == target[negative], kind="stable")[0]]
    edge = graph.nodes[source[first]], graph.nodes[target[first]]
    raise nx.NetworkXUnfeasible(f"edge {edge!r} has negative capacity")


def _cheapest(graph: NxGraph, demand: Any, capacity: Any, weight: Any) -> tuple[float, Array]:
    """The cost, and the flow along each entry of the adjacency."""
    import networkx as nx

    if not graph.directed:
        raise nx.NetworkXNotImplemented("not implemented for undirected type")
    if len(graph) == 0:
        raise nx.NetworkXError("graph has no nodes")
    if graph.multigraph:
        raise NotImplementedError("parallel edges, each with a cost of its own")
    found = graph.attribute(weight, 0)
    if not whole(graph, capacity) or not (found is None or found.whole):
        raise NotImplementedError(
            "amounts that are no whole numbers, for which NetworkX does not vouch"
        )
    demands = _demands(graph, demand)
    _require_positive(graph, capacity)
    limit = _core.Capacity.given(graph.ties, graph.by_tie(limits(graph, capacity)))
    costs = np.zeros(graph.adjacency.entry_count) if found is None else found.minima

    def solve(costs: Array) -> tuple[dict[str, Any], dict[str, Any]]:
        cost = _core.Cost.given(graph.ties, graph.by_tie(costs))
        try:
            return run_with_facts(
                "minimum_cost_flow", graph.ties, capacity=limit, cost=cost, demand=demands
            )
        except NegativeCycleError:
            raise
        except UndefinedError as error:
            raise nx.NetworkXUnfeasible("no flow satisfies all node demands") from error

    try:
        columns, facts = solve(costs)
    except NegativeCycleError as error:
        solve(np.zeros(len(costs)))  # whether demands can be met comes first
        message = "negative cycle with infinite capacity found"
        raise nx.NetworkXUnbounded(message) from error
    return typed(facts["cost"], True), graph.by_entry(columns["minimum_cost_flow"])


def _flows(graph: NxGraph, capacity: Any, values: Array) -> Flows:
    """As NetworkX returns them: loops and what can carry nothing come last."""
    source, target = graph.entry_ends()
    last = (source == target) | (limits(graph, capacity) == 0)
    flows: Flows = {node: {} for node in graph.nodes}
    order = np.argsort(last, kind="stable")
    ends = zip(graph.labels(source[order]), graph.labels(target[order]), strict=True)
    for (u, v), value in zip(ends, values[order].astype(np.int64).tolist(), strict=True):
        flows[u][v] = value
    return flows


def _require_the_only_one(graph: NxGraph, values: Array, capacity: Any, weight: Any) -> None:
    """Decline where another flow costs as little, of which NetworkX would find one or the other.

    There is another one where some of the flow can be led round a cycle at no cost: along edges
    that have room, and against those that carry something. By the least costs from anywhere as
    potentials, these are the steps that cost nothing more.
    """
    found = graph.attribute(weight, 0)
    source, target = graph.entry_ends()
    room, used = values < limits(graph, capacity), values > 0
    kept = (source != target) & (room | used)
    source, target, room, used = source[kept], target[kept], room[kept], used[kept]
    cost = np.zeros(len(source)) if found is None else found.minima[kept]
    least = _least_costs(
        len(graph),
        np.concatenate([source[room], target[used]]),
        np.concatenate([target[room], source[used]]),
        np.concatenate([cost[room], -cost[used]]),
    )
    tight = least[source] + cost == least[target]
    both = room & used
    part, count = _parts(len(graph), source[both], target[both])
    tree = int(both.sum()) == len(graph) - count
    ahead, back = tight & room & ~used, tight & used & ~room
    begin = part[np.concatenate([source[ahead], target[back]])]
    end = part[np.concatenate([target[ahead], source[back]])]
    steps = _ties(count, begin, end, directed=True)
    strong = run("strong_components", steps)["component"]
    if not tree or (begin == end).any() or len(np.unique(strong)) < count:
        raise NotImplementedError("several flows that cost the same")


def _least_costs(n: int, source: Array, target: Array, cost: Array) -> Array:
    """To each node from wherever it costs least, on arcs without negative cycles."""
    order = np.argsort(source, kind="stable")
    indptr = np.concatenate([[0], np.cumsum(np.bincount(source, minlength=n))])
    arcs = _core.Adjacency(indptr, target[order])
    node, distance, *_ = arcs.bellman_ford(cost[order], None, np.arange(n), True)
    least = np.empty(n)
    least[node] = distance
    if np.abs(least).max(initial=0.0) > EXACT:
        raise NotImplementedError("costs beyond 2 ** 53")
    return least


def _ties(n: int, source: Array, target: Array, *, directed: bool) -> _core.Graph:
    return _core.Graph.from_edges(
        n, source, target, None, directed=directed, sum_duplicates=True, drop_zeros=False
    )


def _parts(n: int, source: Array, target: Array) -> tuple[Array, int]:
    part = run("weak_components", _ties(n, source, target, directed=False))["component"]
    return part, int(part.max(initial=-1)) + 1


@least_cost
def network_simplex(graph: NxGraph, demand: Any, capacity: Any, weight: Any) -> tuple[float, Flows]:
    """Of whole numbers, where one flow alone costs so little."""
    cost, values = _cheapest(graph, demand, capacity, weight)
    _require_the_only_one(graph, values, capacity, weight)
    return cost, _flows(graph, capacity, values)


@least_cost
def min_cost_flow(graph: NxGraph, demand: Any, capacity: Any, weight: Any) -> Flows:
    """Of whole numbers, where one flow alone costs so little."""
    return network_simplex(graph, demand, capacity, weight)[1]  # type: ignore[no-any-return]


@least_cost
def min_cost_flow_cost(graph: NxGraph, demand: Any, capacity: Any, weight: Any) -> float:
    """Of whole numbers."""
    return _cheapest(graph, demand, capacity, weight)[0]

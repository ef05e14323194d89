"""networkx.algorithms.flow: what it costs to meet all demands, at the least."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet import _core
from aidnet.errors import NegativeCycleError, UndefinedError
from aidnet.nx._kernels import run_with_facts
from aidnet.nx._serve import Work, serves
from aidnet.nx.flows import limits, whole

if TYPE_CHECKING:
    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array

Flows = dict[Any, dict[Any, int]]


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


def _cheapest(graph: NxGraph, demand: Any, capacity: Any, weight: Any) -> tuple[int, Array]:
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
        raise NotImplementedError("amounts that are no whole numbers, which NetworkX rounds")
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
    return int(facts["cost"]), graph.by_entry(columns["minimum_cost_flow"])


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


@serves(Work.MANY_VISITS)
def network_simplex(graph: NxGraph, demand: Any, capacity: Any, weight: Any) -> tuple[int, Flows]:
    """Of flows of that cost aidnet's; of whole numbers."""
    cost, values = _cheapest(graph, demand, capacity, weight)
    return cost, _flows(graph, capacity, values)


@serves(Work.MANY_VISITS)
def min_cost_flow(graph: NxGraph, demand: Any, capacity: Any, weight: Any) -> Flows:
    """Of flows of the least cost aidnet's; of whole numbers."""
    return network_simplex(graph, demand, capacity, weight)[1]  # type: ignore[no-any-return]


@serves(Work.MANY_VISITS)
def min_cost_flow_cost(graph: NxGraph, demand: Any, capacity: Any, weight: Any) -> int:
    """Of whole numbers."""
    return _cheapest(graph, demand, capacity, weight)[0]

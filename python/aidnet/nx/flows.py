"""networkx.algorithms.flow: how much passes from one node to another, and where it is held up."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet import _core
from aidnet.errors import UndefinedError
from aidnet.nx._dijkstra import EXACT
from aidnet.nx._kernels import run_with_facts
from aidnet.nx._refusals import any_of
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx

    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array

Number = float


def networkx_algorithm(arguments: Any) -> str | None:
    """Flows by a function of the caller's; those by any of NetworkX's have the same value."""
    from networkx.algorithms import flow

    own = (
        None,
        flow.boykov_kolmogorov,
        flow.dinitz,
        flow.edmonds_karp,
        flow.preflow_push,
        flow.shortest_augmenting_path,
    )
    return None if arguments.flow_func in own else "flows by a function of the caller's"


def _options(arguments: Any) -> str | None:
    return "options of NetworkX's algorithms" if arguments.kwargs else None


maximum = serves(
    Work.MANY_VISITS,
    ignores=("flow_func", "kwargs"),
    refuses=any_of(networkx_algorithm, _options),
)


# ------------------------------------------------------------------------------------ capacities


def limits(graph: NxGraph, capacity: Any) -> Array:
    """One capacity an entry of the adjacency; below 0 nothing, and without any number infinite."""
    found = graph.attribute(capacity, math.inf)
    if found is None:
        return np.full(graph.adjacency.entry_count, np.inf)
    return np.maximum(found.minima, 0.0)


def whole(graph: NxGraph, capacity: Any) -> bool:
    """Whether all capacities that there are are whole numbers."""
    found = graph.attribute(capacity, math.inf)
    return found is None or found.whole


def typed(value: float, is_whole: bool) -> Number:
    """An int where NetworkX has one: of whole numbers, and where nothing was added up."""
    if is_whole and abs(value) > EXACT:
        raise NotImplementedError("sums beyond 2 ** 53")
    return int(value) if is_whole else float(value) or 0


def require_ends(graph: NxGraph, *ends: Any) -> None:
    """NetworkX's error for the first that is no node."""
    for end in ends:
        graph.require(end, f"node {end} not in graph", "NetworkXError")


def _require(graph: NxGraph, source: Any, target: Any) -> None:
    import networkx as nx

    require_ends(graph, source, target)
    if source == target:
        raise nx.NetworkXError("source and sink are the same node")
    if graph.multigraph:
        raise nx.NetworkXError("MultiGraph and MultiDiGraph not supported (yet).")


def solved(
    measure: str, graph: _core.Graph, capacity: _core.Capacity, source: int, target: int
) -> tuple[dict[str, Any], dict[str, Any]]:
    """A maximum flow or minimum cut; NetworkX's error where capacities set no limit."""
    import networkx as nx

    ends: dict[str, Any] = {"source": [source], "target": [target]}
    try:
        return run_with_facts(measure, graph, capacity=capacity, **ends)
    except UndefinedError as error:
        raise nx.NetworkXUnbounded("Infinite capacity path, flow unbounded above.") from error


def _between(graph: NxGraph, source: Any, target: Any, capacity: Any, measure: str) -> Any:
    _require(graph, source, target)
    given = _core.Capacity.given(graph.ties, graph.by_tie(limits(graph, capacity)))
    return solved(measure, graph.ties, given, graph.numbers[source], graph.numbers[target])


# ----------------------------------------------------------------------------- maximum and minimum


@maximum
def maximum_flow_value(flowG: NxGraph, _s: Any, _t: Any, capacity: Any) -> Number:
    """The same for all of NetworkX's algorithms."""
    value = _between(flowG, _s, _t, capacity, "maximum_flow")[1]["value"]
    return typed(value, whole(flowG, capacity))


@maximum
def minimum_cut_value(flowG: NxGraph, _s: Any, _t: Any, capacity: Any) -> Number:
    """The same for all of NetworkX's algorithms."""
    value: Number = maximum_flow_value(flowG, _s, _t, capacity)
    return value


@maximum
def maximum_flow(
    flowG: NxGraph, _s: Any, _t: Any, capacity: Any
) -> tuple[Number, dict[Any, dict[Any, Number]]]:
    """Of flows of that value aidnet's, which has no cycles."""
    columns, facts = _between(flowG, _s, _t, capacity, "maximum_flow")
    is_whole = whole(flowG, capacity)
    passed = np.maximum(flowG.by_entry(columns["maximum_flow"]), 0.0)
    return typed(facts["value"], is_whole), by_neighbor(flowG, passed, is_whole)


def by_neighbor(graph: NxGraph, values: Array, is_whole: bool) -> dict[Any, dict[Any, Number]]:
    """One value an entry of the adjacency, as NetworkX returns flows."""
    numbers = [typed(value, is_whole) for value in values.tolist()]
    partners = graph.labels(graph.adjacency.indices)
    ends = graph.adjacency.indptr.tolist()
    return {
        node: dict(zip(partners[a:b], numbers[a:b], strict=True))
        for node, a, b in zip(graph.nodes, ends, ends[1:], strict=False)
    }


def _require_ties_for_certain(graph: NxGraph, capacity: Any) -> None:
    if not whole(graph, capacity):
        raise NotImplementedError("capacities that are no whole numbers, whose sums tie by chance")


def cutter(graph: NxGraph, capacity: Any) -> Callable[[int, int], tuple[Number, Array]]:
    """Minimum cuts between nodes by number: the value, and marks of the nodes beyond the cut.

    Of several ones that with the fewest nodes beyond, which is what NetworkX finds: those from
    which the target can still be reached.
    """
    _require_ties_for_certain(graph, capacity)
    turned = graph.ties.reverse() if graph.directed else graph.ties
    source, target = graph.entry_ends()
    order = np.lexsort((source, target))  # of the entries turned round
    values = limits(graph, capacity)
    values = values[order] if graph.directed else graph.by_tie(values)
    given = _core.Capacity.given(turned, values)

    def cut(start: int, end: int) -> tuple[Number, Array]:
        facts = solved("minimum_cut", turned, given, end, start)[1]
        beyond = np.zeros(len(graph), dtype=bool)
        beyond[facts["side"]] = True
        return typed(facts["value"], True), beyond

    return cut


@maximum
def minimum_cut(
    flowG: NxGraph, _s: Any, _t: Any, capacity: Any
) -> tuple[Number, tuple[set[Any], set[Any]]]:
    """Of several ones NetworkX's, the nearest to the target; of whole numbers."""
    _require(flowG, _s, _t)
    value, beyond = cutter(flowG, capacity)(flowG.numbers[_s], flowG.numbers[_t])
    here, there = (set(flowG.labels(np.flatnonzero(side))) for side in (~beyond, beyond))
    return value, (here, there)


# -------------------------------------------------------------------------------- between all pairs


@serves(Work.ALL_PAIRS, ignores=("flow_func",), refuses=networkx_algorithm)
def gomory_hu_tree(graph: NxGraph, capacity: Any) -> nx.Graph[Any]:
    """The tree that NetworkX finds, by as many minimum cuts; of whole numbers."""
    import networkx as nx

    if len(graph) == 0:
        raise nx.NetworkXError("Empty Graph does not have a Gomory-Hu tree representation")
    if graph.multigraph:
        raise nx.NetworkXError("MultiGraph and MultiDiGraph not supported (yet).")
    cut = cutter(graph, capacity)
    parent = np.zeros(len(graph), dtype=np.int64)
    label: list[Number] = [0] * len(graph)
    for node in range(1, len(graph)):
        near = int(parent[node])
        label[node], beyond = cut(node, near)
        moved = ~beyond & (parent == near)
        moved[[0, node]] = False
        parent[moved] = node
        if near != 0 and not beyond[parent[near]]:
            above = int(parent[near])
            label[node], label[near] = label[near], label[node]
            parent[node], parent[near] = above, node
    tree: nx.Graph[Any] = nx.Graph()
    tree.add_nodes_from(graph.nodes)
    edges = zip(graph.nodes[1:], graph.labels(parent[1:]), label[1:], strict=True)
    tree.add_weighted_edges_from(edges)
    return tree

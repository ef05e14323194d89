"""networkx.algorithms.centrality: betweenness of nodes and edges, and what is made of it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._kernels import run
from aidnet.nx._refusals import (
    any_of,
    function_of_edges,
    no_sets,
    parallel,
    positive_lengths,
)
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from random import Random

    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array

Edge = tuple[Any, Any]


def _both_ways(graph: NxGraph, values: Array) -> Array:
    """As NetworkX adds up: in an undirected graph each pair from both its ends."""
    return values * (1.0 if graph.directed else 2.0)


def _no_sources(arguments: Any) -> str | None:
    return "a sample of no sources" if arguments.k == 0 else function_of_edges(arguments)


def _sample(graph: NxGraph, k: int, seed: Random) -> list[int]:
    """Sources by the draw that NetworkX would make."""
    return [graph.numbers[node] for node in seed.sample(graph.nodes, k)]


# -------------------------------------------------------------------------------------- of nodes


@serves(Work.ALL_PAIRS, refuses=_no_sources)
def betweenness_centrality(
    graph: NxGraph,
    k: int | None,
    normalized: bool,
    weight: Any,
    endpoints: bool,
    seed: Random,
) -> dict[Any, float]:
    """Of parallel edges the shortest counts; of k sources NetworkX's."""
    n = len(graph)
    sources = None if k is None or k == n else _sample(graph, k, seed)
    columns = run(
        "betweenness",
        graph.ties,
        positive_lengths(graph, weight),
        normalized=False,
        endpoints=bool(endpoints),
        sources=sources,
    )
    values = columns["betweenness"]
    partners = n if endpoints else n - 1
    if sources is None:
        pairs = partners * (partners - 1)
        if not normalized or pairs <= 0:
            return graph.by_node(values)
        # NetworkX's way round, so that its last bit is the same: both directions times one factor.
        return graph.by_node(_both_ways(graph, values) * (1 / pairs))
    if partners < 2:
        return graph.by_node(values)
    return graph.by_node(
        _both_ways(graph, values) * _sampled_scale(graph, sources, normalized, endpoints)
    )


def _sampled_scale(graph: NxGraph, sources: list[int], normalized: bool, endpoints: bool) -> Any:
    """A source is no end of its own paths, so that fewer of the sampled ones can pass it."""
    partners = len(graph) if endpoints else len(graph) - 1
    share = 1 / (partners - 1) if normalized else partners / (1 if graph.directed else 2)
    scale = np.full(len(graph), share / len(sources))
    if not endpoints:
        scale[sources] = share / (len(sources) - 1) if len(sources) > 1 else math.nan
    return scale


@serves(Work.ALL_PAIRS, refuses=any_of(no_sets("sources", "targets"), function_of_edges))
def betweenness_centrality_subset(
    graph: NxGraph,
    sources: Collection[Any],
    targets: Collection[Any],
    normalized: bool,
    weight: Any,
) -> dict[Any, float]:
    """A target that is no node does not count, as in NetworkX."""
    ends = _ends(graph, sources, targets)
    values = np.zeros(len(graph))
    if ends is not None:
        lengths = positive_lengths(graph, weight)
        options = {"normalized": False, "sources": ends[0], "targets": ends[1]}
        values = run("betweenness", graph.ties, lengths, **options)["betweenness"]
    pairs = (len(graph) - 1) * (len(graph) - 2)
    return graph.by_node(
        _both_ways(graph, values) * (1 / pairs) if normalized and pairs else values
    )


def _ends(
    graph: NxGraph, sources: Collection[Any], targets: Collection[Any]
) -> tuple[list[int], list[int]] | None:
    """Sources and targets by number; None where there are no pairs of them."""
    first = [graph.numbers[node] for node in sources]
    last = [graph.numbers[node] for node in targets if node in graph]
    return (first, last) if first and last else None


@serves(
    Work.ALL_PAIRS,
    name="newman_betweenness_centrality",
    where="load_centrality",
    few=("v",),
)
def load_centrality(graph: NxGraph, v: Any, normalized: bool) -> Any:
    """By number of steps."""
    values = run("load", graph.ties, normalized=False)["load"]
    if normalized and len(graph) > 2:
        values = values * (1.0 / ((len(graph) - 1) * (len(graph) - 2)))
    if v is None:
        return graph.by_node(values)
    return values[graph.numbers[v]].item() if v in graph else 0.0


@serves(Work.ALL_PAIRS, refuses=function_of_edges)
def percolation_centrality(
    graph: NxGraph, attribute: Any, states: Mapping[Any, float] | None, weight: Any
) -> dict[Any, float]:
    """States may be a node attribute or be given."""
    x = _states(graph, attribute, states)
    n = len(graph)
    if n and graph.adjacency.entry_count and not (x.sum() - x > 0).all():
        raise NotImplementedError("states of which one is the sum of all")
    if n == 2:
        raise ZeroDivisionError("division by zero")
    lengths = positive_lengths(graph, weight)
    return graph.by_node(run("percolation", graph.ties, lengths, states=x)["percolation"])


def _states(graph: NxGraph, attribute: Any, states: Mapping[Any, float] | None) -> Array:
    if states is None:
        given = [1 if x is None else x for x in graph.values_of(attribute)]
    elif states.keys() == graph.numbers.keys():
        given = [states[node] for node in graph.nodes]
    else:
        raise NotImplementedError("states of others than just the graph's nodes")
    if not all(isinstance(x, int | float) for x in given):
        raise NotImplementedError("states that are no numbers")
    return np.array(given, dtype=float)


# -------------------------------------------------------------------------------------- of edges


@serves(Work.ALL_PAIRS, refuses=any_of(parallel, _no_sources))
def edge_betweenness_centrality(
    graph: NxGraph, k: int | None, normalized: bool, weight: Any, seed: Random
) -> dict[Edge, float]:
    """Of k sources NetworkX's."""
    n = len(graph)
    sources = None if k is None else _sample(graph, k, seed)
    return _of_edges(graph, weight, normalized, n if k is None else k, sources=sources)


def _of_edges(
    graph: NxGraph, weight: Any, normalized: bool, count: int, **ends: Any
) -> dict[Edge, float]:
    """Betweenness from some sources, scaled by how many they are."""
    lengths = positive_lengths(graph, weight)
    values = run("edge_betweenness", graph.ties, lengths, normalized=False, **ends)
    both = _both_ways(graph, values["edge_betweenness"])
    n = len(graph)
    if n < 2:
        return graph.by_edge(both)
    if normalized:
        return graph.by_edge(both * (1 / (count * (n - 1))))
    return graph.by_edge(both * (n / (count * (1 if graph.directed else 2))))


def _some_targets(arguments: Any) -> str | None:
    targets = set(arguments.targets)
    if all(node in targets for node in (getattr(arguments.G, "nodes", arguments.G))):
        return None
    return "some targets only, to which NetworkX divides paths otherwise"


@serves(
    Work.ALL_PAIRS,
    ignores=("targets",),
    refuses=any_of(parallel, no_sets("sources", "targets"), _some_targets, function_of_edges),
)
def edge_betweenness_centrality_subset(
    graph: NxGraph, sources: Collection[Any], normalized: bool, weight: Any
) -> dict[Edge, float]:
    """Where all nodes are targets."""
    first = [graph.numbers[node] for node in sources]
    if not first:
        return graph.by_edge(np.zeros(graph.adjacency.entry_count))
    return _of_edges(graph, weight, normalized, len(graph), sources=first)

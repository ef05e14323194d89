"""networkx.algorithms.community and hierarchy: how much stays inside groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._kernels import run
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from random import Random

    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array


def _groups(graph: NxGraph, communities: list[Any]) -> tuple[Array, int]:
    """The community of each node; NetworkX's error where they are no partition."""
    from networkx.algorithms.community.quality import NotAPartition

    # As is_partition does: what is no node counts for the size only.
    named: Any = graph
    group = np.full(len(graph), -1, dtype=np.int64)
    for number, members in enumerate(communities):
        group[[graph.numbers[node] for node in members if node in graph]] = number
    if sum(map(len, communities)) != len(graph) or (group < 0).any():
        raise NotAPartition(named, communities)
    return group, len(communities)


def _inside(graph: NxGraph, group: Array, count: int, attribute: Any) -> Array:
    """The weight of the edges inside each group."""
    quotient = graph.strengths(attribute).quotient(group, count)
    rows = np.repeat(np.arange(count), np.diff(quotient.indptr))
    loops = rows == quotient.indices
    inside = np.zeros(count)
    inside[rows[loops]] = quotient.weights[loops]
    return inside


def _levels(arguments: Any) -> str | None:
    return None if arguments.max_level is None else "a number of levels"


@serves(
    Work.MANY_VISITS,
    where="community.leiden_communities",
    ignores=("max_level",),
    refuses=_levels,
)
def leiden_communities(
    graph: NxGraph, weight: Any, resolution: float, seed: Random
) -> list[set[Any]]:
    """NetworkX has no implementation of its own; until nothing more is gained."""
    options: dict[str, Any] = {
        "resolution": float(resolution),
        "iterations": -1,
        "seed": seed.getrandbits(31),
    }
    community = run("leiden", graph.strengths(weight), **options)["community"]
    count = int(community.max(initial=-1)) + 1
    return [set(members) for members in graph.groups(community, count)]


def _lists(arguments: Any) -> str | None:
    return None if isinstance(arguments.communities, list) else "communities by an iterator"


@serves(Work.MANY_VISITS, where="community.modularity", refuses=_lists)
def modularity(graph: NxGraph, communities: list[Any], weight: Any, resolution: float) -> float:
    """Parallel edges are summed."""
    group, count = _groups(graph, communities)
    out, into, _ = graph.totals(weight)
    if not graph.directed:
        out = into = graph.degree(weight)
    total = out.sum().item()
    norm = 1 / total**2
    edges = total if graph.directed else total / 2
    inside = _inside(graph, group, count, weight)
    given = np.bincount(group, weights=out, minlength=count)
    received = np.bincount(group, weights=into, minlength=count)
    return float((inside / edges - resolution * given * received * norm).sum())


@serves(Work.MANY_VISITS)
def flow_hierarchy(graph: NxGraph, weight: Any) -> float:
    """The share of the flow that is in no cycle."""
    import networkx as nx

    if graph.adjacency.entry_count == 0:
        raise nx.NetworkXError("flow_hierarchy not applicable to empty graphs")
    if not graph.directed:
        raise nx.NetworkXError("G must be a digraph in flow_hierarchy")
    component, count = graph.strong_components
    total = graph.totals(weight)[0].sum().item()
    inside = float(_inside(graph, component, count, weight).sum())
    return 1 - inside / float(total)

"""networkx.algorithms.cluster, triads and richclub: triangles, squares and what is dense."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._kernels import run
from aidnet.nx._refusals import directed
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array


def _no_multigraph(graph: NxGraph) -> None:
    import networkx as nx

    if graph.multigraph:
        raise nx.NetworkXNotImplemented("not implemented for multigraph type")


def _or_zero(values: Array) -> list[float]:
    """NetworkX's 0, an int, where there is nothing, and where nothing could be."""
    return [max(0, value) for value in values.tolist()]


@serves(Work.MANY_VISITS, few=("nodes",))
def triangles(graph: NxGraph, nodes: Any) -> Any:
    """Parallel edges are one."""
    if nodes is not None:
        _no_multigraph(graph)
    return graph.of_bunch(nodes, run("triangles", graph.ties)["triangles"])


@serves(Work.MANY_VISITS, few=("nodes",))
def clustering(graph: NxGraph, nodes: Any, weight: Any) -> Any:
    """Zero weights are declined, which are edges for NetworkX."""
    _no_multigraph(graph)
    return graph.of_bunch(nodes, _clustering(graph, weight))


def _clustering(graph: NxGraph, weight: Any) -> list[float]:
    weights = None if weight is None else graph.sums(weight)
    if weights is None or not len(weights):
        return _or_zero(run("clustering", graph.ties, method="fagiolo")["clustering"])
    if weights.min() <= 0:
        raise NotImplementedError("weights that are not above 0")
    values = run("clustering", graph.strengths(weight), method="fagiolo_weighted")["clustering"]
    if not graph.loop_count:
        return _or_zero(values)
    # NetworkX divides by the largest weight of all edges, loops included.
    source, target = graph.entry_ends()
    largest = weights[source != target].max(initial=0.0)
    return _or_zero(values * (largest / weights.max()))


@serves(Work.MANY_VISITS, few=("nodes",))
def average_clustering(graph: NxGraph, nodes: Any, weight: Any, count_zeros: bool) -> float:
    """The mean over the nodes, those without triangles with 0."""
    values = list(clustering(graph, nodes, weight).values())
    if not count_zeros:
        values = [value for value in values if value > 0]
    return float(np.sum(values)) / len(values)


@serves(Work.MANY_VISITS, refuses=directed)
def transitivity(graph: NxGraph) -> float:
    """Of undirected graphs."""
    _no_multigraph(graph)
    value = run("transitivity", graph.ties)["value"]
    return float(value) if value > 0 else 0


@serves(Work.MANY_VISITS, refuses=directed, few=("nodes",))
def square_clustering(graph: NxGraph, nodes: Any) -> Any:
    """Of undirected graphs; parallel edges are one."""
    return graph.of_bunch(nodes, _squares(graph))


def _squares(graph: NxGraph) -> list[float]:
    values = run("square_clustering", graph.ties)["square_clustering"]
    # Where nothing is possible 0, where nothing is 0.0, and 0 for less than two partners.
    return [0 if np.isnan(value) else value for value in values.tolist()]


@serves(Work.ALL_PAIRS)
def triadic_census(graph: NxGraph) -> dict[str, int]:
    """Of the whole graph."""
    return run("triad_census", graph.ties)


def _normalized(arguments: Any) -> str | None:
    return "a random network drawn by NetworkX" if arguments.normalized else None


@serves(Work.MANY_VISITS, ignores=("normalized", "Q", "seed"), refuses=_normalized)
def rich_club_coefficient(graph: NxGraph) -> dict[int, float]:
    """Not normalized: NetworkX alone draws the random network for that."""
    if graph.loop_count:
        raise Exception("rich_club_coefficient is not implemented for graphs with self loops.")
    if graph.edge_count == 0:
        return {}
    table = run("rich_club", graph.ties)
    return dict(zip(table["k"].tolist(), table["coefficient"].tolist(), strict=True))

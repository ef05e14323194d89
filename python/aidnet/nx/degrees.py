"""What follows from degrees and counts: isolates, regular, Eulerian, reciprocity, tournaments."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._kernels import run
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from aidnet.nx._graph import NxGraph

# --------------------------------------------------------------------------------------- counts


@serves()
def is_empty(graph: NxGraph) -> bool:
    """Whether there are no edges."""
    return graph.adjacency.entry_count == 0


@serves()
def number_of_selfloops(graph: NxGraph) -> int:
    """Parallel ones count one by one."""
    return graph.loop_count


@serves()
def is_negatively_weighted(graph: NxGraph, weight: Any) -> bool:
    """Whether any edge has a negative weight."""
    found = graph.attribute(weight)
    return found is not None and bool((found.minima < 0).any())


@serves()
def isolates(graph: NxGraph) -> Iterator[Any]:
    """In the order of the nodes."""
    return iter(graph.labels(np.flatnonzero(graph.degree() == 0)))


@serves()
def is_isolate(graph: NxGraph, n: Any) -> bool:
    """False, as in NetworkX, for what could be several nodes."""
    import networkx as nx

    if n in graph:
        return bool(graph.degree()[graph.numbers[n]] == 0)
    if n is None or isinstance(n, Iterable):
        return False
    raise nx.NetworkXError(f"Node {n} is not in the graph.")


@serves()
def number_of_isolates(graph: NxGraph) -> int:
    """Counted without listing them."""
    return int((graph.degree() == 0).sum())


@serves(Work.MANY_VISITS)
def s_metric(graph: NxGraph) -> float:
    """The sum over edges of the product of both ends' degrees."""
    degree = graph.degree().astype(float)
    copies = graph.sums(None)
    values = degree[graph.adjacency.indices] * (1.0 if copies is None else copies)
    out, _, loop = graph.adjacency.totals(values)
    total = float(degree @ out)
    return total if graph.directed else (total + float(degree @ loop)) / 2


# ------------------------------------------------------------------------------ regular, Eulerian


@serves()
def is_regular(graph: NxGraph) -> bool:
    """In a directed graph both in and out."""
    import networkx as nx

    if len(graph) == 0:
        raise nx.NetworkXPointlessConcept("Graph has no nodes.")
    degrees = graph.totals()[:2] if graph.directed else (graph.degree(),)
    return all(bool((degree == degree[0]).all()) for degree in degrees)


@serves()
def is_k_regular(graph: NxGraph, k: Any) -> bool:
    """Whether all degrees are k."""
    return all(degree == k for degree in np.unique(graph.degree()).tolist())


@serves()
def is_eulerian(graph: NxGraph) -> bool:
    """An error for the null graph, as in NetworkX."""
    import networkx as nx

    if len(graph) == 0:
        raise nx.NetworkXPointlessConcept("Connectivity is undefined for the null graph.")
    out, into, _ = graph.totals()
    balanced = out == into if graph.directed else graph.degree() % 2 == 0
    return bool(balanced.all()) and graph.is_connected


@serves()
def has_eulerian_path(graph: NxGraph, source: Any) -> bool:
    """From any node, or from `source`."""
    if is_eulerian(graph):
        return True
    start = None if source is None else graph.numbers[source]
    if graph.directed:
        out, into, _ = graph.totals()
        surplus = out - into
        if start is not None and surplus[start] != 1:
            return False
        ends = int((surplus == 1).sum()), int((surplus == -1).sum())
        return max(ends) <= 1 and sum(ends) == int((surplus != 0).sum()) and _in_one_part(graph)
    odd = graph.degree() % 2 == 1
    if start is not None and not odd[start]:
        return False
    return int(np.count_nonzero(odd)) == 2 and graph.is_connected


def _in_one_part(graph: NxGraph) -> bool:
    return graph.components[1] == 1


@serves()
def is_semieulerian(graph: NxGraph) -> bool:
    """Whether there is an Eulerian path and no circuit."""
    return has_eulerian_path(graph, None) and not is_eulerian(graph)


# ---------------------------------------------------------------------- reciprocity, tournaments


def _mutual(graph: NxGraph) -> int:
    """The number of edges, without loops, whose reverse is there, too."""
    edges = graph.edge_count - graph.loop_count if graph.directed else 0
    return round(run("reciprocity", graph.ties)["value"] * edges) if edges else 0


def _parallel(arguments: Any) -> str | None:
    return "NetworkX pairs parallel edges by their keys" if arguments.G.is_multigraph() else None


@serves(Work.MANY_VISITS, refuses=_parallel)
def overall_reciprocity(graph: NxGraph) -> float:
    """Loops have no reverse, and neither have undirected edges, as in NetworkX."""
    import networkx as nx

    if graph.edge_count == 0:
        raise nx.NetworkXError("Not defined for empty graphs")
    return _mutual(graph) / graph.edge_count


@serves(Work.MANY_VISITS, refuses=_parallel)
def reciprocity(graph: NxGraph) -> float:
    """Of the whole graph."""
    return overall_reciprocity(graph)  # type: ignore[no-any-return]


@serves(where="tournament.score_sequence")
def score_sequence(graph: NxGraph) -> list[int]:
    """The out-degrees in ascending order."""
    scores: list[int] = np.sort(graph.totals()[0]).tolist()
    return scores


@serves(Work.MANY_VISITS, where="tournament.is_tournament")
def is_tournament(graph: NxGraph) -> bool:
    """One edge between each two nodes, no loops."""
    pairs = len(graph) * (len(graph) - 1) // 2
    return graph.loop_count == 0 and graph.edge_count == pairs and _mutual(graph) == 0


@serves()
def is_dominating_set(graph: NxGraph, nbunch: Collection[Any]) -> bool:
    """What is no node does not count."""
    chosen = graph.marks(nbunch)
    return bool((chosen | graph.adjacency.reached(chosen).astype(bool)).all())

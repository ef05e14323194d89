"""NetworkX's iterations, step for step: where they start, where they stop, and at any scale."""

from __future__ import annotations

from functools import partial
from typing import Any

import networkx as nx
import pytest

from support.nx_calls import nodes_of, values
from support.nx_graphs import outcome, random_graph, same

pytestmark = pytest.mark.filterwarnings("ignore:Note. conversions to backend graphs:UserWarning")

STAR = nx.star_graph(4)
"""Its leading eigenvector is 1/√2 in the middle and 1/√8 outside."""


def weighted(weight: float) -> nx.Graph[Any]:
    graph = nx.star_graph(4)
    nx.set_edge_attributes(graph, weight, "weight")
    return graph


@pytest.mark.parametrize("weight", [1e-300, 1e-170, 1.0, 1e160, 1e300])
def test_eigenvector_centrality_at_any_scale(weight: float) -> None:
    graph = weighted(weight)
    start = {node: 2.0 if node == 0 else 1.0 for node in graph}  # the vector itself, unscaled
    scores = nx.eigenvector_centrality(graph, nstart=start, weight="weight", backend="aidnet")
    assert scores == pytest.approx({0: 0.5**0.5} | dict.fromkeys(range(1, 5), 0.125**0.5))


@pytest.mark.parametrize("scale", [1e-300, 1.0, 1e300])
def test_katz_centrality_at_any_scale(scale: float) -> None:
    """By hand: m = s + 4 o / 10 and o = s + m / 10, so that m : o = 14 : 11."""
    scores = nx.katz_centrality(STAR, beta=scale, tol=1e-6 * scale, backend="aidnet")
    norm = (14**2 + 4 * 11**2) ** 0.5
    assert scores == pytest.approx({0: 14 / norm} | dict.fromkeys(range(1, 5), 11 / norm), abs=1e-6)


@pytest.mark.parametrize("seed", range(40))
def test_pagerank_stops_at_the_same_iteration(seed: int) -> None:
    """Far from the scores every step shows, and so does the number of them that was enough."""
    graph = random_graph(seed)
    given = [
        {},
        values("personalization")(graph),
        values("nstart")(graph),
        {"personalization": {node: 1.0 for node in nodes_of(graph, 1) if node in graph} or None},
    ]
    for arguments in given:
        for limits in ({"tol": 1e-2}, {"tol": 1e-4}, *({"max_iter": k} for k in (1, 5, 20, 40))):
            theirs, ours = (
                outcome(partial(nx.pagerank, graph, **arguments, **limits, backend=b))
                for b in ("networkx", "aidnet")
            )
            assert same(ours, theirs, tolerance=1e-12), (arguments, limits)


def test_numbers_beyond_those_of_the_kernels() -> None:
    graph = nx.DiGraph([(1, 2), (2, 3), (3, 1), (3, 2)])
    for function in (nx.pagerank, nx.hits, nx.eigenvector_centrality, nx.katz_centrality):
        assert function(graph, max_iter=2**40, backend="aidnet") == function(
            graph, backend="aidnet"
        )
    for cutoff in (10**400, None):
        found = nx.single_source_dijkstra(graph, 1, cutoff=cutoff, backend="aidnet")
        assert found == nx.single_source_dijkstra(graph, 1, cutoff=cutoff, backend="networkx")

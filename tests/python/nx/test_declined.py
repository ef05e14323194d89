"""What is declined, and by priority answered by NetworkX; what is an error in both."""

from __future__ import annotations

import logging
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import pytest

from aidnet.nx import backend
from aidnet.nx._serve import SERVED
from support.cases import random_network
from support.nx_graphs import outcome, same

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.filterwarnings("ignore:Note. conversions to backend graphs:UserWarning")


# ------------------------------------------------------------------- paths given one by one

BY_DIJKSTRA = [
    nx.all_pairs_dijkstra,
    nx.all_pairs_dijkstra_path,
    nx.all_pairs_dijkstra_path_length,
    partial(nx.shortest_path, weight="weight"),
    partial(nx.shortest_path_length, weight="weight"),
]
BY_BELLMAN_FORD = [
    nx.all_pairs_bellman_ford_path,
    nx.all_pairs_bellman_ford_path_length,
    partial(nx.shortest_path, weight="weight", method="bellman-ford"),
    partial(nx.shortest_path_length, weight="weight", method="bellman-ford"),
]


def a_long_way() -> nx.DiGraph[Any]:
    """Only the last of the paths is too long for a double."""
    graph: nx.DiGraph[Any] = nx.path_graph(60, create_using=nx.DiGraph)
    nx.set_edge_attributes(graph, 1, "weight")
    graph.add_edge(58, "end", weight=2**53)
    graph.add_edge("end", "the very end", weight=5)
    return graph


@pytest.mark.parametrize("function", BY_DIJKSTRA + BY_BELLMAN_FORD)
def test_by_priority_networkx_has_paths_too_long_for_a_double(function: Callable[..., Any]) -> None:
    graph = a_long_way()
    expected = dict(function(graph, backend="networkx"))
    with nx.config.backend_priority(algos=["aidnet"]):
        assert dict(function(graph)) == expected
    with pytest.raises(NotImplementedError) as caught:
        function(graph, backend="aidnet")  # before any path is asked for
    assert "2 ** 53" in str(caught.value.__cause__)


@pytest.mark.parametrize("function", BY_BELLMAN_FORD)
@pytest.mark.parametrize("seed", [12, 16, 57, 108])
def test_sums_too_large_round_a_negative_cycle(function: Callable[..., Any], seed: int) -> None:
    """No path costs that much, but by the time the cycle is noticed sums have passed 2 ** 53."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(4, 40))
    graph = nx.cycle_graph(n, create_using=nx.DiGraph)
    graph.add_edges_from(rng.integers(0, n, (n // 2, 2)).tolist())
    most = 2**53 // (n + 1)
    for _, _, data in graph.edges(data=True):
        data["weight"] = int(rng.choice([-most, -most, 0, most // 2, most]))
    read = backend.convert_from_nx(graph, edge_attrs={"weight": 1})
    costs = read.attribute("weight").minima
    _, distance, *_ = read.adjacency.bellman_ford(costs, None, [0], True)
    assert abs(distance).max() > 2**53
    found, expected = (
        outcome(partial(function, graph, backend=name)) for name in ("aidnet", "networkx")
    )
    assert found == expected == (nx.NetworkXUnbounded, "Negative cycle detected.")


# ------------------------------------------------------------------------- what is no bunch


@pytest.mark.parametrize("bunch", [99, "nobody", [[0]], [0, [1]], [0, "nobody"], 0, None])
@pytest.mark.parametrize(
    ("name", "argument"),
    [
        ("average_clustering", "nodes"),
        ("clustering", "nodes"),
        ("eccentricity", "v"),
        ("is_dominating_set", "nbunch"),
        ("laplacian_centrality", "nodelist"),
        ("square_clustering", "nodes"),
        ("triangles", "nodes"),
    ],
)
def test_bunches(name: str, argument: str, bunch: Any) -> None:
    graph = nx.complete_graph(5)
    function = attrgetter(SERVED[name].where)(nx)
    calls = [lambda: bunch]
    if isinstance(bunch, list):
        calls.append(lambda: iter(bunch))
    for given in calls:
        found, expected = (
            outcome(partial(function, graph, **{argument: given()}, backend=where))
            for where in ("aidnet", "networkx")
        )
        assert same(found, expected), (found, expected)


def test_bunches_that_are_walked_while_the_search_runs() -> None:
    """A cycle from the first node is NetworkX's answer, whatever comes after it."""
    graph = nx.complete_graph(5)
    with nx.config.backend_priority(algos=["aidnet"]):
        nx.pagerank(graph)  # converted, so that aidnet is asked
        assert nx.find_cycle(graph, [0, [1]]) == nx.find_cycle(graph, 0, backend="networkx")
    with pytest.raises(nx.NetworkXError, match="Node 99 is not in the graph"):
        nx.find_cycle(graph, 99, backend="aidnet")


# ----------------------------------------------------------------------- why, of a Network


def test_of_a_network_the_log_says_why(caplog: pytest.LogCaptureFixture) -> None:
    """NetworkX drops the reason where it tries several backends, and has a message of its own."""
    network = random_network(1)
    with (
        caplog.at_level(logging.DEBUG, logger="networkx.utils.backends"),
        pytest.raises(NotImplementedError, match="is not implemented by"),
    ):
        nx.betweenness_centrality(network, weight=lambda *_: 1)
    assert "aidnet does not serve this: a weight by a function" in caplog.text
    with pytest.raises(NotImplementedError) as caught:
        nx.betweenness_centrality(network, weight=lambda *_: 1, backend="aidnet")
    assert "a weight by a function" in str(caught.value.__cause__)


def test_a_refusal_speaks_of_nodes_as_they_are_called() -> None:
    graph = nx.DiGraph()
    graph.add_weighted_edges_from([("x", 10, 1.0), (10, 20, -1.0)])
    with pytest.raises(NotImplementedError) as caught:
        nx.pagerank(graph, backend="aidnet")
    assert "10 → 20 (-1)" in str(caught.value.__cause__)

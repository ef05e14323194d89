"""Every function served gives what NetworkX gives: values, types, order and errors."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from support.cases import CASES, DEEP
from support.nx_compare import COMPARED, compare, row_of
from support.nx_graphs import CLASSES, LARGER, larger_graph, random_graph

if TYPE_CHECKING:
    import networkx as nx

pytestmark = [
    pytest.mark.filterwarnings("ignore::RuntimeWarning"),  # NetworkX's own divisions by zero
    pytest.mark.filterwarnings("ignore:Note. conversions to backend graphs:UserWarning"),
]

LARGE_ENOUGH = (
    "all_pairs_",
    "betweenness",
    "communicability",
    "constraint",
    "current_flow",
    "diameter",
    "eccentricity",
    "effective_size",
    "eigenvector_centrality_numpy",
    "harmonic",
    "laplacian",
    "percolation",
    "second_order",
    "shortest_path",
)
"""Parts of the names of what takes NetworkX minutes, or has no answer, with a thousand nodes."""


@pytest.mark.parametrize("name", COMPARED)
def test_the_same_as_networkx(name: str) -> None:
    how = row_of(name)
    graphs = [random_graph(seed) for seed in range(CASES)]
    if how.prepared:
        graphs += [how.prepared(graph) for graph in graphs]
    counts = sum((compare(name, graph) for graph in graphs), Counter[str]())
    assert counts["compared"] > CASES / 4
    assert counts["answered"] > how.answered
    assert counts["declined"] <= (1 - how.served) * counts["compared"], counts


@pytest.mark.parametrize("name", COMPARED)
def test_larger_graphs(name: str) -> None:
    """Of several chunks of sources; in the deep run, with hundreds of nodes in a set of them."""
    how = row_of(name)
    deep = DEEP and not any(part in name for part in LARGE_ENOUGH)
    nodes = 30 if "communicability" in name else 1000 if deep else 100
    graphs = [larger_graph(seed, nodes) for seed in range(LARGER)]
    if how.prepared:
        graphs += [how.prepared(graph) for graph in graphs]
    counts = sum((compare(name, graph) for graph in graphs), Counter[str]())
    assert counts["both"], counts


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("name", COMPARED)
def test_small_graphs(name: str, kind: type[nx.Graph[Any]]) -> None:
    graphs = [kind(), kind(), kind(), kind(), kind()]
    graphs[1].add_node("party 0")
    graphs[2].add_edge("party 0", "party 0")
    graphs[3].add_edge("party 0", "party 1")
    graphs[4].add_nodes_from(["party 1", "party 2", "party 0"])
    for graph in graphs:
        compare(name, graph)

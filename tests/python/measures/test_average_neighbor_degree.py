"""Average neighbour degree against NetworkX and igraph."""

from __future__ import annotations

import math

import igraph
import networkx as nx
import pytest

import aidnet
from support.cases import assert_close, networks
from support.undirected import without_loops

SIDES = {"out": "out", "in": "in", "all": "in+out"}


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("source", SIDES)
@pytest.mark.parametrize("target", SIDES)
def test_parity_with_networkx(source: str, target: str, weighted: bool) -> None:
    for seed, net in networks(directed=True):
        graph = without_loops(net)
        expected = nx.average_neighbor_degree(
            graph,
            source=SIDES[source],
            target=SIDES[target],
            weight="weight" if weighted else None,
        )
        ties = {"out": graph.out_degree, "in": graph.in_degree, "all": graph.degree}[source]
        # NetworkX has 0 for the mean of nothing.
        expected = {u: x if ties[u] else math.nan for u, x in expected.items()}
        ours = aidnet.average_neighbor_degree(net, source=source, target=target, weighted=weighted)
        assert_close(ours, expected, seed)


@pytest.mark.parametrize("weighted", [False, True])
def test_parity_with_igraph_undirected(weighted: bool) -> None:
    for seed, net in networks(directed=False):
        graph = without_loops(net)
        if not graph.size():
            continue
        # With weights, igraph averages strengths of the neighbours; NetworkX and we, degrees.
        values = igraph.Graph.from_networkx(graph).knn()[0]
        expected = dict(zip(net.nodes, values, strict=True))
        if weighted:
            theirs = nx.average_neighbor_degree(graph, weight="weight")
            expected = {u: x if graph.degree[u] else math.nan for u, x in theirs.items()}
        assert_close(aidnet.average_neighbor_degree(net, weighted=weighted), expected, seed)

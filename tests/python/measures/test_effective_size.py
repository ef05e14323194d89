"""Burt's effective size and efficiency against NetworkX."""

from __future__ import annotations

import math
from typing import Any

import networkx as nx
import pytest
from networkx.algorithms.structuralholes import normalized_mutual_weight

import aidnet
from support.cases import assert_close, networks
from support.undirected import without_isolates, without_loops


def by_definition(graph: nx.Graph[Any], u: Any, weight: str | None) -> float:
    partners = set(nx.all_neighbors(graph, u))
    share = {q: normalized_mutual_weight(graph, u, q, weight=weight) for q in partners}
    return (
        sum(
            1 - sum(share[q] * normalized_mutual_weight(graph, j, q, max, weight) for q in partners)
            for j in partners
        )
        or math.nan
    )


@pytest.mark.parametrize("weight", [None, "weight"])
def test_parity_with_networkx(weight: str | None) -> None:
    for seed, net in networks():
        graph = without_loops(net)
        partners = {u: set(nx.all_neighbors(graph, u)) for u in graph}
        single = nx.effective_size(graph, [u for u in graph if graph[u]], weight=weight)
        expected = {
            # Asked for single nodes, NetworkX has NaN for those that only receive.
            u: single[u] if graph[u] else by_definition(graph, u, weight)
            for u in graph
        }
        ours = aidnet.effective_size(net, weighted=weight is not None)
        assert_close(ours, expected, seed)
        expected = {u: e / max(1, len(partners[u])) for u, e in expected.items()}
        ours = aidnet.effective_size(net, weighted=weight is not None, normalized=True)
        assert_close(ours, expected, seed)


def test_parity_with_networkx_of_all_nodes_at_once() -> None:
    """Where ties are alike: else its matrices are divided by the largest tie of the other node."""
    for seed, net in networks(directed=False):
        graph = without_isolates(net)
        if graph:
            values = nx.effective_size(graph)
            expected = {u: values.get(u, math.nan) for u in net.nodes}
            assert_close(aidnet.effective_size(net), expected, seed)

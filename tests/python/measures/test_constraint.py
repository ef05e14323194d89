"""Burt's constraint against NetworkX and igraph."""

from __future__ import annotations

import math

import igraph
import networkx as nx
import pytest

import aidnet
from support.cases import assert_close, networks
from support.undirected import without_isolates, without_loops


@pytest.mark.parametrize("weight", [None, "weight"])
def test_parity_with_networkx(weight: str | None) -> None:
    for seed, net in networks():
        graph = without_isolates(net)
        if not graph:
            continue
        # Asked for single nodes, NetworkX has NaN for those that only receive.
        values = nx.constraint(graph, weight=weight)
        expected = {u: values.get(u, math.nan) for u in net.nodes}
        assert_close(aidnet.constraint(net, weighted=weight is not None), expected, seed)


def test_parity_with_igraph_undirected() -> None:
    for seed, net in networks(directed=False):
        values = igraph.Graph.from_networkx(without_loops(net)).constraint()
        assert_close(aidnet.constraint(net), dict(zip(net.nodes, values, strict=True)), seed)

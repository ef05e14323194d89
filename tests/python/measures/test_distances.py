"""Distances from one node against NetworkX and igraph."""

from __future__ import annotations

import igraph
import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx
from support.lengths import networks_with_lengths


@pytest.mark.parametrize("mode", ["out", "in"])
@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool, mode: str) -> None:
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        if len(net) == 0:
            continue
        source = net.nodes[seed % len(net)]
        seen = graph.reverse() if directed and mode == "in" else graph
        found = nx.single_source_dijkstra_path_length(seen, source, weight=attribute)
        expected = {v: found.get(v, np.inf) for v in graph}
        ours = aidnet.distances(net, length=length, source=source, mode=mode)
        assert_close(ours, expected, seed)


def test_parity_with_igraph_either_way() -> None:
    for seed, net in networks(directed=True):
        if len(net) == 0:
            continue
        other = igraph.Graph.from_networkx(to_networkx(net))
        expected = dict(zip(net.nodes, other.distances(0, mode="all")[0], strict=True))
        assert_close(aidnet.distances(net, source=net.nodes[0], mode="all"), expected, seed)


def test_source_must_be_given_and_known() -> None:
    net = aidnet.from_edges(["a"], ["b"])
    with pytest.raises(TypeError, match="needs the keyword argument 'source'"):
        aidnet.distances(net)
    with pytest.raises(aidnet.UnknownNodeError, match="source"):
        aidnet.distances(net, source="c")

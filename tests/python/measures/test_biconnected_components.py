"""Biconnected components against NetworkX and igraph."""

from __future__ import annotations

import igraph
import networkx as nx
import numpy as np

import aidnet
from support.cases import networks
from support.undirected import partners


def test_parity_with_networkx_and_igraph() -> None:
    several = 0
    for seed, net in networks():
        graph = partners(net)
        ours = aidnet.biconnected_components(net)
        is_tie = (net.edges["weight"] != 0) & (net.edges["source"] != net.edges["target"])
        assert (ours.to_numpy()[~is_tie.to_numpy()] == -1).all(), f"seed {seed}"
        ties = ours[is_tie.to_numpy()]
        sets = {
            frozenset(map(frozenset, index))
            for index in ties.groupby(ties.to_numpy()).groups.values()
        }
        theirs = {
            frozenset(map(frozenset, edges)) for edges in nx.biconnected_component_edges(graph)
        }
        assert sets == theirs, f"seed {seed}"
        assert ours.attrs["count"] == len(theirs)
        assert len(igraph.Graph.from_networkx(graph).biconnected_components()) == len(theirs)
        firsts = np.unique(ties.to_numpy(), return_index=True)[1]
        assert (np.diff(firsts) > 0).all(), f"seed {seed}"  # numbered by their first tie
        several += len(theirs) > 1
    assert several > 50


def test_what_comes_back() -> None:
    net = aidnet.from_edges(["a", "b", "c"], ["b", "a", "c"], directed=True)
    blocks = aidnet.biconnected_components(net)
    assert blocks.to_dict() == {("a", "b"): 0, ("b", "a"): 0, ("c", "c"): -1}
    assert blocks.attrs["count"] == 1

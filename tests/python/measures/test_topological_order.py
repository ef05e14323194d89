"""Topological order against NetworkX."""

from __future__ import annotations

import pickle

import networkx as nx
import pytest

import aidnet
from support.cases import networks, to_networkx


def acyclic(net: aidnet.Network) -> aidnet.Network:
    """Its edges to earlier nodes."""
    edges = net.edges
    place = net.nodes.get_indexer
    edges = edges[place(edges["source"]) > place(edges["target"])]
    return aidnet.from_edges(edges["source"], edges["target"], edges["weight"], nodes=net.nodes)


def test_parity_with_networkx() -> None:
    cyclic = 0
    for seed, net in networks(directed=True):
        place = {label: k for k, label in enumerate(net.nodes)}
        for one in (net, acyclic(net)):
            graph = to_networkx(one)
            if nx.is_directed_acyclic_graph(graph):
                theirs = list(nx.lexicographical_topological_sort(graph, key=place.__getitem__))
                assert aidnet.topological_order(one).to_list() == theirs, f"seed {seed}"
                continue
            with pytest.raises(aidnet.CycleError, match="there is a cycle: party ") as caught:
                aidnet.topological_order(one)
            assert caught.value.cycle == aidnet.find_cycle(one).to_list(), f"seed {seed}"
            cyclic += 1
    assert cyclic > 50


def test_the_error_tells_the_cycle() -> None:
    net = aidnet.from_edges(["x", "a", "b", "c"], ["a", "b", "c", "a"])
    with pytest.raises(aidnet.UndefinedError) as caught:
        aidnet.topological_order(net)
    error = caught.value
    assert isinstance(error, aidnet.CycleError)
    assert str(error) == "topological_order: there is a cycle: a → b → c → a"
    assert error.cycle == ["a", "b", "c"]
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (str(again), again.cycle) == (str(error), error.cycle)


def test_of_an_undirected_network() -> None:
    with pytest.raises(aidnet.ValidationError, match="undirected"):
        aidnet.topological_order(aidnet.from_edges(["a"], ["b"], directed=False))

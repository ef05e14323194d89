"""Trees of minimum cuts against NetworkX's and igraph's cuts of all pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import igraph as ig
import networkx as nx
import numpy as np
import pytest

import aidnet
from support.flows import flow_cases

if TYPE_CHECKING:
    import pandas as pd


def bottlenecks(tree: pd.DataFrame, nodes: Any) -> dict[Any, dict[Any, float]]:
    """The least value on the way between all pairs of nodes."""
    graph: nx.Graph[Any] = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_weighted_edges_from(tree.itertuples(index=False, name=None))
    assert nx.is_tree(graph)
    least: dict[Any, dict[Any, float]] = {}
    for start in nodes:
        least[start] = {start: np.inf}
        for u, v in nx.bfs_edges(graph, start):
            least[start][v] = min(least[start][u], graph.edges[u, v]["weight"])
    return least


def test_parity_with_networkx() -> None:
    """Its flow between every pair of nodes of small networks, between some of larger ones."""
    for seed, net, capacity, graph, values in flow_cases(directed=False):
        tree = aidnet.gomory_hu_tree(net, capacity=capacity)
        assert tree["node"].to_list() == list(net.nodes[1:])
        least = bottlenecks(tree, net.nodes)
        pairs = [(u, v) for k, u in enumerate(net.nodes) for v in net.nodes[:k]]
        chosen = np.random.default_rng(seed).permutation(len(pairs))[:12]
        for u, v in (pairs[k] for k in chosen):
            theirs = nx.maximum_flow_value(graph, u, v)
            assert least[u][v] == pytest.approx(theirs, rel=1e-9, abs=1e-12 * values.sum())


def test_parity_with_igraph() -> None:
    """All pairs, by igraph's flows; every edge of the tree is a cut of its value."""
    for seed, net, capacity, graph, values in flow_cases(directed=False):
        tree = aidnet.gomory_hu_tree(net, capacity=capacity)
        least = bottlenecks(tree, net.nodes)
        where = {label: k for k, label in enumerate(net.nodes)}
        ends = zip(net.edges["source"].map(where), net.edges["target"].map(where), strict=True)
        theirs = ig.Graph(n=len(net), edges=list(ends))
        for k, u in enumerate(net.nodes):
            for v in net.nodes[:k]:
                flow = theirs.maxflow_value(k, where[v], capacity=values.tolist())
                assert least[u][v] == pytest.approx(flow, rel=1e-9, abs=1e-12 * values.sum()), seed
        whole: nx.Graph[Any] = nx.Graph()
        whole.add_nodes_from(net.nodes)
        whole.add_edges_from(zip(tree["node"], tree["parent"], strict=True))
        for node, parent, value in tree.itertuples(index=False, name=None):
            whole.remove_edge(node, parent)
            cut = nx.cut_size(graph, nx.node_connected_component(whole, node), weight="capacity")
            whole.add_edge(node, parent)
            assert value == pytest.approx(cut, rel=1e-12)


def test_infinite_capacities() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"], [1.0, 2.0], directed=False)
    tree = aidnet.gomory_hu_tree(net, capacity=aidnet.Capacity([np.inf, 3.0]))
    assert bottlenecks(tree, net.nodes)["a"] == {"a": np.inf, "b": np.inf, "c": 3.0}


def test_directed_networks_are_refused() -> None:
    net = aidnet.from_edges(["a"], ["b"], [1.0])
    with pytest.raises(aidnet.ValidationError, match="needs an undirected graph"):
        aidnet.gomory_hu_tree(net)

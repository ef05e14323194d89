"""Load against NetworkX, and from the definition where NetworkX loses a share."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx
from support.lengths import networks_with_lengths
from support.pairs import distances_of, lengths_of


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    for seed, net in networks(directed=directed):
        normalized = seed % 2 == 0
        expected = nx.load_centrality(to_networkx(net), normalized=normalized)
        assert_close(aidnet.load(net, normalized=normalized), expected, seed)


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_the_definition(directed: bool) -> None:
    """Units go back node by node, farthest first, split evenly among the nodes before."""
    compared = 0
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        if length == "reciprocal":  # sums of decimal fractions tie by luck
            continue
        compared += 1
        distances, lengths = distances_of(graph, attribute), lengths_of(graph, attribute)
        total = np.zeros(len(net))
        for s, far in enumerate(distances):
            held = np.isfinite(far).astype(float)
            for v in np.argsort(-np.where(np.isfinite(far), far, -1), kind="stable"):
                if v != s and np.isfinite(far[v]):
                    before = far + lengths[:, v] == far[v]
                    held[before] += held[v] / before.sum()
            held[s] = 0
            total += held - (np.isfinite(far) & (np.arange(len(net)) != s))
        expected = dict(zip(net.nodes, total, strict=True))
        assert_close(aidnet.load(net, length=length, normalized=False), expected, seed)
    assert compared >= 200


def test_parity_with_networkx_where_lengths_do_not_tie() -> None:
    rng = np.random.default_rng(0)
    for seed, net in networks():
        lengths = rng.uniform(1.0, 2.0, net.edge_count)
        graph = net.to_networkx()
        rows = zip(net.edges["source"], net.edges["target"], lengths, strict=True)
        graph.add_weighted_edges_from(rows, weight="length")
        zero = [(u, v) for u, v, w in graph.edges(data="weight") if w == 0]
        graph.remove_edges_from(zero)
        expected = nx.load_centrality(graph, weight="length")
        assert_close(aidnet.load(net, length=aidnet.Length(lengths)), expected, seed)


def test_a_tie_of_an_edge_and_a_longer_path() -> None:
    """NetworkX gives b nothing, because it meets s first among the nodes before t."""
    net = aidnet.from_edges(["s", "s", "b"], ["b", "t", "t"], [1.0, 1.0, 1.0])
    rows = net.edges
    lengths = np.where((rows["source"] == "s") & (rows["target"] == "t"), 2.0, 1.0)
    ours = aidnet.load(net, length=aidnet.Length(lengths), normalized=False)
    assert ours.to_dict() == {"s": 0.0, "b": 0.5, "t": 0.0}


def test_marriages_of_florence() -> None:
    """Newman (2001) means it for such networks; here it is nearly betweenness (0.522)."""
    families = aidnet.load(aidnet.from_networkx(nx.florentine_families_graph()))
    assert families.idxmax() == "Medici"
    assert round(families["Medici"], 3) == 0.522

"""Yen's paths against NetworkX."""

from __future__ import annotations

from itertools import islice, pairwise

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.lengths import networks_with_lengths

K = 8


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    """As many and as long as NetworkX's, each another one, along edges that there are."""
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        if len(net) == 0:
            continue
        for source, target in np.random.default_rng(seed).choice(net.nodes, (2, 2)):
            if source == target:
                continue
            ours = aidnet.k_shortest_paths(net, length=length, source=source, target=target, k=K)
            try:
                theirs = nx.shortest_simple_paths(graph, source, target, weight=attribute)
                expected = [nx.path_weight(graph, p, attribute) if attribute else len(p) - 1
                            for p in islice(theirs, K)]  # fmt: skip
            except nx.NetworkXNoPath:
                expected = []
            paths = [rows for _, rows in ours.groupby("path")]
            assert [p["distance"].iloc[-1] for p in paths] == pytest.approx(expected, rel=1e-9)
            assert len({tuple(p["node"]) for p in paths}) == len(expected), f"seed {seed}"
            for number, p in enumerate(paths, 1):
                assert (p["path"] == number).all()
                assert p["position"].to_list() == list(range(len(p)))
                assert p["node"].is_unique
                assert (p["node"].iloc[0], p["node"].iloc[-1]) == (source, target)
                steps = [graph.edges[e].get(attribute, 1.0) for e in pairwise(p["node"])]
                np.testing.assert_allclose(p["distance"], np.cumsum([0.0, *steps]), rtol=1e-12)


def test_the_first_is_the_shortest_path() -> None:
    for _, net, length, _, _ in networks_with_lengths():
        if len(net) == 0:
            continue
        ask = {"source": net.nodes[0], "target": net.nodes[-1], "length": length}
        rows = aidnet.k_shortest_paths(net, k=1, **ask)
        if length == "unit" and len(rows):
            assert rows["node"].to_list() == aidnet.shortest_path(net, **ask).to_list()


def test_wikipedia_example() -> None:
    """C-E-F-H 5, C-E-G-H 7, C-D-F-H 8, as in the encyclopaedia's article on Yen's algorithm."""
    edges = {"CD": 3, "CE": 2, "DF": 4, "ED": 1, "EF": 2, "EG": 3, "FG": 2, "FH": 1, "GH": 2}
    net = aidnet.from_edges([e[0] for e in edges], [e[1] for e in edges], nodes=list("CDEFGH"))
    length = aidnet.Length([edges[u + v] for u, v in net.edges[["source", "target"]].to_numpy()])
    rows = aidnet.k_shortest_paths(net, source="C", target="H", length=length)
    paths = rows.groupby("path").agg(nodes=("node", "sum"), length=("distance", "max"))
    assert paths.to_numpy().tolist() == [["CEFH", 5], ["CEGH", 7], ["CDFH", 8]]


def test_what_is_refused() -> None:
    net = aidnet.from_edges(["a"], ["b"])
    with pytest.raises(aidnet.ValidationError, match="k is 0"):
        aidnet.k_shortest_paths(net, source="a", target="b", k=0)
    with pytest.raises(TypeError, match="needs the keyword argument 'target'"):
        aidnet.k_shortest_paths(net, source="a")
    assert aidnet.k_shortest_paths(net, source="b", target="a").empty

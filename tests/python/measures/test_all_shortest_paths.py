"""All shortest paths against NetworkX."""

from __future__ import annotations

from itertools import islice

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.lengths import networks_with_lengths


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    """The same paths, or some of the same where there are many."""
    several = 0
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        if len(net) == 0 or length == "reciprocal":  # whose sums tie by luck only
            continue
        for source, target in np.random.default_rng(seed).choice(net.nodes, (4, 2)):
            rows = aidnet.all_shortest_paths(net, length=length, source=source, target=target)
            ours = [tuple(p["node"]) for _, p in rows.groupby("path")]
            found = nx.all_shortest_paths(graph, source, target, weight=attribute)
            try:
                theirs = [tuple(p) for p in islice(found, 1001)]
            except nx.NetworkXNoPath:
                theirs = []
            assert rows.attrs["count"] == len(theirs)
            assert sorted(ours) == sorted(theirs), f"seed {seed}"
            several += len(ours) > 1
            if ours:
                first = aidnet.shortest_path(net, length=length, source=source, target=target)
                assert ours[0] == tuple(first)
    assert several > 50


def test_a_limit_is_told() -> None:
    grid = aidnet.from_networkx(nx.grid_2d_graph(10, 10))
    paths = aidnet.all_shortest_paths(grid, source=(0, 0), target=(9, 9), limit=7)
    assert paths["path"].max() == 7
    assert paths.attrs["count"] == 48620  # 18 over 9
    with pytest.raises(aidnet.ValidationError, match="limit is 0"):
        aidnet.all_shortest_paths(grid, source=(0, 0), target=(9, 9), limit=0)


def test_zero_cycles_are_named() -> None:
    around = aidnet.from_edges(["a", "b"], ["b", "a"])
    with pytest.raises(aidnet.ValidationError, match="zero all round the cycle b → a → b"):
        aidnet.all_shortest_paths(around, source="a", target="b", length=aidnet.Length([0.0, 0.0]))

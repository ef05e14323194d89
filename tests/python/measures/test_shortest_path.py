"""Shortest paths against NetworkX."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.lengths import networks_with_lengths


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    """As long as NetworkX's, along edges that there are; an error where that has one."""
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        if len(net) == 0:
            continue
        rng = np.random.default_rng(seed)
        for source, target in rng.choice(net.nodes, (5, 2)):
            if not nx.has_path(graph, source, target):
                message = f"there is no path from node {source} to node {target}"
                with pytest.raises(aidnet.UndefinedError, match=message):
                    aidnet.shortest_path(net, length=length, source=source, target=target)
                continue
            ours = aidnet.shortest_path(net, length=length, source=source, target=target)
            assert (ours[0], ours[-1]) == (source, target)
            ours_is = sum(graph.edges[e].get(attribute, 1.0) for e in pairwise(ours))
            theirs = nx.shortest_path_length(graph, source, target, weight=attribute)
            assert ours_is == pytest.approx(theirs, rel=1e-9), f"seed {seed}"


def test_ends_must_be_given_and_known() -> None:
    net = aidnet.from_edges(["a"], ["b"])
    with pytest.raises(TypeError, match="needs the keyword argument 'target'"):
        aidnet.shortest_path(net, source="a")
    with pytest.raises(aidnet.UnknownNodeError, match="target"):
        aidnet.shortest_path(net, source="a", target="c")

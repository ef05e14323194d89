"""Widest paths against bottlenecks found by NetworkX."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import networks, to_networkx


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    """As wide as the largest threshold that leaves a path, and then as short as NetworkX finds."""
    for seed, net in networks(directed=directed):
        if len(net) == 0:
            continue
        graph = to_networkx(net)
        for source, target in np.random.default_rng(seed).choice(net.nodes, (3, 2)):
            if not nx.has_path(graph, source, target):
                with pytest.raises(aidnet.UndefinedError, match="widest_path: there is no path"):
                    aidnet.widest_path(net, source=source, target=target)
                continue
            ours = aidnet.widest_path(net, source=source, target=target)
            assert (ours[0], ours[-1]) == (source, target)
            width = min((graph.edges[e]["weight"] for e in pairwise(ours)), default=np.inf)
            if source == target:
                assert len(ours) == 1
                continue
            weights = nx.get_edge_attributes(graph, "weight")
            wider, as_wide = (nx.create_empty_copy(graph) for _ in range(2))
            wider.add_edges_from(e for e, w in weights.items() if w > width)
            as_wide.add_edges_from(e for e, w in weights.items() if w >= width)
            assert not nx.has_path(wider, source, target), f"seed {seed}"
            steps = nx.shortest_path_length(as_wide, source, target)
            assert len(ours) == steps + 1, f"seed {seed}"

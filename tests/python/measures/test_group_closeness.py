"""Group closeness against NetworkX."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.lengths import networks_with_lengths


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    connected = 0
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        if len(net) < 2:
            continue
        members = np.random.default_rng(seed).choice(net.nodes, (len(net) + 2) // 3, replace=False)
        group = list(members)
        expected = nx.group_closeness_centrality(graph, group, weight=attribute)
        backwards = graph.reverse() if directed else graph
        near = nx.multi_source_dijkstra_path_length(backwards, set(group), weight=attribute)
        share = (len(near) - len(group)) / (len(net) - len(group))
        connected += share == 1
        # NetworkX: nodes outside / sum. Those without a path are not in its sum.
        ours = aidnet.group_closeness(net, length=length, group=group, wf_improved=False)
        assert ours == pytest.approx(expected * share, rel=1e-9), f"seed {seed}"
        ours = aidnet.group_closeness(net, length=length, group=group)
        assert ours == pytest.approx(expected * share**2, rel=1e-9), f"seed {seed}"
    assert connected > 50

"""A cycle where NetworkX has one."""

from __future__ import annotations

import networkx as nx
import pytest

import aidnet
from support.cases import networks, to_networkx


def test_parity_with_networkx() -> None:
    found = without = 0
    for seed, net in networks():
        graph = to_networkx(net)
        cycle = aidnet.find_cycle(net).to_list()
        if not cycle:
            with pytest.raises(nx.NetworkXNoCycle):
                nx.find_cycle(graph)
            without += 1
            continue
        found += 1
        assert nx.find_cycle(graph)
        assert len(set(cycle)) == len(cycle), f"seed {seed}"
        assert net.directed or len(cycle) != 2, f"seed {seed}"
        assert all(map(graph.has_edge, cycle, [*cycle[1:], cycle[0]])), f"seed {seed}"
        assert net.nodes.get_indexer(cycle).argmin() == 0, f"seed {seed}"
    assert min(found, without) > 20

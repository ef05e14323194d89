"""Options that name thousands of nodes: the array of their positions is converted on the way."""

from __future__ import annotations

import numpy as np

import aidnet


def network(nodes: int) -> aidnet.Network:
    rng = np.random.default_rng(1)
    source, target = rng.integers(0, nodes, (2, 3 * nodes))
    return aidnet.from_edges(source, target, nodes=np.arange(nodes))


def test_a_group_of_thousands() -> None:
    net = network(10_000)
    members = np.random.default_rng(2).permutation(10_000)[:4_000]
    inside = np.isin(np.arange(10_000), members)
    source, target = net.edges["source"].to_numpy(), net.edges["target"].to_numpy()
    tied = np.union1d(target[inside[source]], source[inside[target]])
    share = (~inside[tied]).sum() / 6_000
    assert aidnet.group_degree(net, group=members, mode="all") == share


def test_all_nodes_are_sources_and_targets() -> None:
    net = network(1_500)
    for measure in (aidnet.betweenness, aidnet.edge_betweenness):
        named = measure(net, sources=net.nodes, targets=net.nodes)
        np.testing.assert_allclose(named, measure(net), rtol=1e-12)


def test_a_flow_from_thousands_to_thousands() -> None:
    givers, receivers = np.arange(3_000), np.arange(3_000, 6_000)
    net = aidnet.from_edges(givers, receivers, np.arange(1.0, 3_001.0))
    flow = aidnet.maximum_flow(net, source=givers, target=receivers)
    assert flow.attrs["value"] == 3_000 * 3_001 / 2


def test_groups_of_thousands() -> None:
    """One coordinator a path of three within each group; and within groups only."""
    starts = 3 * np.arange(3_000)
    net = aidnet.from_edges(np.r_[starts, starts + 1], np.r_[starts + 1, starts + 2])
    groups = net.nodes.to_numpy() // 3
    roles = aidnet.brokerage(net, groups=groups)
    assert roles["coordinator"].sum() == roles["total"].sum() == 3_000
    assert aidnet.nominal_assortativity(net, groups=groups) == 1.0

"""Group betweenness against NetworkX, and from listed paths."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.lengths import networks_with_lengths
from support.pairs import distances_of, lengths_of, path_counts


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    """Of one member; for more, NetworkX 3.6 often differs from the definition below."""
    compared = 0
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        if len(net) < 3 or length == "reciprocal":  # compares sums of rounded decimals
            continue
        if directed and not nx.is_strongly_connected(graph):  # takes off pairs never counted
            continue
        compared += 1
        group = [net.nodes[seed % len(net)]]
        for normalized in (True, False):
            expected = nx.group_betweenness_centrality(
                graph, group, normalized=normalized, weight=attribute
            )
            ours = aidnet.group_betweenness(net, length=length, group=group, normalized=normalized)
            assert ours == pytest.approx(expected, rel=1e-9, abs=1e-9), f"seed {seed}"
    assert compared > (20 if directed else 400)


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_the_definition(directed: bool) -> None:
    """Paths around the group are those of the same length in the network without it."""
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        if len(net) < 2 or length == "reciprocal":
            continue
        rng = np.random.default_rng(seed)
        group = list(rng.choice(net.nodes, rng.integers(1, len(net)), replace=False))
        outside = ~np.isin(net.nodes, group)
        all_ = distances_of(graph, attribute)
        counts = path_counts(lengths_of(graph, attribute), all_)[outside][:, outside]
        all_ = all_[outside][:, outside]
        rest = type(graph)()
        rest.add_nodes_from(net.nodes[outside])
        rest.add_edges_from((u, v, d) for u, v, d in graph.edges(data=True) if {u, v} <= set(rest))
        around = distances_of(rest, attribute)
        kept = path_counts(lengths_of(rest, attribute), around) * (around == all_)
        pairs = np.isfinite(all_) & ~np.eye(len(all_), dtype=bool)
        expected = (1 - kept[pairs] / counts[pairs]).sum() / (1 if directed else 2)
        ours = aidnet.group_betweenness(net, length=length, group=group, normalized=False)
        assert ours == pytest.approx(expected, rel=1e-9, abs=1e-9), f"seed {seed}"

"""Label propagation: LDBC's against counting, the asynchronous one by where it ends."""

from __future__ import annotations

from collections import Counter

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import networks


def counted(net: aidnet.Network, rounds: int) -> list[int]:
    ties = net.to_scipy().toarray() != 0
    np.fill_diagonal(ties, val=False)
    label = list(range(len(net)))
    for _ in range(rounds):
        before = label.copy()
        for v in range(len(net)):
            votes = Counter(before[u] for u in np.flatnonzero(ties[v]))
            if net.directed:
                votes.update(before[u] for u in np.flatnonzero(ties[:, v]))
            if votes:
                label[v] = min(votes, key=lambda name: (-votes[name], name))
    return label


def test_ldbc_by_counting() -> None:
    compared = 0
    for seed, net in networks():
        rounds = 1 + seed % 10
        ours = aidnet.label_propagation(net, method="ldbc", max_iterations=rounds)
        number: dict[int, int] = {}
        expected = [number.setdefault(name, len(number)) for name in counted(net, rounds)]
        assert ours.tolist() == expected, f"seed {seed}"
        assert ours.attrs["count"] == len(number)
        compared += 1
    assert compared >= 200


def test_asynchronous_ends_where_all_agree_with_most() -> None:
    compared = 0
    for seed, net in networks():
        ours = aidnet.label_propagation(net, seed=seed)
        weights = net.to_scipy().toarray()
        weights += weights.T
        np.fill_diagonal(weights, 0)
        share = weights @ np.equal.outer(ours.to_numpy(), np.arange(len(net)))
        own = share[np.arange(len(net)), ours] if len(net) else np.empty(0)
        assert (own >= share.max(axis=1, initial=0) * (1 - 1e-9)).all(), f"seed {seed}"
        assert list(ours.unique()) == list(range(ours.attrs["count"]))
        assert ours.attrs["converged"]
        compared += 1
    assert compared >= 200


def test_as_networkx_where_communities_are_plain() -> None:
    graph = nx.ring_of_cliques(6, 8)
    for seed in range(20):
        ours = aidnet.label_propagation(graph, seed=seed)
        sets = {frozenset(members.index) for _, members in ours.groupby(ours)}
        assert sets == {frozenset(s) for s in nx.community.asyn_lpa_communities(graph, seed=seed)}


def test_too_few_rounds() -> None:
    with pytest.raises(aidnet.ConvergenceError, match="labels changed in round 1"):
        aidnet.label_propagation(nx.ring_of_cliques(6, 8), max_iterations=1)

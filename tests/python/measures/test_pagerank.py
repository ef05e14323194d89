"""PageRank against NetworkX, and what only the Python side does."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx

TIGHT = 1e-14


def test_parity_with_networkx() -> None:
    for seed, net in networks():
        if not net.node_count:
            continue
        rng = np.random.default_rng(seed)
        damping = [0.5, 0.85, 0.95][seed % 3]
        some = dict(zip(net.nodes, rng.integers(0, 3, net.node_count) + 0.5, strict=True))
        teleport = some if seed % 2 else None
        landing = {net.nodes[0]: 1.0} if seed % 5 == 0 else None
        expected = nx.pagerank(
            to_networkx(net), damping, teleport, 10_000, TIGHT / net.node_count, dangling=landing
        )
        ours = aidnet.pagerank(
            net,
            damping=damping,
            personalization=teleport,
            dangling_weights=landing,
            tolerance=TIGHT,
        )
        assert_close(ours, expected, seed)


def test_directions() -> None:
    net = aidnet.from_edges(["a", "b", "a"], ["b", "c", "c"], [1.0, 2.0, 4.0])
    assert aidnet.pagerank(net, mode="in").equals(aidnet.pagerank(net.reverse()))
    assert aidnet.pagerank(net, mode="all").equals(aidnet.pagerank(net.to_undirected()))


def test_personalization_forms_agree() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"])
    by_dict = aidnet.pagerank(net, personalization={"b": 2.0})
    assert by_dict.equals(aidnet.pagerank(net, personalization=[0.0, 1.0, 0.0]))
    assert by_dict.idxmax() == "b"
    with pytest.raises(aidnet.UnknownNodeError, match="personalization"):
        aidnet.pagerank(net, personalization={"z": 1.0})
    with pytest.raises(aidnet.ValidationError, match="one value a node"):
        aidnet.pagerank(net, personalization=[1.0])


def test_a_number_of_iterations_as_ldbc_graphalytics_has_it() -> None:
    for seed, net in networks():
        if not net.node_count:
            continue
        ties = net.to_scipy().toarray() != 0
        count, degree = len(net), ties.sum(axis=1)
        rank = np.full(count, 1 / count)
        for _ in range(seed % 8):  # PR_i(v) of the specification, with an out-degree of 0 dangling
            stranded = rank[degree == 0].sum()
            passed = np.divide(rank, degree, out=np.zeros(count), where=degree > 0)
            rank = 0.15 / count + 0.85 * (ties.T @ passed + stranded / count)
        alike = aidnet.from_edges(
            *np.nonzero(np.triu(ties) if not net.directed else ties),
            nodes=range(count),
            directed=net.directed,
        )
        if seed % 8:
            ours = aidnet.pagerank(alike, iterations=seed % 8)
            assert ours.attrs["iterations"] == seed % 8
            np.testing.assert_allclose(ours, rank, rtol=0, atol=1e-14, err_msg=f"seed {seed}")
    with pytest.raises(aidnet.ValidationError, match="iterations is -1"):
        aidnet.pagerank(aidnet.from_edges(["a"], ["b"]), iterations=-1)

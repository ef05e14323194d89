"""Reciprocity of nodes against NetworkX, and by weight against NumPy."""

from __future__ import annotations

import math

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks
from support.undirected import without_loops


def test_ties_against_networkx() -> None:
    compared = 0
    for seed, net in networks(directed=True):
        graph = without_loops(net)
        theirs = {
            node: math.nan if share is None else share
            for node, share in nx.reciprocity(graph, list(graph)).items()
        }
        assert_close(aidnet.node_reciprocity(net, weighted=False), theirs, seed)
        compared += 1
    assert compared >= 200


@pytest.mark.parametrize("mode", ["out", "in", "all"])
def test_weights_against_numpy(mode: str) -> None:
    for seed, net in networks():
        weights = net.to_scipy().toarray()
        np.fill_diagonal(weights, 0.0)
        both = np.minimum(weights, weights.T).sum(axis=1)
        out, into = weights.sum(axis=1), weights.sum(axis=0)
        whole = {"out": out, "in": into, "all": (out + into) / 2}[mode]
        with np.errstate(invalid="ignore"):
            expected = dict(zip(net.nodes, both / whole, strict=True))
        assert_close(aidnet.node_reciprocity(net, mode=mode), expected, seed)

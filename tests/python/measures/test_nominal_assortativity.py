"""Nominal assortativity against NetworkX and igraph."""

from __future__ import annotations

import math
import warnings

import igraph
import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import networks
from support.undirected import without_loops


def test_parity_with_networkx_and_igraph() -> None:
    defined = 0
    for seed, net in networks(0.7):
        groups = np.random.default_rng(seed).integers(-1, 3, len(net))
        graph = without_loops(net)
        ours = aidnet.nominal_assortativity(net, groups=groups)
        within = {groups[net.nodes.get_loc(u)] for edge in graph.edges for u in edge}
        if len(within) < 2:
            assert math.isnan(ours)
            continue
        nx.set_node_attributes(graph, dict(zip(net.nodes, groups, strict=True)), "group")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the division by 0 where it is not defined
            theirs = nx.attribute_assortativity_coefficient(graph, "group")
        if math.isnan(ours):  # one group gives all to one group
            assert not math.isfinite(theirs) or net.directed
            continue
        assert ours == pytest.approx(theirs, rel=0, abs=1e-9), f"seed {seed}"
        types = (groups + 1).tolist()
        other = igraph.Graph.from_networkx(graph).assortativity_nominal(types)
        assert ours == pytest.approx(other, rel=0, abs=1e-9), f"seed {seed}"
        defined += 1
    assert defined >= 200


def test_weighted_from_the_definition() -> None:
    for seed, net in networks():
        groups = np.random.default_rng(seed).integers(0, 3, len(net))
        weights = net.to_scipy().toarray()
        np.fill_diagonal(weights, 0.0)
        mixing = np.zeros((3, 3), dtype=np.longdouble)
        np.add.at(mixing, np.ix_(groups, groups), weights.astype(np.longdouble))
        ours = aidnet.nominal_assortativity(net, groups=groups, weighted=True)
        if math.isnan(ours):
            continue
        share = mixing / mixing.sum()
        random = share.sum(axis=1) @ share.sum(axis=0)
        expected = float((share.trace() - random) / (1 - random))
        # Ours is 1 minus a share; the textbook loses digits where one group has nearly everything.
        rounding = 1e-15 + 1e-18 / float(1 - random)
        assert ours == pytest.approx(expected, rel=1e-9, abs=rounding), f"seed {seed}"


def test_groups_by_label() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"])
    by_label = aidnet.nominal_assortativity(net, groups={"a": "x", "b": "x", "c": 0.5})
    assert by_label == aidnet.nominal_assortativity(net, groups=[4, 4, 0])
    with pytest.raises(aidnet.ValidationError, match="groups has no group for node c"):
        aidnet.nominal_assortativity(net, groups={"a": 4, "b": 4})

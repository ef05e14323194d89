"""The triad census against NetworkX and igraph."""

from __future__ import annotations

import igraph
import networkx as nx
import numpy as np

import aidnet
from support.cases import networks
from support.undirected import without_loops

NAMES = list(nx.triadic_census(nx.DiGraph()))


def test_parity_with_networkx_and_igraph() -> None:
    for seed, net in networks():
        graph = without_loops(net).to_directed()
        ours = aidnet.triad_census(net)
        assert list(ours.index) == NAMES
        if len(graph):
            assert ours.to_dict() == nx.triadic_census(graph), f"seed {seed}"
        census = igraph.Graph.from_networkx(graph).triad_census()
        assert ours.tolist() == np.nan_to_num(census).tolist(), f"seed {seed}"

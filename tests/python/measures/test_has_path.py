"""Whether there are paths, against NetworkX."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import networks, to_networkx


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    for seed, net in networks(directed=directed):
        if len(net) == 0:
            continue
        graph = to_networkx(net)
        for source, target in np.random.default_rng(seed).choice(net.nodes, (8, 2)):
            ours = aidnet.has_path(net, source=source, target=target)
            assert ours is nx.has_path(graph, source, target), f"seed {seed}"


def test_ends_must_be_given_and_known() -> None:
    net = aidnet.from_edges(["a"], ["b"])
    with pytest.raises(TypeError, match="needs the keyword argument 'target'"):
        aidnet.has_path(net, source="a")
    with pytest.raises(aidnet.UnknownNodeError, match="target"):
        aidnet.has_path(net, source="a", target="c")

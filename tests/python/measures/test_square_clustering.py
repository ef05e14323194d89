"""Square clustering against NetworkX."""

from __future__ import annotations

import math

import networkx as nx
import numpy as np

import aidnet
from support.cases import networks
from support.undirected import partners


def test_parity_with_networkx() -> None:
    for seed, net in networks():
        ours = aidnet.square_clustering(net)
        theirs = nx.square_clustering(partners(net))
        assert list(ours.index) == list(theirs)
        # NetworkX has 0 where no square could be.
        np.testing.assert_allclose(
            ours.fillna(0.0), list(theirs.values()), rtol=1e-9, atol=1e-15, err_msg=f"seed {seed}"
        )


def test_undefined_is_nan() -> None:
    """Two donors of the same single recipient could have no other in common."""
    net = aidnet.from_edges(["a", "b", "c"], ["r", "r", "s"])
    assert aidnet.square_clustering(net).isna().all()
    more = aidnet.from_edges(["a", "b", "b"], ["r", "r", "s"])
    assert aidnet.square_clustering(more)["r"] == 0.0
    assert math.isnan(aidnet.square_clustering(more)["a"])

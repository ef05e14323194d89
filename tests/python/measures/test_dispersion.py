"""Dispersion against NetworkX."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import networks
from support.undirected import partners


@pytest.mark.parametrize(
    "options", [{}, {"normalized": False}, {"alpha": 0.6, "b": 1.0, "c": 2.0}], ids=str
)
def test_parity_with_networkx(options: dict[str, float]) -> None:
    for seed, net in networks():
        theirs = nx.dispersion(partners(net), **options)
        rows = aidnet.dispersion(net, **options)
        assert len(rows) == sum(map(len, theirs.values()))
        expected = [theirs[u][v] for u, v in zip(rows["source"], rows["target"], strict=True)]
        np.testing.assert_allclose(rows["dispersion"], expected, rtol=1e-9, err_msg=f"{seed}")


def test_rows_are_pairs_in_the_order_of_the_nodes() -> None:
    rows = aidnet.dispersion(aidnet.from_edges(["b", "a"], ["a", "c"]))
    assert list(zip(rows["source"], rows["target"], strict=True)) == [
        ("b", "a"), ("a", "b"), ("a", "c"), ("c", "a"),
    ]  # fmt: skip

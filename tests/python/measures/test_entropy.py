"""Entropy of partners against SciPy."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.stats

import aidnet
from support.cases import networks
from support.shares import amounts, by_node

# Where the other gives 1e-16 and not 0, a relative tolerance never allows the difference.
CLOSE = {"rtol": 1e-9, "atol": 1e-14}


@pytest.mark.parametrize("mode", ["out", "in", "all"])
def test_parity_with_scipy(mode: str) -> None:
    for seed, net in networks():
        rows = amounts(net, mode)
        nats = by_node(rows, scipy.stats.entropy, least=1)
        np.testing.assert_allclose(
            aidnet.entropy(net, mode=mode, normalized=False), nats, err_msg=f"seed {seed}", **CLOSE
        )
        evenness = by_node(rows, lambda w: scipy.stats.entropy(w, base=w.size), least=2)
        np.testing.assert_allclose(
            aidnet.entropy(net, mode=mode), evenness, err_msg=f"seed {seed}", **CLOSE
        )


def test_undefined_is_nan() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"], [1.0, 0.0])
    assert aidnet.entropy(net).isna().all()
    nats = aidnet.entropy(net, normalized=False)
    assert nats["a"] == 0.0
    assert nats[["b", "c"]].isna().all()

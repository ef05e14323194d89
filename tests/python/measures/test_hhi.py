"""HHI of partners against its formula in NumPy."""

from __future__ import annotations

import numpy as np
import pytest

import aidnet
from support.cases import networks
from support.shares import Array, amounts, by_node

# By the formula equal shares may give 1e-17 and not 0, which a relative tolerance never allows.
CLOSE = {"rtol": 1e-9, "atol": 1e-14}


def index(w: Array) -> float:
    return float(np.square(w / w.sum()).sum())


def normalized(w: Array) -> float:
    return (index(w) - 1 / w.size) / (1 - 1 / w.size)


@pytest.mark.parametrize("mode", ["out", "in", "all"])
def test_parity_with_numpy(mode: str) -> None:
    for seed, net in networks():
        rows = amounts(net, mode)
        np.testing.assert_allclose(
            aidnet.hhi(net, mode=mode),
            by_node(rows, index, least=1),
            err_msg=f"seed {seed}",
            **CLOSE,
        )
        np.testing.assert_allclose(
            aidnet.hhi(net, mode=mode, normalized=True),
            by_node(rows, normalized, least=2),
            err_msg=f"seed {seed}",
            **CLOSE,
        )


def test_example_of_the_merger_guidelines() -> None:
    """Shares of 30, 30, 20 and 20 percent make 2600 points."""
    net = aidnet.from_edges(["a"] * 4, list("bcde"), [30.0, 30.0, 20.0, 20.0])
    assert aidnet.hhi(net)["a"] == pytest.approx(0.26, rel=1e-15)


def test_undefined_is_nan() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"], [1.0, 0.0])
    assert aidnet.hhi(net).isna().to_dict() == {"a": False, "b": True, "c": True}
    assert aidnet.hhi(net, normalized=True).isna().all()

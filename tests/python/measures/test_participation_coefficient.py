"""The participation coefficient against its definition in NumPy."""

from __future__ import annotations

import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks
from support.roles import ties_by_mode


@pytest.mark.parametrize("weighted", [True, False])
@pytest.mark.parametrize("mode", ["out", "in", "all"])
def test_parity_with_numpy(mode: str, weighted: bool) -> None:
    compared = 0
    for seed, net in networks():
        groups = np.random.default_rng(seed).integers(0, 4, len(net))
        ties = ties_by_mode(net, mode, weighted=weighted)
        with_groups = ties @ np.equal.outer(groups, np.arange(4))
        with np.errstate(invalid="ignore"):
            shares = with_groups / with_groups.sum(axis=1, keepdims=True)
        expected = 1 - (shares**2).sum(axis=1)
        ours = aidnet.participation_coefficient(net, groups=groups, mode=mode, weighted=weighted)
        np.testing.assert_allclose(ours, expected, rtol=0, atol=1e-9, err_msg=f"seed {seed}")
        compared += 1
    assert compared >= 200


def test_groups_of_any_kind() -> None:
    net = aidnet.from_edges(["a", "a", "b"], ["b", "c", "c"])
    names = aidnet.participation_coefficient(net, groups={"a": "x", "b": "x", "c": "y"})
    assert_close(names, {"a": 0.5, "b": 0.5, "c": 0.0}, 0)

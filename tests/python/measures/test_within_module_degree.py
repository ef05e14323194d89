"""The within-module degree against SciPy's z-score, group by group."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

import aidnet
from support.cases import networks
from support.roles import ties_by_mode


@pytest.mark.parametrize("weighted", [True, False])
@pytest.mark.parametrize("mode", ["out", "in", "all"])
def test_parity_with_scipy(mode: str, weighted: bool) -> None:
    compared = 0
    for seed, net in networks():
        groups = np.random.default_rng(seed).integers(0, 3, len(net))
        ties = ties_by_mode(net, mode, weighted=weighted)
        own = (ties * np.equal.outer(groups, groups)).sum(axis=1)
        ours = aidnet.within_module_degree(net, groups=groups, mode=mode, weighted=weighted)
        for group in np.unique(groups):
            there = groups == group
            values = own[there] / (own[there].max() or 1.0)
            if np.ptp(values) < 1e-12:
                assert ours[there].isna().all() or np.ptp(values) > 0, f"seed {seed}"
                continue
            np.testing.assert_allclose(
                ours[there], stats.zscore(values), rtol=0, atol=1e-9, err_msg=f"seed {seed}"
            )
        compared += 1
    assert compared >= 200

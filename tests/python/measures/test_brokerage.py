"""Gould and Fernandez' brokerage against its definition in NumPy."""

from __future__ import annotations

import numpy as np
import pandas as pd

import aidnet
from support.cases import networks

ROLES = ["coordinator", "itinerant", "gatekeeper", "representative", "liaison"]


def test_parity_with_numpy() -> None:
    for seed, net in networks():
        groups = np.random.default_rng(seed).integers(0, 3, len(net))
        gives = net.to_scipy().toarray() != 0
        np.fill_diagonal(gives, val=False)
        same = groups[:, None] == groups[None, :]
        open_pair = ~gives & ~np.eye(len(net), dtype=bool)
        # Of broker b: the matrix of pairs (a, c), and of their roles.
        expected = np.zeros((len(net), 6), dtype=int)
        for b in range(len(net)):
            pairs = gives[:, b][:, None] & gives[b][None, :] & open_pair
            giver, receiver = same[:, b][:, None], same[b][None, :]
            roles = [
                giver & receiver,
                same & ~giver,
                ~giver & receiver,
                giver & ~receiver,
                ~same & ~giver & ~receiver,
            ]
            expected[b] = [*((pairs & role).sum() for role in roles), pairs.sum()]
        ours = aidnet.brokerage(net, groups=groups)
        assert list(ours.columns) == [*ROLES, "total"]
        np.testing.assert_array_equal(ours.to_numpy(), expected, err_msg=f"seed {seed}")
        assert (ours[ROLES].sum(axis=1) == ours["total"]).all()


def test_groups_by_label() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"])
    regions = pd.Series({"a": "east", "b": "west", "c": "west"})
    roles = aidnet.brokerage(net, groups=regions)
    assert roles.loc["b", "gatekeeper"] == 1
    assert roles["total"].sum() == 1

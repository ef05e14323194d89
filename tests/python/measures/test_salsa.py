"""SALSA: the limit of the walk of Lempel and Moran, from its transition matrix."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

import aidnet
from support.cases import networks


def groups_of(weights: np.ndarray) -> np.ndarray:
    """The group of each node as a donor, then of each as a recipient."""
    zero = np.zeros_like(weights)
    return connected_components(csr_array(np.block([[zero, weights], [weights.T, zero]])))[1]


def test_stationary_walks_from_an_even_start() -> None:
    compared = 0
    for seed, net in networks():
        weights = net.to_scipy().toarray()
        if not weights.any():
            if net.node_count:
                with pytest.raises(aidnet.UndefinedError, match="salsa"):
                    aidnet.salsa(net)
            continue
        scores = aidnet.salsa(net)
        labels = groups_of(weights)
        for column, matrix, group in (
            ("hub", weights, labels[: len(net)]),
            ("authority", weights.T, labels[len(net) :]),
        ):
            score = scores[column].to_numpy()
            active = matrix.any(axis=1)
            given, received = matrix.sum(axis=1), matrix.sum(axis=0)
            with np.errstate(divide="ignore", invalid="ignore"):
                there = np.where(given[:, None] > 0, matrix / given[:, None], 0.0)
                back = np.where(received[:, None] > 0, matrix.T / received[:, None], 0.0)
            walk = there @ back
            assert not score[~active].any(), seed
            # No step changes the distribution, and none leaves a group.
            np.testing.assert_allclose(score @ walk, score, atol=1e-14, err_msg=f"seed {seed}")
            for one in np.unique(group[active]):
                share = active[group == one].sum() / active.sum()
                assert score[group == one].sum() == pytest.approx(share, abs=1e-14), seed
            # In a group, detailed balance of the walk makes scores follow strength.
            flow = score[:, None] * walk
            np.testing.assert_allclose(flow, flow.T, atol=1e-14, err_msg=f"seed {seed}")
        compared += 1
    assert compared >= 190


def test_example_of_lempel_and_moran() -> None:
    # Without weights and in one group, authority is in-degree over edges.
    net = aidnet.from_edges(["a", "a", "b"], ["x", "y", "y"])
    assert aidnet.salsa(net).loc[["x", "y"], "authority"].tolist() == [1 / 3, 2 / 3]
    assert aidnet.salsa(net).loc[["a", "b"], "hub"].tolist() == [2 / 3, 1 / 3]


def test_undirected_sides_agree() -> None:
    net = aidnet.from_edges(["a", "b", "c"], ["b", "c", "d"], [1.0, 2.0, 3.0], directed=False)
    scores = aidnet.salsa(net)
    assert scores["hub"].equals(scores["authority"].rename("hub"))

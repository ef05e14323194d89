"""What BiRank and Co-HITS, which differ in how they scale weights, are both held to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import aidnet
from support.cases import networks

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]


def inverse(values: Array) -> Array:
    return np.divide(1.0, values, out=np.zeros_like(values), where=values > 0)


def alike(active: Array) -> Array:
    shares: Array = active / max(active.sum(), 1)
    return shares


def check_linear_system(measure: Any, scaled: Callable[[Array], tuple[Array, Array]]) -> None:
    """`scaled` says by which matrices scores go to donors, and to recipients."""
    compared = 0
    for seed, net in networks():
        weights = net.to_scipy().toarray()
        alpha = [0.85, 0.0, 1.0, 0.5][seed % 4]
        beta = [0.85, 0.7, 0.9][seed % 3]
        donor, recipient = alike(weights.any(axis=1)), alike(weights.any(axis=0))
        priors = {}
        if seed % 5 == 0 and len(net):
            donor = np.random.default_rng(seed).random(len(net))
            donor /= donor.sum()
            recipient = np.eye(len(net))[0]
            priors = {
                "donor_prior": dict(zip(net.nodes, 3 * donor, strict=True)),
                "recipient_prior": {net.nodes[0]: 2.0},
            }
        scores = measure(
            net, donor_damping=alpha, recipient_damping=beta, tolerance=1e-15, **priors
        )
        to_donors, to_recipients = scaled(weights)
        one = np.eye(len(weights))
        system = np.block([[one, -alpha * to_donors], [-beta * to_recipients, one]])
        known = np.concatenate([(1 - alpha) * donor, (1 - beta) * recipient])
        expected = np.split(np.linalg.solve(system, known), 2)
        for column, values in zip(("donor", "recipient"), expected, strict=True):
            # An iteration towards 0 ends with steps of 1e-15, each 0.9 of the one before at most.
            slack = 1e-9 * np.abs(values).max(initial=0.0) + 1e-14
            np.testing.assert_allclose(
                scores[column], values, rtol=0, atol=slack, err_msg=f"seed {seed}"
            )
        compared += 1
    assert compared >= 200


def check_that_reversal_swaps_the_sides(measure: Any) -> None:
    net = aidnet.from_edges(["a", "b", "a"], ["x", "y", "y"], [1.0, 2.0, 4.0])
    ours = measure(net, donor_damping=0.6, recipient_damping=0.9, tolerance=1e-15)
    turned = measure(net.reverse(), donor_damping=0.9, recipient_damping=0.6, tolerance=1e-15)
    np.testing.assert_allclose(ours["donor"], turned["recipient"], atol=1e-14)
    np.testing.assert_allclose(ours["recipient"], turned["donor"], atol=1e-14)


def check_refusals(measure: Any) -> None:
    net = aidnet.from_edges(["a"], ["b"])
    with pytest.raises(aidnet.ValidationError, match="both 1"):
        measure(net, donor_damping=1.0, recipient_damping=1.0)
    with pytest.raises(aidnet.UnknownNodeError, match="donor_prior"):
        measure(net, donor_prior={"z": 1.0})
    with pytest.raises(aidnet.ValidationError, match="recipient_prior of node b"):
        measure(net, recipient_prior={"b": -1.0})

"""Co-HITS against its linear system."""

from __future__ import annotations

import numpy as np
import pytest

import aidnet
from support.cases import networks


def inverse(values: np.ndarray) -> np.ndarray:
    return np.divide(1.0, values, out=np.zeros_like(values), where=values > 0)


def solution(
    weights: np.ndarray, alpha: float, beta: float, donor: np.ndarray, recipient: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    given, received = inverse(weights.sum(axis=1)), inverse(weights.sum(axis=0))
    to_donors = weights * received
    to_recipients = (given[:, None] * weights).T
    one = np.eye(len(weights))
    system = np.block([[one, -alpha * to_donors], [-beta * to_recipients, one]])
    both = np.linalg.solve(system, np.concatenate([(1 - alpha) * donor, (1 - beta) * recipient]))
    return both[: len(weights)], both[len(weights) :]


def alike(active: np.ndarray) -> np.ndarray:
    return active / max(active.sum(), 1)


def test_parity_with_the_linear_system() -> None:
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
        scores = aidnet.cohits(
            net, donor_damping=alpha, recipient_damping=beta, tolerance=1e-15, **priors
        )
        expected = solution(weights, alpha, beta, donor, recipient)
        for column, values in zip(("donor", "recipient"), expected, strict=True):
            # An iteration towards 0 ends at its tolerance.
            slack = 1e-9 * np.abs(values).max(initial=0.0) + 1e-15
            np.testing.assert_allclose(
                scores[column], values, rtol=0, atol=slack, err_msg=f"seed {seed}"
            )
        compared += 1
    assert compared >= 200


def test_reversal_swaps_the_sides() -> None:
    net = aidnet.from_edges(["a", "b", "a"], ["x", "y", "y"], [1.0, 2.0, 4.0])
    ours = aidnet.cohits(net, donor_damping=0.6, recipient_damping=0.9, tolerance=1e-15)
    turned = aidnet.cohits(net.reverse(), donor_damping=0.9, recipient_damping=0.6, tolerance=1e-15)
    np.testing.assert_allclose(ours["donor"], turned["recipient"], atol=1e-14)
    np.testing.assert_allclose(ours["recipient"], turned["donor"], atol=1e-14)


def test_refusals() -> None:
    net = aidnet.from_edges(["a"], ["b"])
    with pytest.raises(aidnet.ValidationError, match="both 1"):
        aidnet.cohits(net, donor_damping=1.0, recipient_damping=1.0)
    with pytest.raises(aidnet.UnknownNodeError, match="donor_prior"):
        aidnet.cohits(net, donor_prior={"z": 1.0})
    with pytest.raises(aidnet.ValidationError, match="recipient_prior of node b"):
        aidnet.cohits(net, recipient_prior={"b": -1.0})

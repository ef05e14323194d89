"""Co-HITS against its linear system."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aidnet
from support.two_mode import (
    check_linear_system,
    check_refusals,
    check_that_reversal_swaps_the_sides,
    inverse,
)

if TYPE_CHECKING:
    from support.two_mode import Array


def test_parity_with_the_linear_system() -> None:
    def scaled(weights: Array) -> tuple[Array, Array]:
        given, received = inverse(weights.sum(axis=1)), inverse(weights.sum(axis=0))
        return weights * received, (given[:, None] * weights).T

    check_linear_system(aidnet.cohits, scaled)


def test_reversal_swaps_the_sides() -> None:
    check_that_reversal_swaps_the_sides(aidnet.cohits)


def test_refusals() -> None:
    check_refusals(aidnet.cohits)

"""Columns of numbers that lie in memory otherwise than the machine reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

import aidnet

if TYPE_CHECKING:
    from collections.abc import Callable


def misaligned(values: np.ndarray) -> np.ndarray:
    room = np.zeros(values.nbytes + 1, np.uint8)
    moved = room[1:].view(values.dtype)
    moved[:] = values
    assert not moved.flags.aligned
    return moved


@pytest.mark.parametrize("lie", [misaligned, lambda values: values.astype(">f8")])
def test_amounts(lie: Callable[[np.ndarray], np.ndarray]) -> None:
    amounts = np.arange(1.0, 4001.0) / 4
    frame = pd.DataFrame({"donor": "a", "recipient": "b", "unit": "CNY", "year": [2018] * 4000})
    ledgers = [
        aidnet.Ledger.from_frames(flows=frame.assign(amount=pd.Series(column, copy=False)))
        for column in (amounts, lie(amounts))
    ]
    plain, moved = (ledger.network(unit="CNY").weights.tolist() for ledger in ledgers)
    assert plain == moved == [amounts.sum()]

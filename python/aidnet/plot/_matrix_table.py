"""The weights of a network as an ordered matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from aidnet.plot._seriation import by_block, by_strength

if TYPE_CHECKING:
    from aidnet.network import Array
    from aidnet.plot._view import View


@dataclass(frozen=True)
class Table:
    """The matrix in the order drawn; NaN where there is no edge."""

    rows: Array
    columns: Array
    weight: Array
    lower: Array
    upper: Array


def table_of(view: View, order: str, *, together: bool) -> Table:
    everybody = np.arange(view.size)
    rows = everybody if together else np.unique(view.source)
    columns = everybody if together else np.unique(view.target)
    full = np.full((3, view.size, view.size), np.nan)
    for layer, values in enumerate((view.weight, view.lower, view.upper)):
        full[layer, view.source, view.target] = values
        if not view.net.directed:
            full[layer, view.target, view.source] = values
    weight = full[0][np.ix_(rows, columns)]
    if together:
        rows = columns = everybody[_one_order(np.nan_to_num(full[0]), ~np.isnan(full[0]), order)]
    elif order != "given" and weight.size:
        amount = np.nan_to_num(weight)
        first, second = (
            by_strength(amount) if order == "strength" else by_block(amount, ~np.isnan(weight))
        )
        rows, columns = rows[first], columns[second]
    inner = np.ix_(rows, columns)
    return Table(rows, columns, full[0][inner], full[1][inner], full[2][inner])


def _one_order(amount: Array, present: Array, order: str) -> Array:
    """One order for rows and columns alike."""
    size, either = np.abs(amount) + np.abs(amount).T, present | present.T
    if order == "given":
        return np.arange(len(amount))
    if order == "strength":
        return by_strength(size)[0]
    return by_block(size, either | np.eye(len(amount), dtype=bool))[0]

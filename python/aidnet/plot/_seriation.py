"""Orders of rows and columns that show the blocks of a matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from aidnet.plot._layout import components

if TYPE_CHECKING:
    from aidnet.network import Array

ROUNDS = 400


def by_strength(matrix: Array) -> tuple[Array, Array]:
    """Rows and columns by their sums, the largest first; equals as they are given."""
    size = np.abs(matrix)
    return (
        np.argsort(-size.sum(axis=1), kind="stable"),
        np.argsort(-size.sum(axis=0), kind="stable"),
    )


def by_block(matrix: Array, present: Array) -> tuple[Array, Array]:
    """Separate blocks one after the other, the largest first; in each, like beside like.

    Within a block rows are placed at the mean of their columns, and these at the mean of their
    rows, over and over (reciprocal averaging), from the order of the sums.
    """
    rows, columns = matrix.shape
    strongest = [order.argsort() for order in by_strength(matrix)]
    i, j = np.nonzero(present)
    parts = components(rows + columns, i, j + rows)
    size = np.concatenate([np.abs(matrix).sum(axis=1), np.abs(matrix).sum(axis=0)])
    parts = sorted(parts, key=lambda part: (-float(size[part].sum()), -len(part), part[0]))
    ordered: tuple[list[int], list[int]] = ([], [])
    for part in parts:
        own_rows, own_columns = part[part < rows], part[part >= rows] - rows
        own_rows = own_rows[np.argsort(strongest[0][own_rows], kind="stable")]
        own_columns = own_columns[np.argsort(strongest[1][own_columns], kind="stable")]
        if len(own_rows) and len(own_columns):
            block = present[np.ix_(own_rows, own_columns)].astype(float)
            first, second = _average(block)
            own_rows, own_columns = own_rows[first], own_columns[second]
        ordered[0].extend(own_rows.tolist())
        ordered[1].extend(own_columns.tolist())
    return np.array(ordered[0], dtype=np.int64), np.array(ordered[1], dtype=np.int64)


def _average(block: Array) -> tuple[Array, Array]:
    """Orders by the first axis of a correspondence analysis, the row that was first in front."""
    out, into = block.sum(axis=1), block.sum(axis=0)
    rows = np.arange(len(out), dtype=float)
    for _ in range(ROUNDS):
        rows -= (rows @ out) / out.sum()  # what is left of the axis on which all are alike
        size = float(np.sqrt(rows**2 @ out))
        if size < 1e-9:  # there is no other axis, as in a star
            return np.arange(len(out)), np.arange(len(into))
        columns = (block.T @ (rows / size)) / into
        rows = (block @ columns) / out
    if rows[0] > 0:
        rows, columns = -rows, -columns
    scale = float(np.abs(rows).max(initial=0.0)) or 1.0
    first = np.argsort(np.round(rows / scale, 6), kind="stable")
    second = np.argsort(np.round(columns / scale, 6), kind="stable")
    return first, second

"""What a node exchanges with its partners, from the dense matrix."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    import aidnet

Array = np.ndarray[Any, np.dtype[np.float64]]


def amounts(net: aidnet.Network, mode: str) -> Array:
    """The amounts between each node (row) and each partner; loops count as in strength."""
    weights: Array = net.to_scipy().toarray()
    if not net.directed:
        return weights + np.diag(np.diag(weights))
    return {"out": weights, "in": weights.T, "all": weights + weights.T}[mode]


def by_node(matrix: Array, index: Callable[[Array], float], *, least: int) -> list[float]:
    """index(positive amounts) of each row; NaN where there are fewer than `least`."""
    rows = [row[row > 0] for row in matrix]
    return [index(row) if row.size >= least else math.nan for row in rows]

"""What the colours of a matrix cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.plot import _style
from aidnet.plot._signs import marker_handle

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from aidnet.network import Array
    from aidnet.plot._matrix_table import Table
    from aidnet.plot._view import View


def marks(ax: Axes, view: View, table: Table) -> list[Any]:
    """No amount, below zero, uncertain, unbounded; returns the legend's entries."""
    from matplotlib.patches import Patch

    width, height = _style.points(ax)
    cell = min(width / table.weight.shape[1], height / table.weight.shape[0])
    handles: list[Any] = []
    weight = table.weight
    looks: tuple[tuple[str, Array, dict[str, Any], str], ...] = (
        ("unstated", weight == 0, {"facecolor": "white", "hatch": "//////", "edgecolor": "#8C939A"},
         view.nothing()),
        ("below", weight < 0, {"facecolor": _style.NEGATIVE, "edgecolor": "white"},
         view.say("below")),
    )  # fmt: skip
    for gid, where, look, label in looks:
        if where.any():
            _boxes(ax, where, gid, look)
            handles.append(Patch(**look, linewidth=0.5, label=label))
    unbounded = np.isinf(table.upper)
    differ = (weight != table.lower) | (weight != table.upper)
    uncertain = differ & ~np.isnan(weight) & ~unbounded
    for gid, where, marker, label in (
        ("uncertain", uncertain, "o", view.say("uncertain")),
        ("unbounded", unbounded, r"$\infty$", view.say("unbounded")),
    ):
        if not where.any():
            continue
        i, j = np.nonzero(where)
        ring = marker == "o"
        colour = _style.NEGATIVE
        side = min(max(0.45 * cell, 2.5), 5.0) if ring else min(max(0.85 * cell, 4.0), 8.0)
        ax.scatter(j, i, s=side**2, marker=marker, gid=gid, zorder=4,
                   facecolors="white" if ring else colour, edgecolors=colour,
                   linewidths=0.8 if ring else 0.0)  # fmt: skip
        inside, size, width = ("white", 5, 0.8) if ring else (colour, 7, 0.0)
        handles.append(marker_handle(label, marker, size, inside, rim=(colour, width)))
    return handles


def _boxes(ax: Axes, where: Array, gid: str, look: dict[str, Any]) -> None:
    from matplotlib.collections import PatchCollection
    from matplotlib.patches import Rectangle

    boxes = [Rectangle((j - 0.5, i - 0.5), 1, 1) for i, j in zip(*np.nonzero(where), strict=True)]
    ax.add_collection(PatchCollection(boxes, gid=gid, linewidth=0.5, zorder=1.5, **look))

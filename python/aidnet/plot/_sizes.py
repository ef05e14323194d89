"""What the widths of lines stand for, and what is too small to be drawn in proportion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from aidnet.plot._checks import positive

if TYPE_CHECKING:
    from aidnet.plot._view import View

FLOOR = 0.5
"""The least width of a line in points."""


def point_of_width(view: View, scale: float | None, max_width: float) -> float:
    """How much weight a point of a line's width stands for."""
    positive(max_width=max_width)
    if scale is not None:
        positive(scale=scale)
    heaviest = scale or float(np.abs(view.weight).max(initial=0.0))
    return heaviest / max_width if heaviest else 1.0


def size_notes(view: View, smallest: float, per_point: float) -> list[str]:
    """What the least sizes stand for, where anything is drawn in one."""
    notes = [view.partial()]
    weights = np.abs(view.weight)
    if smallest and weights.any():  # where no amount is stated, no size stands for one
        notes.append(view.say("size_floor", amount=view.rough(smallest)))
    if ((weights > 0) & (weights < FLOOR * per_point)).any():
        notes.append(view.say("floor", amount=view.rough(FLOOR * per_point)))
    return notes

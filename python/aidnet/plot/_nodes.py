"""Nodes as discs whose area is an amount, coloured by whether they give or receive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.plot._edges import references
from aidnet.plot._signs import marker_handle
from aidnet.plot._style import FAINT, PALETTE

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from aidnet.network import Array
    from aidnet.plot._view import View

LEAST_AREA = 7.0
"""The area of the smallest disc, in points squared."""
MOST_AREA = 480.0
RIM = 0.6
RIM_BOTH = 1.5

# Inside and rim. Who does both wears the colour of giving around that of receiving.
ROLES = {
    "gives": (PALETTE[0], "white"),
    "receives": (PALETTE[1], "white"),
    "both": (PALETTE[1], PALETTE[0]),
    "party": ("#8A8A8A", "white"),
}


@dataclass(frozen=True)
class Discs:
    """The size of each node's disc, and what a point squared stands for."""

    strength: Array
    per_area: float

    @property
    def area(self) -> Array:
        """In points squared; in proportion to the strength, down to the least."""
        area: Array = np.maximum(self.strength / self.per_area, LEAST_AREA)
        return area

    @property
    def radius(self) -> Array:
        """In points, up to the middle of the rim."""
        radius: Array = np.sqrt(self.area / np.pi)
        return radius

    @property
    def smallest(self) -> float:
        """Up to which strength discs have the least size; 0 where none needs it."""
        small = bool((self.strength < LEAST_AREA * self.per_area).any())
        return LEAST_AREA * self.per_area if small else 0.0


def discs(strength: Array, room: float, scale: float | None = None) -> Discs:
    """Discs that together fill no more than a share of `room`, and none of which is huge.

    With a `scale`, which the largest disc stands for, they may.
    """
    most = min(MOST_AREA, 0.0028 * room)
    if scale:
        return Discs(strength, scale / most)
    largest = float(strength.max(initial=0.0))
    if largest == 0:
        return Discs(strength, 1.0)
    return Discs(strength, max(largest / most, float(strength.sum()) / (0.08 * room)))


def draw_nodes(ax: Axes, sizes: Discs, data: Array, roles: list[str]) -> None:
    """One collection in the order of the nodes: `get_offsets` and `get_sizes` are the data."""
    ax.scatter(
        data[:, 0], data[:, 1], s=4 * sizes.radius**2, zorder=3, gid="nodes", clip_on=False,
        facecolors=[ROLES[role][0] for role in roles],
        edgecolors=[ROLES[role][1] for role in roles],
        linewidths=[RIM_BOTH if role == "both" else RIM for role in roles],
    )  # fmt: skip


def node_handles(view: View, sizes: Discs, roles: list[str]) -> list[Any]:
    """Legend entries: who gives and receives, and what a disc's size stands for."""
    present = [role for role in ROLES if role in roles]
    handles = [
        marker_handle(
            view.say(role),
            "o",
            6.5,
            ROLES[role][0],
            rim=(ROLES[role][1], RIM_BOTH if role == "both" else RIM),
        )
        for role in present
        if present != ["party"]
    ]
    if sizes.strength.any():
        value = references(float(sizes.strength.max()))[1]
        side = float(np.sqrt(max(value / sizes.per_area, LEAST_AREA) * 4 / np.pi))
        handles.append(marker_handle(view.amount(value), "o", side, "none", rim=(FAINT, RIM)))
    return handles

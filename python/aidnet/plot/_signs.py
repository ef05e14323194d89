"""Signs of what is not exact: which ones amounts need, and what a legend calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.plot._style import DASH, FAINT, NEGATIVE, THIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from aidnet.network import Array
    from aidnet.plot._view import View

INFINITE = "∞"


def signs(
    view: View, size: Array, least: Array, most: Array, *, below: bool = False
) -> dict[str, str]:
    """By sign, in the order of a legend, what it means; only those that the amounts need."""
    some = size != 0
    needed = {
        "at_least": (some & (least < size)).any(),
        "stated": (some & (least < size)).any(),
        "at_most": (some & (most > size) & np.isfinite(most)).any(),
        "below": below,
        "nothing": (~some).any(),
        "unbounded": np.isinf(most).any(),
    }
    return {
        sign: view.nothing() if sign == "nothing" else view.say(sign)
        for sign, there in needed.items()
        if there
    }


def sign_handles(found: dict[str, str], look: Callable[[str, str], Any | None]) -> list[Any]:
    """Legend entries: a plot's own for what it draws its own way, the others alike everywhere."""
    handles = []
    for sign, label in found.items():
        handle = look(sign, label)
        if handle is None and sign == "nothing":
            handle = line_handle(label, FAINT, THIN, dashed=True)
        if handle is None and sign == "unbounded":
            handle = marker_handle(label, r"$\infty$", 7, NEGATIVE)
        handles += [] if handle is None else [handle]
    return handles


def line_handle(label: str, colour: str, width: float, *, dashed: bool = False) -> Any:
    """A legend's entry for a line."""
    from matplotlib.lines import Line2D

    return Line2D(
        [], [], color=colour, linewidth=width, label=label, solid_capstyle="butt",
        linestyle=DASH if dashed else "-",
    )  # fmt: skip


def marker_handle(
    label: str, marker: str, size: float, inside: str, *, rim: tuple[str, float] = ("none", 0.0)
) -> Any:
    """A legend's entry for a dot or a sign; the rim has a colour and a width."""
    from matplotlib.lines import Line2D

    return Line2D(
        [], [], linestyle="none", marker=marker, markersize=size, label=label,
        markerfacecolor=inside, markeredgecolor=rim[0], markeredgewidth=rim[1],
    )  # fmt: skip

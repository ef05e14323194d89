"""Names beside what they name, the most important first, none over another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.errors import UnknownNodeError
from aidnet.plot._checks import whole
from aidnet.plot._room import box_around
from aidnet.plot._signs import INFINITE
from aidnet.plot._style import INK, NEGATIVE, text_style
from aidnet.plot._text import measure, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from matplotlib.axes import Axes
    from matplotlib.text import Annotation

    from aidnet.network import Array
    from aidnet.plot._room import Box, Room
    from aidnet.plot._view import View

    ToData = Callable[[Array], Array]

FAR_NAMES = 12
"""How many names, the first, may stand farther off."""


def chosen_nodes(view: View, labels: int | Iterable[Hashable] | None, strength: Array) -> list[int]:
    """Which nodes to name, the strongest first."""
    order: list[int] = np.argsort(-strength, kind="stable").tolist()
    if labels is None:
        return order
    if isinstance(labels, str) or not isinstance(labels, Iterable):
        whole("labels", labels, 0)
        return order[: int(labels)]
    number = {label: k for k, label in enumerate(view.net.nodes)}
    wanted = set()
    for label in labels:
        if label not in number:
            raise UnknownNodeError(label, view.net.nodes)
        wanted.add(number[label])
    return [k for k in order if k in wanted]


def names_note(view: View, number: int, *, everybody: bool) -> str:
    """How many nodes have no name, or the name of how many was asked for."""
    if everybody:
        return view.say("names_left_out", n=number, total=view.size) if number else ""
    return view.say("names_chosen", n=number, total=view.size) if number < view.size else ""


def annotate(
    ax: Axes, text: str, at: Array, offset: Array, *, side: int, gid: str, **style: Any
) -> Annotation:
    """A text `offset` points from a point of the data: its left, middle or right end, by `side`."""
    return ax.annotate(
        text, (at[0], at[1]), xytext=(offset[0], offset[1]), textcoords="offset points",
        ha={1: "left", 0: "center", -1: "right"}[side], va="center", gid=gid, zorder=6,
        annotation_clip=False, in_layout=False,
        bbox={"boxstyle": "square,pad=0.08", "facecolor": "white", "edgecolor": "none",
              "alpha": 0.72},
        **style,
    )  # fmt: skip


def mark_unbounded(
    ax: Axes, room: Room, upper: Array, curves: list[Array], to_data: ToData, *, fontsize: float
) -> None:
    """Write ∞ on each edge without an upper bound, near its middle; names give way to it."""
    style = text_style([INFINITE], fontsize=fontsize + 1.5)
    style["color"] = NEGATIVE
    (size,) = measure(ax, [INFINITE], **style)
    for k in np.flatnonzero(np.isinf(upper)).tolist():
        ways = [_along(curves[k], share) for share in (0.5, 0.4, 0.6, 0.3, 0.7)]
        middle = next((at for at in ways if room.free(box_around(at, size))), ways[0])
        room.boxes.append(box_around(middle, size))
        at, gid = to_data(middle[None])[0], f"unbounded-{k}"
        annotate(ax, INFINITE, at, np.zeros(2), side=0, gid=gid, **style)


def _along(curve: Array, share: float) -> Array:
    """The point of a curve after a share of its length."""
    done = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(curve, axis=0), axis=1))])
    return np.array([np.interp(share * done[-1], done, curve[:, k]) for k in (0, 1)])


@dataclass(frozen=True)
class Names:
    """Names in lines, with their size in points; those that nobody asked for have none."""

    texts: list[str]
    sizes: Array
    order: list[int]
    style: dict[str, Any]


def names_to_write(ax: Axes, names: list[str], order: list[int], fontsize: float) -> Names:
    """Of all names those in `order`, measured."""
    chosen = set(order)
    texts = [wrap(name) if k in chosen else "" for k, name in enumerate(names)]
    style = text_style(texts, fontsize=fontsize, linespacing=1.0)
    return Names(texts, measure(ax, texts, **style), order, style)


def write_names(ax: Axes, room: Room, names: Names, anchors: Array, to_data: ToData) -> list[int]:
    """Write names beside discs (x, y and radius in points), in their order; tells which had room.

    The first names may stand farther off, with a line.
    """
    data = to_data(anchors[:, :2])
    written = []
    for rank, k in enumerate(names.order):
        (x, y, radius), size = anchors[k], names.sizes[k]
        spot = room.place(x, y, radius, size, far=rank < FAR_NAMES)
        if spot is None:
            continue
        end = np.array([spot.middle[0] - spot.side * size[0] / 2, spot.middle[1]])
        annotate(
            ax,
            names.texts[k],
            data[k],
            end - (x, y),
            side=spot.side,
            gid=f"name-{k}",
            **names.style,
        )
        if spot.far:
            _lead(ax, anchors[k], box_around(spot.middle, size), to_data, f"lead-{k}")
        written.append(k)
    return written


def _lead(ax: Axes, anchor: Array, box: Box, to_data: ToData, gid: str) -> None:
    """A thin line from the rim of a disc to the nearest point of its name."""
    from matplotlib.lines import Line2D

    point = anchor[:2]
    end = np.clip(point, box[:2], box[2:])
    start = point + (end - point) * anchor[2] / max(float(np.linalg.norm(end - point)), 1e-9)
    data = to_data(np.stack([start, end]))
    ax.add_artist(
        Line2D(data[:, 0], data[:, 1], linewidth=0.5, color=INK, gid=gid, zorder=5)
    )  # fmt: skip

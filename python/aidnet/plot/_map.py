"""Flows between places, drawn on longitude and latitude; no base map, no boundaries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet._coordinates import unwrapped
from aidnet.plot import _style
from aidnet.plot._checks import positive
from aidnet.plot._edges import Pen, edge_handles, samples
from aidnet.plot._footer import footer
from aidnet.plot._labels import (
    chosen_nodes,
    mark_unbounded,
    names_note,
    names_to_write,
    write_names,
)
from aidnet.plot._nodes import RIM, discs, draw_nodes, node_handles
from aidnet.plot._places import Coordinates, by_place, coordinates_of, place_notes
from aidnet.plot._room import Room
from aidnet.plot._sizes import point_of_width, size_notes
from aidnet.plot._view import View, view_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from matplotlib.axes import Axes

    from aidnet.network import Array

FRAME = 26.0
"""Points that are kept free around the outermost places."""
SMALLEST = 1.0
"""Degrees that a map shows at least."""


def map(  # noqa: A001
    network: Any,
    ax: Axes | None = None,
    *,
    coordinates: Mapping[Hashable, tuple[float, float]] | None = None,
    labels: int | Iterable[Hashable] | None = None,
    max_width: float = 6.0,
    scale: float | None = None,
    legend: bool = True,
    fontsize: float = _style.FONT_SIZE,
    language: str | None = None,
) -> Axes:
    """Draw a network where its parties are: arcs as wide as what flows, bent to the right.

    Parties at one place are one dot, and what they give one another is a loop. There is no base
    map and no boundary: only what the data say.

    Parameters
    ----------
    network : LedgerNetwork, or another network with `coordinates`
        Parties are where their place is (`Ledger.places`); where it has no coordinates, at the
        mean of the nearest places within it that have some, or else where the nearest place above
        it is. A note counts both.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default new axes.
    coordinates : mapping, optional
        Longitude and latitude in degrees by node; they go before those of the ledger.
    labels : int or list of nodes, optional
        How many places to name, the strongest first, or those of which nodes; by default all that
        have room.
    max_width : float
        Width of the heaviest arc in points.
    scale : float, optional
        The amount for which the widest line and the largest dot stand; by default the largest of
        each. Give several plots the same, to compare them.
    legend : bool
        Whether to explain signs and sizes; once is enough for several axes of one kind.
    fontsize : float
        Of the names.
    language : {'en', 'zh'}, optional
        Of place names, legend and notes; by default that of most names.

    Returns
    -------
    matplotlib.axes.Axes
        x is longitude and y latitude, with a degree of latitude as long as one of longitude at the
        middle of the map. Artists have a gid: ``nodes`` (one collection, the strongest place
        first), ``edge-k``, ``name-k`` (k counts the places so) and ``note``.

    Examples
    --------
    >>> import aidnet
    >>> net = aidnet.from_edges(["Dalian", "Ningbo"], ["Guiyang", "Guiyang"], [3.0, 5.0])
    >>> degrees = {"Dalian": (121.6, 38.9), "Ningbo": (121.6, 29.9), "Guiyang": (106.7, 26.6)}
    >>> ax = aidnet.plot.map(net, coordinates=degrees)
    >>> ax.get_xlabel(), ax.get_ylabel()
    ('longitude', 'latitude')
    """
    positive(fontsize=fontsize)
    view = view_of(network, language)
    point_of_width(view, scale, max_width)  # refuses what is no width
    found = coordinates_of(view, coordinates)
    named = chosen_nodes(view, labels, view.strength())
    ax = _style.canvas(ax, (7.0, 5.6), framed=True)
    _style.label_axes(ax, view.say("longitude"), view.say("latitude"))
    whole, place = by_place(view, found)
    if not whole.size:
        notes = place_notes(view, found, whole.size)
        footer(ax, [], notes)
        return _style.blank(ax, view.say("empty"))
    wanted = dict.fromkeys(place[k] for k in named if place[k] >= 0)
    strength = whole.strength()
    chosen = [k for k in np.argsort(-strength, kind="stable").tolist() if k in wanted]
    chosen = chosen[:labels] if isinstance(labels, int) else chosen

    degrees = _degrees_of(whole, place, found)
    _frame(ax, degrees, 0.0)
    _style.settle(ax)  # ticks take room from the map
    width, height = _style.points(ax)
    sizes, roles = discs(strength, 0.7 * width * height, scale), whole.role()
    per_point = point_of_width(whole, scale, max_width)
    handles = [*node_handles(whole, sizes, roles), *edge_handles(whole, per_point)]
    handles = handles if legend else []
    notes = [*place_notes(view, found, whole.size), *size_notes(whole, sizes.smallest, per_point)]
    told = names_note(whole, whole.size, everybody=labels is None)
    foot = footer(ax, handles, [*notes, told])

    origin, by_degree = _frame(ax, degrees, foot)
    _graticule(ax, foot / by_degree[1])
    ax.set_aspect(float(by_degree[1] / by_degree[0]), adjustable="box")

    def to_data(points: Array) -> Array:
        return np.asarray(points) / by_degree + origin

    position = (degrees - origin) * by_degree
    pen = Pen(ax, whole, position, sizes.radius, per_point, to_data=to_data, bend=0.14)
    curves = pen.draw()
    draw_nodes(ax, sizes, degrees, roles)
    anchors = np.column_stack([position, sizes.radius + RIM])
    room = Room((0.0, foot, width, height), discs=anchors, lines=samples(curves))
    mark_unbounded(ax, room, whole.sizes[2], curves, to_data, fontsize=fontsize)
    names = names_to_write(ax, whole.names, chosen, fontsize)
    written = write_names(ax, room, names, anchors, to_data)
    n = len(chosen) - len(written) if labels is None else len(written)
    footer(ax, handles, [*notes, names_note(whole, n, everybody=labels is None)])
    return ax


def _degrees_of(whole: View, place: list[int], found: Coordinates) -> Array:
    degrees = np.zeros((whole.size, 2))
    for k, one in enumerate(place):
        if one >= 0:
            degrees[one] = found.degrees[k]
    return unwrapped(degrees)


def _frame(ax: Axes, degrees: Array, foot: float) -> tuple[Array, Array]:
    """Set the limits; return the lower left corner in degrees, and points by degree of each."""
    width, height = _style.points(ax)
    low, high = degrees.min(axis=0), degrees.max(axis=0)
    middle = (low + high) / 2
    shrink = float(np.cos(np.radians(np.clip(middle[1], -80, 80))))
    span = np.maximum(high - low, SMALLEST)
    room = np.maximum(np.array([width, height - foot]) - 2 * FRAME, 10.0)
    by_latitude = min(room[0] / (span[0] * shrink), room[1] / span[1])
    scale = np.array([by_latitude * shrink, by_latitude])
    origin = middle - np.array([width, height + foot]) / 2 / scale
    end = origin + np.array([width, height]) / scale
    ax.set(xlim=(origin[0], end[0]), ylim=(origin[1], end[1]))
    _ticks(ax, (origin[0], end[0]), (origin[1] + foot / scale[1], end[1]))
    return origin, scale


def _ticks(ax: Axes, across: tuple[float, float], up: tuple[float, float]) -> None:
    """Ticks at round degrees, beside the map but not beside its legend."""
    from matplotlib.ticker import MaxNLocator

    steps = MaxNLocator(nbins=6, steps=[1, 2, 5, 10])
    xs = [x for x in steps.tick_values(*across) if across[0] <= x <= across[1]]
    ys = [y for y in steps.tick_values(*up) if up[0] <= y <= up[1] and abs(y) <= 90]
    ax.set_xticks(xs, [_degree(x, "E", "W") for x in xs])
    ax.set_yticks(ys, [_degree(y, "N", "S") for y in ys])
    ax.tick_params(labelsize=_style.NOTE_SIZE, length=2.5, color=_style.HAIR)


def _graticule(ax: Axes, foot: float) -> None:
    """Faint lines at the ticks, down to `foot` degrees above the lower edge."""
    across, (low, high) = ax.get_xlim(), ax.get_ylim()
    look: dict[str, Any] = {"color": _style.HAIR, "linewidth": 0.4, "zorder": 0}
    ax.vlines(ax.get_xticks(), low + foot, high, **look)
    ax.hlines(ax.get_yticks(), *across, **look)
    ax.set(xlim=across, ylim=(low, high))
    for side in ax.spines.values():
        side.set(color=_style.HAIR, linewidth=0.6)


def _degree(value: float, positive: str, negative: str) -> str:
    if positive == "E":
        value = (value + 180) % 360 - 180
    side = positive if value > 0 else negative if value < 0 else ""
    return f"{abs(value):g}°{side}"

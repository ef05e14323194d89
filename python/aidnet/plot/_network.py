"""The network as nodes and arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.errors import ValidationError
from aidnet.plot import _style
from aidnet.plot._checks import choice, mapping, pair, positive
from aidnet.plot._edges import Pen, edge_handles, loop_size, samples
from aidnet.plot._footer import footer
from aidnet.plot._labels import (
    chosen_nodes,
    mark_unbounded,
    names_note,
    names_to_write,
    write_names,
)
from aidnet.plot._layout import apart
from aidnet.plot._nodes import RIM, discs, draw_nodes, node_handles
from aidnet.plot._packing import STEP, has_room, pack, shapes_of
from aidnet.plot._room import Room
from aidnet.plot._sizes import point_of_width, size_notes
from aidnet.plot._view import View, view_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from matplotlib.axes import Axes

    from aidnet.network import Array

MODES = ("all", "out", "in")
MOST_NODES = 1500
SIZES = ((4.6, 2.4), (5.8, 3.2), (7.0, 4.0), (7.0, 5.2), (7.0, 6.4), (7.0, 7.6), (7.0, 9.0))
"""Inches of new axes: the first in which all names have room."""
AMPLE = 55.0
"""Points of a step that let axes stay smaller than a column of text is wide."""


def network(
    network: Any,
    ax: Axes | None = None,
    *,
    mode: str = "all",
    labels: int | Iterable[Hashable] | None = None,
    positions: Mapping[Hashable, tuple[float, float]] | None = None,
    max_width: float = 7.0,
    scale: float | None = None,
    legend: bool = True,
    fontsize: float = _style.FONT_SIZE,
    language: str | None = None,
) -> Axes:
    """Draw a network: the area of a node is its strength, the width of an arrow its weight.

    Parameters
    ----------
    network : Network, LedgerNetwork, NetworkX graph or SciPy sparse array
        Up to 1,500 nodes. A LedgerNetwork also shows bounds, and edges without an amount.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default new axes. Nodes and names are arranged for its present size.
    mode : {'all', 'out', 'in'}
        Which strength the area of nodes is, as in `aidnet.strength`.
    labels : int or list of nodes, optional
        How many nodes to name, the strongest first, or which; by default all that have room.
    positions : mapping, optional
        x and y by node, to draw several networks alike; by default each component is laid out by
        the number of steps between its nodes, and all stand side by side.
    max_width : float
        Width of the heaviest edge in points.
    scale : float, optional
        The amount for which the widest line and the largest dot stand; by default the largest of
        each. Give several plots the same, to compare them.
    legend : bool
        Whether to explain signs and sizes; once is enough for several axes of one kind.
    fontsize : float
        Of the names.
    language : {'en', 'zh'}, optional
        Of legend and notes; by default that of most names.

    Returns
    -------
    matplotlib.axes.Axes
        One unit is one point. Artists have a gid: ``nodes`` (one collection in the order of the
        nodes), ``edge-k`` (k counts the rows of `Network.edges`), ``name-k`` (k counts the nodes),
        ``note``.

    Notes
    -----
    Where bounds differ from the weight, the dark line is what it is at least, the lighter one what
    is stated, the pale one what it is at most; ∞ marks edges without an upper bound.

    Examples
    --------
    >>> import aidnet
    >>> net = aidnet.from_edges(["Dalian", "Ningbo"], ["Guizhou", "Guizhou"], [3.0, 5.0])
    >>> ax = aidnet.plot.network(net)
    >>> [text.get_text() for text in ax.texts]
    ['Guizhou', 'Ningbo', 'Dalian']
    """
    choice("mode", mode, MODES)
    positive(fontsize=fontsize)
    mapping("positions", positions)
    view = view_of(network, language)
    if view.size > MOST_NODES:
        raise ValidationError(
            f"{view.size:,} nodes are too many to be told apart; draw {MOST_NODES:,} at most: a "
            "higher level=, Network.subgraph, or aidnet.plot.matrix"
        )
    given = None if positions is None else _given(view, positions)
    chosen = chosen_nodes(view, labels, view.strength(mode))
    everybody = labels is None
    roles, shapes = view.role(), shapes_of(view.size, view.source, view.target)
    per_point = point_of_width(view, scale, max_width)

    inches = SIZES if ax is None and positions is None else SIZES[3:4]
    ax = _style.canvas(ax, inches[0])
    ax.set_axis_off()
    if not view.size:
        return _style.blank(ax, view.say("empty"))
    names = names_to_write(ax, view.names, chosen, fontsize)
    for wide, high in inches:  # new axes are as large as names need
        if len(inches) > 1:
            _style.resize(ax, (wide, high))
        width, height = _style.points(ax)
        sizes = discs(view.strength(mode), width * height, scale)
        handles = [*node_handles(view, sizes, roles), *edge_handles(view, per_point)]
        handles = handles if legend else []
        notes = size_notes(view, sizes.smallest, per_point)
        named = names_note(view, view.size, everybody=everybody)
        area = (0.0, footer(ax, handles, [*notes, named]), width, height)
        size = (width, height - area[1])
        rim = _around(view, sizes.radius + RIM)
        step = AMPLE if wide < SIZES[-1][0] else STEP[0]
        if positions is not None or has_room(shapes, rim, names.sizes, size, step):
            break
    if given is None:
        found = pack(shapes, rim, names.sizes, chosen, size) + area[:2]
        position = apart(found, sizes.radius + RIM, area, (view.source, view.target))
    else:
        position = _fitted(given, size, float(rim.max())) + area[:2]

    ax.set(xlim=(0, width), ylim=(0, height))
    curves = Pen(ax, view, position, sizes.radius, per_point, to_data=np.asarray).draw()
    draw_nodes(ax, sizes, position, roles)
    anchors = np.column_stack([position, sizes.radius + RIM])
    room = Room(area, discs=anchors, lines=samples(curves))
    mark_unbounded(ax, room, view.sizes[2], curves, np.asarray, fontsize=fontsize)
    written = write_names(ax, room, names, anchors, np.asarray)
    told = len(chosen) - len(written) if everybody else len(written)
    footer(ax, handles, [*notes, names_note(view, told, everybody=everybody)])
    ax.set_aspect("equal", adjustable="box")
    return ax


def _around(view: View, rim: Array) -> Array:
    """What each node needs around it: a gap to its name, and its loop."""
    around: Array = rim + 4.0
    loops = np.unique(view.source[view.source == view.target])
    around[loops] += 2 * np.array([loop_size(one) for one in rim[loops]])
    return around


def _given(view: View, positions: Mapping[Hashable, tuple[float, float]]) -> Array:
    """The positions of all nodes that a caller gives."""
    for label in view.net.nodes:
        if label not in positions:
            raise ValidationError(f"positions has nothing for the node {label!r}")
    found = [pair("positions", positions, label) for label in view.net.nodes]
    return np.array(found, dtype=float).reshape(-1, 2)


def _fitted(given: Array, size: tuple[float, float], rim: float) -> Array:
    """Given positions in points: as large as fits, nothing distorted."""
    low, span = given.min(axis=0), np.ptp(given, axis=0)
    inner = np.maximum(np.array(size) - 2 * (rim + 14), 1.0)
    scale = min((inner / np.maximum(span, 1e-12))[span > 0], default=1.0)
    fitted: Array = (given - low - span / 2) * scale + np.array(size) / 2
    return fitted

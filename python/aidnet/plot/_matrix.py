"""The network as a table of colours: who gives, row by row, to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from aidnet.plot import _style, _words
from aidnet.plot._checks import choice, positive
from aidnet.plot._footer import footer
from aidnet.plot._matrix_marks import marks
from aidnet.plot._matrix_table import Table, table_of
from aidnet.plot._text import cut, fitted, lines_of, wrapped
from aidnet.plot._view import View, view_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes


COLOURS = "cividis_r"
NOTHING = "#DADDE0"
LEAST_FONT = 5.0
SMALL_FONT = 6.0
"""The least font for names in several lines; else their middle is left out."""
CELL = 13.0
"""Points of a cell in new axes, as long as there is room."""
PAGE = (7.5, 9.5)
"""Inches that new axes have at most."""
NAMES = 0.36
"""Which share of a figure's width and height names take, where they can be broken."""
ORDERS = ("strength", "cluster", "given")
SIDES = ("apart", "all")


def matrix(
    network: Any,
    ax: Axes | None = None,
    *,
    order: Literal["strength", "cluster", "given"] = "strength",
    nodes: Literal["apart", "all"] = "apart",
    legend: bool = True,
    fontsize: float = _style.FONT_SIZE,
    language: str | None = None,
) -> Axes:
    """Draw weights as a matrix: a row gives, a column receives; the darker, the more (log scale).

    Parameters
    ----------
    network : Network, LedgerNetwork, NetworkX graph or SciPy sparse array
        What to draw.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default new axes. The colour bar stands beside them.
    order : {'strength', 'cluster', 'given'}
        Rows and columns by their sums; or so that parts of the network are blocks and like stands
        beside like; or as the nodes are in the network.
    nodes : {'apart', 'all'}
        Only those that give as rows and only those that receive as columns, each in an order of
        its own; or all nodes as both, in one order. Undirected networks are always drawn so.
    legend : bool
        Whether to explain signs and sizes; once is enough for several axes of one kind.
    fontsize : float
        Of the names; smaller where cells are small, down to 5. Where that is too large, the
        strongest rows and columns have names, and a note counts the others. Long names have
        several lines, or … for their middle.
    language : {'en', 'zh'}, optional
        Of legend and notes; by default that of most names.

    Returns
    -------
    matplotlib.axes.Axes
        Cell (i, j) from the top left has its middle at x = j, y = i. Artists have a gid: ``cells``
        (a mesh whose array is masked where nothing, or no amount, flows), ``unstated``,
        ``below``, ``uncertain``, ``unbounded``, ``note``.

    Notes
    -----
    Cells without an amount are hatched, not pale: they are no small amounts. A ring marks cells
    whose bounds differ from the weight, ∞ those without an upper bound.

    Examples
    --------
    >>> import aidnet
    >>> net = aidnet.from_edges(["Dalian", "Ningbo"], ["Guiyang", "Guiyang"], [3.0, 5.0])
    >>> ax = aidnet.plot.matrix(net)
    >>> [text.get_text() for text in ax.get_yticklabels()]
    ['Ningbo', 'Dalian']
    """
    choice("order", order, ORDERS)
    choice("nodes", nodes, SIDES)
    positive(fontsize=fontsize)
    view = view_of(network, language)
    table = table_of(view, order, together=nodes == "all" or not view.net.directed)
    rows, columns = table.weight.shape
    new = ax is None
    ax = _style.canvas(ax, (5.0, 4.0), framed=True)
    if not view.weight.size:
        return _style.blank(ax, view.say("empty"))
    if new:
        _style.root(ax).set_size_inches(*_inches(ax, view, table, fontsize))
    mesh = _cells(ax, table)
    bar = _bar(ax, view, mesh, 0.0)
    ax.set(xlim=(-0.5, columns - 0.5), ylim=(rows - 0.5, -0.5))
    ax.xaxis.tick_top()
    ax.xaxis.set_label_position("top")
    _style.label_axes(ax, view.say("receives"), view.say("gives"))
    ax.tick_params(length=0, pad=2)
    for side in ax.spines.values():
        side.set_visible(False)

    for _ in range(2):  # names take room from the cells, whose size decides on names
        unnamed = _names(ax, view, table, fontsize)
        _style.settle(ax)
    total = len({*table.rows.tolist(), *table.columns.tolist()})
    notes = [view.say("names_left_out", n=unnamed, total=total)] if unnamed else []
    notes.append(view.partial())
    handles = marks(ax, view, table)
    handles = handles if legend else []
    foot = footer(ax, handles, notes)
    height = _style.points(ax)[1]
    share = foot / max(height, foot + 1)
    ax.set_ylim(rows - 0.5 + rows * share / (1 - share), -0.5)
    bar.ax.remove()
    _bar(ax, view, mesh, share)  # as high as the cells
    return ax


def _cells(ax: Axes, table: Table) -> Any:
    """The mesh of what is more than nothing."""
    from matplotlib.colors import LogNorm

    shown = np.ma.masked_where(~(np.nan_to_num(table.weight) > 0), table.weight)
    low, high = (float(shown.min()), float(shown.max())) if shown.count() else (1.0, 10.0)
    if low == high:
        low, high = low / 2, high * 2
    rows, columns = table.weight.shape
    return ax.pcolormesh(
        np.arange(columns + 1) - 0.5, np.arange(rows + 1) - 0.5, shown, cmap=COLOURS,
        norm=LogNorm(low, high), edgecolors="white", gid="cells",
        linewidth=0.5 if max(rows, columns) <= 60 else 0,
    )  # fmt: skip


def _bar(ax: Axes, view: View, mesh: Any, share: float) -> Any:
    """The colour bar, beside all of the axes but a share at the bottom."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

    bar = ax.figure.colorbar(mesh, cax=ax.inset_axes((1.02, share, 0.025, 1 - share)))
    wide = mesh.norm.vmax / mesh.norm.vmin > 1000
    bar.ax.yaxis.set_major_locator(LogLocator(subs=(1.0,) if wide else (1.0, 2.0, 5.0)))
    bar.ax.yaxis.set_minor_locator(NullLocator())
    bar.ax.yaxis.set_major_formatter(
        FuncFormatter(lambda value, _: _words.amount(view.language, value))
    )
    style = _style.text_style([view.axis, "万亿" if view.language == "zh" else ""])
    style |= {"fontsize": _style.FONT_SIZE, "color": _style.FAINT}
    bar.set_label(view.axis, **style, **_style.upright(view.axis, "right"))
    bar.ax.tick_params(labelsize=_style.NOTE_SIZE, length=2, labelfontfamily=style["fontfamily"])
    bar.outline.set_visible(False)
    return bar


def _inches(ax: Axes, view: View, table: Table, fontsize: float) -> tuple[float, float]:
    """The size of a new figure: names and cells, up to a page."""
    needs = []
    for nodes, page, least in ((table.columns, PAGE[1], 190), (table.rows, PAGE[0], 60)):
        names = [view.names[k] for k in nodes]
        style = _style.text_style(names, fontsize=fontsize)
        texts, sizes = wrapped(ax, names, 72 * NAMES * page, **style)
        cell = max(CELL, 1.15 * fontsize * lines_of(texts))
        needs.append(
            (min(float(sizes[:, 0].max()), 72 * NAMES * page), max(cell * len(nodes), least))
        )
    (high, across), (wide, down) = needs
    return min((wide + across + 90) / 72, PAGE[0]), min((high + down + 75) / 72, PAGE[1])


def _names(ax: Axes, view: View, table: Table, fontsize: float) -> int:
    """Names of rows and columns, as large as fits; tells how many parties have none."""
    named: set[int] = set()
    size = np.abs(np.nan_to_num(table.weight))
    width, height = _style.points(ax)
    whole = 72 * _style.root(ax).get_size_inches()
    sides = (
        ("y", table.rows, size.sum(axis=1), 0.92 * height / len(table.rows), 0.0, whole[0]),
        ("x", table.columns, size.sum(axis=0), width / len(table.columns), 90.0, whole[1]),
    )
    for which, nodes, strength, room, turn, page in sides:
        own = [view.names[k] for k in nodes]
        style = _style.text_style(own, fontsize=fontsize)
        texts = fitted(ax, own, NAMES * page, **style)
        lines = lines_of(texts)
        if lines > 1 and room < 1.15 * SMALL_FONT * lines:
            texts, lines = cut(ax, own, NAMES * page, **style), 1
        font = min(fontsize, max(LEAST_FONT, room / lines / 1.15))
        apart = max(1, int(np.ceil(font * 1.1 * lines / room)))
        kept: list[int] = []
        for k in np.argsort(-strength, kind="stable").tolist():
            if all(abs(k - other) >= apart for other in kept):
                kept.append(k)
        kept.sort()
        _style.tick_names(ax, which, [float(k) for k in kept], [texts[k] for k in kept],
                          fontsize=font, rotation=turn, linespacing=1.0)  # fmt: skip
        named |= {int(nodes[k]) for k in kept}
    return len({*table.rows.tolist(), *table.columns.tolist()} - named)

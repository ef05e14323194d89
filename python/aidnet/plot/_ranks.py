"""Ranks with the interval that uncertain figures leave them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet._words import word
from aidnet.plot import _style, _words
from aidnet.plot._checks import positive, whole
from aidnet.plot._footer import footer
from aidnet.plot._ranks_table import NEEDED, outside, parts_of
from aidnet.plot._signs import marker_handle
from aidnet.plot._text import cut, fitted, lines_of
from aidnet.plot._view import names_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from matplotlib.axes import Axes

    from aidnet._words import Language

WIDTH = 6.6
NAMES = 0.45
"""Which share of the width names take."""
MARKERS = ("o", "s", "D", "^", "v", "P", "X")


def ranks(
    table: pd.DataFrame,
    ax: Axes | None = None,
    *,
    measures: str | Sequence[str] | None = None,
    top: int = 20,
    fontsize: float = _style.FONT_SIZE,
    language: str | None = None,
) -> Axes:
    """Draw ranks as dots, with a line over the ranks that uncertain figures allow.

    Parameters
    ----------
    table : pandas.DataFrame
        By party, with the columns rank, rank_low and rank_high (1 is the largest); or these under
        the name of each measure, as `aidnet.ranking.rank_table` gives them.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default new axes.
    measures : str or list of str, optional
        Which measures, the first of which orders the parties; by default all, up to seven.
    top : int
        How many parties, the first in the first measure.
    fontsize : float
        Of the names, which have several lines where they are long, or … for their middle.
    language : {'en', 'zh'}, optional
        Of axis, legend and notes; by default that of most names.

    Returns
    -------
    matplotlib.axes.Axes
        Party i from the top is at y = i; several measures stand a little apart. Artists have a
        gid: ``ranks-m`` (dots), ``intervals-m`` (lines) and ``outside-m`` (dotted lines to ranks
        that lie outside their interval) of measure m, ``note``.

    Examples
    --------
    >>> import aidnet, pandas as pd
    >>> table = pd.DataFrame(
    ...     {"rank": [2, 1], "rank_low": [1, 1], "rank_high": [2, 2]}, index=["Ningbo", "Dalian"]
    ... )
    >>> ax = aidnet.plot.ranks(table)
    >>> [text.get_text() for text in ax.get_yticklabels()]
    ['Dalian', 'Ningbo']
    """
    import pandas as pd

    whole("top", top, 1)
    positive(fontsize=fontsize)
    if not isinstance(table, pd.DataFrame):
        raise TypeError(f"a DataFrame of ranks was expected, not {type(table).__name__}")
    parts = parts_of(table, measures)
    first = next(iter(parts.values()))
    order = first["rank"].dropna().sort_values(kind="stable").index
    shown = order[:top]
    names = names_of(shown)
    spoken = _words.checked(language, names)
    new = ax is None
    ax = _style.canvas(ax, (WIDTH, 2.2), framed=True)
    if not len(shown):
        return _style.blank(ax, _words.say(spoken, "no_ranks"))
    names, lines = _in_lines(ax, names, fontsize, new=new)
    if new:
        row = max(0.21, (1.2 * fontsize * lines + 3) / 72)
        _style.root(ax).set_size_inches(WIDTH, min(max(2.2, 1.1 + row * len(shown)), 9.5))

    for m, part in enumerate(parts.values()):
        shift = 0.0 if len(parts) == 1 else 0.56 * (m / (len(parts) - 1) - 0.5)
        _draw(ax, part.loc[shown], m, shift)
    _axis(ax, parts, shown, names, fontsize=fontsize, language=spoken)
    _style.settle(ax)
    counts = {
        "outside": sum(int(outside(part.loc[shown]).sum()) for part in parts.values()),
        "shown": len(shown), "ranked": len(order), "rows": len(first),
    }  # fmt: skip
    notes = _notes(table.attrs, counts, spoken)
    foot = footer(ax, _handles(parts, table.attrs, spoken), notes)
    room = max(_style.points(ax)[1] - foot, 1.0)
    below = len(shown) * foot / room
    ax.set_ylim(len(shown) - 0.4 + below, -0.6)
    return ax


def _in_lines(ax: Axes, names: list[str], fontsize: float, *, new: bool) -> tuple[list[str], int]:
    """Names in lines that leave the ranks most of the width, and how many lines a row has."""
    width, height = _style.points(ax)
    style = _style.text_style(names, fontsize=fontsize)
    texts = fitted(ax, names, NAMES * width, **style)
    lines = lines_of(texts)
    if lines > 1 and not new and 1.2 * fontsize * lines * len(names) > 0.8 * height:
        return cut(ax, names, NAMES * width, **style), 1
    return texts, lines


def _draw(ax: Axes, part: pd.DataFrame, m: int, shift: float) -> None:
    at = np.arange(len(part)) + shift
    rank, low, high = (part[column].to_numpy() for column in NEEDED)
    beyond = outside(part)
    nearest = np.clip(rank, low, high)
    ends = (at[beyond], rank[beyond], nearest[beyond])
    ax.hlines(*ends, color=_style.PALETTE[m], linewidth=0.7, linestyle=":", zorder=2,
              gid=f"outside-{m}")  # fmt: skip
    lines = ax.hlines(at, low, high, color=_style.PALETTE[m], linewidth=2.4, alpha=0.55, zorder=2)
    lines.set_gid(f"intervals-{m}")
    ax.scatter(rank, at, s=20, marker=MARKERS[m], color=_style.PALETTE[m], edgecolors="white",
               linewidths=0.6, zorder=3, gid=f"ranks-{m}")  # fmt: skip


def _axis(
    ax: Axes,
    parts: dict[str, pd.DataFrame],
    shown: pd.Index,
    names: list[str],
    *,
    fontsize: float,
    language: Language,
) -> None:
    from matplotlib.ticker import MaxNLocator

    at = [float(k) for k in range(len(shown))]
    _style.tick_names(ax, "y", at, names, fontsize=fontsize, linespacing=1.0)
    last = max(float(np.nanmax(part.loc[shown].to_numpy())) for part in parts.values())
    ax.set_xlim(1 - max(0.02 * last, 0.3), last + max(0.02 * last, 0.3))
    steps = MaxNLocator(nbins=9, integer=True, steps=[1, 2, 5, 10]).tick_values(1, last)
    ax.set_xticks(sorted({1.0, *(x for x in steps if 1 < x <= last)}))
    _style.label_axes(ax, _words.say(language, "rank"), "")
    ax.xaxis.tick_top()
    ax.xaxis.set_label_position("top")
    ax.tick_params(length=0)
    ax.tick_params(axis="x", labelsize=_style.NOTE_SIZE)
    ax.grid(axis="y", color=_style.HAIR, linewidth=0.4)
    ax.set_axisbelow(True)
    for side, line in ax.spines.items():
        line.set_visible(side == "top")
        line.set_color(_style.HAIR)


def _handles(
    parts: dict[str, pd.DataFrame], attrs: dict[Any, Any], language: Language
) -> list[Any]:
    from matplotlib.lines import Line2D

    labels = [_measure(name, language) for name in parts]
    handles = [
        marker_handle(label, MARKERS[m], 4.5, _style.PALETTE[m], rim=("white", 0.6))
        for m, label in enumerate(labels)
    ]
    tone = _style.PALETTE[0] if len(parts) == 1 else _style.REST
    level, draws = attrs.get("level"), attrs.get("draws")
    label = _words.say(language, "rank_interval")
    if isinstance(level, float) and isinstance(draws, int):
        label = _words.say(language, "rank_drawn", level=f"{100 * level:g}", draws=f"{draws:,}")
    return [*handles, Line2D([], [], color=tone, alpha=0.55, linewidth=2.4, label=label)]


def _measure(name: str, language: Language) -> str:
    """A measure as the legend names it: in English as it is asked for."""
    if not name:
        return _words.say(language, "rank_point")
    return word(f"measure.{name}", language, name) if language == "zh" else name


def _notes(attrs: dict[Any, Any], counts: dict[str, int], language: Language) -> list[str]:
    """What is not shown, and what the table itself says of its edges."""
    told = {
        "rank_outside": counts["outside"],
        "ranks_left_out": counts["ranked"] - counts["shown"],
        "no_rank": counts["rows"] - counts["ranked"],
        "ranks_held": int(attrs.get("unbounded_edges", 0)),
        "ranks_zero": int(attrs.get("zero_edges", 0)),
    }
    notes = {key: {"n": n} for key, n in told.items() if n}
    if "ranks_left_out" in notes:
        notes["ranks_left_out"] = {"n": counts["shown"], "total": counts["ranked"]}
    return [_words.say(language, key, **values) for key, values in notes.items()]

"""Amounts by year, in the colours of their status or another property."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.plot import _style, _words
from aidnet.plot._footer import footer
from aidnet.plot._signs import marker_handle
from aidnet.plot._view import values_of
from aidnet.plot._years import REST, Years, extent, network_of, years_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from aidnet._words import Language
    from aidnet.ledger import Ledger
    from aidnet.ledger_network import LedgerNetwork


TICKS = 12.0
"""Points below the bars for the years."""


def timeline(
    ledger: Ledger | LedgerNetwork,
    ax: Axes | None = None,
    *,
    by: str = "status",
    language: str | None = None,
    **options: Any,
) -> Axes:
    """Draw how much each year has, by status, resource or another column of the flows.

    A bar is the network of its year, ``ledger.network(..., period=year, spread="equal")``: within
    a year nothing is added twice, and what lasts several years has an equal part in each.

    Parameters
    ----------
    ledger : Ledger or LedgerNetwork
        Of a ledger, the network that `options` choose.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default new axes.
    by : str
        A column of `Ledger.flows`: 'status', 'resource', 'qualifier', 'confidence', … The largest
        seven values have a colour each, those of a status from lighter to darker.
    language : {'en', 'zh'}, optional
        Of legend and notes; English by default.
    **options
        Those of `Ledger.network`, such as ``unit="CNY"``; only for a Ledger. With ``spread="days"``
        years have parts by their days, with "none" each has the whole; ``period`` limits the years.

    Returns
    -------
    matplotlib.axes.Axes
        A bar of year y has its middle at x = y. Artists have a gid: ``bar-c-y`` (category c in the
        order of the legend, year y), ``interval-y``, ``unbounded-y``, ``unstated``, ``note``.

    Notes
    -----
    Lines over the bars reach from the least to the most that the year's total can be; an arrow says
    that nothing bounds it. Diamonds mark years in which flows state no amount. A note counts what
    has no date, and no dated total, commitment or other report that is in a year.

    Years need not add up to one network of all years: there, of linked flows only the most advanced
    status counts, here each counts in its own year; and where flows are counted, one that lasts
    several years counts in each. A note then tells both sums.

    Examples
    --------
    >>> import aidnet
    >>> ledger = aidnet.Ledger.from_frames(
    ...     {"donor": ["a", "a"], "recipient": ["b", "b"], "amount": [3, 4], "year": [2018, 2020]}
    ... )
    >>> ax = aidnet.plot.timeline(ledger)
    >>> [(bar.get_gid(), float(bar.get_height())) for bar in ax.patches]
    [('bar-0-2018', 3.0), ('bar-0-2020', 4.0)]
    """
    spoken = _words.checked(language)
    if not isinstance(by, str):
        raise TypeError(f"by must be a str, a column of the flows, not {by!r}")
    net, spread = network_of(ledger, options)
    years = years_of(net, by, spread)
    ax = _style.canvas(ax, (6.6, 3.6), framed=True)
    if not years.spans:
        notes = _notes(years, net, spoken)
        footer(ax, [], notes)
        return _style.blank(ax, _words.say(spoken, "empty"))
    handles = _bars(ax, years, _category_names(net, years, by, spoken))
    handles += _intervals(ax, years, spoken)
    handles += _unstated(ax, years, spoken)
    bottom, top = extent(years)
    ax.spines["bottom"].set_position(("data", bottom))  # before the ticks, which it resets
    _axis(ax, years, net, spoken)
    _amounts(ax, bottom, top, spoken)
    _style.settle(ax)  # ticks take room from the bars
    foot = TICKS + footer(ax, handles, _notes(years, net, spoken))
    room = max(_style.points(ax)[1] - foot, 1.0)
    ax.set_ylim(bottom - (top - bottom) * foot / room, top)
    return ax


def _category_names(
    net: LedgerNetwork, years: Years, by: str, language: Language
) -> dict[str, str]:
    """How the legend calls the values of the column."""
    ids = values_of(net, by, language)
    names = {key: ids.get(key) or _words.value_name(language, by, key) for key in years.categories}
    return {**names, REST: _words.say(language, "rest")}


def _bars(ax: Axes, years: Years, names: dict[str, str]) -> list[Any]:
    from matplotlib.patches import Patch

    tones = _style.colours(years.categories)
    above, below = np.zeros(len(years.spans)), np.zeros(len(years.spans))
    handles = []
    for c, category in enumerate(years.categories):
        look: dict[str, Any] = {
            "facecolor": tones[category],
            "hatch": _style.hatch(category, c),
            "linewidth": 0.5,
            "edgecolor": "white",
        }
        heights = years.amounts[c]
        if not heights.any():
            continue
        for k, year in enumerate(years.spans):
            if not heights[k]:
                continue
            base = above if heights[k] > 0 else below
            (bar,) = ax.bar([year], [heights[k]], bottom=[base[k]], width=0.74, zorder=2, **look)
            bar.set_gid(f"bar-{c}-{year}")
            base[k] += heights[k]
        handles.append(Patch(**look, label=names[category]))
    return handles


def _intervals(ax: Axes, years: Years, language: Language) -> list[Any]:
    from matplotlib.lines import Line2D

    drawn = False
    for year, (weight, lower, upper) in zip(years.spans, years.total, strict=True):
        if lower == weight == upper:
            continue
        drawn = True
        most = weight if math.isinf(upper) else upper
        ax.plot([year, year], [lower, most], color=_style.INK, linewidth=1.0, zorder=4,
                marker="_", markersize=5, gid=f"interval-{year}")  # fmt: skip
        if math.isinf(upper):
            ax.annotate("", (year, weight), xytext=(0, 13), textcoords="offset points", zorder=4,
                        gid=f"unbounded-{year}", annotation_clip=False,
                        arrowprops={"arrowstyle": "<-", "color": _style.NEGATIVE, "shrinkA": 0,
                                    "shrinkB": 0, "linewidth": 1.0})  # fmt: skip
    handles: list[Any] = []
    if drawn:
        label = _words.say(language, "total_interval")
        handles.append(Line2D([], [], color=_style.INK, linewidth=1.0, marker="_",
                              markersize=5, label=label))  # fmt: skip
    if np.isinf(years.total[:, 2]).any():
        label = _words.say(language, "unbounded")
        handles.append(marker_handle(label, r"$\uparrow$", 8, _style.NEGATIVE))
    return handles


def _unstated(ax: Axes, years: Years, language: Language) -> list[Any]:
    at = np.flatnonzero(years.unstated)
    if not at.size:
        return []
    from matplotlib.lines import Line2D

    look: dict[str, Any] = {"marker": "D", "markersize": 3.2, "markerfacecolor": "white",
                            "markeredgecolor": _style.FAINT, "markeredgewidth": 0.7,
                            "linestyle": "none"}  # fmt: skip
    ax.plot(np.array(years.spans)[at], np.zeros(len(at)), gid="unstated", zorder=5, **look)
    return [Line2D([], [], label=_words.say(language, "flows_unstated"), **look)]


def _axis(ax: Axes, years: Years, net: LedgerNetwork, language: Language) -> None:
    unit = _words.unit_name(language, net.unit, net.options["weight"])
    _style.label_axes(ax, "", unit)
    ax.set_xlim(years.spans[0] - 0.7, years.spans[-1] + 0.7)
    width = _style.points(ax)[0] / len(years.spans)
    each = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if step * width >= 22)
    shown = [float(year) for year in years.spans if year % each == 0 or len(years.spans) == 1]
    _style.tick_names(ax, "x", shown, [f"{year:.0f}" for year in shown],
                      fontsize=_style.NOTE_SIZE)  # fmt: skip
    ax.tick_params(length=2, color=_style.HAIR)
    ax.grid(axis="y", color=_style.HAIR, linewidth=0.4)
    ax.set_axisbelow(True)
    for side, line in ax.spines.items():
        line.set_visible(side == "bottom")
        line.set_color(_style.HAIR)


def _amounts(ax: Axes, bottom: float, top: float, language: Language) -> None:
    """Ticks at round amounts, beside the bars."""
    from matplotlib.ticker import MaxNLocator

    ax.set_ylim(bottom, top)
    ticks = MaxNLocator(nbins=6, steps=[1, 2, 5, 10]).tick_values(bottom, top)
    shown = [float(tick) for tick in ticks if bottom <= tick <= top]
    names = [_words.amount(language, tick) for tick in shown]
    _style.tick_names(ax, "y", shown, names, fontsize=_style.NOTE_SIZE)


def _notes(years: Years, net: LedgerNetwork, language: Language) -> list[str]:
    weight = net.options["weight"]
    counted = weight == "count"

    def amount(value: float) -> str:
        return _words.with_unit(language, value, net.unit, weight)

    notes = []
    if years.undated:
        key = "undated_flows" if counted else "undated"
        told = amount(years.undated_amount)
        notes.append(_words.say(language, key, n=years.undated, amount=told))
    if years.unstated_flows:
        notes.append(_words.say(language, "unstated_note", n=years.unstated_flows))
    if years.several:
        parts = {"equal": "several_years", "days": "several_by_days", "none": "counted_each_year"}
        key = parts["none" if counted else years.spread]
        notes.append(_words.say(language, key, n=years.several))
    if years.apart:
        sums = {"years": amount(years.sum), "whole": amount(years.whole)}
        notes.append(_words.say(language, "years_apart", **sums))
    return notes

"""From donors to recipients in bands as wide as what is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aidnet.ledger_network import LedgerNetwork
from aidnet.plot import _sankey_layout as put
from aidnet.plot import _style, _words
from aidnet.plot._checks import positive, whole
from aidnet.plot._sankey_data import check, stages_of
from aidnet.plot._sankey_diagram import Diagram
from aidnet.plot._sankey_legend import legend_of
from aidnet.plot._view import View, values_of, view_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from matplotlib.axes import Axes


def sankey(
    network: Any,
    ax: Axes | None = None,
    *,
    middle: str | None = None,
    top: int = 15,
    legend: bool = True,
    fontsize: float = _style.FONT_SIZE,
    language: str | None = None,
) -> Axes:
    """Draw flows as bands from donors, left, to recipients, right; widths are exact.

    Who gives and receives stands on both sides, so that cycles and flows within one party are
    bands as any other.

    Parameters
    ----------
    network : Network, LedgerNetwork, NetworkX graph or SciPy sparse array
        Directed, without weights below zero. ``level=("province", "prefecture")`` of
        `Ledger.network` gives each side its own level.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default new axes, as high as the names need.
    middle : str, optional
        A column of the ledger's flows, such as 'resource', 'status' or 'programme', for a column
        between donors and recipients. Needs a LedgerNetwork of amounts or counts.
    top : int
        How many nodes a column has at most; the smallest become one, and nothing is lost.
    legend : bool
        Whether to explain signs and sizes; once is enough for several axes of one kind.
    fontsize : float
        Of the names.
    language : {'en', 'zh'}, optional
        Of headings and notes; by default that of most names.

    Returns
    -------
    matplotlib.axes.Axes
        The vertical unit is that of the weights: a band and a bar are exactly as high as their
        amount. Artists have a gid: ``node-c-i`` and ``name-c-i`` (column c, node i, from the top),
        ``link-c-i-j`` (from node i of column c to node j of the next), ``note``.

    Notes
    -----
    The dark part of a band is what is given at least, the whole band what is stated; a dashed
    outline is what it is at most, and ∞ says that nothing bounds it. Names have the interval.

    Examples
    --------
    >>> import aidnet
    >>> net = aidnet.from_edges(["Dalian", "Ningbo"], ["Guizhou", "Guizhou"], [3.0, 5.0])
    >>> ax = aidnet.plot.sankey(net)
    >>> [text.get_text() for text in ax.texts if (text.get_gid() or "").startswith("name")]
    ['Ningbo  5', 'Dalian  3', 'Guizhou  8']
    """
    whole("top", top, 1)
    positive(fontsize=fontsize)
    view = view_of(network, language)
    check(view)
    stages, titles, merged = stages_of(view, middle, top)
    columns = put.columns_of(stages, merged) if stages[0] else []
    rows = max((len(column.keys) for column in columns), default=0)
    ax = _style.canvas(ax, (7.0, min(max(2.2, 0.8 + 0.34 * rows), 9.0)))
    ax.set_axis_off()
    if not columns:
        return _style.blank(ax, view.say("empty"))
    handles = legend_of(view, stages) if legend else []
    named = _middle_names(view, middle, columns)
    Diagram(ax, view, stages, columns, titles, handles, named, fontsize).draw()
    return ax


def _middle_names(
    view: View, middle: str | None, columns: Sequence[put.Column]
) -> dict[Hashable, str]:
    """How the values in the column between are called."""
    if middle is None or not isinstance(view.net, LedgerNetwork):
        return {}
    ids = values_of(view.net, middle, view.language)
    return {
        key: ids.get(key) or _words.value_name(view.language, middle, key)
        for key in map(str, columns[1].keys)
    }

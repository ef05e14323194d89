"""The legend and the notes at the foot of a plot, inside its axes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aidnet.plot._style import FAINT, NOTE_SIZE, points, root, text_style
from aidnet.plot._text import fill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

MARGIN = 3.0


def footer(ax: Axes, handles: Sequence[Artist], notes: Sequence[str]) -> float:
    """Write notes at the bottom, the legend above them; return the height of both in points.

    Another call writes them anew.
    """
    for old in [text for text in ax.texts if text.get_gid() == "note"]:
        old.remove()
    height = MARGIN
    text = " ".join(note for note in notes if note)
    if text:
        height += _write(ax, text, height)
    if handles:
        height += _legend(ax, handles, height)
    return height + (MARGIN if height > MARGIN else 0)


def _write(ax: Axes, text: str, above: float) -> float:
    from matplotlib.transforms import ScaledTranslation

    figure = root(ax)
    style = text_style([text], fontsize=NOTE_SIZE, linespacing=1.15)
    style["color"] = FAINT
    lines = fill(ax, text, points(ax)[0] - 2 * MARGIN, style)
    lift = ScaledTranslation(MARGIN / 72, above / 72, figure.dpi_scale_trans)
    note = ax.text(
        0, 0, lines, ha="left", va="bottom", transform=ax.transAxes + lift, gid="note", zorder=7,
        in_layout=False,
        **style,
    )  # fmt: skip
    return float(note.get_window_extent().height) * 72 / figure.dpi + MARGIN


def _legend(ax: Axes, handles: Sequence[Artist], above: float) -> float:
    """The legend in as many columns as the axes are wide."""
    from matplotlib.transforms import ScaledTranslation

    figure = root(ax)
    labels = [str(handle.get_label()) for handle in handles]
    style = text_style(labels)
    lift = ScaledTranslation(0, above / 72, figure.dpi_scale_trans)
    for columns in range(min(len(handles), 6), 0, -1):
        legend = ax.legend(
            handles=list(handles), labels=labels, loc="lower left", bbox_to_anchor=(0, 0),
            bbox_transform=ax.transAxes + lift, borderaxespad=0.0, borderpad=0.3, frameon=False,
            ncols=columns, columnspacing=1.4, handlelength=2.2, handletextpad=0.6,
            labelspacing=0.45,
        )  # fmt: skip
        for text in legend.get_texts():
            text.set_parse_math(False)
            text.set_usetex(False)
            text.set_fontfamily(style["fontfamily"])
            text.set_fontsize(NOTE_SIZE)
            text.set_color(style["color"])
        box = legend.get_window_extent()
        if box.width <= ax.get_window_extent().width or columns == 1:
            break
    legend.set_zorder(7)
    legend.set_in_layout(False)
    return float(box.height) * 72 / figure.dpi

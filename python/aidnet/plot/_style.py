"""Colours, line widths and axes that all plots share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aidnet.plot._fonts import families

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Of Okabe and Ito's palette, whose colours stay apart for all kinds of sight; ordered so that
# neighbours also differ in lightness, and print in grey.
PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#B8A900")
REST = "#9A9A9A"
INK = "#222222"
FAINT = "#6B6B6B"
HAIR = "#C9CED3"
NEGATIVE = "#D55E00"

# From planned to spent: lighter to darker, as help becomes real.
STATUS_COLOURS = {
    "planned": "#D6E4EF",
    "pledged": "#A9CBE3",
    "committed": "#6BAED6",
    "disbursed": "#2B7BBA",
    "received": "#08519C",
    "spent": "#08306B",
    "cancelled": "#D55E00",
    "": "#E6D9B8",
}
# Where lightness no longer tells colours apart in grey.
HATCHES = ("", "", "", "////", "....", "\\\\\\\\", "xxx")

FONT_SIZE = 7.5
NOTE_SIZE = 6.5
DASH = (0, (3.0, 2.0))
THIN = 0.6


def pyplot() -> ModuleType:
    """Matplotlib's pyplot, or an error that says how to get it."""
    try:
        import matplotlib.pyplot as plt
    except ImportError as error:
        raise ImportError(
            "plots need Matplotlib: pip install 'aidnet[plot]', or pip install matplotlib"
        ) from error
    return plt


def canvas(ax: Axes | None, size: tuple[float, float], *, framed: bool = False) -> Axes:
    """The axes given, or new ones; `framed` ones have ticks, for which the layout makes room."""
    plt = pyplot()
    from matplotlib.axes import Axes

    if ax is None:
        if framed:
            return plt.subplots(figsize=size, layout="constrained")[1]  # type: ignore[no-any-return]
        ax = plt.figure(figsize=size).add_axes((0, 0, 1, 1))
        resize(ax, size)
        return ax
    if not isinstance(ax, Axes):
        raise TypeError(f"ax must be Matplotlib Axes, not {type(ax).__name__}")
    settle(ax)
    return ax


def resize(ax: Axes, inches: tuple[float, float]) -> None:
    """Give the figure of new axes that fill it another size; a title has room above them."""
    root(ax).set_size_inches(*inches)
    edge, title = 0.12, 0.34
    ax.set_position(
        (edge / inches[0], edge / inches[1],
         1 - 2 * edge / inches[0], 1 - (edge + title) / inches[1])
    )  # fmt: skip


def root(ax: Axes) -> Figure:
    """The figure that the axes are in, also where a subfigure lies between."""
    figure: Figure = ax.figure.canvas.figure
    return figure


def settle(ax: Axes) -> None:
    """Let the figure's layout, if it has one, give the axes their place."""
    figure = root(ax)
    if figure.get_layout_engine() is not None:
        figure.draw_without_rendering()


def points(ax: Axes) -> tuple[float, float]:
    """Width and height of the axes in points."""
    box = ax.get_window_extent()
    per_point = root(ax).dpi / 72
    return box.width / per_point, box.height / per_point


def text_style(texts: Iterable[str], **more: Any) -> dict[str, Any]:
    """Properties of texts that stand as they are: no markup, with a font that has their glyphs."""
    return {
        "fontfamily": families(texts),
        "parse_math": False,
        "usetex": False,
        "color": INK,
        **more,
    }


def tick_names(ax: Axes, which: str, at: list[float], names: list[str], **style: Any) -> None:
    """Ticks with names that stand as they are."""
    getattr(ax, f"set_{which}ticks")(at, names, **text_style(names, **style))


def label_axes(ax: Axes, x: str, y: str) -> None:
    """Name the axes, in a font that can."""
    style = text_style([x, y], fontsize=FONT_SIZE, color=FAINT)
    ax.set_xlabel(x, **style)
    ax.set_ylabel(y, **style, **upright(y))


def upright(label: str, side: str = "left") -> dict[str, Any]:
    """A label of one or two characters, such as 元, need not be turned; on which side it stands."""
    away = {"left": "right", "right": "left"}[side]
    return {"rotation": 0, "va": "center", "ha": away} if len(label) <= 2 else {}


def colours(names: list[str]) -> dict[str, str]:
    """A colour for each category: statuses have their own; of others the first seven."""
    if all(name in STATUS_COLOURS for name in names):
        return {name: STATUS_COLOURS[name] for name in names}
    return {name: PALETTE[k] if k < len(PALETTE) else REST for k, name in enumerate(names)}


def hatch(name: str, k: int) -> str:
    """The hatching of the k-th category; statuses need none but where there is none."""
    if name in STATUS_COLOURS:
        return "...." if not name else ""
    return HATCHES[k % len(HATCHES)]


def blank(ax: Axes, text: str) -> Axes:
    """Axes that say why they are empty."""
    ax.set(xticks=[], yticks=[], xlabel="", ylabel="")
    ax.spines[:].set_visible(False)
    ax.text(
        0.5, 0.5, text, ha="center", va="center", transform=ax.transAxes,
        **text_style([text], fontsize=FONT_SIZE + 1.5, color=FAINT),
    )  # fmt: skip
    return ax

"""What a plot shows, read from its artists."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np

import aidnet
from support.ledgers import ledger_of

# a gives to c exactly, to d "over"; b gives "at least", nothing that is stated, and to itself; c
# gives back to a.
SMALL = ledger_of(
    "flow donor recipient value upper qualifier unit resource status start end;"
    "1 a c 8000 . exact CNY funding planned 2018 2018;"
    "2 a d 2000 2500 over CNY training disbursed 2019-03 2019-05;"
    "3 b c 1000 . at_least CNY funding disbursed 2018 2020;"
    "4 b d . . unknown CNY staff . 2019 2019;"
    "5 b b 4000 . exact CNY funding disbursed . .;"
    "6 c a 512 . exact CNY equipment planned 2020 2020"
)

NASTY = [
    "$a_b$", "a$b", "\\frac{1}{2}", "<b>&amp;</b>", "_hidden", "", " ", "100%", "#1", "a\nb",
    "大连市（中山区）", "=1+1", '"quoted"', "{x}", "~^_", "é ü ñ", "x" * 60, "%s %d", "\t",
    "O'Neill",
]  # fmt: skip


def by_gid(ax: Any, begin: str) -> dict[str, Any]:
    """The artists whose gid begins so, by what follows."""
    found = {}
    for artist in ax.findobj():
        gid = artist.get_gid()
        if gid is not None and gid.startswith(begin):
            assert gid.removeprefix(begin) not in found, f"two artists are {gid}"
            found[gid.removeprefix(begin)] = artist
    return found


def nodes_of(ax: Any) -> Any:
    """The collection of discs."""
    (nodes,) = (one for one in ax.collections if one.get_gid() == "nodes")
    return nodes


def names_of(ax: Any) -> dict[int, str]:
    """The names written beside nodes, by number; lines of one name put together."""
    return {int(k): text.get_text().replace("\n", " ") for k, text in by_gid(ax, "name-").items()}


def squeezed(text: str) -> str:
    """Without spaces and the breaks of lines."""
    return "".join(text.split())


def note_of(ax: Any) -> str:
    return " ".join(text.get_text().replace("\n", " ") for text in by_gid(ax, "note").values())


def legend_of(ax: Any) -> list[str]:
    legend = ax.get_legend()
    return [text.get_text() for text in legend.get_texts()] if legend else []


def drawn(ax: Any, dpi: float = 100) -> Any:
    """Draw the figure, so that all extents are known."""
    figure = ax.figure.canvas.figure
    figure.set_dpi(dpi)
    figure.canvas.draw()
    return figure.canvas.get_renderer()


def extents(ax: Any, begins: tuple[str, ...] = ("name-", "note", "unbounded-")) -> list[Any]:
    """The boxes of texts with these gids, in pixels, and of the legend."""
    renderer = drawn(ax)
    boxes = [
        artist.get_window_extent(renderer)
        for begin in begins
        for artist in by_gid(ax, begin).values()
    ]
    if ax.get_legend():
        boxes.append(ax.get_legend().get_window_extent(renderer))
    return boxes


def overlaps(boxes: list[Any]) -> list[tuple[Any, Any]]:
    """Pairs of boxes that share more than a pixel's edge."""

    def share(a: Any, b: Any) -> bool:
        wide = min(a.x1, b.x1) - max(a.x0, b.x0)
        high = min(a.y1, b.y1) - max(a.y0, b.y0)
        return bool(wide > 1 and high > 1)

    return [(a, b) for a, b in itertools.combinations(boxes, 2) if share(a, b)]


def outside(ax: Any, boxes: list[Any]) -> list[Any]:
    """Boxes that reach over the axes by more than a pixel."""
    frame = ax.get_window_extent()
    return [
        box
        for box in boxes
        if box.x0 < frame.x0 - 1 or box.x1 > frame.x1 + 1
        or box.y0 < frame.y0 - 1 or box.y1 > frame.y1 + 1
    ]  # fmt: skip


def random_network(n: int, seed: int, edges_per_node: float = 1.2) -> aidnet.Network:
    """A network of many parts with long names and weights over five orders of magnitude."""
    rng = np.random.default_rng(seed)
    m = int(n * edges_per_node)
    names = [f"Vocational school no. {k} of a county" for k in range(n)]
    return aidnet.from_edges(
        [names[k] for k in rng.integers(0, n, m)],
        [names[k] for k in np.minimum(rng.integers(0, n, m), rng.integers(0, n, m))],
        10 ** rng.uniform(2, 7, m),
        nodes=names,
    )

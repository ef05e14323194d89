"""Texts in lines, and how large they are."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.plot._style import root
from aidnet.plot._words import is_chinese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from aidnet.network import Array

LETTERS = (60, 48, 40, 34, 28, 24, 20, 16, 12)
"""How many letters a line of names beside axes has: fewer where there is less room."""
MOST_LINES = 3
CUT = "…"


def wrap(name: str, width: int = 20) -> str:
    """A name in lines of about `width` letters, of which a Chinese character takes two."""
    if _letters(name) <= width + 4:
        return name
    if any(is_chinese(sign) for sign in name):
        lines, room = [""], width
        for sign in name:
            taken = 2 if is_chinese(sign) else 1
            if taken > room:
                lines.append("")
                room = width
            lines[-1] += sign
            room -= taken
        return "\n".join(lines)
    longest = max(map(len, name.split()), default=0)
    return textwrap.fill(name, width, break_on_hyphens=True, break_long_words=longest > 28)


def _letters(name: str) -> int:
    return sum(2 if is_chinese(sign) else 1 for sign in name)


def measure(ax: Axes, texts: Sequence[str], **style: Any) -> Array:
    """Width and height of each text in points: the most in any usual resolution.

    Letters are fitted to the pixels, so that a text is up to a tenth wider in one output than in
    another; what is arranged here must not overlap in any.
    """
    from matplotlib.backends.backend_agg import RendererAgg

    own = float(root(ax).dpi)
    renderers: dict[float, Any] = {
        dpi: RendererAgg(1, 1, dpi)  # type: ignore[no-untyped-call]
        for dpi in sorted({90.0, 120.0, 150.0, own})
    }
    sizes = np.zeros((len(texts), 2))
    artist = ax.text(0, 0, "", transform=None, **style)
    font = artist.get_fontproperties()
    for k, text in enumerate(texts):
        if text:
            artist.set_text(text)
            wide = max(
                renderer.get_text_width_height_descent(line, font, False)[0] / dpi
                for dpi, renderer in renderers.items()
                for line in text.split("\n")
            )
            sizes[k] = 72 * wide, artist.get_window_extent().height * 72 / own
    artist.remove()
    return sizes


def wrapped(ax: Axes, names: Sequence[str], room: float, **style: Any) -> tuple[list[str], Array]:
    """Names in up to three lines of at most `room` points, as far as they can be; their sizes."""
    texts = list(names)
    sizes = measure(ax, texts, **style)
    longest = max(map(_letters, names), default=1)
    letter = 0.85 * float(sizes[:, 0].max(initial=0.0)) / max(longest, 1)
    for letters in LETTERS:
        if sizes[:, 0].max(initial=0.0) <= room:
            break
        narrower = [wrap(name, letters) for name in names]
        if lines_of(narrower) > MOST_LINES:
            break
        if letters * letter > room:  # measuring takes long, and these will not fit
            continue
        texts, sizes = narrower, measure(ax, narrower, **style)
    return texts, sizes


def lines_of(texts: Sequence[str]) -> int:
    """How many lines the longest of some texts has."""
    return max((text.count("\n") for text in texts), default=0) + 1


def cut(ax: Axes, names: Sequence[str], room: float, **style: Any) -> list[str]:
    """Names on one line of at most `room` points: of longer ones the middle is left out."""
    texts = list(names)
    wide = measure(ax, texts, **style)[:, 0]
    for k in np.flatnonzero(wide > room).tolist():
        name, letters = names[k], int(len(names[k]) * room / wide[k])
        while letters > 4:
            head = (letters - 1) * 3 // 5
            texts[k] = name[:head] + CUT + name[len(name) - letters + 1 + head :]
            if measure(ax, [texts[k]], **style)[0, 0] <= room:
                break
            letters -= 2
    return texts


def fitted(ax: Axes, names: Sequence[str], room: float, **style: Any) -> list[str]:
    """Names in up to three lines of at most `room` points; cut where they cannot be broken."""
    texts, sizes = wrapped(ax, names, room, **style)
    wide = np.flatnonzero(sizes[:, 0] > room).tolist()
    shorter = cut(ax, [names[k] for k in wide], room, **style)
    for k, text in zip(wide, shorter, strict=True):
        texts[k] = text
    return texts


def fill(ax: Axes, text: str, width: float, style: dict[str, Any]) -> str:
    """Break a text into lines of at most `width` points, between words or Chinese characters."""
    pieces = _pieces(text)
    sizes = measure(ax, [piece.strip() or "x" for piece in pieces], **style)[:, 0]
    blank = measure(ax, ["x x"], **style)[0, 0] - measure(ax, ["xx"], **style)[0, 0]
    lines, used = [""], 0.0
    for piece, size in zip(pieces, sizes, strict=True):
        space = blank if piece.endswith(" ") else 0.0
        if used and used + size > width:
            lines.append("")
            used = 0.0
        lines[-1] += piece
        used += size + space
    return "\n".join(line.rstrip() for line in lines)


def _pieces(text: str) -> list[str]:
    """What a line may not break: words with the space behind them, or single characters."""
    pieces = [""]
    for sign in text:
        closing = sign in "，。；：）、"
        if pieces[-1] and not closing and (pieces[-1].endswith(" ") or is_chinese(sign)):
            pieces.append("")
        pieces[-1] += sign
    return [piece for piece in pieces if piece]

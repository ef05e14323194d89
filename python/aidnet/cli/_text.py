"""Text in the columns of a terminal: its width, line breaks, numbers, and nothing that moves it."""

from __future__ import annotations

import math
import re
import unicodedata

# What would move the cursor, colour the rest or turn the writing round is shown as its code.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
NOTHING = "–"
NO_AMOUNT = "no amount"


def clean(text: object) -> str:
    """A text from outside, with control characters made visible."""
    return UNSEEN.sub(lambda sign: sign[0].encode("unicode_escape").decode(), str(text))


def width_of(text: str) -> int:
    """How many columns a text takes: two for each Chinese character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(_width(sign) for sign in text)


def _width(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns, broken at spaces and between Chinese characters.

    What is longer than a line is broken behind _ / - or, where there is none, anywhere.
    """
    lines, line = [], ""
    for piece in _pieces(text):
        if line and width_of(line) + width_of(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
        while width_of(line.rstrip()) > width:
            cut = _cut(line, width)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> list[str]:
    """Words with the space behind them, and single wide characters."""
    pieces: list[str] = []
    for word in re.findall(r"\S+\s*|\s+", text):
        run = ""
        for sign in word:
            if _width(sign) == 2 and run:
                pieces.append(run)
                run = ""
            run += sign
        pieces.append(run)
    return pieces


def _cut(line: str, width: int) -> int:
    """Behind which character a line is cut that has no better place."""
    used, fits = 0, 0
    for at, sign in enumerate(line, 1):
        used += _width(sign)
        if used > width:
            break
        fits = at
    at_mark = max(line.rfind(mark, 0, fits) for mark in "_/-") + 1
    return max(1, at_mark if at_mark > fits // 3 else fits)


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Spaces behind a text, or before it, up to `width` columns."""
    space = " " * max(0, width - width_of(text))
    return space + text if right else text + space


def amount(value: float | None) -> str:
    """An amount in full: thousands separated, and no more decimals than there are (at most 4)."""
    if value is None or math.isnan(value):
        return NOTHING
    if math.isinf(value):
        return "unbounded" if value > 0 else "-unbounded"
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def score(value: float) -> str:
    """A measure's score: whole numbers and large ones as amounts, others to four digits."""
    if math.isnan(value) or value == round(value) or abs(value) >= 1000:
        return amount(value)
    return f"{value:.4f}" if 0.001 <= abs(value) < 1 else f"{value:.4g}"


def count(number: int, noun: str, plural: str = "") -> str:
    """A number of things: 1 flow, 2 flows."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"

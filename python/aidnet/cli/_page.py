"""A page of text for the terminal: titles, paragraphs and tables that fit its width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aidnet.cli._text import clean, pad, width_of, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 2
NARROWEST = 10
BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


@dataclass(frozen=True)
class Column:
    """One column of a table: texts may be wrapped, numbers and ids (`whole`) never are."""

    head: str
    number: bool = False
    whole: bool = False

    @property
    def gives_way(self) -> bool:
        """Whether it can be made narrower."""
        return not (self.number or self.whole)


class Page:
    """Lines that are collected; no width is: nothing is wrapped (for a pipe)."""

    def __init__(self, width: int | None = None, *, colour: bool = False) -> None:
        self.width = width
        self.colour = colour
        self._lines: list[str] = []

    def __str__(self) -> str:
        return "".join(f"{line}\n" for line in self._lines)

    def title(self, text: str) -> None:
        """A line that stands out, with an empty one before it."""
        self.gap()
        self._lines += [self._styled(line, BOLD) for line in self._wrapped(clean(text), 0)]

    def gap(self) -> None:
        """An empty line, except at the top and below another one."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def text(self, text: str, *, indent: int = 0, dim: bool = False) -> None:
        """A paragraph; lines and leading spaces of its own stay."""
        for line in text.splitlines():
            own = indent + len(line) - len(line.lstrip(" "))
            lines = self._wrapped(clean(line.strip()), own)
            self._lines += [self._styled(one, DIM) if dim else one for one in lines]

    def note(self, text: str) -> None:
        """A paragraph of what to know of the table above."""
        self.text(text, dim=True)

    def _wrapped(self, text: str, indent: int) -> list[str]:
        if self.width is None:
            return [" " * indent + text]
        return [" " * indent + line for line in wrap(text, max(20, self.width - indent))]

    def _styled(self, line: str, style: str) -> str:
        return f"{style}{line}{PLAIN}" if self.colour and line else line

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        *,
        below: Sequence[str] = (),
    ) -> None:
        """A table; `below` has for each row a text that is set under it, or nothing."""
        cells = [[clean(cell) for cell in row] for row in rows]
        widths = self._fitted(columns, natural_widths(columns, cells))
        head = self._row(columns, [column.head for column in columns], widths)
        self._lines += [self._styled(line, BOLD) for line in head]
        self._lines.append(" ".ljust(GAP).join("-" * width for width in widths))
        for k, row in enumerate(cells):
            self._lines += self._row(columns, row, widths)
            if k < len(below) and below[k]:
                self.text(below[k], indent=4, dim=True)

    def fits(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bool:
        """Whether a table fits when its texts are wrapped."""
        if self.width is None:
            return True
        natural = natural_widths(columns, rows)
        least = [
            min(width, NARROWEST) if column.gives_way else width
            for column, width in zip(columns, natural, strict=True)
        ]
        return sum(least) + GAP * (len(least) - 1) <= self.width

    def _fitted(self, columns: Sequence[Column], natural: list[int]) -> list[int]:
        """Widths that fit: the widest texts give way, as far as they can, and then ids."""
        widths = list(natural)
        if self.width is None:
            return widths
        spare = self.width - GAP * (len(widths) - 1)
        for gives_way in (lambda c: c.gives_way, lambda c: not c.number):
            texts = [k for k, column in enumerate(columns) if gives_way(column)]
            while texts and sum(widths) > spare:
                widest = max(texts, key=lambda k: widths[k])
                if widths[widest] <= NARROWEST:
                    break
                widths[widest] -= 1
        return widths

    def _row(
        self, columns: Sequence[Column], cells: Sequence[str], widths: Sequence[int]
    ) -> list[str]:
        parts = [
            [cell] if column.number or self.width is None else wrap(cell, width)
            for column, cell, width in zip(columns, cells, widths, strict=True)
        ]
        lines = []
        for k in range(max(map(len, parts))):
            line = [
                pad(part[k] if k < len(part) else "", width, right=column.number)
                for column, part, width in zip(columns, parts, widths, strict=True)
            ]
            lines.append((" " * GAP).join(line).rstrip())
        return lines

    def beside(self, *blocks: Sequence[tuple[str, str]]) -> None:
        """Lists of (number, words) side by side, as many as fit, the others below."""
        laid: list[list[str]] = []
        for block in blocks:
            numbers = max((width_of(number) for number, _ in block), default=0)
            laid.append(
                [f"{pad(number, numbers, right=True)}  {clean(words)}" for number, words in block]
            )
        while laid:
            widths = [max(map(width_of, lines), default=0) for lines in laid]
            number = 1
            while number < len(laid) and self.width is not None:
                if sum(widths[: number + 1]) + 4 * number > self.width:
                    break
                number += 1
            together, laid = laid[:number], laid[number:]
            for k in range(max(map(len, together))):
                cells = [
                    pad(lines[k] if k < len(lines) else "", width)
                    for lines, width in zip(together, widths, strict=False)
                ]
                self._lines.append("    ".join(cells).rstrip())
            if laid:
                self.gap()


def natural_widths(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[int]:
    """What each column takes without a line break."""
    return [
        max([width_of(column.head), *(width_of(row[k]) for row in rows)])
        for k, column in enumerate(columns)
    ]

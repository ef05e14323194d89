"""The artists of a Sankey diagram: bars, bands, and what stands beside them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.plot import _sankey_layout as put
from aidnet.plot import _style, _words
from aidnet.plot._footer import footer
from aidnet.plot._labels import annotate
from aidnet.plot._sankey_layout import OTHERS, Column, Links
from aidnet.plot._sankey_legend import SURE, UNSURE
from aidnet.plot._signs import INFINITE
from aidnet.plot._text import measure, wrap

if TYPE_CHECKING:
    from collections.abc import Hashable

    from matplotlib.axes import Axes

    from aidnet.network import Array
    from aidnet.plot._view import View

BAR = 8.0
GAP = 5.0
BOTH = "⇄"
LINES = ((24, True), (18, True), (13, True), (18, False), (13, False), (8, False))
"""How many letters a line has, and whether amounts are told: what a narrow plot gives up first."""


@dataclass
class Diagram:
    """The artists of one diagram."""

    ax: Axes
    view: View
    stages: list[Links]
    columns: list[Column]
    titles: list[str]
    handles: list[Any]
    named: dict[Hashable, str]
    """How the keys of the column between are called."""
    fontsize: float

    def draw(self) -> None:
        """Arrange and draw everything."""
        width, height = _style.points(self.ax)
        texts, sizes, style = self._fitting(width)
        gap, unnamed = GAP, 0
        for _ in range(2):  # the note on names without room takes room itself
            foot = footer(self.ax, self.handles, self._notes(unnamed))
            room = max(height - foot - 2.2 * self.fontsize, 20.0)
            gap = min(GAP, 0.3 * room / max(len(column.keys) for column in self.columns))
            unnamed += self._give_way(texts, sizes, room, gap)
        footer(self.ax, self.handles, self._notes(unnamed))
        heights = [size[:, 1] for size in sizes]
        unit = put.scale(self.columns, heights, room, gap)
        put.stack(self.columns, heights, room, gap, unit)
        self.ax.set(xlim=(0, width), ylim=(-foot / unit, (height - foot) / unit))
        left, right = self._margins(sizes, style)
        at = np.linspace(left, max(width - right - BAR, left + 3 * BAR), len(self.columns))
        for c, stage in enumerate(self.stages):
            self._bands(c, stage, float(at[c] + BAR), float(at[c + 1]))
        for c in range(len(self.columns)):
            self._nodes(c, float(at[c]), texts[c], style)
            self._title(c, float(at[c]), room / unit, style)

    def _fitting(self, width: float) -> tuple[list[list[str]], list[Array], dict[str, Any]]:
        """What stands beside the nodes, in lines so short that bands have room between."""
        for letters, amounts in LINES:
            texts = [self._texts(c, letters, amounts) for c in range(len(self.columns))]
            style = _style.text_style(
                [*self.titles, *(text for column in texts for text in column)],
                fontsize=self.fontsize, linespacing=1.0,
            )  # fmt: skip
            sizes = [measure(self.ax, column, **style) for column in texts]
            left, right = self._margins(sizes, style)
            between = (width - left - right - BAR) / (len(self.columns) - 1) - BAR
            inner = max((size[:, 0].max() for size in sizes[1:-1]), default=0.0)
            if between >= max(0.2 * width, inner + 12):
                break
        return texts, sizes, style

    def _margins(self, sizes: list[Array], style: dict[str, Any]) -> tuple[float, float]:
        """What names and headings need left of the first bar and right of the last."""
        headings = [self._heading(c) for c in (0, len(self.columns) - 1)]
        above = measure(self.ax, headings, **{**style, "fontweight": "bold"})[:, 0]
        return (
            max(float(sizes[0][:, 0].max()) + 6, float(above[0]) - BAR),
            max(float(sizes[-1][:, 0].max()) + 6, float(above[1]) - BAR),
        )

    def _texts(self, c: int, letters: int, amounts: bool) -> list[str]:
        """What stands beside each node of a column: its name and its amount."""
        column, language = self.columns[c], self.view.language
        texts = []
        for key in column.keys:
            held = column.amounts[key]
            amount = _words.interval(language, held.lower, held.weight, held.upper)
            if not held.stated and not math.isinf(held.upper):
                amount = "–"
            lines = wrap(self._name(c, key), letters)
            last = lines.rpartition("\n")[2]
            fits = len(last) + len(amount) <= letters + 4
            told = f"{lines}  {amount}" if fits else f"{lines}\n{amount}"
            texts.append(told if amounts else lines)
        return texts

    def _name(self, c: int, key: Hashable) -> str:
        if key == OTHERS:
            return self.view.say("other", n=self.columns[c].merged)
        if isinstance(key, str):
            return self.named[key]
        name = self.view.names[key]  # type: ignore[call-overload]
        return f"{BOTH}\N{NO-BREAK SPACE}{name}" if key in self._both() else str(name)

    def _both(self) -> set[Hashable]:
        """Who stands on both sides."""
        return set(self.columns[0].keys) & set(self.columns[-1].keys) - {OTHERS}

    def _give_way(self, texts: list[list[str]], sizes: list[Array], room: float, gap: float) -> int:
        """Where not all names fit, the smallest nodes have none; tells how many."""
        unnamed = 0
        for column, names, size in zip(self.columns, texts, sizes, strict=True):
            smallest = sorted(
                range(len(names)), key=lambda k: column.amounts[column.keys[k]].weight
            )
            limit = room * 0.97 - gap * (len(names) - 1)
            for k in smallest:
                if size[:, 1].sum() <= limit:
                    break
                unnamed += bool(names[k])
                names[k], size[k] = "", 0.0
        return unnamed

    def _colour(self, c: int, pair: tuple[Hashable, Hashable]) -> str:
        """Of a band: that of its donor; with a middle column, that of the middle."""
        column, key = (0, pair[0]) if len(self.stages) == 1 else (1, pair[1 - c])
        if key == OTHERS:
            return _style.REST
        order = [one for one in put.largest(self.columns[column].amounts) if one != OTHERS]
        if column:
            names = [str(one) for one in order]
            return _style.colours(names).get(str(key), _style.REST)
        place = order.index(key)
        return _style.PALETTE[place] if place < len(_style.PALETTE) else _style.REST

    def _bands(self, c: int, stage: Links, x0: float, x1: float) -> None:
        left, right = self.columns[c], self.columns[c + 1]
        places = put.ends(stage, left, right)
        rows = [{key: k for k, key in enumerate(column.keys)} for column in (left, right)]
        for pair, held in sorted(stage.items(), key=lambda item: -item[1].weight):
            y0, y1 = places[pair]
            gid = f"link-{c}-{rows[0][pair[0]]}-{rows[1][pair[1]]}"
            colour = self._colour(c, pair)
            line = (x0, x1, float(y0), float(y1))
            if not held.weight:
                self._band(line, 0, gid, edgecolor=_style.FAINT, linestyle=_style.DASH,
                           linewidth=_style.THIN, facecolor="none")  # fmt: skip
            elif held.lower >= held.weight:
                self._band(line, held.weight, gid, facecolor=colour, alpha=SURE, linewidth=0)
            else:
                self._band(line, held.weight, gid, facecolor=colour, alpha=UNSURE, linewidth=0)
                self._band(line, held.lower, f"{gid}-lower", facecolor=colour, alpha=SURE - 0.1,
                           linewidth=0)  # fmt: skip
            if held.weight < held.upper < math.inf:
                self._band(line, held.upper, f"{gid}-upper", facecolor="none", edgecolor=colour,
                           linewidth=0.7, linestyle=_style.DASH)  # fmt: skip
            if math.isinf(held.upper):
                style = _style.text_style([INFINITE], fontsize=self.fontsize + 1.5)
                style["color"] = _style.NEGATIVE
                annotate(self.ax, INFINITE, np.array([(x0 + x1) / 2, (y0 + y1) / 2]), np.zeros(2),
                         side=0, gid=f"unbounded-{gid}", **style)  # fmt: skip

    def _band(
        self, line: tuple[float, float, float, float], high: float, gid: str, **style: Any
    ) -> None:
        """A band from left to right, at both ends as high as its amount."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        x0, x1, y0, y1 = line
        mid, half = (x0 + x1) / 2, high / 2
        over = [(x0, y0 + half), (mid, y0 + half), (mid, y1 + half), (x1, y1 + half)]
        under = [(x1, y1 - half), (mid, y1 - half), (mid, y0 - half), (x0, y0 - half)]
        curve = [Path.CURVE4] * 3
        path = (
            Path([*over, *under, over[0]],
                 [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY])
            if high else Path(over, [Path.MOVETO, *curve])
        )  # fmt: skip
        self.ax.add_patch(PathPatch(path, gid=gid, zorder=2, **style))

    def _nodes(self, c: int, x: float, texts: list[str], style: dict[str, Any]) -> None:
        from matplotlib.patches import Rectangle

        column = self.columns[c]
        for k, (key, middle) in enumerate(zip(column.keys, column.middles, strict=True)):
            high = column.amounts[key].weight
            self.ax.add_patch(
                Rectangle((x, middle - high / 2), BAR, high, gid=f"node-{c}-{k}", zorder=3,
                          facecolor=_style.INK, edgecolor=_style.INK,
                          linewidth=0 if high else 1.0)
            )  # fmt: skip
            if not texts[k]:
                continue
            at = np.array([x if c == 0 else x + BAR, middle])
            side = -1 if c == 0 else 1
            annotate(
                self.ax,
                texts[k],
                at,
                np.array([3.0 * side, 0.0]),
                side=side,
                gid=f"name-{c}-{k}",
                **style,
            )

    def _title(self, c: int, x: float, y: float, style: dict[str, Any]) -> None:
        """The heading over a bar, on the side where its names stand."""
        side = -1 if c == 0 else 1 if c == len(self.columns) - 1 else 0
        at = {-1: x + BAR, 0: x + BAR / 2, 1: x}[side]
        self.ax.annotate(
            self._heading(c), (at, y), xytext=(0, 3), textcoords="offset points", va="bottom",
            ha={-1: "right", 0: "center", 1: "left"}[side], gid=f"title-{c}", zorder=6,
            fontweight="bold", in_layout=False, **style,
        )  # fmt: skip

    def _heading(self, c: int) -> str:
        """The first heading has the total and the unit."""
        if c:
            return self.titles[c]
        total = sum(one.weight for one in self.columns[c].amounts.values())
        return f"{self.titles[c]}: {self.view.amount(total)}"

    def _notes(self, unnamed: int) -> list[str]:
        notes = [f"{BOTH} {self.view.say('both')}."] if self._both() else []
        notes.append(self.view.partial())
        total = sum(len(column.keys) for column in self.columns)
        if unnamed:
            notes.append(self.view.say("names_left_out", n=unnamed, total=total))
        return notes

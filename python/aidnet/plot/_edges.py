"""Edges as arrows whose width is their weight, in tones for what is sure, stated and possible."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.plot._signs import line_handle, sign_handles, signs
from aidnet.plot._sizes import FLOOR
from aidnet.plot._style import DASH, FAINT, NEGATIVE, THIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes

    from aidnet.network import Array
    from aidnet.plot._view import View

# What is at least so much, what is stated beyond it, and what it may be at most.
TONES = ("#5E7F9E", "#A3BACD", "#DCE5EC")
BELOW = (NEGATIVE, "#EBAE7F", "#F7DFCC")
"""The same for amounts below zero."""


@dataclass(frozen=True)
class Pen:
    """How edges are drawn: positions and radii of nodes in points, and the width of a unit."""

    ax: Axes
    view: View
    position: Array
    radius: Array
    per_point: float
    """How much weight one point of width stands for."""
    to_data: Callable[[Array], Array]
    bend: float = 0.0
    """How far an edge leaves the straight line, as a share of its length."""

    def width(self, weight: float) -> float:
        """The width of a line in points."""
        return max(abs(weight) / self.per_point, FLOOR) if weight else THIN

    def draw(self) -> list[Array]:
        """Draw all edges, the heaviest first; return the points of each."""
        view = self.view
        ends = set(zip(view.source.tolist(), view.target.tolist(), strict=True))
        curves = [np.zeros((0, 2))] * len(view.weight)
        for k in np.argsort(-np.abs(view.weight), kind="stable").tolist():
            u, v = int(view.source[k]), int(view.target[k])
            curve = self.loop(u) if u == v else self.curve(u, v, (v, u) in ends)
            curves[k] = curve
            self._edge(k, curve)
        return curves

    def curve(self, u: int, v: int, answered: bool) -> Array:
        """Points of the line from the rim of one node to that of the other."""
        a, b = self.position[u], self.position[v]
        along = b - a
        bend = self.bend or (0.14 if answered and self.view.net.directed else 0.0)
        middle = (a + b) / 2 + bend * np.array([along[1], -along[0]])
        t = np.linspace(0, 1, 129)[:, None]
        points = (1 - t) ** 2 * a + 2 * t * (1 - t) * middle + t**2 * b
        free = np.linalg.norm(points - a, axis=1) >= self.radius[u] + 0.5
        free &= np.linalg.norm(points - b, axis=1) >= self.radius[v] + (
            1.5 if self.view.net.directed else 0.5
        )
        inside = np.flatnonzero(free)
        if len(inside) < 2:  # the nodes touch
            return np.stack([a, b])
        rim = points[inside[0] : inside[-1] + 1]
        kept: Array = rim if bend else rim[[0, len(rim) // 2, -1]]
        return kept

    def loop(self, u: int) -> Array:
        """Points of a loop at a node, on the side where it has the most room."""
        way = self._free_way(u)
        size = loop_size(float(self.radius[u]))
        centre = self.position[u] + way * (self.radius[u] + 0.75 * size)
        start = np.arctan2(-way[1], -way[0])
        angles = np.linspace(start + 0.75, start + 2 * np.pi - 0.75, 49)
        curve: Array = centre + size * np.stack([np.cos(angles), np.sin(angles)], axis=1)
        return curve

    def _free_way(self, u: int) -> Array:
        """Of eight ways, the one farthest from all neighbours; the first of equals."""
        view = self.view
        near = np.concatenate([view.target[view.source == u], view.source[view.target == u]])
        away = self.position[near[near != u]] - self.position[u]
        away = away / np.maximum(np.linalg.norm(away, axis=1), 1e-9)[:, None]
        angles = np.pi / 2 + np.arange(8) * np.pi / 4
        ways: Array = np.stack([np.cos(angles), np.sin(angles)], axis=1)
        worst = (ways @ away.T).max(axis=1) if len(away) else np.zeros(8)
        chosen: Array = ways[int(np.argmin(np.round(worst, 9)))]
        return chosen

    def _edge(self, k: int, curve: Array) -> None:
        view = self.view
        size, least, most = (float(one[k]) for one in view.sizes)
        gid = f"edge-{k}"
        if size == 0:
            self._line(curve, THIN, FAINT, gid, dashed=True)
            if view.net.directed:
                self._head(curve, THIN, FAINT, f"{gid}-head")
            return
        tones = BELOW if view.weight[k] < 0 else TONES
        sure = least >= size
        tone, width = tones[0] if sure else tones[1], self.width(size)
        stem = curve
        if view.net.directed:
            self._head(curve, width, tone, f"{gid}-head")
            stem = shortened(curve, head_length(width, curve))
        if size < most < np.inf:
            self._line(stem, self.width(most), tones[2], f"{gid}-upper")
        self._line(stem, width, tone, gid)
        if not sure and least > 0:
            self._line(stem, self.width(least), tones[0], f"{gid}-lower")

    def _line(
        self, curve: Array, width: float, colour: str, gid: str, *, dashed: bool = False
    ) -> None:
        from matplotlib.lines import Line2D

        data = self.to_data(curve)
        line = Line2D(
            data[:, 0], data[:, 1], linewidth=width, color=colour, gid=gid, zorder=2,
            linestyle=DASH if dashed else "-", solid_capstyle="butt", dash_capstyle="butt",
        )  # fmt: skip
        self.ax.add_artist(line)

    def _head(self, curve: Array, width: float, colour: str, gid: str) -> None:
        from matplotlib.patches import Polygon

        length = head_length(width, curve)
        tip, base = curve[-1], shortened(curve, length)[-1]
        way = (tip - base) / max(float(np.linalg.norm(tip - base)), 1e-9)
        across = np.array([-way[1], way[0]]) * (width / 2 + 1.3 + 0.16 * width)
        corners = self.to_data(np.stack([tip, base + across, base - across]))
        self.ax.add_artist(
            Polygon(corners, closed=True, facecolor=colour, edgecolor="none", gid=gid, zorder=2)
        )


def loop_size(radius: float) -> float:
    """The radius of a loop at a node, in points."""
    return max(6.0, 0.55 * radius)


def head_length(width: float, curve: Array) -> float:
    """The length of an arrow's head, which leaves at least half of a short edge."""
    whole = float(np.linalg.norm(np.diff(curve, axis=0), axis=1).sum())
    return min(3.2 + 0.9 * width, 0.5 * whole)


def shortened(curve: Array, by: float) -> Array:
    """The curve without its last `by` points of length."""
    pieces = np.linalg.norm(np.diff(curve, axis=0), axis=1)
    left = float(pieces.sum()) - by
    done = np.concatenate([[0.0], np.cumsum(pieces)])
    last = min(int(np.searchsorted(done, left, side="right")), len(pieces))
    share = (left - done[last - 1]) / max(pieces[last - 1], 1e-9)
    end = curve[last - 1] + share * (curve[last] - curve[last - 1])
    return np.vstack([curve[:last], end])


def samples(curves: list[Array], spacing: float = 4.0) -> Array:
    """Points along lines, which names avoid."""
    found = [np.zeros((0, 2))]
    for curve in curves:
        pieces = np.linalg.norm(np.diff(curve, axis=0), axis=1)
        done = np.concatenate([[0.0], np.cumsum(pieces)])
        at = np.arange(0, done[-1], spacing)
        found.append(np.stack([np.interp(at, done, curve[:, k]) for k in (0, 1)], axis=1))
    return np.concatenate(found)


def edge_handles(view: View, per_point: float) -> list[Any]:
    """Legend entries for the widths and tones that the edges have."""
    weights = np.abs(view.weight[~view.dashed])
    amounts = references(float(weights.max())) if weights.size else []
    handles = [
        line_handle(view.amount(value), TONES[0], max(value / per_point, FLOOR))
        for value in amounts
    ]
    tones = {"stated": (TONES[1], 4.0), "at_most": (TONES[2], 4.0), "below": (NEGATIVE, 2.0)}

    def look(sign: str, label: str) -> Any | None:
        return line_handle(label, *tones[sign]) if sign in tones else None

    found = signs(view, *view.sizes, below=bool((view.weight < 0).any()))
    return handles + sign_handles(found, look)


def references(largest: float) -> list[float]:
    """Two round amounts for a legend: one near the largest, one a fifth of it."""
    step = 10.0 ** np.floor(np.log10(largest))
    first = max(m for m in (1, 2, 5) if m * step <= largest * (1 + 1e-9)) * step
    return [float(first), float(first / 5)]

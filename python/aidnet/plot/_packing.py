"""Boxes side by side in an area, as large as fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from aidnet.plot._layout import ARROW_GAP, component_layout, components, neighbours_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aidnet.network import Array

# The room of how many names is kept free: where it is crowded, of ever fewer, the first.
SHARES = (1.0, 0.85, 0.7, 0.55, 0.4, 0.3, 0.2, 0.1, 0.0)
STEP = (22.0, 90.0)
"""The least length of a step for which names get less room, and the most, in points."""
SHORT = 52.0
"""The most for components of up to three nodes, whose names stand at both ends."""


def skyline(sizes: Array, width: float) -> tuple[Array, float]:
    """Lower left corners of boxes in a strip of that width, each as low as it goes; the height."""
    corners = np.zeros((len(sizes), 2))
    line: list[tuple[float, float, float]] = [(0.0, width, 0.0)]  # from, to, height
    order = sorted(range(len(sizes)), key=lambda k: (-sizes[k][1], -sizes[k][0], k))
    for k in order:
        wide, high = sizes[k]
        best: tuple[float, float] | None = None
        for begin, _, _ in line:
            end = begin + wide
            if end > width + 1e-9 and begin > 0:
                continue
            base = max(h for a, b, h in line if a < end - 1e-9 and b > begin + 1e-9)
            if best is None or base < best[1] - 1e-9:
                best = (begin, base)
        left, base = best if best is not None else (0.0, max(h for _, _, h in line))
        corners[k] = left, base
        line = _raise(line, left, min(left + wide, width), base + high)
    return corners, max(h for _, _, h in line)


def _raise(
    line: list[tuple[float, float, float]], left: float, right: float, height: float
) -> list[tuple[float, float, float]]:
    kept = []
    for a, b, h in line:
        if a < left - 1e-9:
            kept.append((a, min(b, left), h))
        if b > right + 1e-9:
            kept.append((max(a, right), b, h))
    return sorted([*kept, (left, right, height)])


Shape = tuple["Array", "Array"]


@dataclass(frozen=True)
class Part:
    """A component: its nodes, their positions a step apart, and what they need around them."""

    nodes: Array
    shape: Array
    rim: Array
    names: Array

    def spread(self, step: float) -> Array:
        """The positions in points."""
        if len(self.nodes) <= 3:
            step = max(min(step, SHORT), float(np.sort(self.rim)[-2:].sum()) + ARROW_GAP)
        spread: Array = self.shape * step
        return spread

    def box(self, step: float) -> tuple[Array, Array]:
        """Lower left and upper right corner, with names that point away from the middle."""
        at, size = self.spread(step), self.names
        across = at[:, 0] - at[:, 0].max() / 2
        side = np.sign(np.round(across, 6))
        left = at[:, 0] - self.rim - np.where(side < 0, size[:, 0], (side == 0) * size[:, 0] / 2)
        right = at[:, 0] + self.rim + np.where(side > 0, size[:, 0], (side == 0) * size[:, 0] / 2)
        half = np.maximum(self.rim, size[:, 1] / 2)
        low = at[:, 1] - half
        high = at[:, 1] + np.where(side == 0, self.rim + size[:, 1], half)
        return np.array([left.min(), low.min()]), np.array([right.max(), high.max()])

    def size(self, step: float) -> Array:
        """Width and height of the box."""
        low, high = self.box(step)
        size: Array = high - low
        return size


def shapes_of(n: int, source: Array, target: Array) -> list[Shape]:
    """The nodes of each component, the largest first, and their positions a step apart."""
    neighbours = neighbours_of(n, source, target)
    shapes = []
    for nodes in components(n, source, target):
        number = {int(u): k for k, u in enumerate(nodes)}
        shape = component_layout([[number[v] for v in neighbours[u]] for u in nodes])
        shapes.append((nodes, shape))
    return shapes


def has_room(
    shapes: Sequence[Shape],
    rim: Array,
    names: Array,
    area: tuple[float, float],
    step: float,
) -> bool:
    """Whether all names have the room that they would like, with steps of that length."""
    return _fits(_parts(shapes, rim, names), step, area)


def pack(
    shapes: Sequence[Shape],
    rim: Array,
    names: Array,
    order: Sequence[int],
    area: tuple[float, float],
) -> Array:
    """Positions of all nodes in points, within an area.

    `rim` is what each node needs around it, `names` the width and height of its name, in points;
    `order` says whose names matter first.
    """
    for share in SHARES:
        kept = np.zeros_like(names)
        first = list(order[: round(share * len(order))])
        kept[first] = names[first]
        parts = _parts(shapes, rim, kept)
        if _fits(parts, STEP[0], area):
            break
    return _at(parts, _largest(parts, area), area, len(rim))


def _parts(shapes: Sequence[Shape], rim: Array, names: Array) -> list[Part]:
    return [Part(nodes, shape, rim[nodes], names[nodes]) for nodes, shape in shapes]


def _fits(parts: Sequence[Part], step: float, area: tuple[float, float]) -> bool:
    sizes = np.array([part.size(step) for part in parts])
    return bool(sizes[:, 0].max() <= area[0] and skyline(sizes, area[0])[1] <= area[1])


def _largest(parts: Sequence[Part], area: tuple[float, float]) -> float:
    """The longest step with which all components fit, by halving."""
    low, high = 0.0, STEP[1]
    for _ in range(14):
        step = (low + high) / 2
        low, high = (step, high) if _fits(parts, step, area) else (low, step)
    return low


def _at(parts: Sequence[Part], step: float, area: tuple[float, float], n: int) -> Array:
    sizes = np.array([part.size(step) for part in parts])
    corners, height = skyline(sizes, area[0])
    filled = np.maximum([(corners[:, 0] + sizes[:, 0]).max(), height], 1e-9)
    # What is left over is shared out between the components.
    spread = np.maximum(np.array(area) / filled, 1.0)
    position = np.zeros((n, 2))
    for part, corner, size in zip(parts, corners, sizes, strict=True):
        grow = np.minimum(spread, 1.5) if len(part.nodes) > 3 else np.ones(2)
        low, _ = part.box(step)
        inner = part.spread(step)
        middle = (inner.max(axis=0) + inner.min(axis=0)) / 2
        position[part.nodes] = (corner + size / 2) * spread + (middle - low - size / 2)
        position[part.nodes] += (inner - middle) * grow
    return position

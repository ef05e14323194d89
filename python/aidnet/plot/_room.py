"""Where there is room for a name: beside its point, over no disc and no other name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from aidnet.network import Array

# Where a name may stand: the way from the point, the best first.
WAYS = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1))
GAPS = (1.5, 5.0, 10.0)
FAR_GAPS = (18.0, 30.0, 45.0, 65.0)
PAD = 1.0
BESIDE = 1.5
"""Points beside a name in which a line is as bad as behind it."""

Box = tuple[float, float, float, float]


class Spot(NamedTuple):
    """Where a name stands."""

    middle: tuple[float, float]
    side: int
    """1 to the right of its point, -1 to the left, 0 over or under it."""
    far: bool


def box_around(middle: Any, size: Array) -> Box:
    """Left, bottom, right and top, with a little room around."""
    (x, y), (wide, high) = middle, size / 2 + PAD
    return float(x - wide), float(y - high), float(x + wide), float(y + high)


@dataclass
class Room:
    """What is taken of an area whose coordinates are points."""

    area: Box
    """Left, bottom, right, top."""
    discs: Array = field(default_factory=lambda: np.zeros((0, 3)))
    """Points that no name may cover: x, y and radius."""
    lines: Array = field(default_factory=lambda: np.zeros((0, 2)))
    """Samples of lines, which names avoid where they can."""
    boxes: list[Box] = field(default_factory=list)
    """What stands already."""

    def place(
        self, x: float, y: float, radius: float, size: Array, *, far: bool = False
    ) -> Spot | None:
        """A spot for a box beside a disc: where it hides least; None without room.

        A `far` one may stand so far off that it takes a line to its disc.
        """
        best, best_cost = None, np.inf
        for gap in (*GAPS, *FAR_GAPS) if far else GAPS:
            for order, (right, up) in enumerate(WAYS):
                reach = (radius + gap) * (0.75 if right and up else 1.0)
                middle = (x + right * (reach + size[0] / 2), y + up * (reach + size[1] / 2))
                box = box_around(middle, size)
                cost = 0.3 * gap + 0.1 * order + self._hidden(box)
                if gap in FAR_GAPS:
                    cost += self._crossed((x, y), radius, box)
                if cost < best_cost and self.free(box):
                    best, best_cost = Spot(middle, right, gap in FAR_GAPS), cost
        if best is not None:
            self.boxes.append(box_around(best.middle, size))
        return best

    def free(self, box: Box) -> bool:
        """Whether a box lies within the area, and covers neither a disc nor another box."""
        left, low, right, top = box
        x0, y0, x1, y1 = self.area
        if left < x0 or low < y0 or right > x1 or top > y1:
            return False
        if self.boxes:
            taken = np.array(self.boxes)
            across = (taken[:, 0] < right) & (taken[:, 2] > left)
            if (across & (taken[:, 1] < top) & (taken[:, 3] > low)).any():
                return False
        beside = self.discs[:, 0] - np.clip(self.discs[:, 0], left, right)
        above = self.discs[:, 1] - np.clip(self.discs[:, 1], low, top)
        return not (np.hypot(beside, above) < self.discs[:, 2]).any()

    def _crossed(self, point: tuple[float, float], radius: float, box: Box) -> float:
        """What a line from the disc to the box runs over: lines; infinite for discs and names."""
        end = np.clip(point, box[:2], box[2:])
        t = np.linspace(0, 1, 33)[:, None]
        line = (1 - t) * np.array(point) + t * end
        line = line[np.linalg.norm(line - point, axis=1) > radius]
        far = np.linalg.norm(self.discs[None, :, :2] - line[:, None], axis=2)
        if (far < self.discs[None, :, 2] + 1).any():
            return np.inf
        for left, low, right, top in self.boxes:
            if ((line > (left, low)) & (line < (right, top))).all(axis=1).any():
                return np.inf
        away = line[np.linalg.norm(line - point, axis=1) > radius + 3]
        near = np.linalg.norm(self.lines[None] - away[:, None], axis=2) < 2.5
        return 2.0 * float(near.any(axis=0).sum())

    def _hidden(self, box: Box) -> int:
        left, low, right, top = box[0] - BESIDE, box[1] - BESIDE, box[2] + BESIDE, box[3] + BESIDE
        x, y = self.lines[:, 0], self.lines[:, 1]
        return int(((x > left) & (x < right) & (y > low) & (y < top)).sum())

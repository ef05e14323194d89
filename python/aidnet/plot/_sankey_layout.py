"""How a Sankey diagram is put together: what is in each column, in which order, and how high."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from aidnet.network import Array

OTHERS = "\0others"
"""The key of the node that stands for all that are too small for one of their own."""


@dataclass
class Amount:
    """A weight with its bounds; sums of bounds are bounds of sums."""

    weight: float = 0.0
    lower: float = 0.0
    upper: float = 0.0
    stated: bool = False

    def add(self, other: Amount) -> None:
        """Add what another one holds."""
        self.weight += other.weight
        self.lower += other.lower
        self.upper += other.upper
        self.stated |= other.stated


@dataclass
class Column:
    """The nodes of one column from the top, with what passes through each."""

    keys: list[Hashable]
    amounts: dict[Hashable, Amount]
    merged: int = 0
    """How many nodes stand behind the one for the others."""
    middles: list[float] = field(default_factory=list)
    """Where the middle of each node is, in units of weight."""


Links = dict[tuple["Hashable", "Hashable"], Amount]


def add_link(links: Links, left: Hashable, right: Hashable, amount: Amount) -> None:
    """Add an amount to the link between two keys."""
    links.setdefault((left, right), Amount()).add(amount)


def passing(links: Links, side: int) -> dict[Hashable, Amount]:
    """What leaves (side 0) or reaches (side 1) each key, in order of first appearance."""
    found: dict[Hashable, Amount] = {}
    for ends, amount in links.items():
        found.setdefault(ends[side], Amount()).add(amount)
    return found


def largest(amounts: dict[Hashable, Amount]) -> list[Hashable]:
    """The keys by weight, the largest first; equals in order of first appearance."""
    return sorted(amounts, key=lambda key: -amounts[key].weight)


def merge(links: Links, side: int, top: int) -> tuple[Links, int]:
    """The same links with all but the `top` largest keys of a side as one; how many that are."""
    order = largest(passing(links, side))
    if len(order) <= top:
        return links, 0
    kept, merged = set(order[: top - 1]), Links()
    for ends, amount in links.items():
        own = [*ends]
        own[side] = ends[side] if ends[side] in kept else OTHERS
        add_link(merged, own[0], own[1], amount)
    return merged, len(order) - len(kept)


def columns_of(stages: Sequence[Links], merged: Sequence[int]) -> list[Column]:
    """The first column by amount; each other where its links come from. The others are last."""
    amounts = passing(stages[0], 0)
    columns = [Column(_others_last(largest(amounts)), amounts, merged[0])]
    for stage, count in zip(stages, merged[1:], strict=True):
        before = {key: k for k, key in enumerate(columns[-1].keys)}
        amounts = passing(stage, 1)
        pull = {key: [0.0, 0.0] for key in amounts}
        least = 1e-9 * max((one.weight for one in amounts.values()), default=1.0) or 1.0
        for (left, right), amount in stage.items():
            share = max(amount.weight, least)
            pull[right][0] += share * before[left]
            pull[right][1] += share
        keys = sorted(largest(amounts), key=lambda key: round(pull[key][0] / pull[key][1], 6))
        columns.append(Column(_others_last(keys), amounts, count))
    return columns


def _others_last(keys: list[Hashable]) -> list[Hashable]:
    return [key for key in keys if key != OTHERS] + [key for key in keys if key == OTHERS]


def scale(columns: Sequence[Column], heights: Sequence[Array], room: float, gap: float) -> float:
    """How many points a unit of weight is, so that all columns fit with the heights of their names.

    0 where not even the names do.
    """
    weights = [np.array([one.amounts[key].weight for key in one.keys]) for one in columns]
    most = max((float(weight.sum()) for weight in weights), default=0.0)
    if not most:
        return room
    low, high = 0.0, room / most
    for _ in range(60):
        middle = (low + high) / 2
        fits = all(
            float(np.maximum(weight * middle, height).sum()) + gap * (len(weight) - 1) <= room
            for weight, height in zip(weights, heights, strict=True)
        )
        low, high = (middle, high) if fits else (low, middle)
    return low


def stack(
    columns: Sequence[Column], heights: Sequence[Array], room: float, gap: float, per_unit: float
) -> None:
    """Set the middles of all nodes: from the top down, what is left over between them."""
    for column, height in zip(columns, heights, strict=True):
        weight = np.array([column.amounts[key].weight for key in column.keys])
        slots = np.maximum(weight * per_unit, height)
        left = room - float(slots.sum()) - gap * (len(slots) - 1)
        between = gap + max(left, 0.0) / (len(slots) + 1)
        top = room - max(left, 0.0) / (len(slots) + 1)
        column.middles = []
        for slot in slots:
            column.middles.append((top - slot / 2) / per_unit)
            top -= slot + between


def ends(stage: Links, left: Column, right: Column) -> dict[tuple[Hashable, Hashable], Array]:
    """Where each link begins and ends: its middle at the left and at the right node."""
    found = {pair: np.zeros(2) for pair in stage}
    pairs = list(stage)
    place = [{key: k for k, key in enumerate(column.keys)} for column in (left, right)]
    for side, column in enumerate((left, right)):
        top = {
            key: column.middles[k] + column.amounts[key].weight / 2
            for k, key in enumerate(column.keys)
        }
        opposite = place[1 - side]
        in_order = sorted((opposite[pair[1 - side]], k) for k, pair in enumerate(pairs))
        for pair in (pairs[k] for _, k in in_order):
            weight = stage[pair].weight
            found[pair][side] = top[pair[side]] - weight / 2
            top[pair[side]] -= weight
    return found

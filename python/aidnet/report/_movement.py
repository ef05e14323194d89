"""Who travels which way: staff sent west, students who come east, and who goes home again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.report._nets import Net, Node, net_of, nodes_of
from aidnet.report._stages import sums_of
from aidnet.report._sums import Sums
from aidnet.report._values import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from aidnet.ledger import Ledger

UNIT = "person"
TRAVELS = ("staff", "training", "students", "employment", "service")
"""What brings somebody from one side to the other; funding for persons, say, does not."""
ORDER = ("west", "east", "return", "within", "between", "unplaced")

NONE: dict[str, Any] = {"total": 0, "flows": []}


@dataclass(frozen=True)
class Movement:
    """Sums by direction, sides and resource, and the network of provinces by movement."""

    rows: list[dict[str, Any]]
    chart: list[dict[str, Any]]
    """Sums by resource, whether there or home, and the side that people travel to."""
    not_drawn: dict[str, Any]
    """What has no such side."""
    net: Net | None
    unit: str = UNIT


def movement_of(ledger: Ledger) -> Movement:
    """The movement of people in a ledger."""
    known = set(text(ledger.shared_table("flows")["resource"]))
    resources = [one for one in TRAVELS if one in known]
    if UNIT not in ledger.compiled.units or not resources:
        return Movement([], [], NONE, None)
    options: dict[str, Any] = {
        "unit": UNIT, "resource": resources, "orientation": "movement",
    }  # fmt: skip
    row_of = ledger.ids("flows")
    net = ledger.network(**options, level="side")
    nodes: dict[Any, Node] = dict(zip(net.nodes, nodes_of(net), strict=True))
    sums = Sums(net)
    rows = sums.rows
    if not len(rows):
        return Movement([], [], NONE, None)
    ends = [
        (nodes[source], nodes[target])
        for source, target in zip(rows["source_node"], rows["target_node"], strict=True)
    ]
    by_row, by_bar = _Groups(sums, row_of), _Groups(sums, row_of)
    for k, ((source, target), way, resource) in enumerate(
        zip(ends, text(rows["direction"]), text(rows["resource"]), strict=True)
    ):
        sides = [id_ if kind == "side" else "" for kind, id_ in (source, target)]
        by_row.add((_direction(sides[0], sides[1], way), sides[0], sides[1], resource), k)
        travels = _travels(sides[0], sides[1])
        by_bar.add(
            (resource, "return" if way == "return" else "out", travels) if travels else (), k
        )
    found = [
        {
            "direction": direction,
            "from": ("side", source) if source else None,
            "to": ("side", target) if target else None,
            "resource": resource,
            "travels": _travels(source, target),
            **told,
        }
        for (direction, source, target, resource), told in by_row.sums()
    ]
    found.sort(key=lambda row: (ORDER.index(row["direction"]), -(row["total"] or 0)))
    bars = dict(by_bar.sums())
    rest = bars.pop((), NONE)
    chart = [
        {"resource": resource, "kind": kind, "travels": travels, **told}
        for (resource, kind, travels), told in bars.items()
    ]
    chart.sort(key=lambda bar: (bar["kind"], bar["travels"] != "west", -(bar["total"] or 0)))
    provinces = ledger.network(**options, level="province")
    return Movement(
        found, chart, rest, net_of(provinces, nodes_of(provinces), row_of, by_resource=True)
    )


class _Groups:
    """Statements of a network by some key, to be summed."""

    def __init__(self, sums: Sums, row_of: pd.Index) -> None:
        self._sums, self._row_of = sums, row_of
        self._at: dict[tuple[str, ...], list[int]] = {}

    def add(self, key: tuple[str, ...], row: int) -> None:
        self._at.setdefault(key, []).append(row)

    def sums(self) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
        for key, at in self._at.items():
            which = np.zeros(len(self._sums.rows), bool)
            which[at] = True
            yield key, sums_of(self._sums, which, self._row_of)


def _travels(source: str, target: str) -> str | None:
    """The side to which somebody goes from the other one."""
    return target if {source, target} == {"west", "east"} else None


def _direction(source: str, target: str, way: str) -> str:
    """Which way somebody travels: home, from side to side, or within one."""
    if way == "return":
        return "return"
    if not source or not target:
        return "unplaced"
    if source == target:
        return "within"
    return {("east", "west"): "west", ("west", "east"): "east"}.get((source, target), "between")

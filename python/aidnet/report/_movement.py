"""Who travels which way: staff sent west, students who come east, and who goes home again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aidnet.report._nets import Net, Node, net_of, nodes_of
from aidnet.report._stages import sums_of
from aidnet.report._values import text

if TYPE_CHECKING:
    from aidnet.ledger import Ledger

UNIT = "person"
TRAVELS = ("staff", "training", "students", "employment", "service")
"""What brings somebody from one side to the other; funding for persons, say, does not."""
ORDER = ("west", "east", "return", "within", "between", "unplaced")


@dataclass(frozen=True)
class Movement:
    """Sums by direction, sides and resource, and the network of provinces by movement."""

    rows: list[dict[str, Any]]
    net: Net | None
    unit: str = UNIT


def movement_of(ledger: Ledger) -> Movement:
    """The movement of people in a ledger."""
    known = set(text(ledger.shared_table("flows")["resource"]))
    resources = [one for one in TRAVELS if one in known]
    if UNIT not in ledger.compiled.units or not resources:
        return Movement([], None)
    options: dict[str, Any] = {
        "unit": UNIT, "resource": resources, "orientation": "movement",
    }  # fmt: skip
    row_of = ledger.ids("flows")
    net = ledger.network(**options, level="side")
    nodes: dict[Any, Node] = dict(zip(net.nodes, nodes_of(net), strict=True))
    rows = net.statements()
    if not len(rows):
        return Movement([], None)
    ends = [
        (nodes[source], nodes[target])
        for source, target in zip(rows["source_node"], rows["target_node"], strict=True)
    ]
    groups: dict[tuple[str, str, str, str], list[int]] = {}
    for k, ((source, target), way, resource) in enumerate(
        zip(ends, text(rows["direction"]), text(rows["resource"]), strict=True)
    ):
        sides = [id_ if kind == "side" else "" for kind, id_ in (source, target)]
        key = (_direction(sides[0], sides[1], way), sides[0], sides[1], resource)
        groups.setdefault(key, []).append(k)
    found = [
        {
            "direction": direction,
            "from": ("side", source) if source else None,
            "to": ("side", target) if target else None,
            "resource": resource,
            **sums_of(rows.iloc[at], row_of),
        }
        for (direction, source, target, resource), at in groups.items()
    ]
    found.sort(key=lambda row: (ORDER.index(row["direction"]), -(row["total"] or 0)))
    provinces = ledger.network(**options, level="province")
    return Movement(found, net_of(provinces, nodes_of(provinces), row_of, by_resource=True))


def _direction(source: str, target: str, way: str) -> str:
    """Which way somebody travels: home, from side to side, or within one."""
    if way == "return":
        return "return"
    if not source or not target:
        return "unplaced"
    if source == target:
        return "within"
    return {("east", "west"): "west", ("west", "east"): "east"}.get((source, target), "between")

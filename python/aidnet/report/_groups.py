"""Who stands together, and who stands between: groups, their members, and channels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aidnet.report._values import text

if TYPE_CHECKING:
    from aidnet.ledger import Ledger
    from aidnet.report._nets import Node


def groups_of(ledger: Ledger) -> list[dict[str, Any]]:
    """Each group with its members, and the rows of flows that name it; the busiest first."""
    table = ledger.shared_table("groups")
    by = {end: _rows_by(ledger, end) for end in ("donor", "recipient", "channel")}
    members: dict[str, list[tuple[Node, str]]] = {}
    for group, member, role in zip(
        text(table["group"]), text(table["member"]), text(table["role"]), strict=True
    ):
        members.setdefault(group, []).append((("party", member), role))
    found = [
        {
            "n": ("party", group),
            "members": own,
            "given": by["donor"].get(group, []),
            "received": by["recipient"].get(group, []),
            "through": by["channel"].get(group, []),
        }
        for group, own in members.items()
    ]
    return sorted(
        found, key=lambda one: -sum(len(one[k]) for k in ("given", "received", "through"))
    )


def channels_of(ledger: Ledger) -> list[dict[str, Any]]:
    """Who carries out gifts of others, with the rows of these flows; the busiest first."""
    found = [
        {"n": ("party", party), "flows": rows}
        for party, rows in _rows_by(ledger, "channel").items()
    ]
    return sorted(found, key=lambda one: -len(one["flows"]))


def _rows_by(ledger: Ledger, column: str) -> dict[str, list[int]]:
    """The rows of the flows that name each party in a column."""
    found: dict[str, list[int]] = {}
    for row, party in enumerate(text(ledger.shared_table("flows")[column])):
        if party:
            found.setdefault(party, []).append(row)
    return found

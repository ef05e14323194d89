"""The statements of a report, as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aidnet.report._nodes import shortened
from aidnet.report._values import cells, rows_of, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aidnet.ledger import Ledger
    from aidnet.report._nodes import Nodes

WORDS = ("resource", "unit", "qualifier", "status", "direction", "confidence", "scope")
TEXTS = {"start": 10, "end": 10, "figure": 200, "note": 1000}
"""Texts, and behind how many characters they are cut."""
ID = 500
SOURCE = {"title": 500, "publisher": 200, "published": 10, "lang": 20}
"""Behind how many characters ids and what is told of a source are cut."""
LINKS = ("part_of", "same_as", "fulfils")


def flows_of(
    ledger: Ledger,
    rows: Sequence[int],
    number: dict[int, int],
    nodes: Nodes,
    sources: Sequence[dict[str, Any]],
) -> dict[str, list[Any]]:
    """The flows at some rows, one list a column; `number` is the place of each row."""
    flows = ledger.shared_table("flows")
    part = flows.iloc[list(rows)]
    columns: dict[str, list[Any]] = {"id": [shortened(one, ID) for one in text(part["flow"])]}
    for end in ("donor", "recipient", "channel"):
        columns[end] = [nodes(("party", one)) if one else None for one in text(part[end])]
    columns["programme"] = [
        nodes(("programme", one)) if one else None for one in text(part["programme"])
    ]
    for name in ("value", "lower", "upper"):
        columns[name] = cells(part[name])
    columns |= {name: text(part[name]).astype(str).tolist() for name in WORDS}
    columns |= {
        name: [shortened(one, most) for one in text(part[name])] for name, most in TEXTS.items()
    }
    place = {one["id"]: k for k, one in enumerate(sources)}
    columns["source"] = [place.get(shortened(one, ID)) for one in text(part["source"])]
    spans = zip(cells(part["span_start"]), cells(part["span_end"]), strict=True)
    columns["span"] = [None if a is None or b is None else [a, b] for a, b in spans]
    row_of = ledger.ids("flows")
    for name in LINKS:
        found = rows_of(row_of, text(part[name])).tolist()
        columns[name] = [number.get(row) for row in found]
    return columns


def sources_of(
    ledger: Ledger, rows: Sequence[int], counts: dict[str, int], most: int
) -> list[dict[str, Any]]:
    """The sources in the ledger's order, with the number of their statements.

    All of them, or those of the flows at some rows where there are too many.
    """
    table = ledger.shared_table("sources")
    if len(table) > most:
        cited = text(ledger.shared_table("flows")["source"].iloc[list(rows)])
        table = table[table["source"].isin(set(cited))]
    columns = {name: text(table[name]) for name in SOURCE}
    return [
        {
            "id": shortened(own, ID),
            **{name: shortened(str(told), SOURCE[name]) or None
               for name, told in zip(SOURCE, row, strict=True)},
            "flows": counts.get(own, 0),
        }
        for own, row in zip(text(table["source"]), zip(*columns.values(), strict=True), strict=True)
    ]  # fmt: skip

"""`aidnet flows`: the statements behind a party, or between two."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from aidnet.cli._answer import Answer, plain, records
from aidnet.cli._behind import behind_edges, named_by, to
from aidnet.cli._command import Common, make
from aidnet.cli._page import Column, Page
from aidnet.cli._text import NO_AMOUNT, amount, count

if TYPE_CHECKING:
    import click
    import pandas as pd

HELP = """The statements behind a party (given and received), or behind help from one to another.

Names are ids, codes, names or aliases in any script; `aidnet names TEXT` tells what one can mean.

Without options of `aidnet network`: all statements of the ledger that name the party, whatever the
unit. With any of them (such as --unit or --level): those behind the edges of that network, with
what each contributes. Sources are read back by `aidnet audit`.

\b
  aidnet flows Dalian
  aidnet flows 大连 水城
  aidnet flows 辽宁省 贵州省 --unit CNY --level province
"""
FIELDS = ("flow", "donor", "recipient", "resource", "unit", "value", "lower", "upper", "qualifier",
          "figure", "status", "start", "end", "direction", "programme", "channel", "source",
          "span_start", "span_end", "confidence", "note")  # fmt: skip

CONTRIBUTED = ("amount", "amount_lower", "amount_upper")


def command() -> click.Command:
    """The command."""
    import click

    return make(
        "flows",
        run,
        HELP,
        [click.Argument(["name"]), click.Argument(["recipient"], required=False)],
        network=True,
    )


def run(common: Common, *, name: str, recipient: str | None) -> Answer:
    """Find the statements; of one party those given before those received."""
    ledger = common.ledger()
    if common.network:
        net = common.build(ledger)
        parts = behind_edges(net, common.language, name, recipient)
    else:
        parts = named_by(ledger, common.language, name, recipient)
    adds = bool(common.network) and common.network.get("weight", "sum") == "sum"
    for part in parts:
        part.flows = _open_above(part.flows)
    columns = [*(CONTRIBUTED if adds else ()), *FIELDS]

    def page(page: Page) -> None:
        for part in parts:
            page.title(f"{part.title}: {count(len(part.flows), 'statement')}")
            shown = part.flows.head(common.shown(20) or len(part.flows))
            if len(shown):
                _table(page, shown, part.partner, adds=adds, language=common.language)
            if len(part.flows) > len(shown):
                left = len(part.flows) - len(shown)
                page.note(f"… and {left:,} more (--limit 0 lists all)")
            for note in part.notes:
                page.note(note)

    document = common.head("flows") | {
        "options": plain(common.network),
        "statements": {
            part.side: records(part.flows.head(common.limit or len(part.flows))[columns])
            for part in parts
        },
    }
    return Answer(document, page, _together(parts, columns))


def _open_above(flows: pd.DataFrame) -> pd.DataFrame:
    """Upper bounds that the words leave open ("more than 270") are infinite, not missing."""
    open_above = (
        flows["qualifier"].isin(["over", "at_least"])
        & flows["value"].notna()
        & flows["upper"].isna()
    )
    return flows.assign(upper=flows["upper"].mask(open_above, math.inf))


def _together(parts: Any, columns: list[str]) -> pd.DataFrame:
    import pandas as pd

    together: pd.DataFrame = pd.concat(
        [part.flows[columns].astype(object).assign(side=part.side) for part in parts],
        ignore_index=True,
    )
    return together


def _table(
    page: Page, flows: pd.DataFrame, partner: str | None, *, adds: bool, language: str
) -> None:
    """One statement a row, and what else it says below."""
    columns = [Column("flow", whole=True)]
    if partner:
        columns.append(Column({"recipient": "to", "donor": "from"}[partner]))
    columns += [
        Column("resource", whole=True),
        Column("amount", number=True),
        Column("status", whole=True),
        Column("date", whole=True),
    ]
    rows, below = [], []
    for row in records(flows):
        partners = [f"{row[partner + '_name']}"] if partner else []
        rows.append(
            [row["flow"], *partners, row["resource"] or "", _amount(row, adds=adds),
             row["status"] or "–", _date(row)]
        )  # fmt: skip
        below.append(_details(row, language))
    page.table(columns, rows, below=below)


def _amount(row: dict[str, Any], *, adds: bool) -> str:
    """What a statement contributes, or else states, with its unit."""
    if adds:
        value, lower, upper = row["amount"], row["amount_lower"], row["amount_upper"]
        low, high, open_ = value, value, False
        if lower is not None:
            low, high, open_ = lower, upper, row["amount_upper_unbounded"]
    else:
        value, low, high = row["value"], row["lower"], row["upper"]
        open_ = row["upper_unbounded"]
    unit = f" {row['unit']}" if row["unit"] else ""
    if value is None and low is None and high is None:
        return NO_AMOUNT
    if value is None:
        return f"{amount(low)}-{amount(high)}{unit}"
    if open_:
        return f"≥ {amount(value)}{unit}"
    if row["qualifier"] == "nearly":
        return f"≤ {amount(value)}{unit}"
    if row["qualifier"] == "about":
        return f"≈ {amount(value)}{unit}"
    if low is not None and high is not None and low < high:
        return f"{amount(value)} ({amount(low)}-{amount(high)}){unit}"
    return f"{amount(value)}{unit}"


def _date(row: dict[str, Any]) -> str:
    first, last = row["start"], row["end"]
    if not first and not last:
        return "undated"
    if first == last or not last:
        return str(first)
    return f"{(first or '')[:7]}/{last[:7]}"


def _details(row: dict[str, Any], language: str) -> str:
    where = row["source"] or "no source"
    if row["span_start"] is not None:
        where += f" [{row['span_start']}, {row['span_end']})"
    ends = ""
    if "party_from" in row:  # behind a network: who it is, where the nodes are places or groups
        own = (row["party_from"], row["party_to"])
        ends = to(language, *own) if own != (row["source_node"], row["target_node"]) else ""
    parts = [ends, f"“{row['figure']}”" if row["figure"] else "", where, row["confidence"] or ""]
    if row["direction"] and row["direction"] != "forward":
        parts.append(f"travels {row['direction']}")
    parts += [row["note"] or ""]
    return " · ".join(part for part in parts if part)

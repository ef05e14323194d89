"""`aidnet network`: a network of the flows, its largest edges, and files for other programs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from aidnet.cli._answer import Answer, plain, records
from aidnet.cli._command import Common, make
from aidnet.cli._page import Column, Page
from aidnet.cli._text import NO_AMOUNT, NOTHING, amount, count

if TYPE_CHECKING:
    from collections.abc import Callable

    import click

    from aidnet._description import Description
    from aidnet.ledger_network import LedgerNetwork
    from aidnet.network import Network

HELP = """Make a network of the flows: who helps whom, at the level and in the unit chosen.

Prints what is in it, what was left out and why, and the largest edges with their bounds. --output
exports it by suffix: .csv (edges), .graphml, .gexf, .json (node-link, as NetworkX reads it), .txt
(what is printed).

\b
  aidnet network --unit CNY
  aidnet network --unit CNY --level province --language zh -o money.graphml
  aidnet network --unit person --status disbursed --period 2018:2020
"""
GRAPH_FILES = (".csv", ".graphml", ".gexf", ".json")
EXACT_TEXTS = ("total", "total_lower", "total_upper", "remainder_sum", "dropped_sum",
               "unexecuted_sum")  # fmt: skip


def command() -> click.Command:
    """The command."""
    return make("network", run, HELP, network=True)


def run(common: Common) -> Answer:
    """Build, describe, and list the largest edges."""
    from aidnet.export import edge_table, formulas

    net = common.build(common.ledger())
    table = edge_table(net)
    ordered = table.sort_values("weight", ascending=False, kind="stable")

    def page(page: Page) -> None:
        page.text(str(net.describe()))
        shown = ordered.head(common.shown(20) or len(ordered))
        if not len(shown):
            return
        adds = net.options["weight"] == "sum"
        page.title(f"Largest edges{f', in {net.unit}' if net.unit else ''}")
        page.table(
            [Column("from"), Column("to"), Column("at least", number=True),
             Column("stated", number=True), Column("at most", number=True),
             Column("flows", number=True)],
            [[str(row["source"]), str(row["target"]), *_amounts(row, adds=adds),
              f"{row['flows']:,}" + "*" * bool(adds and row["without_amount"])]
             for row in records(shown)],
        )  # fmt: skip
        if adds and shown["without_amount"].any():
            page.note("* some or all of these flows state no amount, and add nothing")
        if len(ordered) > len(shown):
            page.note(f"… and {len(ordered) - len(shown):,} smaller ones (--limit 0 lists all)")

    nodes = net.node_table.reset_index()
    document = common.head("network") | {
        "options": plain(common.network),
        "unit": net.unit,
        "description": described(net.describe()),
        "node_count": net.node_count,
        "edge_count": net.edge_count,
        "nodes": records(nodes),
        "edges": records(ordered.head(common.limit) if common.limit else table),
    }
    files: dict[str, Callable[[], bytes]] = {
        suffix: partial(_content, net, suffix) for suffix in GRAPH_FILES
    }
    warnings = []
    if common.writes == ".csv" and (risky := formulas(net)):
        warnings.append(
            f"{count(len(risky), 'name')} in the file would be a formula in a spreadsheet "
            f"({risky[0]!r}); import its columns as text"
        )
    return Answer(document, page, files=files, warnings=warnings)


def _amounts(row: dict[str, Any], *, adds: bool) -> list[str]:
    if adds and row["flows"] == row["without_amount"]:
        return [NOTHING, NO_AMOUNT, NOTHING]
    upper = "unbounded" if row["unbounded"] else amount(row["upper"])
    return [amount(row["lower"]), amount(row["weight"]), upper]


def _content(net: Network, suffix: str) -> bytes:
    from aidnet.export import content

    return content(net, suffix)


def described(description: Description) -> dict[str, Any]:
    """What a network holds, with its exact sums as numbers."""
    told: dict[str, Any] = dict(description)
    for name in EXACT_TEXTS:
        text = told.get(name)
        if isinstance(text, str):
            unbounded = text == "unbounded"
            told[name] = None if unbounded or not text else _number(text)
            if name.endswith("upper"):
                told[f"{name}_unbounded"] = unbounded
    cleaned: dict[str, Any] = plain(told)
    return cleaned


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def sketch(net: LedgerNetwork) -> str:
    """One line on a network: how many flows, how much, between what."""
    return str(net.describe()).partition("\n")[0]

"""`aidnet names`: what a name can mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aidnet.cli._answer import Answer, records
from aidnet.cli._command import Common, make
from aidnet.cli._page import Column, Page

if TYPE_CHECKING:
    import click
    import pandas as pd

    from aidnet.ledger import Ledger

HELP = """What a name can mean: parties, places and programmes by id, code, name or alias.

TEXT is compared whatever its script, width and case.

\b
  aidnet names 中山
  aidnet names dalian
"""
SINGULAR = {"parties": "party", "places": "place", "programmes": "programme"}


def command() -> click.Command:
    """The command."""
    import click

    return make("names", run, HELP, [click.Argument(["text"])])


def run(common: Common, *, text: str) -> Answer:
    """Find the candidates, and what tells them apart."""
    ledger = common.ledger()
    found = described(ledger, ledger.candidates(text).drop(columns="row"))
    if found.empty:
        ledger.match(text)  # raises, and suggests the nearest
    shown = common.shown(0)

    def page(page: Page) -> None:
        columns = [
            Column(head, whole=head in ("id", "by", "code"))
            for head in ("id", "is a", "by", "name", "中文", "in", "code")
        ]
        rows = [
            [row["id"], row["kind"], row["how"], row["name_en"] or "", row["name_zh"] or "",
             row["within"] or "", row["code"] or ""]
            for row in records(found.head(shown or len(found)))
        ]  # fmt: skip
        if not any(row[-1] for row in rows):
            columns, rows = columns[:-1], [row[:-1] for row in rows]
        page.table(columns, rows)

    document = common.head("names") | {
        "text": text,
        "candidates": records(found.head(common.limit or len(found))),
    }
    return Answer(document, page, found)


def described(ledger: Ledger, found: pd.DataFrame) -> pd.DataFrame:
    """Candidates with their kind, what they lie in, and their code."""
    rows: list[dict[str, Any]] = []
    for table, key in zip(found["table"], found["id"], strict=True):
        all_rows = ledger.shared_table(table)
        own = all_rows.iloc[ledger.row(table, key)]
        what, upper = {"parties": ("kind", "place"), "places": ("level", "parent")}.get(
            table, ("type", "parent")
        )
        kind = str(own[what]) if isinstance(own[what], str) else ""
        rows.append(
            {
                "kind": f"{SINGULAR[table]}, {kind}" if kind else SINGULAR[table],
                "within": own[upper],
                "code": own.get("code"),
            }
        )
    columns = ["kind", "within", "code"]
    extra = {name: [row[name] for row in rows] for name in columns}
    return found.assign(**extra)

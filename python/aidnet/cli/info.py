"""`aidnet info`: what a ledger holds, and how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aidnet.cli._answer import Answer, records
from aidnet.cli._command import Common, make
from aidnet.cli._page import Column, Page
from aidnet.cli._text import count

if TYPE_CHECKING:
    import click
    import pandas as pd

    from aidnet.ledger import Ledger

HELP = """What the ledger holds, and how sure it is.

Its title and citation, its tables, and its flows by resource, unit, status, year, figure,
confidence and source.

\b
  aidnet info
  aidnet info --input my-ledger/ --json
"""
BY = ("resource", "unit", "status", "qualifier", "confidence", "direction")
NOUNS = {"flows": "flow", "parties": "party", "places": "place", "groups": "membership",
         "relations": "relation", "programmes": "programme", "aliases": "alias",
         "sources": "source"}  # fmt: skip
PLURALS = {"parties": "parties", "aliases": "aliases"}
NOT_STATED = "not stated"


def command() -> click.Command:
    """The command."""
    return make("info", run, HELP)


def run(common: Common) -> Answer:
    """Count the flows in every way that a reader asks for first."""
    ledger = common.ledger()
    facts = gathered(ledger)

    def page(page: Page) -> None:
        if ledger.title:
            page.title(ledger.title)
        page.text(
            ", ".join(
                count(n, NOUNS[t], PLURALS.get(t, "")) for t, n in facts["tables"].items() if n
            )
        )
        if ledger.description:
            page.gap()
            page.text(ledger.description)
        lists = facts["flows"]
        for title, names in (
            ("Flows by resource, unit and year", ("resource", "unit", "year")),
            ("How sure: flows by figure, confidence and status",
             ("qualifier", "confidence", "status")),
        ):  # fmt: skip
            page.title(title)
            page.beside(*(_pairs(lists[name], common.shown(16)) for name in names))
        page.note(
            f"{count(facts['with_amount'], 'flow')} of {len(ledger):,} "
            f"{'has' if facts['with_amount'] == 1 else 'have'} an amount; "
            f"{facts['bounded']:,} of these only bounds, or a value within bounds. "
            "A year is that in which a flow ends, or else begins."
        )
        if facts["sources"]:
            page.title("Sources")
            page.table(
                [Column("source"), Column("flows", number=True), Column("published"),
                 Column("title")],
                [[row["source"], f"{row['flows']:,}", row["published"] or "", row["title"] or ""]
                 for row in facts["sources"]],
            )  # fmt: skip
        if ledger.citation:
            page.title("To cite")
            page.text(ledger.citation)

    document = common.head("info") | facts
    return Answer(document, page)


def _pairs(counts: dict[str, int], shown: int | None) -> list[tuple[str, str]]:
    pairs = [(f"{number:,}", words) for words, number in counts.items()]
    if shown is None or len(pairs) <= shown:
        return pairs
    blank = [pair for pair in pairs if pair[1] == NOT_STATED]
    kept = pairs[: shown - 1 - len(blank)]
    return [*kept, ("…", f"{len(pairs) - len(kept) - len(blank)} more"), *blank]


def gathered(ledger: Ledger) -> dict[str, Any]:
    """What is told of a ledger, as numbers."""
    flows = ledger.shared_table("flows")
    figures = flows[["value", "lower", "upper"]]
    with_amount = figures.notna().any(axis="columns")
    exact = flows["value"].notna() & ~figures[["lower", "upper"]].ne(flows["value"], axis=0).any(
        axis="columns"
    )
    exact |= flows["qualifier"].astype(object).eq("exact")
    by_source = counted(flows["source"])
    sources = [
        {"source": row["source"], "flows": by_source.get(str(row["source"]), 0),
         "title": row["title"], "publisher": row["publisher"], "published": row["published"]}
        for row in records(ledger.shared_table("sources"))
    ]  # fmt: skip
    years = flows["end"].astype(object).where(flows["end"].notna(), flows["start"].astype(object))
    by_year = counted(years.str[:4] if len(flows) else years, in_order=True)
    return {
        "title": ledger.title,
        "description": ledger.description,
        "citation": ledger.citation,
        "tables": {name: ledger.compiled.rows(name) for name in NOUNS},
        "with_amount": int(with_amount.sum()),
        "bounded": int((with_amount & ~exact).sum()),
        "flows": {name: counted(flows[name]) for name in BY} | {"year": by_year},
        "sources": sources,
    }


def counted(column: pd.Series, *, in_order: bool = False) -> dict[str, int]:
    """How often each word stands in a column, the most frequent first; blanks last."""
    words = column.astype(object)
    counts = words.dropna().value_counts(sort=False)
    ordered = sorted(counts.items(), key=lambda one: str(one[0]) if in_order else -one[1])
    listed = {str(word): int(number) for word, number in ordered if number}
    blank = int(words.isna().sum())
    return listed | ({NOT_STATED: blank} if blank else {})

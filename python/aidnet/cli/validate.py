"""`aidnet validate`: all that is wrong with a ledger, and what to know before believing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aidnet.cli._answer import Answer, records
from aidnet.cli._command import Common, make
from aidnet.cli._errors import FINDING, OK, REFUSED, InputError, in_terminal_words
from aidnet.cli._page import Column, Page
from aidnet.cli._text import count
from aidnet.errors import LedgerError

if TYPE_CHECKING:
    import click
    import pandas as pd

HELP = """Read a ledger and tell all that is wrong with it.

Problems of the input are listed by place: file, row, line and column. A ledger that can be read is
checked in itself: totals against their parts, possible duplicates, names that mean the same.

Exit code 1 where the input is refused, 3 where two statements contradict each other (a finding that
is inconsistent), else 0. --limit is for each kind of finding.

\b
  aidnet validate --input my-flows.csv
  aidnet validate --input my-ledger/ --limit 0
"""
VERDICTS = ("inconsistent", "undecided", "consistent")
EVERY = 2**31 - 1


def command() -> click.Command:
    """The command."""
    return make("validate", run, HELP)


def run(common: Common) -> Answer:
    """Read and check."""
    try:
        ledger = common.ledger(max_problems=EVERY)
    except InputError as error:
        if not isinstance(error.__cause__, LedgerError):
            raise
        return refused(common, error.__cause__)
    findings = ledger.check()
    wrong = int((findings["verdict"] == "inconsistent").sum())

    def page(page: Page) -> None:
        page.title(ledger.title or "Ledger")
        page.text(f"{count(len(ledger), 'flow')}, all read.")
        if findings.empty:
            page.text("Nothing to report: no total, duplicate, circle or name needs a look.")
            return
        table = findings.groupby(["kind", "verdict"], sort=False).size()
        page.title("Findings")
        kinds = list(dict.fromkeys(findings["kind"]))
        page.table(
            [Column("kind"), *(Column(verdict, number=True) for verdict in VERDICTS)],
            [[kind, *(_number(table.get((kind, one), 0)) for one in VERDICTS)] for kind in kinds],
        )
        for verdict in VERDICTS[:2]:
            for kind in kinds:
                _list(page, findings, kind, verdict, common.shown(3))
        page.gap()
        page.text(f"{count(wrong, 'contradiction') if wrong else 'No contradiction'}.")

    document = common.head("validate") | {
        "problems": [],
        "problem_count": 0,
        "findings": records(_limited(findings, common.limit)),
        "finding_count": len(findings),
        "inconsistent": wrong,
    }
    return Answer(document, page, _flat(findings), code=FINDING if wrong else OK)


def _limited(findings: pd.DataFrame, limit: int | None) -> pd.DataFrame:
    return findings.groupby(["kind", "verdict"]).head(limit) if limit else findings


def _flat(findings: pd.DataFrame) -> pd.DataFrame:
    return findings.assign(ids=[" ".join(map(str, ids)) for ids in findings["ids"]])


def _list(page: Page, findings: pd.DataFrame, kind: str, verdict: str, shown: int | None) -> None:
    chosen = findings[(findings["kind"] == kind) & (findings["verdict"] == verdict)]
    if chosen.empty:
        return
    page.title(f"{kind}: {verdict}")
    for message in chosen["message"].head(shown or len(chosen)):
        page.text(f"  {message}")
    left = len(chosen) - (shown or len(chosen))
    if left > 0:
        page.note(f"  … and {left:,} more (--limit 0 lists all)")


def _number(number: int) -> str:
    return f"{number:,}" if number else "·"


def refused(common: Common, error: LedgerError) -> Answer:
    """What is wrong with an input that cannot be read."""
    problems = [problem._asdict() for problem in error.problems]

    def page(page: Page) -> None:
        lines = str(error).splitlines()
        head, rest = (lines[0], lines[1:]) if len(lines) > 1 else ("1 problem:", lines)
        shown = common.shown(0) or len(rest)
        page.title(head)
        for line in rest[:shown]:
            page.text(in_terminal_words(line))
        if len(rest) > shown:
            page.note(f"… and {len(rest) - shown:,} more (--limit 0 lists all)")

    listed: list[dict[str, Any]] = problems[: common.limit or len(problems)]
    document = common.head("validate") | {
        "problems": listed,
        "problem_count": error.total,
        "findings": [],
        "finding_count": 0,
        "inconsistent": 0,
    }
    return Answer(document, page, _problem_table(problems), code=REFUSED)


def _problem_table(problems: list[dict[str, Any]]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(problems)

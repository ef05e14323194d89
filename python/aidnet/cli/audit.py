"""`aidnet audit`: whether each flow says what its source says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aidnet.cli._answer import Answer, records
from aidnet.cli._command import Common, make
from aidnet.cli._errors import FINDING, OK, InputError
from aidnet.cli._page import Column, Page
from aidnet.cli._text import count
from aidnet.errors import AidnetError

if TYPE_CHECKING:
    import click

HELP = """Compare each flow with the passage of its source, in the files of FOLDER.

One line for each flow that is not ok: what is wrong with it, by source. Exit code 3 if the share of
flows that are ok is below --min-ok.

\b
  aidnet audit texts/
  aidnet audit texts/ --input my-ledger/ --min-ok 0.98
"""
OF_ALL_OK = "ok"


def command() -> click.Command:
    """The command."""
    import click

    return make(
        "audit",
        run,
        HELP,
        [
            click.Argument(["folder"], type=click.Path()),
            click.Option(
                ["--min-ok"],
                type=click.FloatRange(0, 1),
                default=1.0,
                help="The share of flows that must be ok, from 0 to 1.  [default: 1]",
            ),
        ],
    )


def run(common: Common, *, folder: str, min_ok: float) -> Answer:
    """Audit, and list what is not ok."""
    ledger = common.ledger()
    try:
        audited = ledger.audit(folder).reset_index()
    except AidnetError as error:
        raise InputError(str(error)) from error
    wrong = audited[audited["status"] != OF_ALL_OK]
    ok = len(audited) - len(wrong)
    share = ok / len(audited) if len(audited) else 1.0
    enough = share >= min_ok

    def page(page: Page) -> None:
        shown = wrong.head(common.shown(0) or len(wrong))
        if len(wrong):
            page.table(
                [Column("flow"), Column("source"), Column("status"), Column("detail")],
                [[row["flow"], row["source"] or "", row["status"], row["detail"] or ""]
                 for row in records(shown)],
            )  # fmt: skip
            if len(wrong) > len(shown):
                page.note(f"… and {len(wrong) - len(shown):,} more (--limit 0 lists all)")
            page.gap()
        kinds = wrong["status"].value_counts()
        told = "".join(f"; {status}: {number:,}" for status, number in kinds.items())
        by_figure = int((audited["compared"] == "figure").sum())
        page.text(f"{ok:,} of {count(len(audited), 'flow')} ok ({share:.1%}){told}")
        page.text(
            f"{by_figure:,} were compared by their figure; {len(audited) - by_figure:,} have none, "
            "and only the passage was looked for."
        )
        if not enough:
            page.text(f"That is less than --min-ok {min_ok:g}.")

    document = common.head("audit") | {
        "folder": folder,
        "flows": len(audited),
        "ok": ok,
        "share_ok": share,
        "min_ok": min_ok,
        "findings": records(wrong.head(common.limit or len(wrong))),
    }
    return Answer(document, page, audited, code=OK if enough else FINDING)

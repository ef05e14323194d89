"""`aidnet report`: the ledger as one HTML file that works offline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from aidnet.cli._answer import Answer, print_text, progress
from aidnet.cli._command import Common, make
from aidnet.cli._draws import draw_parameters
from aidnet.cli._text import count

if TYPE_CHECKING:
    import click

    from aidnet.cli._page import Page
    from aidnet.report import Report

HELP = """Write the ledger as one HTML file, in English and Chinese, that works offline.

Who gives, receives and stands between; flows, map and network; concentration; plans against
deliveries; who travels which way; groups; and all statements. Each number leads back to the
statements behind it. --output names the file (report.html by default; - is the terminal or pipe),
--json prints the numbers that the page shows instead, and --language is that of its first view.

\b
  aidnet report
  aidnet report --input my-ledger/ --unit USD --title Schools -o aid.html
"""
USUAL = "report.html"


def command() -> click.Command:
    """The command."""
    import click

    made = make(
        "report",
        run,
        HELP,
        [
            click.Option(
                ["--unit", "units"],
                multiple=True,
                help="A unit to show amounts in, repeated; '' is amounts without one. By default "
                "the two in which most statements are summed.",
            ),
            click.Option(["--title"], help="Of the page; by default the ledger's."),
            *draw_parameters(),
        ],
    )
    send: Any = made.callback

    def callback(**parameters: Any) -> int:
        target = None
        if not parameters["json"]:
            target, parameters["output"] = parameters["output"] or USUAL, None
            if target != "-" and Path(target).suffix.lower() not in (".html", ".htm"):
                raise click.UsageError(
                    f"--output: a file that ends in .html was expected, not {target!r}; --json "
                    "has the numbers"
                )
        code: int = send(target=target, **parameters)
        return code

    made.callback = callback
    return made


def run(
    common: Common,
    *,
    target: str | None,
    units: tuple[str, ...],
    title: str | None,
    draws: int,
    seed: int,
    share: float,
) -> Answer:
    """Build the report, and write it unless its numbers are asked for."""
    from aidnet.report import build

    report = build(
        common.ledger(),
        units=units or None,
        title=title,
        draws=draws,
        seed=seed,
        level=share,
        language="zh" if common.language == "zh" else "en",
        progress=progress("report"),
    )
    if target == "-":
        print_text(report.html)
    elif target is not None:
        report.write(target)

    def page(page: Page) -> None:
        if target is not None and target != "-":
            for line in _told(report, target):
                page.text(line)

    return Answer(common.head("report") | report.data, page)


def _told(report: Report, target: str) -> list[str]:
    """What was written, and what it holds."""
    data = report.data
    size = len(report.html.encode()) / 1e6
    units = [lens["unit"] or "amounts without a unit" for lens in data["lenses"][:-1]]
    held, all_ = len(data["flows"]["id"]), data["meta"]["counts"]["flows"]
    statements = count(all_, "statement") if held == all_ else f"{held:,} of {all_:,} statements"
    # As the page says: those that statements name, and that statements are from.
    parties = data["meta"]["counts"]["named"]
    sources = sum(source["flows"] > 0 for source in data["sources"])
    shown = f"by amount in {' and '.join(units)} and by number" if units else "by number"
    held_on = f"{statements} on {count(parties, 'party', 'parties')}"
    return [
        f"Wrote {target} ({size:.1f} MB), which works offline in any browser.",
        f"It holds {held_on} from {count(sources, 'source')}, {shown}.",
    ]

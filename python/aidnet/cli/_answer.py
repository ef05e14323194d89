"""What a command answers, and how it goes out: a page, a JSON document, or a file."""

from __future__ import annotations

import json
import math
import os
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aidnet.cli._errors import OK
from aidnet.cli._page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd


@dataclass
class Answer:
    """The same answer for programs (`document`, `table`) and for readers (`page`)."""

    document: dict[str, Any]
    page: Callable[[Page], None]
    table: pd.DataFrame | None = None
    """What a CSV file holds."""
    files: dict[str, Callable[[], bytes]] = field(default_factory=dict)
    """Files of other kinds, by suffix."""
    code: int = OK
    warnings: list[str] = field(default_factory=list)
    """For stderr."""


def send(answer: Answer, *, output: str | None, as_json: bool) -> int:
    """Print the answer or write it into a file; the exit code."""
    for warning in answer.warnings:
        sys.stderr.write(f"aidnet: {warning}\n")
    if output is None or output == "-":
        print_text(json_text(answer.document) if as_json else _terminal_page(answer))
    else:
        from aidnet._files import write_file

        write_file(output, _bytes(answer, Path(output).suffix.lower(), as_json=as_json))
    return answer.code


def _bytes(answer: Answer, suffix: str, *, as_json: bool) -> bytes:
    if not as_json and suffix in answer.files:
        return answer.files[suffix]()
    if as_json or suffix == ".json":
        return json_text(answer.document).encode()
    if suffix == ".csv" and answer.table is not None:
        from aidnet.export import csv_bytes

        return csv_bytes(answer.table)
    kinds = [".csv"] * (answer.table is not None) + [".json", ".txt", *answer.files]
    if suffix != ".txt":
        import click

        raise click.UsageError(
            f"--output: a file that ends in {', '.join(sorted(set(kinds)))} was expected; "
            "the suffix says the format"
        )
    page = Page(100)
    answer.page(page)
    return str(page).encode()


def _terminal_page(answer: Answer) -> str:
    terminal = sys.stdout.isatty()
    stated = os.environ.get("COLUMNS", "")
    width: int | None = None
    if terminal or stated.isdecimal():
        width = max(40, min(shutil.get_terminal_size((80, 24)).columns, 140))
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    page = Page(width, colour=terminal and not plain)
    answer.page(page)
    return str(page)


def print_text(text: str) -> None:
    """Write to stdout; a reader that has had enough, such as head, is no error."""
    if (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        text = text.encode(sys.stdout.encoding or "ascii", "backslashreplace").decode(
            sys.stdout.encoding or "ascii"
        )
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Nothing may be flushed into the pipe at the end either.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


# ------------------------------------------------------------------------------------- JSON


def json_text(document: dict[str, Any]) -> str:
    """One JSON document; escaped where the terminal's encoding has no Chinese."""
    own = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    return json.dumps(document, ensure_ascii=own, indent=2, allow_nan=False) + "\n"


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """A table for JSON: a list of rows.

    What is missing is null. What is infinite is null too, and every column that can be so, those
    whose name ends in ``upper``, has one beside it that says so, ``…_unbounded``.
    """
    columns = [str(name) for name in table.columns]
    cells = [table.iloc[:, k].astype(object).tolist() for k in range(len(columns))]
    rows = []
    for row in zip(*cells, strict=True):
        record: dict[str, Any] = {}
        for name, cell in zip(columns, row, strict=True):
            record[name] = plain(cell)
            if name.endswith("upper"):
                record[f"{name}_unbounded"] = bool(isinstance(cell, float) and cell == math.inf)
        rows.append(record)
    return rows


def plain(cell: Any) -> Any:
    """A value as JSON has it: numbers are numbers, what is missing or infinite is null."""
    value = cell.item() if hasattr(cell, "item") else cell
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {str(name): plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value if isinstance(value, str | bool | int) else None


# --------------------------------------------------------------------------------- progress


def progress(what: str) -> Callable[[float], object] | None:
    """A line on stderr that tells how far long work is; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        return None
    shown = -1

    def show(share: float) -> None:
        nonlocal shown
        percent = int(share * 100)
        if percent == shown:
            return
        shown = percent
        done = share >= 1
        line = "" if done else f"{what}: {percent} %"
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()

    return show

"""Whether a ledger says what its sources say: each flow against the text that it points at."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aidnet.errors import ValidationError
from aidnet.quantity import Quantity, parse_quantity

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    import pandas as pd

    from aidnet.ledger import Ledger

OK = "ok"

# Signs of a numeral, and words that qualify one: next to a figure they belong to it. Not < and >,
# which are mostly marks of HTML.
DIGIT, HAN = "0-9０-９", "〇零一二两兩三四五六七八九十百千万萬亿億"
QUALIFIED_BEFORE = re.compile(
    "(?:超|超过|超過|逾|突破|不少于|不少於|不低于|不低於|至少|近|将近|將近|接近|不足|不到|未满|未滿"
    "|至多|最多|不超过|不超過|不多于|不多於|约|約|大约|大約|约为|約為|百分之|[≤≥~～])\\s?$"
    r"|(?<![a-z])(?:(?:more|less|fewer) than|at least|at most|up to|over|under|exceeding"
    r"|in excess of|nearly|almost|about|approximately|approx\.?|around|roughly|circa|ca\.|some)\s$",
    re.IGNORECASE,
)
QUALIFIED_BEHIND = re.compile(
    r"^(?:余|餘|多|及?以上|以下|以内|以內|左右|上下|[+＋]|\sor (?:more|less|fewer)\b)",
    re.IGNORECASE,
)
# A numeral goes on only in signs of its kind: single Chinese ones are parts of many words (统一).
MULTIPLIER = "[百千万萬亿億]"
DIGITS_BEFORE = re.compile(rf"[{DIGIT}][.．,，]?$")
DIGITS_BEHIND = re.compile(
    rf"^(?:[{DIGIT}]|[.．,，][{DIGIT}]|{MULTIPLIER}"
    r"| ?(?:hundred|thousand|million|[bt]rillion|bn)\b)"
)
HAN_BEFORE, HAN_BEHIND = re.compile(f"[{HAN}数數几幾]$"), re.compile(f"^[{HAN}几幾来來]")
# The other end of a range, for a figure that begins or ends with its numeral.
TO = "(?:至|到|[-–—～~])"
RANGE_BEFORE = re.compile(f"[{DIGIT}{HAN}]{TO}$")
RANGE_BEHIND = re.compile(f"^{TO}[{DIGIT}{HAN}]")
LONGEST_BEFORE, LONGEST_BEHIND = 15, 10  # characters of the longest of these words


@dataclass(frozen=True)
class _Text:
    """A source's file as far as it could be read, or what is wrong with it."""

    text: str = ""
    fault: str = ""


def audit(ledger: Ledger, folder: str | os.PathLike[str]) -> pd.DataFrame:
    """Compare each flow with its source; see `Ledger.audit`."""
    import numpy as np
    import pandas as pd

    folder = Path(folder)
    if not folder.is_dir():
        raise ValidationError(f"{folder}: there is no such folder")
    texts = {row["source"]: _read(folder, row) for row in ledger.sources.to_dict(orient="records")}
    flows = ledger.flows.astype(object)
    findings = [_finding(row, texts) for row in flows.where(flows.notna(), None).to_dict("records")]
    return pd.DataFrame(
        {
            "source": flows["source"].to_numpy(),
            "status": [status for status, _ in findings],
            "compared": np.where(flows["figure"].isna(), "passage", "figure"),
            "detail": [detail for _, detail in findings],
            "figure": flows["figure"].to_numpy(),
            "note": flows["note"].to_numpy(),
        },
        index=pd.Index(flows["flow"], name="flow"),
    )


def _read(folder: Path, source: Mapping[Any, Any]) -> _Text:
    name = source["file"]
    if not isinstance(name, str) or not name:
        return _Text(fault="source without file")
    path = folder / name
    if Path(name).name != name or not path.is_file():
        return _Text(fault="file missing")
    data = path.read_bytes()
    stated = source["sha256"]
    if isinstance(stated, str) and hashlib.sha256(data).hexdigest() != stated.lower():
        return _Text(fault="file differs")
    try:
        return _Text(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _Text(fault="file is no UTF-8")


def _finding(row: Mapping[Any, Any], texts: Mapping[str, _Text]) -> tuple[str, str]:
    """The first thing that is wrong with a row, and what exactly."""
    if row["source"] is None:
        return "source missing", "the row names no source"
    source = texts[row["source"]]
    if source.fault:
        return source.fault, f"source {row['source']}"
    start, end = row["span_start"], row["span_end"]
    if start is None or end is None:
        return "span missing", "span_start and span_end are needed"
    for first, last, what in (
        (start, end, "span"),
        (row["context_start"], row["context_end"], "context"),
    ):
        if first is None and last is None:
            continue
        if first is None or last is None or not 0 <= first < last <= len(source.text):
            return (
                f"{what} outside the text",
                f"{first} to {last} of {len(source.text)} code points",
            )
    span = source.text[start:end]
    figure = row["figure"]
    if figure is None:
        stated = [name for name in ("value", "lower", "upper") if row[name] is not None]
        if stated:
            return "figure missing", f"{stated[0]} is stated without the figure as printed"
        return OK, ""
    if figure not in span:
        return "figure not in span", f"{figure!r} does not stand in [{start}, {end})"
    if cut := _cut(source.text, start, end, figure):
        return "figure cut off", f"the text goes on: {cut!r}"
    try:
        printed = parse_quantity(figure)
    except ValidationError as error:
        return "figure not read", str(error)
    return _compared(row, printed)


def _cut(text: str, start: int, end: int, figure: str) -> str:
    """Nothing if the figure stands whole somewhere in the span; else it with what belongs to it."""
    fronts, backs = [QUALIFIED_BEFORE], [QUALIFIED_BEHIND]
    if re.match(f"[{DIGIT}]", figure):
        fronts += [DIGITS_BEFORE, RANGE_BEFORE]
    elif re.match(f"[{HAN}]", figure):
        fronts += [HAN_BEFORE, RANGE_BEFORE]
        if re.match(MULTIPLIER, figure):
            fronts.append(DIGITS_BEFORE)
    if re.search(f"[{DIGIT}]$", figure):
        backs += [DIGITS_BEHIND, RANGE_BEHIND]
    elif re.search(f"[{HAN}]$", figure):
        backs += [HAN_BEHIND, RANGE_BEHIND]
    cut = ""
    at = text.find(figure, start, end)
    while at >= 0:
        ends = at + len(figure)
        before, behind = text[max(0, at - LONGEST_BEFORE) : at], text[ends : ends + LONGEST_BEHIND]
        front = next((found[0] for front in fronts if (found := front.search(before))), "")
        back = next((found[0] for back in backs if (found := back.search(behind))), "")
        if not front and not back:
            return ""
        cut = front + figure + back
        at = text.find(figure, at + 1, end)
    return cut


def _compared(row: Mapping[Any, Any], printed: Quantity) -> tuple[str, str]:
    for name in ("value", "lower", "upper"):
        stored, read = row[name], getattr(printed, name)
        if (stored is None) != (read is None) or (
            stored is not None and Decimal(repr(stored)) != Decimal(read)
        ):
            return f"{name} differs", f"the ledger has {_shown(stored)}, the figure {_shown(read)}"
    if row["qualifier"] != printed.qualifier:
        return (
            "qualifier differs",
            f"the ledger has {_shown(row['qualifier'])}, the figure {printed.qualifier}",
        )
    # A rate (cny_per_person) prints its currency alone.
    unit = (row["unit"] or "").partition("_per_")
    if printed.unit.isupper() and (unit[0].upper() if unit[1] else unit[0]) != printed.unit:
        return "unit differs", f"the ledger has {_shown(row['unit'])}, the figure {printed.unit}"
    return OK, ""


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    return f"{value:.15g}" if isinstance(value, float) else str(value)

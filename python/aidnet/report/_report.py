"""Building a report, and what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from aidnet import _core
from aidnet._factory import _reporter
from aidnet._files import write_file
from aidnet._words import has, word
from aidnet.errors import ValidationError
from aidnet.report._document import document_of
from aidnet.report._draft import draft_of
from aidnet.report._limits import LADDER, LARGEST, may_fit
from aidnet.report._nodes import shortened
from aidnet.report._page import page_of
from aidnet.report._ranks import Draws

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Sequence

    from aidnet.ledger import Ledger

LONGEST = {"title": 300, "description": 5000, "citation": 1000, "license": 200}
"""Behind how many characters what a ledger says of itself is cut."""


@dataclass(frozen=True, repr=False)
class Report:
    """A ledger as one self-contained page; made by `build`."""

    data: dict[str, Any]
    """The document: what the page shows, as JSON has it."""
    html: str
    """The page, which needs no other file and no network."""

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write the page into a file; it is never half there."""
        write_file(path, self.html.encode())

    def __repr__(self) -> str:
        counts = self.data["meta"]["counts"]
        return f"<Report: {counts['flows']:,} flows, {len(self.html.encode()) / 1e6:.1f} MB>"


def build(
    ledger: Ledger,
    *,
    units: Sequence[str] | None = None,
    title: str | None = None,
    draws: int = 200,
    seed: int = 0,
    level: float = 0.95,
    language: Literal["en", "zh"] = "en",
    progress: bool | Callable[[float], object] | None = None,
) -> Report:
    """Make a report of a ledger: one HTML file, in English and Chinese, that works offline.

    It shows who gives, who receives and who stands between, at several levels and by several
    measures; flows, map and network; concentration; plans against deliveries; who travels which
    way; groups; and all statements. Each number leads back to the statements behind it.

    Parameters
    ----------
    ledger : Ledger
        Of any size; of a large one the page holds the largest edges and the statements behind
        them, says what it leaves out, and stays below 6 MB.
    units : list of str, optional
        The units to show amounts in, beside the number of statements; "" is amounts without a
        unit. By default the two in which most statements are summed, money first.
    title : str, optional
        By default the ledger's.
    draws, seed, level
        Of the intervals of ranks, as in `aidnet.ranking.rank_table`.
    language : {'en', 'zh'}
        In which the page opens; it has a switch.
    progress : bool or callable, optional
        True shows a progress bar (tqdm); a callable is given the share of work done, in [0, 1].

    Returns
    -------
    Report
        With `data`, `html` and `write`. The same ledger and options give the same bytes.

    Raises
    ------
    ValidationError
        For a unit that the ledger does not have, and options that do not fit.

    Examples
    --------
    >>> import aidnet
    >>> from aidnet import report
    >>> ledger = aidnet.Ledger.from_frames(
    ...     {"donor": ["Ningbo"], "recipient": ["Yanbian"], "amount": [2.5e6], "unit": ["CNY"]}
    ... )
    >>> made = report.build(ledger)
    >>> made.data["states"]["CNY|*|*"]["summary"]["total"]
    2500000
    >>> made.write("report.html")  # doctest: +SKIP
    """
    _check(draws, seed, level, language)
    with _reporter(progress, "report") as shown:
        draft = draft_of(ledger, units, Draws(draws, seed, level), shown or _silent)
    meta = _meta(ledger, title) | {"draws": draws, "seed": seed, "share": level}
    for limits in LADDER:
        if limits is not LADDER[-1] and not may_fit(draft, limits):
            continue
        document = document_of(draft, limits, meta)
        page = page_of(document, language)
        if len(page.encode()) < LARGEST:
            break
    return Report(document, page)


def _silent(_: float) -> None:
    """Nobody asked how far the work is."""


def _check(draws: Any, seed: Any, level: Any, language: Any) -> None:
    for name, value, least in (("draws", draws, 1), ("seed", seed, 0)):
        if isinstance(value, bool) or not isinstance(value, int | np.integer) or value < least:
            raise ValidationError(
                f"{name} must be a whole number of {least} or more, not {value!r}"
            )
    if isinstance(level, bool) or not isinstance(level, int | float) or not 0 < level < 1:
        raise ValidationError(f"level must be a number between 0 and 1, not {level!r}")
    if language not in ("en", "zh"):
        raise ValidationError(f"language is {language!r}; it must be one of 'en', 'zh'")


def _meta(ledger: Ledger, title: str | None) -> dict[str, Any]:
    """What the ledger says of itself; title and description are pairs where both languages are."""
    descriptor = ledger.descriptor
    licenses = descriptor.get("licenses")
    first = licenses[0] if isinstance(licenses, list) and licenses else {}
    known = first if isinstance(first, dict) else {}
    told = {
        "title": ledger.title if title is None else title,
        "description": ledger.description,
        "citation": ledger.citation,
        "license": str(known.get("title") or known.get("name") or ""),
    }
    clean = {name: text.encode("utf-8", "replace").decode() for name, text in told.items()}
    shown: dict[str, Any] = {name: shortened(text, LONGEST[name]) for name, text in clean.items()}
    for name in ("title", "description"):
        key = f"ledger.{descriptor.get('name', '')}.{name}"
        if has(key) and word(key, "en") == told[name]:
            shown[name] = [told[name], word(key, "zh")]
    return shown | {"version": _core.__version__}

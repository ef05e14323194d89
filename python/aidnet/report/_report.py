"""Building a report, and what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from aidnet import _core
from aidnet._factory import _reporter
from aidnet._files import write_file
from aidnet._words import has, word
from aidnet.errors import ValidationError
from aidnet.report._draft import draft_of
from aidnet.report._fit import fitted, pairs_may_fit
from aidnet.report._lenses import lenses_of
from aidnet.report._nodes import shortened
from aidnet.report._ranks import Draws
from aidnet.report._states import States

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable

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
    units: Iterable[str] | None = None,
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
    units : iterable of str, optional
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
    TypeError
        For what is no ledger, list of units or title.
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
    from aidnet.ranking import check_draws

    _check(ledger, title, language)
    check_draws(draws, seed, level)
    drawn = Draws(int(draws), int(seed), float(level))
    meta = _meta(ledger, title) | {"draws": drawn.draws, "seed": drawn.seed, "share": drawn.level}
    with _reporter(progress, "report") as shown:
        tell = shown or _silent
        lenses = lenses_of(ledger, units)
        states = States(ledger, lenses, drawn)
        draft = draft_of(ledger, lenses, states.wide(lambda x: tell(0.4 * x)), states.pairs())
        if pairs_may_fit(draft, meta):
            draft.states |= states.narrow(draft.pairs.values(), lambda x: tell(0.4 + 0.5 * x))
        document, page = fitted(draft, meta, language)
        tell(1.0)
    return Report(document, page)


def _silent(_: float) -> None:
    """Nobody asked how far the work is."""


def _check(ledger: Any, title: Any, language: Any) -> None:
    from aidnet.ledger import Ledger

    if not isinstance(ledger, Ledger):
        raise TypeError(
            f"ledger must be a Ledger, not {type(ledger).__name__}; aidnet.read makes one of files"
        )
    if title is not None and not isinstance(title, str):
        raise TypeError(f"title must be a str, not {title!r}")
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

"""The options of a report: what is refused before any work, and how far the work is."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest

import aidnet
from aidnet import report
from aidnet.report import _fit
from support.ledgers import ledger_of

SMALL = "donor recipient value unit; a x 3 CNY; b x 2 CNY"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"draws": 0}, "draws must be a whole number of 1 or more, not 0"),
        ({"seed": -1}, "seed must be a whole number of 0 or more, not -1"),
        ({"level": 1}, "level must be a number between 0 and 1, not 1"),
        ({"language": "id"}, "language is 'id'; it must be one of 'en', 'zh'"),
    ],
)
def test_options_that_do_not_fit(options: dict[str, Any], says: str) -> None:
    with pytest.raises(aidnet.ValidationError, match=re.escape(says)):
        report.build(ledger_of(SMALL), **options)


def test_progress_goes_from_nothing_to_all() -> None:
    seen: list[float] = []
    report.build(ledger_of(SMALL), draws=1, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1


def test_the_end_is_told_when_the_page_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    page_of = _fit.page_of
    monkeypatch.setattr(_fit, "page_of", lambda *rest: seen.append("page") or page_of(*rest))
    report.build(ledger_of(SMALL), draws=1, progress=seen.append)
    assert seen[-2:] == ["page", 1]
    assert seen.count(1) == 1


def test_numbers_of_numpy_are_numbers() -> None:
    plain = report.build(ledger_of(SMALL), draws=2, seed=3)
    made = report.build(ledger_of(SMALL), draws=np.int64(2), seed=np.int32(3))  # type: ignore[arg-type]
    assert made.html == plain.html


def test_units_can_be_any_iterable() -> None:
    made = report.build(ledger_of(SMALL), units=(unit for unit in ["CNY"]), draws=1)
    assert [lens["key"] for lens in made.data["lenses"]] == ["CNY", "count"]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"title": 5}, "title must be a str, not 5"),
        ({"units": 5}, "units must be a list of units, not 5"),
        ({"units": [5]}, "units must be names of units, not 5"),
    ],
)
def test_what_is_of_the_wrong_kind(options: dict[str, Any], says: str) -> None:
    with pytest.raises(TypeError, match=re.escape(says)):
        report.build(ledger_of(SMALL), **options)


@pytest.mark.parametrize("what", ["network", "path"])
def test_what_is_no_ledger(what: str) -> None:
    given: Any = ledger_of(SMALL).network() if what == "network" else "flows.csv"
    says = f"ledger must be a Ledger, not {type(given).__name__}"
    with pytest.raises(TypeError, match=says):
        report.build(given)

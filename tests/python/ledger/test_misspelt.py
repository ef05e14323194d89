"""Columns that look like known ones that are misspelt are kept, not used, and told."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import pytest

import aidnet

if TYPE_CHECKING:
    from pathlib import Path

TOLD = "flows has the unknown column ammount; did you mean amount.* It is kept, and not used"


def test_frames_with_a_misspelt_column_are_told_of() -> None:
    frame = {"donor": ["a"], "recipient": ["b"], "ammount": [5], "lower": [2], "upper": [4]}
    with pytest.warns(aidnet.AidnetWarning, match=TOLD):
        ledger = aidnet.Ledger.from_frames(frame)
    assert ledger.flows["ammount"].tolist() == ["5"]
    assert ledger.network().weight("a", "b") == 3  # of the bounds, as no amount was read


def test_files_with_a_misspelt_column_are_told_of(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("donor,recipient,ammount\na,b,5\n", encoding="utf-8")
    with pytest.warns(aidnet.AidnetWarning, match=TOLD):
        aidnet.read(path)


def test_other_columns_are_kept_in_silence() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        frame = {"donor": ["a"], "recipient": ["b"], "amount": [5], "remarks by me": ["x"]}
        aidnet.Ledger.from_frames(frame)

"""The demo runs, and what it prints is what the API says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aidnet
from aidnet import demo

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_demo_writes_the_report_and_says_where(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    demo.main([str(page)])
    assert capsys.readouterr().out.endswith(f"{page.as_uri()}\n")
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_the_demo_prints_the_ledger_and_the_rankings(capsys: pytest.CaptureFixture[str]) -> None:
    demo.main()
    printed = capsys.readouterr().out
    ledger = aidnet.datasets.load_east_west()
    assert ledger.title in printed
    money = ledger.network(unit="CNY").with_names("en")
    assert str(money.describe()) in printed
    given = aidnet.strength(money, mode="out")
    assert f"{given.max():,.0f}" in printed
    assert given.idxmax() in printed
    # Stated of it alone, as in the report: joint gifts are not split.
    society = "Hangzhou Zhonghua Vocational Education Society"
    flows = ledger.flows[ledger.flows["donor"] == "hangzhou_zhonghua_vocational_education_society"]
    assert flows["value"][flows["unit"] == "CNY"].sum() == 1_400_000
    (line,) = [line for line in printed.splitlines() if line.startswith(f"{society} ")]
    assert line.split()[-3:] == ["1,400,000"] * 3
    assert "the coded sources name; they are no complete list." in printed
    assert "Between: Dalian receives from Shanghai and gives to Liupanshui" in printed


def test_amounts_are_sums_by_party() -> None:
    frame = {
        "donor": ["a", "a", "b"],
        "recipient": ["x", "y", "y"],
        "value": [1, 2, 4],
        "upper": [1, 3, 4],
        "qualifier": ["exact", "over", "exact"],
    }
    net = aidnet.Ledger.from_frames(frame).network()
    assert demo.amounts(net, "out", 1).to_dict("index") == {
        "b": {"weight": 4.0, "lower": 4.0, "upper": 4.0}
    }
    assert demo.amounts(net, "in", 2).loc["y"].to_dict() == {
        "weight": 6.0,
        "lower": 6.0,
        "upper": 7.0,
    }

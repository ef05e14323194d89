"""The demo runs, and what it prints is what the API says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aidnet
from aidnet import demo

if TYPE_CHECKING:
    import pytest


def test_the_demo_prints_the_ledger_and_the_rankings(capsys: pytest.CaptureFixture[str]) -> None:
    demo.main()
    printed = capsys.readouterr().out
    ledger = aidnet.datasets.load_east_west()
    assert ledger.title in printed
    money = ledger.network(unit="CNY", groups="equal").with_names("en")
    assert str(money.describe()) in printed
    given = aidnet.strength(money, mode="out")
    assert f"{given.max():,.0f}" in printed
    assert given.idxmax() in printed
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

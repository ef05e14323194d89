"""Bars are the amounts of a network's statements, year by year."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import matplotlib.pyplot as plt
import pytest

import aidnet
import aidnet.plot
from support.artists import SMALL, by_gid, drawn, extents, legend_of, note_of, outside, overlaps
from support.ledgers import ledger_of


def bars_of(ax: Any) -> dict[tuple[str, int], float]:
    """Heights by category, as the legend names it, and year."""
    found = {}
    shown = sorted({int(gid.split("-")[0]) for gid in by_gid(ax, "bar-")})
    names = dict(zip(shown, legend_of(ax), strict=False))
    for gid, bar in by_gid(ax, "bar-").items():
        category, year = map(int, gid.split("-"))
        assert bar.get_x() + bar.get_width() / 2 == pytest.approx(year)
        found[names[category], year] = bar.get_height()
    return found


def test_bars_are_sums_by_status() -> None:
    """Of 1000 a third in each of 2018, 2019 and 2020; 4000 have no date."""
    ax = aidnet.plot.timeline(SMALL, unit="CNY")
    assert bars_of(ax) == pytest.approx(
        {
            ("planned", 2018): 8000, ("planned", 2020): 512, ("delivered", 2018): 1000 / 3,
            ("delivered", 2019): 2000 + 1000 / 3, ("delivered", 2020): 1000 / 3,
        },
        abs=0.01,  # a network divides whole fen
    )  # fmt: skip
    note = note_of(ax)
    assert "Flows without a date: 1, of 4,000 CNY." in note
    assert "Flows without an amount: 1." in note
    assert "Flows of several years, in equal parts in each: 1." in note
    assert ax.get_ylabel() == "CNY"


def test_bars_stand_on_one_another() -> None:
    ax = aidnet.plot.timeline(aidnet.datasets.load_east_west(), weight="count")
    by_year = defaultdict(list)
    for gid, bar in by_gid(ax, "bar-").items():
        by_year[gid.split("-")[1]].append((bar.get_y(), bar.get_height()))
    assert max(len(bars) for bars in by_year.values()) > 3
    for bars in by_year.values():
        top = 0.0
        for begin, height in sorted(bars):
            assert begin == pytest.approx(top)
            top = begin + height


def years_in(ax: Any) -> dict[int, float]:
    by_year: dict[int, float] = defaultdict(float)
    for (_, year), height in bars_of(ax).items():
        by_year[year] += height
    return by_year


@pytest.mark.parametrize(
    ("options", "by"),
    [({"unit": "CNY"}, "status"), ({"unit": "person"}, "resource"), ({"weight": "count"}, "unit")],
)
def test_a_bar_is_the_network_of_its_year(options: dict[str, Any], by: str) -> None:
    ledger = aidnet.datasets.load_east_west()
    shown = years_in(aidnet.plot.timeline(ledger, by=by, **options))
    assert len(shown) > 5
    for year in range(1980, 2040):
        alone = ledger.network(period=year, spread="equal", **options)
        assert shown.get(year, 0) == pytest.approx(alone.total_weight), year


def test_a_network_is_shown_as_its_ledger() -> None:
    ledger = aidnet.datasets.load_east_west()
    net = ledger.network(unit="CNY", level="province").with_names("en")
    assert years_in(aidnet.plot.timeline(net)) == pytest.approx(
        years_in(aidnet.plot.timeline(ledger, unit="CNY", level="province"))
    )


# c is carried out by d a year later, e by f, nobody says when; h and i report one gift.
LINKED = ledger_of(
    "flow donor recipient value unit status start fulfils same_as part_of;"
    "c a b 10 CNY committed 2018 . . .; d a b 8 CNY disbursed 2019 c . .;"
    "e a b 5 CNY committed 2018 . . .; f a b 4 CNY disbursed . e . .;"
    "h a c 3 CNY . 2018 . i .; i a c 3 CNY . . . . .;"
    "t a d 9 CNY . 2019 . . .; p a d 2 CNY . . . . t; x b d 1 CNY . . . . ."
)


def test_linked_flows_count_each_in_its_year() -> None:
    """2018: 10 + 5 + 3; 2019: 8 + 9; x has no date. As one network 8 + 4 + 3 + 9 + 1."""
    ax = aidnet.plot.timeline(LINKED, unit="CNY")
    assert bars_of(ax) == pytest.approx(
        {
            ("committed", 2018): 15, ("not stated", 2018): 3, ("delivered", 2019): 8,
            ("not stated", 2019): 9,
        }
    )  # fmt: skip
    note = note_of(ax)
    assert "Flows without a date: 1, of 1 CNY." in note  # f, i and p are in e, h and t
    assert "with what has no date they come to 36 CNY, one network of all years to 25 CNY" in note
    assert "network of its year alone" not in note_of(aidnet.plot.timeline(SMALL, unit="CNY"))


def test_a_part_without_a_date_beside_its_undated_total_is_undated() -> None:
    ledger = ledger_of(
        "flow donor recipient value start part_of; t a b 9 . .; p a b 2 2018 t; q a b 3 . t"
    )
    ax = aidnet.plot.timeline(ledger)
    assert years_in(ax) == {2018: 2}
    assert "Flows without a date: 2, of 7." in note_of(ax)


def test_a_period_limits_the_years() -> None:
    """Of 120 in two years half a year is a quarter by days, and by equal parts a half."""
    ledger = ledger_of("donor recipient value start end; a b 120 2018 2019; a b 5 2021 2021")
    assert years_in(aidnet.plot.timeline(ledger)) == {2018: 60, 2019: 60, 2021: 5}
    ax = aidnet.plot.timeline(ledger, period=(2019, None))
    assert years_in(ax) == {2019: 60, 2021: 5}
    half = {"period": ("2018-07", 2019), "spread": "days"}
    share = years_in(aidnet.plot.timeline(ledger, **half))
    assert share == pytest.approx({2018: 120 * 184 / 730, 2019: 60}, abs=0.01)
    assert years_in(aidnet.plot.timeline(ledger.network(**half))) == share
    for spread, told in (
        ("equal", "in equal parts in each"), ("days", "by the days in each"),
        ("none", "counted in each"),
    ):  # fmt: skip
        note = note_of(aidnet.plot.timeline(ledger, spread=spread))
        assert f"Flows of several years, {told}: 1." in note
    assert years_in(aidnet.plot.timeline(ledger, spread="none")) == {2018: 120, 2019: 120, 2021: 5}
    assert years_in(aidnet.plot.timeline(ledger, period=2021)) == {2021: 5}


def test_years_that_no_page_can_hold() -> None:
    ledger = ledger_of("donor recipient value start end; a b 3 1000 9999")
    with pytest.raises(aidnet.ValidationError, match=r"to 9999.*with period="):
        aidnet.plot.timeline(ledger)
    assert set(years_in(aidnet.plot.timeline(ledger, period=(2018, 2019), spread="none"))) == {
        2018, 2019,
    }  # fmt: skip


def test_counted_flows() -> None:
    ax = aidnet.plot.timeline(SMALL, by="resource", weight="count")
    assert years_in(ax) == {2018: 2, 2019: 3, 2020: 2}  # b > c lasts three years
    assert "Flows without a date: 1." in note_of(ax)
    assert "Flows of several years, counted in each: 1." in note_of(ax)
    assert "come to 8 flows, one network of all years to 6 flows" in note_of(ax)
    assert ax.get_ylabel() == "flows"


def test_intervals() -> None:
    """2019: 2000 or over, and a third of 1000 or more: nothing bounds it."""
    ax = aidnet.plot.timeline(SMALL, unit="CNY")
    line = by_gid(ax, "interval-")["2019"]
    assert line.get_ydata().tolist() == pytest.approx([2000 + 1000 / 3] * 2, abs=0.01)
    assert set(by_gid(ax, "unbounded-")) == {"2018", "2019", "2020"}
    bounded = ledger_of("donor recipient value lower upper qualifier start;a b 5 4 9 range 2018")
    ax = aidnet.plot.timeline(bounded)
    line = by_gid(ax, "interval-")["2018"]
    assert (line.get_xdata().tolist(), line.get_ydata().tolist()) == ([2018, 2018], [4, 9])
    assert not by_gid(ax, "unbounded-")
    assert ax.get_ylim()[1] > 9


def test_years_without_amounts_are_marked() -> None:
    ax = aidnet.plot.timeline(SMALL, unit="CNY")
    (marks,) = by_gid(ax, "unstated").values()
    assert marks.get_xdata().tolist() == [2019]
    assert marks.get_ydata().tolist() == [0]


def test_the_smallest_categories_are_one() -> None:
    rows = "; ".join(f"a b {10 - k} 2018 s{k}" for k in range(10))
    ledger = ledger_of("donor recipient value start source; " + rows)
    ax = aidnet.plot.timeline(ledger, by="source")
    heights = [height for _, height in sorted(bars_of(ax).items(), key=lambda item: -item[1])]
    assert heights == [10, 10, 9, 8, 7, 6, 5]  # 4 + 3 + 2 + 1 are the other
    assert legend_of(ax)[-1] == "other"


def test_below_zero_hangs_below() -> None:
    ledger = ledger_of("donor recipient value start; a b 5 2018; a c -2 2019", negative="net")
    ax = aidnet.plot.timeline(ledger)
    bars = by_gid(ax, "bar-")
    assert (bars["0-2018"].get_height(), bars["0-2019"].get_height()) == (5, -2)
    low, high = ax.get_ylim()
    assert low < -2
    assert high > 5


def test_nothing_covers_anything() -> None:
    ledger = aidnet.datasets.load_east_west()
    for size in ((6.6, 3.6), (3.6, 3.0)):
        _, ax = plt.subplots(figsize=size, layout="constrained")
        assert aidnet.plot.timeline(ledger, ax, weight="count", language="zh") is ax
        renderer = drawn(ax)
        boxes = extents(ax, ("note",))
        years = [text.get_window_extent(renderer) for text in ax.get_xticklabels()]
        assert overlaps([*boxes, *years]) == []
        assert outside(ax, boxes) == []
        floor = ax.transData.transform((0, 0))[1]
        assert max(box.y1 for box in boxes) < min(box.y0 for box in years) + 1
        assert max(box.y1 for box in years) < floor


def test_refusals_and_nothing() -> None:
    with pytest.raises(TypeError, match="Ledger or LedgerNetwork"):
        aidnet.plot.timeline(aidnet.from_edges(["a"], ["b"]))  # type: ignore[arg-type]
    with pytest.raises(aidnet.ValidationError, match="unit: options are for a Ledger"):
        aidnet.plot.timeline(SMALL.network(unit="CNY"), unit="CNY")
    with pytest.raises(aidnet.ValidationError, match="no column 'colour'"):
        aidnet.plot.timeline(SMALL, by="colour", unit="CNY")
    with pytest.raises(aidnet.ValidationError, match="presence has no amounts"):
        aidnet.plot.timeline(SMALL, weight="presence")
    ax = aidnet.plot.timeline(ledger_of("donor recipient value; a b 3"))
    assert "no flows" in [text.get_text() for text in ax.texts]
    assert "Flows without a date: 1, of 3." in note_of(ax)

"""Dots are ranks, lines their intervals."""

from __future__ import annotations

from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

import aidnet
import aidnet.plot
from aidnet.ranking import rank_table
from support.artists import (
    NASTY,
    by_gid,
    drawn,
    extents,
    legend_of,
    note_of,
    outside,
    overlaps,
    squeezed,
)

COLUMNS = ["score", "rank", "rank_low", "rank_high"]


def table_of(rows: dict[str, list[float]]) -> pd.DataFrame:
    return pd.DataFrame.from_dict(rows, orient="index", columns=COLUMNS)


TABLE = table_of({"b": [5, 2, 1, 4], "a": [9, 1, 1, 2], "d": [1, 4, 3, 5], "c": [1, 4, 4, 5]})


def names_of(ax: Any) -> list[str]:
    return [text.get_text().replace("\n", " ") for text in ax.get_yticklabels()]


def dots_of(ax: Any, m: int = 0) -> list[list[float]]:
    return by_gid(ax, f"ranks-{m}")[""].get_offsets().tolist()  # type: ignore[no-any-return]


def lines_of(ax: Any, m: int = 0) -> list[list[list[float]]]:
    return [line.tolist() for line in by_gid(ax, f"intervals-{m}")[""].get_segments()]


def test_dots_and_lines_are_the_table() -> None:
    ax = aidnet.plot.ranks(TABLE)
    assert names_of(ax) == ["a", "b", "d", "c"]
    assert dots_of(ax) == [[1, 0], [2, 1], [4, 2], [4, 3]]
    assert lines_of(ax) == [
        [[1, 0], [2, 0]], [[1, 1], [4, 1]], [[3, 2], [5, 2]], [[4, 3], [5, 3]]
    ]  # fmt: skip
    assert ax.get_ylim()[0] > ax.get_ylim()[1]  # the first on top


def test_several_measures_stand_apart() -> None:
    table = pd.concat(
        {"strength": TABLE, "pagerank": TABLE.iloc[::-1].set_axis(TABLE.index)}, axis=1
    )
    ax = aidnet.plot.ranks(table)
    assert names_of(ax) == ["a", "b", "d", "c"]
    first, second = dots_of(ax, 0), dots_of(ax, 1)
    assert [x for x, _ in first] == [1, 2, 4, 4]
    assert [x for x, _ in second] == [4, 4, 1, 2]
    assert all(0.3 < low - high < 0.7 for (_, high), (_, low) in zip(first, second, strict=True))
    assert legend_of(ax)[:2] == ["strength", "pagerank"]
    ax = aidnet.plot.ranks(table, measures="pagerank")
    assert names_of(ax) == ["d", "c", "b", "a"]
    with pytest.raises(aidnet.ValidationError, match="strength, pagerank can be drawn"):
        aidnet.plot.ranks(table, measures=["katz"])


def test_the_ranks_of_the_embedded_ledger() -> None:
    net = aidnet.datasets.load_east_west().network(unit="person", level="province")
    table = rank_table(net.with_names("en"), ["strength", "pagerank"], mode="in", draws=40)
    ax = aidnet.plot.ranks(table, top=9)
    strength = table["strength"]
    shown = strength["rank"].astype(float).sort_values(kind="stable").index[:9]
    assert names_of(ax) == list(shown)
    for m, measure in enumerate(("strength", "pagerank")):
        part = table[measure].loc[shown].astype(float)
        assert [x for x, _ in dots_of(ax, m)] == part["rank"].tolist()
        ends = [[begin[0], end[0]] for begin, end in lines_of(ax, m)]
        assert ends == part[["rank_low", "rank_high"]].to_numpy().tolist()
    note = note_of(ax)
    recipients = net.edges["target"].nunique()
    assert f"Shown: the first 9 of {recipients}. Without a rank: {len(net) - recipients}." in note
    assert "Edges held at the stated amount, as nothing bounds them from above: 1." in note
    assert f"Edges without an amount, which stay zero: {table.attrs['zero_edges']}." in note
    assert "95% of 40 draws within the bounds" in legend_of(ax)


def test_missing_ranks_are_counted() -> None:
    table = TABLE.astype("Float64")
    table.loc["b"] = pd.NA
    ax = aidnet.plot.ranks(table)
    assert names_of(ax) == ["a", "d", "c"]
    assert "Without a rank: 1." in note_of(ax)


def test_wrong_tables() -> None:
    with pytest.raises(TypeError, match="DataFrame of ranks"):
        aidnet.plot.ranks([1, 2])  # type: ignore[arg-type]
    with pytest.raises(aidnet.ValidationError, match="no rank_low and no rank_high"):
        aidnet.plot.ranks(TABLE[["score", "rank"]])
    with pytest.raises(aidnet.ValidationError, match="'a' has two rows"):
        aidnet.plot.ranks(pd.concat([TABLE, TABLE.loc[["a"]]]))
    with pytest.raises(aidnet.ValidationError, match="'x': rank_low 3 is above 2"):
        aidnet.plot.ranks(table_of({"x": [1, 1, 3, 2]}))
    with pytest.raises(aidnet.ValidationError, match="ranks must be numbers"):
        aidnet.plot.ranks(TABLE.astype(object).replace(4, "last"))
    with pytest.raises(TypeError, match="measures must be names, not 3"):
        aidnet.plot.ranks(pd.concat({"strength": TABLE}, axis=1), measures=3)  # type: ignore[arg-type]
    assert plt.get_fignums() == []


def test_names_do_not_cover_one_another() -> None:
    rows = {f"Vocational school no. {k} of a county": [1.0, k + 1, 1, k + 2] for k in range(300)}
    ax = aidnet.plot.ranks(table_of(rows), top=40)
    renderer = drawn(ax)
    boxes = [text.get_window_extent(renderer) for text in ax.get_yticklabels()]
    assert len(boxes) == 40
    assert overlaps(boxes) == []
    assert min(box.x0 for box in boxes) >= -1
    inside = extents(ax, ("note",))
    assert overlaps(inside) == []
    assert outside(ax, inside) == []
    lowest = ax.transData.transform((0, 39.5))[1]
    assert max(box.y1 for box in inside) <= lowest + 1


def test_empty_one_and_given_axes() -> None:
    ax = aidnet.plot.ranks(table_of({}))
    assert [text.get_text() for text in ax.texts] == ["no ranks"]
    _, own = plt.subplots()
    ax = aidnet.plot.ranks(table_of({"alone": [1, 1, 1, 1]}), own)
    assert ax is own
    assert dots_of(ax) == [[1, 0]]
    drawn(ax)


def test_names_stand_as_they_are() -> None:
    rows = {name: [1.0, k + 1, k + 1, k + 1] for k, name in enumerate(NASTY)}
    ax = aidnet.plot.ranks(table_of(rows))
    drawn(ax)
    assert [squeezed(name) for name in names_of(ax)] == [squeezed(name) for name in NASTY]
    assert np.isfinite(ax.get_window_extent().bounds).all()


def test_a_stated_rank_outside_its_interval_is_told() -> None:
    """x is 4th by what is stated, 1st to 2nd by draws; y is 1st, and 2nd to 3rd by draws."""
    table = table_of({"x": [1, 4, 1, 2], "y": [4, 1, 2, 3], "z": [3, 2, 1, 3], "w": [2, 3, 3, 4]})
    ax = aidnet.plot.ranks(table)
    assert names_of(ax) == ["y", "z", "w", "x"]
    assert dots_of(ax) == [[1, 0], [2, 1], [3, 2], [4, 3]]
    assert lines_of(ax)[0] == [[2, 0], [3, 0]]
    dotted = by_gid(ax, "outside-0")[""].get_segments()
    ends = [sorted(x for x, _ in one.tolist()) for one in dotted]
    assert ends == [[1, 2], [2, 4]]
    assert [one[0][1] for one in dotted] == [0, 3]
    assert "Ranks of the stated amounts that lie outside their interval: 2." in note_of(ax)
    low, high = ax.get_xlim()
    assert low < 1
    assert high > 4
    assert "outside" not in note_of(aidnet.plot.ranks(TABLE))


def test_long_names_leave_room_for_ranks() -> None:
    long = "Vocational education society and technical college of the prefecture (joint)"
    rows = {f"{long} no. {k}": [1.0, k + 1, 1, k + 2] for k in range(30)}
    given = plt.figure(figsize=(6, 4), layout="constrained").subplots()
    for ax in (aidnet.plot.ranks(table_of(rows)), aidnet.plot.ranks(table_of(rows), given)):
        renderer = drawn(ax)
        boxes = [text.get_window_extent(renderer) for text in ax.get_yticklabels()]
        assert min(box.x0 for box in boxes) >= -1
        assert ax.get_window_extent().width > 0.45 * ax.figure.bbox.width
        if ax is not given:
            assert overlaps(boxes) == []
            assert set(names_of(ax)) <= set(rows)  # in lines, nothing left out
    cut = names_of(given)
    assert all("…" in name for name in cut)
    assert len(set(cut)) == 20  # both ends of the names stand
    assert outside(given, [given.get_legend().get_window_extent()]) == []


def test_measures_have_chinese_names() -> None:
    table = pd.concat({"strength": TABLE, "my own": TABLE}, axis=1)
    assert legend_of(aidnet.plot.ranks(table, language="zh"))[:2] == ["总量", "my own"]

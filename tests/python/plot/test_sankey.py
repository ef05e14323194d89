"""Bands: as high as their amounts at both ends, nothing dropped, nothing added."""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest

import aidnet
import aidnet.plot
from support.artists import (
    NASTY,
    SMALL,
    by_gid,
    drawn,
    extents,
    legend_of,
    note_of,
    outside,
    overlaps,
    random_network,
    squeezed,
)
from support.ledgers import ledger_of, weights_of

CORNERS = (0, 3, 4, 7)


def heights_of(band: Any) -> tuple[float, float]:
    """How high a band is where it begins and where it ends."""
    corners = band.get_path().vertices
    if len(corners) < 8:
        return 0.0, 0.0
    begin, end, end_low, begin_low = (corners[k][1] for k in CORNERS)
    return begin - begin_low, end - end_low


def links_of(ax: Any) -> dict[tuple[int, int, int], Any]:
    """The bands by column, and row in it and in the next."""
    links = {}
    for gid, band in by_gid(ax, "link-").items():
        if "lower" not in gid and "upper" not in gid:
            c, i, j = map(int, gid.split("-"))
            links[c, i, j] = band
    return links


def name_at(ax: Any, c: int, i: int) -> str:
    """The name of a node without its amount and the sign of both sides."""
    text = by_gid(ax, f"name-{c}-{i}")[""].get_text()
    return squeezed(text.replace("\n", "  ").rsplit("  ", 1)[0].removeprefix("⇄"))


def shown(ax: Any, last: int = 1) -> dict[str, float]:
    """The weights that the bands show, by the names beside them."""
    return {
        f"{name_at(ax, c, i)} > {name_at(ax, c + 1, j)}": heights_of(band)[0]
        for (c, i, j), band in links_of(ax).items()
        if c < last
    }


def test_bands_are_weights_at_both_ends() -> None:
    net = SMALL.network(unit="CNY")
    ax = aidnet.plot.sankey(net)
    assert shown(ax) == pytest.approx(weights_of(net))
    for band in links_of(ax).values():
        begin, end = heights_of(band)
        assert begin == pytest.approx(end)


def test_all_bands_of_the_embedded_ledger() -> None:
    for unit, level in (("CNY", "province"), ("person", ("province", "prefecture"))):
        net = aidnet.datasets.load_east_west().network(unit=unit, level=level)
        ax = aidnet.plot.sankey(net, top=100)
        expected = {
            f"{squeezed(e.source)} > {squeezed(e.target)}": e.weight for e in net.edges.itertuples()
        }
        assert shown(ax) == pytest.approx(expected, rel=1e-9, abs=1e-6)
        assert len(links_of(ax)) == net.edge_count


def test_bars_are_strengths_and_bands_fill_them() -> None:
    net = aidnet.datasets.load_east_west().network(unit="person", level="province")
    ax = aidnet.plot.sankey(net, top=100)
    given, received = (aidnet.strength(net, mode=mode) for mode in ("out", "in"))
    for c, strength in enumerate((given, received)):
        for gid, bar in by_gid(ax, f"node-{c}-").items():
            name = name_at(ax, c, int(gid))
            assert bar.get_height() == pytest.approx(strength[name], abs=1e-6), name
            own = [
                band.get_path().vertices
                for (_, i, j), band in links_of(ax).items()
                if (i, j)[c] == int(gid) and heights_of(band)[0]
            ]
            ends = sorted((v[CORNERS[c]][1], v[CORNERS[3 - c]][1]) for v in own)
            for (top, _), (_, low) in itertools.pairwise(ends):
                assert top <= low + 1e-6 * given.sum()  # one above the other
            if ends:
                assert ends[0][1] == pytest.approx(bar.get_y(), abs=1e-3)
                assert ends[-1][0] == pytest.approx(bar.get_y() + bar.get_height(), abs=1e-3)


def test_cycles_and_loops_are_bands() -> None:
    """a gives to c and c to a; b gives to itself."""
    ax = aidnet.plot.sankey(SMALL.network(unit="CNY"))
    bands = shown(ax)
    assert (bands["a > c"], bands["c > a"], bands["b > b"]) == pytest.approx((8000, 512, 4000))
    marked = {
        text.get_text().split()[1]
        for text in by_gid(ax, "name-").values()
        if text.get_text().startswith("⇄")
    }
    assert marked == {"a", "b", "c"}
    assert "⇄ gives and receives." in note_of(ax)


def test_bounds_show() -> None:
    ax = aidnet.plot.sankey(SMALL.network(unit="CNY"))
    bands = by_gid(ax, "link-")
    names = dict(zip(shown(ax), links_of(ax), strict=True))
    c, i, j = names["a > d"]
    assert heights_of(bands[f"{c}-{i}-{j}-upper"])[0] == pytest.approx(2500)
    c, i, j = names["b > d"]
    assert heights_of(bands[f"{c}-{i}-{j}"]) == (0, 0)
    c, i, j = names["b > c"]
    assert set(by_gid(ax, "unbounded-")) == {f"link-{c}-{i}-{j}"}
    assert legend_of(ax) == ["at most", "no amount stated", "no upper bound"]
    texts = {squeezed(text.get_text()) for text in by_gid(ax, "name-0-").values()}
    assert texts == {"⇄a10,000–10,500", "⇄b≥5,000", "⇄c512"}
    texts = {squeezed(text.get_text()) for text in by_gid(ax, "name-1-").values()}
    assert texts == {"⇄a512", "⇄b4,000", "⇄c≥9,000", "d2,000–2,500"}


def test_the_sure_part_is_darker() -> None:
    ledger = aidnet.Ledger.from_frames(
        {"donor": ["a"], "recipient": ["b"], "value": [8], "lower": [2], "qualifier": ["nearly"]}
    )
    ax = aidnet.plot.sankey(ledger.network())
    bands = by_gid(ax, "link-0-0-0")
    assert heights_of(bands["-lower"])[0] == pytest.approx(2)
    assert bands["-lower"].get_alpha() > bands[""].get_alpha()
    assert legend_of(ax) == ["at least", "stated"]


def test_what_is_too_small_is_merged_and_nothing_lost() -> None:
    net = random_network(60, 2)
    ax = aidnet.plot.sankey(net, top=7)
    for c in (0, 1):
        bars = by_gid(ax, f"node-{c}-")
        assert len(bars) == 7
        assert sum(bar.get_height() for bar in bars.values()) == pytest.approx(net.total_weight)
        assert "others" in name_at(ax, c, 6)
    given = aidnet.strength(net, mode="out")
    givers = int((aidnet.degree(net, mode="out") > 0).sum())
    assert name_at(ax, 0, 6) == f"{givers - 6}others"
    largest = by_gid(ax, "node-0-")["0"].get_height()
    assert largest == pytest.approx(given.max())


def test_a_column_between() -> None:
    """By resource: funding 8000 + 1000 + 4000, training 2000, staff nothing, equipment 512."""
    net = SMALL.network(unit="CNY")
    ax = aidnet.plot.sankey(net, middle="resource")
    bars = {name_at(ax, 1, int(i)): b.get_height() for i, b in by_gid(ax, "node-1-").items()}
    expected = {"funding": 13000, "training": 2000, "secondedstaff": 0, "equipment": 512}
    assert bars == pytest.approx(expected)
    texts = {squeezed(text.get_text()) for text in by_gid(ax, "name-1-").values()}
    assert texts == {"funding≥13,000", "training2,000–2,500", "secondedstaff–", "equipment512"}
    first, second = defaultdict(float), defaultdict(float)
    for (c, i, j), band in links_of(ax).items():
        end = name_at(ax, 0, i) if c == 0 else name_at(ax, 2, j)
        (first, second)[c][end] += heights_of(band)[0]
    assert first == pytest.approx({"a": 10000, "b": 5000, "c": 512})
    assert second == pytest.approx({"a": 512, "b": 4000, "c": 9000, "d": 2000})


def test_a_column_between_counted_flows() -> None:
    ax = aidnet.plot.sankey(SMALL.network(weight="count"), middle="status")
    bars = {name_at(ax, 1, int(i)): b.get_height() for i, b in by_gid(ax, "node-1-").items()}
    assert bars == pytest.approx({"planned": 2, "delivered": 3, "notstated": 1})


@pytest.mark.parametrize("size", [(7.0, 5.0), (4.5, 3.0)])
def test_no_name_covers_another(size: tuple[float, float]) -> None:
    ledger = aidnet.datasets.load_east_west()
    for net, middle in (
        (ledger.network(unit="person", level=("province", "prefecture")).with_names("en"), None),
        (ledger.network(unit="person", level="province").with_names("zh"), "resource"),
        (random_network(80, 4), None),
    ):
        figure, ax = plt.subplots(figsize=size)
        assert aidnet.plot.sankey(net, ax, middle=middle) is ax
        boxes = extents(ax, ("name-", "note", "title-"))
        assert overlaps(boxes) == []
        if size[0] > 5:
            assert outside(ax, boxes) == []
        plt.close(figure)


def test_refusals() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "a"], [1.0, -2.0])
    with pytest.raises(aidnet.ValidationError, match=r"below zero.*b → a \(-2\)"):
        aidnet.plot.sankey(net)
    with pytest.raises(aidnet.ValidationError, match="directed"):
        aidnet.plot.sankey(aidnet.from_edges(["a"], ["b"], directed=False))
    with pytest.raises(aidnet.ValidationError, match="middle= needs a LedgerNetwork"):
        aidnet.plot.sankey(aidnet.from_edges(["a"], ["b"]), middle="resource")
    with pytest.raises(aidnet.ValidationError, match="no column 'colour'"):
        aidnet.plot.sankey(SMALL.network(unit="CNY"), middle="colour")
    with pytest.raises(aidnet.ValidationError, match="top is 0"):
        aidnet.plot.sankey(SMALL.network(unit="CNY"), top=0)


def test_empty_one_node_and_nothing_stated() -> None:
    ax = aidnet.plot.sankey(aidnet.from_edges([], []))
    assert [text.get_text() for text in ax.texts] == ["no flows"]
    ax = aidnet.plot.sankey(aidnet.from_edges(["me"], ["me"], [2.0]))
    assert shown(ax) == pytest.approx({"me > me": 2.0})
    ax = aidnet.plot.sankey(SMALL.network(resource="staff"))
    assert {text.get_text() for text in ax.texts} >= {"b  –", "d  –"}
    assert outside(ax, extents(ax)) == []


def test_names_stand_as_they_are() -> None:
    ax = aidnet.plot.sankey(aidnet.from_edges(NASTY[:-1], NASTY[1:], np.arange(1.0, 20.0)), top=99)
    drawn(ax)
    shown_names = {name_at(ax, 0, int(i)).replace(" ", "") for i in by_gid(ax, "name-0-")}
    assert shown_names == {"".join(name.split()) for name in NASTY[:-1]}
    assert not any(text.get_parse_math() for text in ax.texts)


def test_the_others_have_no_colour_of_a_donor() -> None:
    ax = aidnet.plot.sankey(random_network(60, 2), top=5)
    tones = defaultdict(set)
    for (_, i, _), band in links_of(ax).items():
        tones[i].add(band.get_facecolor()[:3])
    assert [len(one) for one in tones.values()] == [1] * 5
    assert len(set.union(*tones.values())) == 5
    red, green, blue = tones[4].pop()
    assert red == green == blue


def test_values_of_the_column_between_that_share_a_name_stay_apart() -> None:
    ledger = ledger_of(
        "donor recipient value programme; a b 5 p; a b 3 q; a b 2 r",
        programmes="programme name_en; p Spark; q Spark; r Bridge",
    )
    ax = aidnet.plot.sankey(ledger.network(), middle="programme")
    bars = {name_at(ax, 1, int(i)): b.get_height() for i, b in by_gid(ax, "node-1-").items()}
    assert bars == pytest.approx({"Spark(p)": 5, "Spark(q)": 3, "Bridge": 2})


def test_amounts_without_a_unit_have_none() -> None:
    net = aidnet.from_edges(["a"], ["b"], [3.0])
    assert by_gid(aidnet.plot.sankey(net), "title-")["0"].get_text() == "Donors: 3"
    counted = aidnet.plot.sankey(SMALL.network(weight="count"), language="zh")
    assert by_gid(counted, "title-")["0"].get_text() == "帮扶方: 6笔"

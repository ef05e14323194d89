"""Flows on longitude and latitude: where parties are, and what is said of those without a place."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
import pytest

import aidnet
import aidnet.plot
from support.artists import (
    NASTY,
    by_gid,
    drawn,
    extents,
    legend_of,
    names_of,
    nodes_of,
    note_of,
    outside,
    overlaps,
    squeezed,
)
from support.ledgers import ledger_of

# The county has no coordinates: its school is drawn in the prefecture. Nobody knows where z is.
PLACES = ledger_of(
    "donor recipient value unit; a s 8 CNY; a p 2 CNY; s p 4 CNY; z p 1 CNY; c a . CNY",
    parties="party place parent; a east .; o county .; s . o; p pref .; z . .; c west .",
    places=(
        "place level parent longitude latitude; east province . 120 30; west province . 100 30;"
        "pref prefecture west 102 26; county county pref . ."
    ),
)


@pytest.fixture(scope="module")
def east_west() -> aidnet.Ledger:
    return aidnet.datasets.load_east_west()


def test_places_are_at_their_degrees() -> None:
    """At the prefecture: 8 and 2 come, 4 stays within; at the east 8 + 2; in the west nothing."""
    ax = aidnet.plot.map(PLACES.network(unit="CNY"))
    assert nodes_of(ax).get_offsets().data.tolist() == [[102, 26], [120, 30], [100, 30]]
    lines = by_gid(ax, "edge-")
    widths = {k: line.get_linewidth() for k, line in lines.items() if "head" not in k}
    assert sorted(widths.values(), reverse=True)[:2] == pytest.approx([6, 2.4])
    note = note_of(ax)
    assert "Not on the map for want of coordinates: z; edges with them: 1, of 1 CNY." in note
    assert "4 parties at 3 places" in note
    assert "At a place above their own, which has no coordinates: 1." in note
    assert "no amount stated" in legend_of(ax)


@pytest.mark.parametrize(
    ("flows", "says"),
    [
        ("z p . CNY", "edges with them: 1, which state no amount."),
        ("z p . CNY; z a 3 CNY", "edges with them: 2, of 3 CNY; 1 of them state no amount."),
        ("z p 1 CNY; z a 3 CNY", "edges with them: 2, of 4 CNY."),
    ],
)
def test_what_is_not_on_the_map_is_not_nothing_where_no_amount_is_stated(
    flows: str, says: str
) -> None:
    ledger = ledger_of(
        f"donor recipient value unit; a p 2 CNY; {flows}",
        parties="party place; a A; p P; z .",
        places="place longitude latitude; A 120 30; P 100 30",
    )
    assert says in note_of(aidnet.plot.map(ledger.network(unit="CNY")))


def test_a_prefecture_is_drawn_where_its_county_is() -> None:
    """Xiaojin is 200 km from Chengdu, where the map has no business to put its prefecture."""
    ledger = aidnet.datasets.load_east_west()
    net = ledger.network(unit="CNY", level="prefecture")
    places = ledger.places.set_index("place")
    inside = places[(places["parent"] == "cn_513200") & places["longitude"].notna()]
    assert list(inside["name_en"]) == ["Xiaojin County"]
    ax = aidnet.plot.map(
        net.with_names("en"), labels=["Aba Tibetan and Qiang Autonomous Prefecture"]
    )
    ((k, _),) = names_of(ax).items()
    assert (
        nodes_of(ax).get_offsets().data[k].tolist()
        == inside.iloc[0][["longitude", "latitude"]].tolist()
    )
    note = note_of(ax)
    assert (
        "At the middle of what is known of places within their own, which has no coordinates: 1."
        in note
    )
    chinese = aidnet.plot.map(net.with_names("zh"))
    assert "因缺坐标而标于所辖地方中心：1个。" in note_of(chinese)
    assert "、" in note_of(chinese).split("；")[0]


def test_bounds_of_a_place_are_sums() -> None:
    """Two schools of one town get 4 to 6 and 3 to 4; from elsewhere comes at least 2."""
    ledger = ledger_of(
        "donor recipient value lower upper qualifier unit;"
        "a s 5 4 6 range CNY; a t 3 3 4 over CNY; c t 2 . . at_least CNY",
        parties="party place; a east; s town; t town; c west",
        places="place longitude latitude; east 120 30; west 100 30; town 102 26",
    )
    lines = by_gid(aidnet.plot.map(ledger.network(), max_width=8.0), "edge-")
    (pair,) = (k.removesuffix("-lower") for k in lines if k.endswith("-lower"))
    widths = [lines[f"{pair}{part}"].get_linewidth() for part in ("-lower", "", "-upper")]
    assert widths == pytest.approx([7, 8, 10])
    assert len(by_gid(aidnet.plot.map(ledger.network()), "unbounded-")) == 1


def test_arcs_run_from_place_to_place(east_west: aidnet.Ledger) -> None:
    net = east_west.network(unit="CNY", level="province")
    ax = aidnet.plot.map(net)
    places = east_west.places.set_index("place")[["longitude", "latitude"]]
    at = {tuple(one) for one in nodes_of(ax).get_offsets().data.tolist()}
    on_map = [node for node in net.nodes if node in places.index]
    assert at == {tuple(places.loc[node]) for node in on_map}
    inside = net.edges[net.edges["source"].isin(on_map) & net.edges["target"].isin(on_map)]
    lines = {k: line for k, line in by_gid(ax, "edge-").items() if k.isdigit()}
    assert len(lines) == len(inside)
    heaviest = inside["weight"].max()
    expected = sorted(6 * w / heaviest for w in inside["weight"] if 6 * w / heaviest > 0.5)
    drawn_widths = sorted(w for line in lines.values() if (w := line.get_linewidth()) > 0.6)
    assert drawn_widths == pytest.approx(expected)


def test_a_degree_is_as_long_both_ways() -> None:
    ax = aidnet.plot.map(PLACES.network(unit="CNY"))
    drawn(ax)
    origin, across, up = ax.transData.transform([(110, 28), (111, 28), (110, 29)])
    middle = np.radians((26 + 30) / 2)
    ratio = (across[0] - origin[0]) / (up[1] - origin[1])
    assert ratio == pytest.approx(np.cos(middle), rel=1e-6)


def test_coordinates_can_be_given() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"], [1.0, 2.0])
    ax = aidnet.plot.map(net, coordinates={"a": (10, 50), "b": (20, 40)})
    assert nodes_of(ax).get_offsets().data.tolist() == [[10, 50], [20, 40]]
    assert "for want of coordinates: c; edges with them: 1, of 2." in note_of(ax)
    ax = aidnet.plot.map(PLACES.network(unit="CNY"), coordinates={"z": (119, 31)})
    assert "Not on the map" not in note_of(ax)
    with pytest.raises(aidnet.ValidationError, match="a map needs coordinates"):
        aidnet.plot.map(net)
    for wrong in ("east", (1,), (10, None)):
        with pytest.raises(aidnet.ValidationError, match="'a'; two numbers were expected"):
            aidnet.plot.map(net, coordinates={"a": wrong})  # type: ignore[dict-item]
    with pytest.raises(aidnet.ValidationError, match="which is nowhere"):
        aidnet.plot.map(net, coordinates={"a": (np.nan, 3)})
    with pytest.raises(TypeError, match="coordinates must be a mapping by node, not list"):
        aidnet.plot.map(net, coordinates=[(1, 2)])  # type: ignore[arg-type]
    with pytest.raises(aidnet.ValidationError, match="'a' lies at longitude 50, latitude 110"):
        aidnet.plot.map(net, coordinates={"a": (50, 110)})


def test_names_show_once_and_inside(east_west: aidnet.Ledger) -> None:
    for net in (
        east_west.network(unit="person", level="prefecture").with_names("zh"),
        east_west.network(weight="count").with_names("en"),
    ):
        for size in ((7.0, 5.6), (4.5, 4.0)):
            _, ax = plt.subplots(figsize=size)
            assert aidnet.plot.map(net, ax) is ax
            assert len(names_of(ax)) > 5
            boxes = extents(ax)
            assert overlaps(boxes) == []
            assert outside(ax, boxes) == []


def test_labels_choose_places(east_west: aidnet.Ledger) -> None:
    net = east_west.network(unit="CNY", level="province").with_names("en")
    ax = aidnet.plot.map(net, labels=2)
    assert len(names_of(ax)) == 2
    ax = aidnet.plot.map(net, labels=["Beijing"])
    assert list(names_of(ax).values()) == ["Beijing"]


def test_nobody_has_a_place() -> None:
    ledger = ledger_of("donor recipient value; a b 1")
    ax = aidnet.plot.map(ledger.network())
    assert "no flows" in [text.get_text() for text in ax.texts]
    assert "a, b" in note_of(ax)
    ax = aidnet.plot.map(aidnet.from_edges([], []), coordinates={})
    assert [text.get_text() for text in ax.texts] == ["no flows"]


def test_one_place() -> None:
    net = aidnet.from_edges(["a"], ["a"], [3.0])
    ax = aidnet.plot.map(net, coordinates={"a": (105, 30)})
    assert nodes_of(ax).get_offsets().data.tolist() == [[105, 30]]
    assert outside(ax, extents(ax)) == []


def test_names_stand_as_they_are() -> None:
    net = aidnet.from_edges(NASTY[:-1], NASTY[1:])
    at = {name: (100 + 3 * (k % 5), 20 + 4 * (k // 5)) for k, name in enumerate(NASTY)}
    ax = aidnet.plot.map(net, coordinates=at)
    drawn(ax)
    written = {squeezed(name) for name in names_of(ax).values()}
    assert len(written) > 10
    assert written <= {squeezed(name) for name in NASTY}

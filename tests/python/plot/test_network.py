"""Nodes and arrows: areas, widths and names are the data; nothing covers anything."""

from __future__ import annotations

from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest

import aidnet
import aidnet.plot
from aidnet.plot._edges import BELOW, TONES
from aidnet.plot._nodes import LEAST_AREA
from aidnet.plot._sizes import FLOOR
from support.artists import (
    NASTY,
    SMALL,
    by_gid,
    drawn,
    extents,
    legend_of,
    names_of,
    nodes_of,
    note_of,
    outside,
    overlaps,
    random_network,
    squeezed,
)
from support.ledgers import ledger_of


@pytest.fixture(scope="module")
def money() -> aidnet.LedgerNetwork:
    return aidnet.datasets.load_east_west().network(unit="CNY").with_names("en")


def test_areas_are_strengths(money: aidnet.LedgerNetwork) -> None:
    for mode in ("all", "out", "in"):
        ax = aidnet.plot.network(money, mode=mode)
        area = nodes_of(ax).get_sizes() * np.pi / 4
        strength = aidnet.strength(money, mode=mode).to_numpy()
        per_area = strength.max() / area.max()
        assert area == pytest.approx(np.maximum(strength / per_area, LEAST_AREA))


def test_widths_are_weights(money: aidnet.LedgerNetwork) -> None:
    ax = aidnet.plot.network(money, max_width=9.0)
    lines = by_gid(ax, "edge-")
    edges = money.edges
    for k, weight in enumerate(edges["weight"]):
        width = lines[str(k)].get_linewidth()
        if weight:
            assert width == pytest.approx(max(9.0 * weight / edges["weight"].max(), FLOOR))
            assert lines[str(k)].get_linestyle() == "-"
        else:
            assert lines[str(k)].get_linestyle() == "--"
            assert width < 1
    assert "The thinnest lines: up to" in note_of(ax)


def test_a_scale_makes_plots_comparable() -> None:
    small, large = (aidnet.from_edges(["a"], ["b"], [w]) for w in (2.0, 8.0))
    axes = [aidnet.plot.network(net, scale=8.0, max_width=4.0) for net in (small, large)]
    widths = [by_gid(ax, "edge-")["0"].get_linewidth() for ax in axes]
    assert widths == pytest.approx([1.0, 4.0])
    first, second = (nodes_of(ax).get_sizes()[0] for ax in axes)
    assert second == pytest.approx(4 * first)
    with pytest.raises(aidnet.ValidationError, match="scale is 0"):
        aidnet.plot.network(small, scale=0)


def test_bounds_are_tones_and_signs() -> None:
    """a > c exact, a > d 2000 to 2500, b > c at least 1000, b > d not stated."""
    net = SMALL.network(unit="CNY", nearly=0.5)
    ax = aidnet.plot.network(net, max_width=8.0)
    lines = by_gid(ax, "edge-")
    edges = [f"{e.source}{e.target}" for e in net.edges.itertuples()]
    ad, bc, bd = (str(edges.index(one)) for one in ("ad", "bc", "bd"))
    assert lines[f"{ad}-upper"].get_linewidth() == pytest.approx(2.5)
    assert lines[ad].get_linewidth() == pytest.approx(2.0)
    assert lines[ad].get_color() == TONES[0]
    assert set(by_gid(ax, "unbounded-")) == {bc}
    assert lines[bd].get_linestyle() == "--"
    assert f"{bc}-upper" not in lines
    told = legend_of(ax)
    assert "no amount stated" in told
    assert "no upper bound" in told
    assert "at most" in told
    assert "5,000 CNY" in told
    assert "5000 CNY" not in told


def test_what_is_stated_beyond_the_lower_bound_is_lighter() -> None:
    ledger = aidnet.Ledger.from_frames(
        {"donor": ["a"], "recipient": ["b"], "value": [8], "lower": [2], "qualifier": ["nearly"]}
    )
    ax = aidnet.plot.network(ledger.network(), max_width=8.0)
    lines = by_gid(ax, "edge-")
    assert lines["0"].get_color() == TONES[1]
    assert lines["0-lower"].get_linewidth() == pytest.approx(2.0)
    assert lines["0-lower"].get_color() == TONES[0]
    assert "stated" in legend_of(ax)


def test_arrows_run_between_their_nodes() -> None:
    net = SMALL.network(unit="CNY")
    ax = aidnet.plot.network(net)
    at = dict(zip(net.nodes, nodes_of(ax).get_offsets(), strict=True))
    radius = dict(zip(net.nodes, np.sqrt(nodes_of(ax).get_sizes()) / 2, strict=True))
    lines = by_gid(ax, "edge-")
    for k, edge in enumerate(net.edges.itertuples()):
        begin = lines[str(k)].get_xydata()[0]
        tip = lines[f"{k}-head"].get_xy()[0]
        if edge.source == edge.target:
            assert np.linalg.norm(tip - at[edge.source]) < radius[edge.source] + 15
            continue
        for point, end in ((begin, edge.source), (tip, edge.target)):
            assert radius[end] < np.linalg.norm(point - at[end]) < radius[end] + 4


def test_colours_say_who_gives_and_receives() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"], nodes=["a", "b", "c", "d"])
    ax = aidnet.plot.network(net)
    a, b, c, d = (tuple(one) for one in nodes_of(ax).get_facecolors())
    assert len({a, c, d}) == 3
    assert b == c  # with the colour of a around it
    rims = [tuple(one) for one in nodes_of(ax).get_edgecolors()]
    assert rims[1] == a
    assert legend_of(ax)[:4] == ["gives", "receives", "gives and receives", "neither"]


@pytest.mark.parametrize("size", [(7.0, 5.2), (3.4, 3.0), (10.0, 4.0)])
def test_nothing_covers_anything(money: aidnet.LedgerNetwork, size: tuple[float, float]) -> None:
    for net in (money, random_network(40, 3), aidnet.datasets.load_pairings(names="zh")):
        figure, ax = plt.subplots(figsize=size)
        aidnet.plot.network(net, ax)
        boxes = extents(ax)
        assert overlaps(boxes) == []
        assert outside(ax, boxes) == []
        disjoint(ax)
        plt.close(figure)


def disjoint(ax: Any) -> None:
    """No two discs touch, no name covers one, and all are inside the axes."""
    nodes = nodes_of(ax)
    scale = ax.figure.dpi / 72
    at = ax.transData.transform(nodes.get_offsets()) / scale
    radius = np.sqrt(nodes.get_sizes()) / 2
    apart = np.linalg.norm(at[:, None] - at[None], axis=2) - radius[:, None] - radius[None]
    np.fill_diagonal(apart, 1)
    assert apart.min() > 0
    frame = ax.get_window_extent()
    assert ((at - radius[:, None]) * scale >= (frame.x0 - 1, frame.y0 - 1)).all()
    assert ((at + radius[:, None]) * scale <= (frame.x1 + 1, frame.y1 + 1)).all()
    for k, text in by_gid(ax, "name-").items():
        box = text.get_window_extent()
        near = np.clip(at * scale, (box.x0, box.y0), (box.x1, box.y1))
        far = np.linalg.norm(near - at * scale, axis=1) - radius * scale
        assert far.min() > -1, (k, text.get_text())


def test_names_that_have_no_room_are_counted(money: aidnet.LedgerNetwork) -> None:
    _, ax = plt.subplots(figsize=(5.5, 4.6))
    aidnet.plot.network(money, ax)
    written = names_of(ax)
    assert 0 < len(written) < len(money)
    left = len(money) - len(written)
    assert f"Without room for a name: {left} of {len(money)} parties." in note_of(ax)
    strongest = aidnet.strength(money).idxmax()
    assert strongest in written.values()
    assert all(squeezed(money.nodes[k]) == squeezed(name) for k, name in written.items())


def test_a_legend_can_be_left_out(money: aidnet.LedgerNetwork) -> None:
    _, ax = plt.subplots(figsize=(3.0, 2.4))
    assert aidnet.plot.network(money, ax, legend=False).get_legend() is None
    assert names_of(ax)


def test_labels_choose_names(money: aidnet.LedgerNetwork) -> None:
    strongest = aidnet.strength(money).nlargest(3, keep="first")
    ax = aidnet.plot.network(money, labels=3)
    assert set(names_of(ax).values()) == set(strongest.index)
    assert "Named: 3 of 42 parties." in note_of(ax)
    ax = aidnet.plot.network(money, labels=["Ningbo"])
    assert list(names_of(ax).values()) == ["Ningbo"]
    assert not names_of(aidnet.plot.network(money, labels=0))
    with pytest.raises(aidnet.UnknownNodeError, match="did you mean 'Ningbo'"):
        aidnet.plot.network(money, labels=["Ningbbo"])


def test_the_axes_are_those_given() -> None:
    figure, (left, right) = plt.subplots(1, 2)
    assert aidnet.plot.network(SMALL.network(unit="CNY"), right) is right
    assert not left.has_data()
    assert plt.get_fignums() == [figure.number]


def test_the_same_network_is_drawn_the_same(money: aidnet.LedgerNetwork) -> None:
    np.random.seed(1)  # noqa: NPY002 - the global state that must not matter
    first = nodes_of(aidnet.plot.network(money)).get_offsets().data.tobytes()
    np.random.seed(2)  # noqa: NPY002
    state = np.random.get_state()[1].tobytes()  # type: ignore[index,union-attr]  # noqa: NPY002
    assert nodes_of(aidnet.plot.network(money)).get_offsets().data.tobytes() == first
    assert np.random.get_state()[1].tobytes() == state  # type: ignore[index,union-attr]  # noqa: NPY002


def test_positions_are_kept() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"])
    given = {"a": (0.0, 0.0), "b": (3.0, 4.0), "c": (3.0, 0.0)}
    at = nodes_of(aidnet.plot.network(net, positions=given)).get_offsets().data
    sides = [np.linalg.norm(at[u] - at[v]) for u, v in ((0, 2), (2, 1), (0, 1))]
    assert np.array(sides) / sides[0] * 3 == pytest.approx([3, 4, 5])
    with pytest.raises(aidnet.ValidationError, match="nothing for the node 'c'"):
        aidnet.plot.network(net, positions={"a": (0, 0), "b": (1, 1)})


def test_empty_and_one_node() -> None:
    ax = aidnet.plot.network(aidnet.from_edges([], []))
    assert [text.get_text() for text in ax.texts] == ["no flows"]
    ax = aidnet.plot.network(aidnet.from_edges([], [], nodes=["alone"]))
    assert names_of(ax) == {0: "alone"}
    assert not by_gid(ax, "edge-")
    ax = aidnet.plot.network(aidnet.from_edges(["me"], ["me"], [2.0]))
    loop = by_gid(ax, "edge-")["0"].get_xydata()
    assert len(loop) > 10
    assert outside(ax, extents(ax)) == []


def test_names_stand_as_they_are() -> None:
    net = aidnet.from_edges(NASTY[:-1], NASTY[1:], np.arange(1.0, 20.0))
    ax = aidnet.plot.network(net)
    drawn(ax)
    for k, text in by_gid(ax, "name-").items():
        assert squeezed(text.get_text()) == squeezed(NASTY[int(k)])
        assert not text.get_parse_math()


def test_three_hundred_nodes() -> None:
    net = random_network(300, 5)
    ax = aidnet.plot.network(net)
    assert len(nodes_of(ax).get_sizes()) == 300
    boxes = extents(ax)
    assert len(names_of(ax)) > 20
    assert overlaps(boxes) == []
    assert outside(ax, boxes) == []
    disjoint(ax)


def test_too_many_nodes_are_refused() -> None:
    net = aidnet.from_edges(np.arange(1600), np.arange(1600) + 1)
    with pytest.raises(aidnet.ValidationError, match="1,601 nodes are too many"):
        aidnet.plot.network(net)


def test_undirected_networks_have_no_arrows() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"], [1.0, 2.0], directed=False)
    lines = by_gid(aidnet.plot.network(net), "edge-")
    assert set(lines) == {"0", "1"}


def test_weights_below_zero_have_their_own_colour() -> None:
    ax = aidnet.plot.network(aidnet.from_edges(["a", "b"], ["b", "c"], [-4.0, 2.0]), max_width=8)
    lines = by_gid(ax, "edge-")
    assert lines["0"].get_linewidth() == 8
    assert lines["0"].get_color() != lines["1"].get_color()
    assert "below zero" in legend_of(ax)


def test_bounds_below_zero_are_tones_too() -> None:
    """Of 1 to 4 that are taken back, a line shows 1 at least and 4 at most."""
    ledger = ledger_of(
        "donor recipient value lower upper qualifier; a b -3 -4 -1 range; c d 6 6 6 range",
        negative="net",
    )
    net = ledger.network()
    assert (net.lower[0], net.upper[0]) == (-4, -1)
    ax = aidnet.plot.network(net, max_width=6.0)
    lines = by_gid(ax, "edge-")
    widths = [lines[f"0{part}"].get_linewidth() for part in ("-lower", "", "-upper")]
    assert widths == pytest.approx([1, -net.weights[0], 4])
    assert {lines[f"0{part}"].get_color() for part in ("-lower", "", "-upper")} == set(BELOW)
    assert {"stated", "at most", "below zero"} <= set(legend_of(ax))


def test_new_axes_are_as_large_as_needed(money: aidnet.LedgerNetwork) -> None:
    two = aidnet.plot.network(aidnet.from_edges(["Dalian"], ["Guiyang"])).figure
    many = aidnet.plot.network(money).figure
    assert two.get_size_inches().tolist() == [4.6, 2.4]
    assert many.get_size_inches()[0] == 7.0
    assert many.get_size_inches()[1] > 4


def test_names_keep_off_the_lines(money: aidnet.LedgerNetwork) -> None:
    ax = aidnet.plot.network(money)
    drawn(ax)
    over = set()
    for name in by_gid(ax, "name-").values():
        box = name.get_window_extent()
        for key, line in by_gid(ax, "edge-").items():
            if not key.isdigit():
                continue
            ends = ax.transData.transform(line.get_xydata())
            at = np.linspace(0, len(ends) - 1, 200)
            x, y = (np.interp(at, np.arange(len(ends)), ends[:, k]) for k in (0, 1))
            if ((x > box.x0) & (x < box.x1) & (y > box.y0) & (y < box.y1)).any():
                over.add(name.get_text())
    assert len(over) <= 2
    assert not any("Zhejiang Bangzhen" in name for name in over)


def test_names_that_a_place_and_a_party_share() -> None:
    """Words, not ids, where these tell them apart."""
    ledger = ledger_of(
        "donor recipient value; gov s 5; x gov 3; t x 1; u x 1",
        parties=(
            "party name_en place; gov Yunnan .; s School yunnan; x Other east; t Twin .; u Twin ."
        ),
        places="place level name_en; yunnan province Yunnan; east province East",
    )
    net = ledger.network(level="province").with_names("en")
    assert "Yunnan (gov)" in set(net.nodes)
    names = set(names_of(aidnet.plot.network(net)).values())
    assert names == {"Yunnan (party)", "Yunnan (place)", "East", "Twin (t)", "Twin (u)"}
    chinese = set(names_of(aidnet.plot.network(net, language="zh")).values())
    assert {"Yunnan（主体）", "Yunnan（地方）"} <= chinese

"""The ordered matrix: each cell is its weight, and what is no weight has no colour of one."""

from __future__ import annotations

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
    legend_of,
    note_of,
    overlaps,
    random_network,
    squeezed,
)


def cells_of(ax: Any) -> dict[tuple[str, str], float]:
    """The coloured cells by the names of row and column."""
    (mesh,) = (one for one in ax.collections if one.get_gid() == "cells")
    rows, columns = (
        [text.get_text().replace("\n", " ") for text in labels]
        for labels in (ax.get_yticklabels(), ax.get_xticklabels())
    )
    table = mesh.get_array().reshape(len(rows), len(columns))
    return {
        (row, column): float(table[i, j])
        for i, row in enumerate(rows)
        for j, column in enumerate(columns)
        if not np.ma.getmaskarray(table)[i, j]
    }


@pytest.mark.parametrize("order", ["strength", "cluster", "given"])
@pytest.mark.parametrize("nodes", ["apart", "all"])
def test_cells_are_weights(order: Any, nodes: Any) -> None:
    for net in (
        SMALL.network(unit="CNY"),
        aidnet.datasets.load_east_west().network(unit="person", level="province").with_names("en"),
    ):
        ax = aidnet.plot.matrix(net, order=order, nodes=nodes)
        edges = net.edges[net.edges["weight"] > 0]
        expected = {(e.source, e.target): e.weight for e in edges.itertuples()}
        assert cells_of(ax) == pytest.approx(expected)


def test_orders() -> None:
    """a gives 10, b 5 and something, c 0.5; c receives 9, b 4, d 2, a 0.5."""
    net = SMALL.network(unit="CNY")

    def axes(**options: Any) -> tuple[str, str]:
        ax = aidnet.plot.matrix(net, **options)
        return tuple(
            "".join(text.get_text() for text in labels)
            for labels in (ax.get_yticklabels(), ax.get_xticklabels())
        )  # type: ignore[return-value]

    assert list(net.nodes) == ["a", "c", "d", "b"]
    assert axes() == ("abc", "cbda")
    assert axes(order="given") == ("acb", "acdb")
    assert axes(order="given", nodes="all") == ("acdb", "acdb")
    assert axes(nodes="all") == ("acbd", "acbd")  # 10 512, 9512, 9000, 2000


def test_blocks_stand_one_after_the_other() -> None:
    """Two parts that share nobody, written interleaved: {a, b} to {x, y}, and {c} to {z}."""
    net = aidnet.from_edges(
        ["c", "a", "b", "a"], ["z", "x", "y", "y"], [100.0, 1.0, 2.0, 4.0],
    )  # fmt: skip
    ax = aidnet.plot.matrix(net, order="cluster")
    rows = "".join(text.get_text() for text in ax.get_yticklabels())
    columns = "".join(text.get_text() for text in ax.get_xticklabels())
    assert (rows[0], columns[0]) == ("c", "z")  # the largest part first
    assert set(rows[1:]) == {"a", "b"}
    assert set(columns[1:]) == {"x", "y"}


def test_nothing_and_no_amount_are_no_colours() -> None:
    """b > d states no amount; b > c has no upper bound; a > d may be 2500."""
    ax = aidnet.plot.matrix(SMALL.network(unit="CNY"))
    rows = [text.get_text() for text in ax.get_yticklabels()]
    columns = [text.get_text() for text in ax.get_xticklabels()]
    (hatched,) = by_gid(ax, "unstated").values()
    (box,) = (path.get_extents() for path in hatched.get_paths())
    middle = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    assert middle == (columns.index("d"), rows.index("b"))
    (ring,) = by_gid(ax, "uncertain").values()
    assert ring.get_offsets().tolist() == [[columns.index("d"), rows.index("a")]]
    (endless,) = by_gid(ax, "unbounded").values()
    assert endless.get_offsets().tolist() == [[columns.index("c"), rows.index("b")]]
    assert legend_of(ax) == ["no amount stated", "uncertain", "no upper bound"]


def test_below_zero_has_its_own_colour() -> None:
    ax = aidnet.plot.matrix(aidnet.from_edges(["a", "b"], ["b", "c"], [-4.0, 2.0]))
    assert cells_of(ax) == {("b", "c"): 2.0}
    assert legend_of(ax) == ["below zero"]


def test_the_colour_bar_says_the_unit() -> None:
    net = SMALL.network(unit="CNY")
    ax = aidnet.plot.matrix(net)
    (bar,) = ax.child_axes
    assert bar.get_ylabel() == "CNY"
    assert bar.get_ylim() == pytest.approx((512, 8000))
    assert bar.get_yscale() == "log"
    figure = ax.figure
    assert figure.axes[0] is ax


def test_undirected_is_symmetric() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"], [1.0, 2.0], directed=False)
    cells = cells_of(aidnet.plot.matrix(net))
    assert cells == {(u, v): cells[v, u] for u, v in cells}
    assert len(cells) == 4


def tick_boxes(ax: Any) -> tuple[list[Any], list[Any]]:
    renderer = drawn(ax)
    return tuple(
        [text.get_window_extent(renderer) for text in labels if text.get_text()]
        for labels in (ax.get_yticklabels(), ax.get_xticklabels())
    )  # type: ignore[return-value]


@pytest.mark.parametrize("order", ["strength", "cluster"])
def test_names_have_room_or_are_counted(order: Any) -> None:
    net = random_network(300, 6)
    ax = aidnet.plot.matrix(net, order=order)
    rows, columns = tick_boxes(ax)
    assert overlaps(rows) == []
    assert overlaps(columns) == []
    assert len(rows) > 20
    assert "Without room for a name:" in note_of(ax)
    for box in (*rows, *columns):
        assert box.x0 >= -1
        assert box.y1 <= ax.figure.bbox.y1 + 1
    given = aidnet.strength(net, mode="out")
    assert given.idxmax() in {text.get_text() for text in ax.get_yticklabels()}


def test_given_axes_and_refusals() -> None:
    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 4), layout="constrained")
    assert aidnet.plot.matrix(SMALL.network(unit="CNY"), right) is right
    assert plt.get_fignums() == [figure.number]
    assert not left.has_data()
    with pytest.raises(aidnet.ValidationError, match="order is 'size'"):
        aidnet.plot.matrix(SMALL.network(unit="CNY"), order="size")  # type: ignore[arg-type]


def test_empty_one_and_equal() -> None:
    ax = aidnet.plot.matrix(aidnet.from_edges([], [], nodes=["a"]))
    assert [text.get_text() for text in ax.texts] == ["no flows"]
    assert cells_of(aidnet.plot.matrix(aidnet.from_edges(["a"], ["a"], [7.0]))) == {("a", "a"): 7}
    net = aidnet.from_edges(["a"], ["b"], [0.0])
    ax = aidnet.plot.matrix(net)
    drawn(ax)
    assert cells_of(ax) == {}
    assert legend_of(ax) == ["zero"]


def test_names_stand_as_they_are() -> None:
    ax = aidnet.plot.matrix(aidnet.from_edges(NASTY[:-1], NASTY[1:]), order="given")
    drawn(ax)
    rows = [squeezed(text.get_text()) for text in ax.get_yticklabels()]
    assert rows == [squeezed(name) for name in NASTY[:-1]]
    assert not any(text.get_parse_math() for text in ax.get_yticklabels())


@pytest.mark.parametrize(("n", "lines"), [(8, 3), (40, 1)])
def test_long_names_leave_room_for_cells(n: int, lines: int) -> None:
    """Few rows have names in lines; of many the middle of a name is left out."""
    long = "Vocational education society and technical college of the prefecture (joint)"
    names = [f"{long} no. {k}" for k in range(n)]
    ax = aidnet.plot.matrix(aidnet.from_edges(names, names, np.arange(1.0, n + 1)))
    rows, columns = tick_boxes(ax)
    assert overlaps(rows) == []
    assert overlaps(columns) == []
    whole = ax.figure.bbox
    assert ax.get_window_extent().width > 0.35 * whole.width
    assert all(box.x0 >= -1 and box.y1 <= whole.y1 + 1 for box in (*rows, *columns))
    texts = [text.get_text() for text in ax.get_yticklabels()]
    assert max(text.count("\n") for text in texts) + 1 <= lines
    if lines > 1:
        assert {" ".join(text.split()) for text in texts} == set(names)
    else:
        assert all("…" in text and text.startswith("Voc") for text in texts)

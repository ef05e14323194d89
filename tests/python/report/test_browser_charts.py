"""Charts are the data: heights, areas, widths and places, on screens and on paper."""

from __future__ import annotations

import base64
import itertools
import math
import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from support.browser import NARROW, WIDE, page_of
from support.ledgers import ledger_of

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Page

NUMBER = re.compile(r"-?[\d.]+")
MARKS = """
    return [...document.querySelectorAll(arguments[0])].map(e => Object.fromEntries(
      [...e.attributes].map(a => [a.name, a.value])))"""
BANDS = """
    return [...document.querySelectorAll('#figure-sankey .band')].map(e => ({
      weight: Number(e.dataset.weight), source: e.dataset.source, target: e.dataset.target,
      resource: e.dataset.resource,
      slabs: [...e.querySelectorAll('path:not(.hit):not(.dash)')].map(p =>
        [p.getAttribute('class'), p.getAttribute('d')]),
      dashed: e.querySelectorAll('.dash').length}))"""


MOVED = """
    return [...document.querySelectorAll('.moves')].map(e => {
      const begin = e.getBoundingClientRect().left - e.scrollLeft;
      const boxes = [...e.querySelectorAll('text')].map(t => t.getBoundingClientRect());
      return {width: e.scrollWidth, left: boxes.map(b => b.left - begin),
              right: boxes.map(b => b.right - begin)};
    })"""


def slab(path: str) -> tuple[float, float]:
    """How high a band is where it leaves, and where it arrives."""
    at = [float(number) for number in NUMBER.findall(path)]
    # M x0 a C c a c b x1 b  L x1 b' C c b' c a' x0 a' Z
    return at[15] - at[1], at[9] - at[7]


def overlapping(boxes: list[tuple[float, float, float, float]]) -> list[Any]:
    return [
        (a, b)
        for a, b in itertools.combinations(boxes, 2)
        if min(a[2], b[2]) - max(a[0], b[0]) > 1.5 and min(a[3], b[3]) - max(a[1], b[1]) > 1.5
    ]


@pytest.mark.parametrize("lens", ["CNY", "person"])
def test_bands_are_as_high_as_their_amounts(page: Page, lens: str) -> None:
    page.open(f"lang=en&lens={lens}")
    flow = page.data["states"][f"{lens}|*|*"]["flow"]
    ids = [page.data["nodes"][node]["id"] for node in flow["n"]]
    edges = {
        (ids[s], ids[t], r): (w, lo)
        for s, t, r, w, lo in zip(*(flow[key] for key in "strw"), flow["lo"], strict=True)
    }
    bands = page.run(BANDS)
    assert {(one["source"], one["target"], one["resource"]) for one in bands} == set(edges)
    scales = []
    for one in bands:
        weight, lower = edges[one["source"], one["target"], one["resource"]]
        assert one["weight"] == pytest.approx(weight)
        if not weight:
            assert one["dashed"] == 1
            continue
        heights = {name: slab(path) for name, path in one["slabs"]}
        for left, right in heights.values():
            assert left == pytest.approx(right, abs=1e-6)
        if lower == weight and heights["lower"][0] > 1:
            scales.append(heights["lower"][0] / weight)
        elif lower < weight and heights["stated"][0] > 1:
            assert heights["stated"][0] / (weight - lower) == pytest.approx(scales[0], rel=1e-3)
    assert len(scales) > 3
    assert scales == pytest.approx([scales[0]] * len(scales), rel=1e-3)


def test_shades_are_bounds(browser: Any, tmp_path: Path) -> None:
    ledger = ledger_of(
        "donor recipient value lower upper qualifier unit;"
        "a c 10 10 10 exact CNY; a d 4 2 6 range CNY; b d 3 3 . at_least CNY; b c . . . unknown CNY"
    )
    page = page_of(browser, ledger, tmp_path).open("lang=en&lens=CNY")
    bands = {(one["source"], one["target"]): one for one in page.run(BANDS)}
    heights = {
        ends: {name: slab(path)[0] for name, path in one["slabs"]} for ends, one in bands.items()
    }
    unit = heights["a", "c"]["lower"] / 10
    assert heights["a", "d"] == pytest.approx(
        {"lower": 2 * unit, "stated": 2 * unit, "upper": 2 * unit}, rel=1e-3
    )
    assert heights["b", "d"] == pytest.approx({"lower": 3 * unit}, rel=1e-3)
    assert heights["b", "c"] == {}
    assert bands["b", "c"]["dashed"] == 1
    assert page.texts("#figure-sankey .infinite") == ["∞"]
    # The marks at both ends are as high as what leaves and arrives, at its most.
    ends = {
        (mark["data-node"], mark["data-side"]): box[3] - box[1]
        for mark, box in zip(
            page.run(MARKS, "#figure-sankey .end"),
            page.boxes("#figure-sankey .end rect"),
            strict=True,
        )
    }
    expected = {("a", "from"): 16, ("b", "from"): 3, ("c", "to"): 10, ("d", "to"): 9}
    assert ends == pytest.approx({end: most * unit for end, most in expected.items()}, abs=0.02)
    keys = ["at least", "stated", "at most", "∞ nothing bounds it above", "no amount stated"]
    assert [text.strip() for text in page.texts("#figure-sankey .key")][-5:] == keys


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("view", ["lang=en&lens=count", "lang=zh&lens=person"])
def test_names_do_not_cover_one_another_and_nothing_is_cut(
    page: Page, view: str, width: int
) -> None:
    page.open(view, width)
    for names in (
        "#figure-sankey .end text",
        "#figure-map .names text",
        "#figure-network .names text",
    ):
        boxes = page.boxes(names)
        assert boxes, names
        assert overlapping(boxes) == [], names
    texts = page.boxes(".stage:not(.moves) text")
    assert min(box[0] for box in texts) >= 0
    assert max(box[2] for box in texts) <= width
    # What is wider than the screen can be moved, and is not cut either.
    for stage in page.run(MOVED):
        assert min(stage["left"]) >= 0
        assert max(stage["right"]) <= stage["width"] + 1
    assert page.count(".moves") <= (width == NARROW)


def test_places_stand_at_their_coordinates(page: Page) -> None:
    page.open("lang=en&lens=person")
    nodes = {node["id"]: node for node in page.data["nodes"]}
    dots = page.run(MARKS, "#figure-map .dot")
    at = np.array([(float(dot["cx"]), float(dot["cy"])) for dot in dots])
    degrees = np.array([(nodes[dot["data-node"]][k] for k in ("lon", "lat")) and
                        [nodes[dot["data-node"]]["lon"], nodes[dot["data-node"]]["lat"]]
                        for dot in dots])  # fmt: skip
    ones = np.ones(len(dots))
    across, residual, *_ = np.linalg.lstsq(np.c_[degrees[:, 0], ones], at[:, 0], rcond=None)
    down, residual_y, *_ = np.linalg.lstsq(np.c_[degrees[:, 1], ones], at[:, 1], rcond=None)
    assert residual[0] < 1e-6
    assert residual_y[0] < 1e-6
    assert across[0] > 0 > down[0]
    # A degree of longitude is as wide as it is in the middle latitude.
    middle = (degrees[:, 1].min() + degrees[:, 1].max()) / 2
    assert across[0] / -down[0] == pytest.approx(math.cos(math.radians(middle)), rel=1e-6)
    # One dot a place, and everyone who has a place is on the map.
    net = page.data["states"]["person|*|*"]["map"]
    placed = {
        (node["lon"], node["lat"])
        for node in (page.data["nodes"][k] for k in net["n"])
        if node.get("lon") is not None
    }
    assert len(dots) == len(placed) == len(set(map(tuple, degrees.tolist())))


@pytest.mark.parametrize("chart", ["map", "network"])
def test_areas_and_widths_are_in_proportion(page: Page, chart: str) -> None:
    page.open("lang=en&lens=CNY")
    net = page.data["states"]["CNY|*|*"]["map" if chart == "map" else "party"]
    sums: dict[str, float] = {}
    nodes = [page.data["nodes"][node] for node in net["n"]]
    weights = {}
    for s, t, w in zip(net["s"], net["t"], net["w"], strict=True):
        for end in (f"{nodes[s]['id']} gives", f"{nodes[t]['id']} receives"):
            sums[end] = sums.get(end, 0) + w
        weights[nodes[s]["id"], nodes[t]["id"]] = w
    areas = []
    for dot in page.run(MARKS, f"#figure-{chart} .dot"):
        strength = float(dot["data-strength"])
        if chart == "network":
            own = [sums.get(f"{dot['data-node']} {what}", 0) for what in ("gives", "receives")]
            assert strength == pytest.approx(max(own))
        if float(dot["r"]) > 2.3:
            areas.append(float(dot["r"]) ** 2 / strength)
    assert len(areas) > 5
    assert areas == pytest.approx([areas[0]] * len(areas), rel=1e-6)
    widths = page.run(f"""
        return [...document.querySelectorAll('#figure-{chart} .edge')].map(e => [
          e.dataset.source, e.dataset.target, Number(e.dataset.weight),
          Number(e.querySelector('.stated')?.getAttribute('stroke-width') ?? 0)])""")
    per = [width / weight for _, _, weight, width in widths if width > 0.71]
    assert len(per) > 5
    assert per == pytest.approx([per[0]] * len(per), rel=1e-6)
    if chart == "network":
        assert {(s, t): w for s, t, w, _ in widths} == pytest.approx(weights)
    assert sum(weight for _, _, weight, _ in widths) <= sum(net["w"]) + 1e-6


def test_charts_are_laid_out_anew_for_another_width(page: Page) -> None:
    page.open()
    before = page.boxes("#figure-sankey .end text")
    size = {"width": 700, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    page.wait(lambda: max(box[2] for box in page.boxes("#figure-sankey .end text")) <= 700)
    assert page.attributes("#figure-sankey svg.chart", "width") != ["1120"]
    after = page.boxes("#figure-sankey .end text")
    assert len(after) == len(before)
    assert overlapping(after) == []


def test_a_report_prints(page: Page) -> None:
    page.open("lang=zh&lens=person")
    printed = page.driver.execute_cdp_cmd(
        "Page.printToPDF", {"printBackground": True, "preferCSSPageSize": True}
    )
    pages = len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(printed["data"])))
    # As on paper: 182 mm are 688 pixels, and 265 mm high is what a page holds.
    size = {"width": 688, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        page.run("dispatchEvent(new Event('beforeprint'))")
        # No page is nearly empty: what is kept together costs less than a third of the paper.
        filled = page.run("return document.documentElement.scrollHeight") / (265 / 25.4 * 96)
        assert filled > 5
        assert filled <= pages <= filled * 4 / 3 + 1
        for chart in page.boxes("svg.chart"):
            assert chart[0] >= 0
            assert chart[2] <= 689
            assert chart[3] - chart[1] <= 265 / 25.4 * 96
        for text in page.boxes("svg.chart text"):
            assert text[2] <= 689
        broken = "return [...document.querySelectorAll('.figure')].filter(e => getComputedStyle(e)"
        assert page.run(f"{broken}.breakInside !== 'avoid')") == []
        assert page.run("return getComputedStyle(document.body).backgroundColor") == (
            "rgb(255, 255, 255)"
        )
        hidden = "return [...document.querySelectorAll(arguments[0])].filter(e => e.offsetParent)"
        assert page.run(hidden, ".filters, .finder, .page, select, .expand") == []
    finally:
        page.run("dispatchEvent(new Event('afterprint'))")
        page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})

"""No amount is not 0, no unit is no count, and certainty is said only where there is some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import aidnet
from support.browser import Page, page_of
from support.ledgers import ledger_of

if TYPE_CHECKING:
    from pathlib import Path

OPACITIES = """
    return Object.fromEntries([...document.querySelectorAll(arguments[0])].map(e => [
      e.dataset.source, [...e.querySelectorAll(arguments[1])].map(l => Number(
        l.getAttribute('opacity')))]))"""
TIPS = """
    return [...document.querySelectorAll(arguments[0])].map(e =>
      tips.get(e)().map(x => x?.textContent ?? x).join(' | '))"""


@pytest.fixture(scope="module")
def ranges(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """Bounds without a value are amounts; g, and the second of a, state nothing; h states 0."""
    ledger = ledger_of(
        "flow donor recipient value lower upper unit qualifier start;"
        "1 a x . 10 20 CNY range 2001; 2 b x . 5 . CNY over 2001; 3 c x 2 . . CNY over .;"
        "4 f x 3 . . CNY about .; 5 g y . . . CNY unknown 2002; 6 a x . . . CNY unknown .;"
        "7 h x 0 . . CNY exact ."
    )
    return page_of(browser, ledger, tmp_path_factory.mktemp("ranges"))


def stats(page: Page) -> dict[str, str]:
    return dict(
        zip(page.texts(".stats dt"), page.texts(".stats dd > .n, .stats dd .n.big"), strict=True)
    )


def test_a_number_opens_what_it_counts(ranges: Page) -> None:
    ranges.open("lang=en&lens=CNY")
    assert stats(ranges) == {
        "Stated total": "25", "Statements counted": "7", "Without an amount": "2",
        "Without an upper limit": "2", "Without a date": "4",
    }  # fmt: skip
    opened = []
    for at in range(5):
        ranges.click("#holdings .stats .n", at)
        opened.append(sorted(ranges.panel()))
        ranges.click(".panel .close")
    every = list("1234567")
    assert opened == [every, every, ["5", "6"], ["2", "3"], ["3", "4", "6", "7"]]


def test_every_number_of_the_summary_opens_as_many(page: Page) -> None:
    """Of all states of the embedded ledger, without drawing each."""
    wrong = [
        (key, name)
        for key, state in page.data["states"].items()
        for name, behind in state["summary"]["behind"].items()
        if not state["summary"][name] == behind["count"] == len(set(behind["flows"]))
    ]
    assert wrong == []


def test_what_is_not_stated_is_no_zero(ranges: Page) -> None:
    ranges.open("lang=en&lens=CNY")
    number = {node["id"]: k for k, node in enumerate(ranges.data["nodes"])}
    expected = {"a": "15 CNY +?", "g": "no amount stated", "h": "0 CNY", "y": "no amount stated"}
    for party, text in expected.items():
        ranges.run("openParty(arguments[0])", number[party])
        assert ranges.texts(".panel .facts dd")[0] == text, party
        ranges.click(".panel .close")
    cells = dict(
        zip(
            ranges.texts("#table-rank-donors tbody th .d"),
            ranges.texts("#table-rank-donors td:nth-child(2) .score"),
            strict=True,
        )
    )
    assert cells == {"a": "15", "b": "5", "f": "3", "c": "2", "g": "not stated", "h": "0"}
    for marks in ("#figure-sankey .end", "#figure-network .dot"):
        tips = ranges.run(TIPS, marks)
        own = {tip.split(" | ")[0]: tip for tip in tips}
        assert "no amount stated" in own["g"], marks
        assert "0 CNY" not in own["g"], marks
        assert "0 CNY" in own["h"], marks
        assert "15 CNY" in own["a"], marks
    ranges.open("lang=en&lens=CNY&year=2002")
    assert stats(ranges)["Stated total"] == "no amount stated"
    assert ranges.count("#figure-total") == 0


def test_a_stated_zero_stays_one_beside_a_tie_without_an_amount(
    browser: Any, tmp_path: Path
) -> None:
    ledger = ledger_of("donor recipient value unit; h x 0 CNY; h x . CNY; g x . CNY; b x 2 CNY")
    page = page_of(browser, ledger, tmp_path).open("lang=en&lens=CNY")
    for marks in ("#figure-network .edge", "#figure-sankey .band"):
        told = page.run(TIPS, marks)
        own = {tip.split(" ")[0]: tip for tip in told}
        assert own["h"].endswith("| 0 CNY · 1 of them without an amount | 2 statements")
        assert "| no amount stated |" in own["g"]
    page.click("#figure-network figcaption button")
    rows = page.texts("#table-network tbody tr td:nth-child(3)")
    assert sorted(rows) == ["0", "2", "no amount stated"]
    shown = page.texts("#table-concentration-donors tbody td:nth-child(2)")
    assert sorted(shown) == ["0", "2", "not stated"]


def test_recipients_open_what_they_receive(ranges: Page) -> None:
    ranges.open("lang=en&lens=CNY")
    at = ranges.texts("#table-rank-recipients tbody th .d").index("x")
    ranges.click("#table-rank-recipients td:nth-child(2) .n", at)
    assert sorted(ranges.panel()) == ["1", "2", "3", "4", "6", "7"]


def test_bands_drawn_together_keep_what_is_not_stated(browser: Any, tmp_path: Path) -> None:
    count = 60
    ledger = aidnet.Ledger.from_frames({
        "donor": [f"d{k:02}" for k in range(count)], "recipient": ["r"] * count,
        "value": [9.0 if k < 20 else None for k in range(count)], "unit": ["CNY"] * count,
    })  # fmt: skip
    page = page_of(browser, ledger, tmp_path).open("lang=en&lens=CNY")
    others = [tip for tip in page.run(TIPS, "#figure-sankey .end") if "others" in tip]
    assert others == ["20 others | no amount stated | 20 statements"]
    bands = [tip for tip in page.run(TIPS, "#figure-sankey .band") if "others" in tip]
    assert len(bands) == 1
    assert bands[0].endswith("no amount stated | 20 statements")
    page.run("document.querySelector('#figure-sankey .notes button').click()")
    assert page.count("#figure-sankey .end[data-side=from]") == count


@pytest.mark.parametrize(
    ("language", "lens", "total"),
    [("en", "Amounts without a unit", "1,204"), ("zh", "未标单位的数额", "1,204")],
)
def test_amounts_without_a_unit_are_no_statements(
    browser: Any, tmp_path: Path, language: str, lens: str, total: str
) -> None:
    ledger = aidnet.Ledger.from_frames(
        {"donor": ["a", "b"], "recipient": ["x", "x"], "amount": [3.5, 1200]}
    )
    page = page_of(browser, ledger, tmp_path).open(f"lang={language}")
    assert page.texts("[data-lens]")[0] == lens
    assert page.texts(".stats .stat dd")[0] == total
    assert page.texts(".stats .n.big")[0] == total
    shown = page.texts("#table-rank-donors td:nth-child(2), #figure-network .tick, .stats dd")
    assert not [text for text in shown if "1,200 statements" in text or "1,200 条记录" in text]
    page.click("#table-rank-donors .expand")
    assert page.texts("#table-rank-donors .opened .n")[0] == "1,200"
    # A number of statements is still one.
    page.open("lang=en&lens=count")
    page.click("#table-rank-donors .expand")
    assert page.texts("#table-rank-donors .opened .n")[0] == "1 statement"


def test_exact_edges_are_dark(browser: Any, tmp_path: Path) -> None:
    ledger = ledger_of(
        "donor recipient value lower upper unit qualifier;"
        "a x 10 10 10 CNY exact; b x 10 5 12 CNY range; c x 4 0 4 CNY at_most"
    )
    page = page_of(browser, ledger, tmp_path).open("lang=en&lens=CNY")

    def seen(layers: list[float]) -> list[float]:
        """How opaque each layer is together with those below it."""
        through, found = 1.0, []
        for layer in layers:
            through *= 1 - layer
            found.append(round(1 - through, 6))
        return found

    shades = page.run("return SHADES")
    dark, plain, pale = (shades[name] for name in ("lower", "stated", "upper"))
    assert dark > plain > pale > 0
    edges = page.run(OPACITIES, "#figure-network .edge", ".line")
    assert {donor: seen(layers) for donor, layers in edges.items()} == {
        "a": [plain, dark], "b": [pale, plain, dark], "c": [plain],
    }  # fmt: skip
    bands = page.run(OPACITIES, "#figure-sankey .band", "path:not(.hit)")
    assert {donor: sorted(layers) for donor, layers in bands.items()} == {
        "a": [dark], "b": [pale, plain, dark], "c": [plain],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("share", "text"), [(0.998, "99.8%"), (0.99999, "99.999%"), (0.5, "50%"), (1.0, "100%")]
)
def test_nearly_all_is_not_all(page: Page, share: float, text: str) -> None:
    page.open("lang=en")
    assert page.run("return percent(arguments[0])", share) == text
    rest = page.run("return percent(arguments[0])", 1 - share)
    assert (rest == "0%") == (share == 1)


def test_ranks_are_sure_only_where_they_were_drawn(browser: Any, tmp_path: Path) -> None:
    count = 300
    ledger = aidnet.Ledger.from_frames({
        "donor": [f"d{k}" for k in range(count)], "recipient": [f"r{k}" for k in range(count)],
        "value": range(1, count + 1), "lower": [0] * count, "upper": [1000] * count,
        "unit": ["CNY"] * count,
    })  # fmt: skip
    page = page_of(browser, ledger, tmp_path, draws=1000).open("lang=en&lens=CNY")
    labels = set(page.attributes("#table-rank-donors .whisker", "aria-label"))
    assert "Rank 1 by the stated amounts" in labels
    assert not [label for label in labels if "whatever" in label]
    note = next(text for text in page.texts("#ranks .notes") if text.startswith("Dot:"))
    assert "No intervals were computed here." in note
    assert "drawn" not in note
    assert "draws" not in note


def test_ranks_without_an_upper_bound_are_not_sure(ranges: Page) -> None:
    ranges.open("lang=en&lens=CNY")
    labels = ranges.attributes("#table-rank-donors .whisker", "aria-label")
    assert labels
    assert not [label for label in labels if "whatever" in label]


def test_changes_are_told_by_one_region_that_stays(page: Page) -> None:
    page.open("lang=en&lens=CNY")
    assert page.count("[aria-live]") == 1
    page.run("window.region = document.querySelector('[aria-live]')")
    page.click("[data-lens=person]")
    assert page.run("return region.isConnected && region.textContent") == page.texts(".used")[0]
    page.click("[data-lang=zh]")
    page.one("#search").send_keys("ew_002_041")
    page.wait(lambda: page.count("#table-statements tbody tr") == 1)
    assert (
        page.run("return region.isConnected && region.textContent")
        == (page.texts("#statements .scope")[0])
    )


def test_movement_is_drawn_the_way_it_goes(browser: Any, tmp_path: Path) -> None:
    ledger = ledger_of(
        "flow donor recipient value unit resource direction;"
        "a e w 5 person students return; b e n 50 person students return;"
        "c w e 2 person staff return; d e f 1 person students return;"
        "g e w 3 person staff forward; h n w 30 person staff forward;"
        "i e w 7 person staff reverse; j e w 1 person students reverse",
        parties="party place; e E; f E; w W; n .",
        places="place level side; E province east; W province west",
    )
    page = page_of(browser, ledger, tmp_path).open("lang=en&lens=person")
    bars = page.run("""
        return [...document.querySelectorAll('#figure-movement .pick')].map(e => [
          e.dataset.kind, e.dataset.resource, e.dataset.travels, Number(e.dataset.total)])""")
    net = ledger.network(
        unit="person", resource=["staff", "students"], level="side", orientation="movement"
    )
    expected = []
    for travels, ends in (("west", ("east", "west")), ("east", ("west", "east"))):
        flows = net.flows_of(*ends)
        back = flows["direction"].astype(object) == "return"
        for (home, resource), own in flows.groupby([back, flows["resource"].astype(object)]):
            kind = "return" if home else "out"
            expected.append([kind, resource, travels, own["amount"].sum()])
    assert sorted(bars) == sorted(expected)
    assert len(bars) == 5
    # Each bar is also a row of the table behind the chart, which keys can reach.
    page.click("#figure-movement figcaption button")
    rows = page.attributes("#table-movement-ways .n", "data-value")
    assert sorted(map(float, rows)) == sorted(total for *_, total in bars)
    note = next(text for text in page.texts("#movement .notes") if text.startswith("Not drawn"))
    assert note.endswith("an end is not known: 3 statements: 81 persons.")
    page.run("[...document.querySelectorAll('#movement .notes .n')][0].click()")
    assert sorted(page.panel()) == ["b", "d", "h"]


def test_plans_in_all_units_are_shown(page: Page, east_west: aidnet.Ledger) -> None:
    page.open("lang=en&lens=count")
    flows = east_west.table("flows")
    stages = ["planned", "pledged", "committed", "disbursed", "received", "spent"]
    units = set(flows["unit"][flows["status"].isin(stages)].dropna())
    figures = page.attributes("#plans figure", "id")
    assert {f"figure-plans-{unit}" for unit in units} <= set(figures)
    assert len(units) > 10

"""Names, notes and titles that look like markup or code stand as they are and do nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import aidnet
from support.browser import NARROW, WIDE, Page, page_of

if TYPE_CHECKING:
    from pathlib import Path

IMAGE = '<img src=x onerror="window.hit=1">'
SCRIPT = "</script><script>window.hit=1</script>"
TURNED = "\u202eabc\u202c שלום"
QUOTED = "\"'`${window.hit=1}{{title}}&lt;&#60;"
NOTE = "<b>bold</b><!-- \u2028 --><svg/onload=window.hit=1>"


@pytest.fixture(scope="module")
def nasty(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Page:
    parties = ["a", "b", "c", "d"]
    names = [IMAGE, SCRIPT, TURNED, QUOTED]
    ledger = aidnet.Ledger.from_frames(
        {
            "flow": ["f<1>", "__proto__", "constructor"],
            "donor": ["a", "b", "c"],
            "recipient": ["b", "c", "d"],
            "unit": ["constructor", "constructor", "__proto__"],
            "value": [5, 4, None],
            "note": [NOTE, QUOTED, IMAGE],
            "figure": [IMAGE, SCRIPT, TURNED],
            "source": ["s", "s", "s"],
        },
        parties={"party": parties, "name_en": names, "name_zh": names[::-1]},
        sources={"source": ["s"], "title": [SCRIPT], "publisher": [IMAGE]},
    )
    folder: Path = tmp_path_factory.mktemp("nasty")
    return page_of(browser, ledger, folder, title=SCRIPT)


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_markup_is_text(nasty: Page, language: str, width: int) -> None:
    nasty.open(f"lang={language}", width)
    assert nasty.texts("h1") == [SCRIPT]
    assert nasty.driver.title == SCRIPT
    nasty.run("document.querySelectorAll('.expand, figcaption button').forEach(e => e.click())")
    nasty.click("[data-lens=count]")
    nasty.click("#holdings .n")
    assert sorted(nasty.panel()) == ["__proto__", "constructor", "f<1>"]
    shown = " ".join(nasty.texts(".panel"))
    for text in (IMAGE, SCRIPT, TURNED, QUOTED, NOTE):
        assert text in shown
    assert set(nasty.texts("#table-statements tbody th .d")) <= {IMAGE, SCRIPT, TURNED, QUOTED}
    assert nasty.count("img, b, i, iframe, object, embed") == 0
    assert nasty.count("script") == 2
    assert nasty.run("return window.hit ?? null") is None
    assert nasty.complaints() == []
    assert nasty.requests() == [nasty.path.as_uri()]
    assert nasty.run("return document.documentElement.scrollWidth") == width


def test_an_injected_script_does_not_run(nasty: Page) -> None:
    nasty.open()
    nasty.run("""
        const script = document.createElement('script');
        script.textContent = 'window.hit = 1';
        document.body.append(script);
        document.body.setAttribute('onclick', 'window.hit = 1');
        document.body.click()""")
    assert nasty.run("return window.hit ?? null") is None
    assert any("Content Security Policy" in line for line in nasty.complaints())


@pytest.mark.parametrize(
    "flows",
    [
        {"donor": ["a"], "recipient": ["b"]},
        {"donor": ["a", "a"], "recipient": ["a", "b"], "amount": [3, None]},
        {"donor": ["a", "b"], "recipient": ["b", "a"], "amount": [1, 2], "year": [2001, 2002]},
        {"donor": [], "recipient": []},
    ],
    ids=["a tie", "a loop", "there and back", "nothing"],
)
def test_small_ledgers_are_shown(browser: Any, tmp_path: Path, flows: dict[str, Any]) -> None:
    page = page_of(browser, aidnet.Ledger.from_frames(flows), tmp_path)
    for view in ("lang=en", "lang=zh"):
        page.open(view, NARROW)
        assert page.complaints() == []
        assert page.count("main > section") == 11
        assert page.run("return document.documentElement.scrollWidth") == NARROW
        if flows["donor"]:
            page.click("#holdings .n")
            assert len(page.panel()) == len(flows["donor"])


def test_amounts_below_zero_are_marked(browser: Any, tmp_path: Path) -> None:
    flows = {"donor": ["a", "a"], "recipient": ["b", "c"], "amount": [5, -3], "unit": ["CNY"] * 2}
    ledger = aidnet.Ledger.from_frames(flows, negative="net")
    page = page_of(browser, ledger, tmp_path).open("lang=en&lens=CNY")
    assert page.complaints() == []
    assert page.count("#figure-sankey .band .negative") == 1
    assert page.count("#figure-network .edge .negative") == 1
    widths = page.attributes("#figure-network .stated", "stroke-width")
    thin, thick = sorted(map(float, widths))
    assert thin / thick == pytest.approx(3 / 5)
    assert "Below zero, and drawn in their size: 1." in page.texts("#figure-sankey .notes p")

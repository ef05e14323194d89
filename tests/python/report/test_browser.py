"""The page in a browser: it is alone, fits, speaks two languages, and obeys keys."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest

from support.browser import NARROW, WIDE

if TYPE_CHECKING:
    from support.browser import Page

# Text nodes that are seen and are words of the page, not data.
WORDS = """
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const parent = walk.currentNode.parentElement;
      if (parent.closest('script, style, noscript, .d, [translate=no]')) continue;
      if (walk.currentNode.data.trim()) found.push(walk.currentNode.data.trim());
    }
    for (const e of document.querySelectorAll('[placeholder]')) found.push(e.placeholder);
    return found"""
HAN = re.compile("[⺀-鿿豈-﫿]")
NAMES = re.compile("aidnet|PageRank|HITS")


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("view", ["lang=en&lens=CNY", "lang=zh&lens=person", "lang=en&lens=count"])
def test_it_is_alone_and_fits(page: Page, view: str, width: int) -> None:
    page.open(view, width)
    assert page.complaints() == []
    assert page.requests() == [page.path.as_uri()]
    assert page.run("return performance.getEntriesByType('resource').length") == 0
    assert page.run("return document.documentElement.scrollWidth") == width
    assert page.count("main > section") == 11
    assert page.count("svg.chart") >= 5


def test_headings_are_in_order_and_tables_are_named(page: Page) -> None:
    page.open()
    levels = [int(tag[1]) for tag in page.run(
        "return [...document.querySelectorAll('h1,h2,h3,h4')].map(e => e.tagName)")]  # fmt: skip
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert page.count("table:not(:has(caption))") == 0
    assert page.count("th:not([scope])") == 0
    assert page.count("svg.chart:not([aria-label])") == 0
    empty = "return [...document.querySelectorAll('button')].filter(e => !e.textContent.trim())"
    assert page.run(empty) == []
    ids = page.attributes("[id]", "id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("lens", ["CNY", "person", "count"])
def test_each_language_is_whole(page: Page, lens: str) -> None:
    page.open(f"lang=en&lens={lens}")
    # Everything that can be opened in place is opened.
    page.run("document.querySelectorAll('.expand, figcaption button').forEach(e => e.click())")
    page.click("#holdings .n")
    english = page.run(WORDS)
    assert len(english) > 300
    assert [word for word in english if HAN.search(word)] == []
    page.click("[data-lang=zh]")
    page.run("document.querySelectorAll('.expand, figcaption button').forEach(e => e.click())")
    chinese = page.run(WORDS)
    assert len(chinese) > 300
    assert [word for word in chinese if re.search("[A-Za-z]", NAMES.sub("", word))] == []
    # No key stands where a word should, and no blank of a sentence is left.
    for words in (english, chinese):
        assert [word for word in words if re.search(r"[{}]|undefined|NaN|\[object", word)] == []
    assert page.count(".d") == 0 or not [
        text for text in page.texts(".d") if re.match(r"(ui|measure|stage|fate)\.", text)
    ]
    assert page.run("return document.documentElement.lang") == "zh-Hans"
    assert page.complaints() == []


def test_the_choice_is_kept_in_the_address(page: Page) -> None:
    page.open("lang=en")
    page.click("[data-lens=person]")
    page.pick("[data-pick=resource]", "training")
    page.pick("[data-pick=year]", "2018")
    page.click("[data-level=province]")
    page.click("[data-lang=zh]")
    address = page.run("return location.hash")
    shown = page.texts("#ranks .scope, #table-rank-donors td")
    page.open(address[1:])
    assert page.texts("#ranks .scope, #table-rank-donors td") == shown
    assert page.one("[data-pick=resource]").get_property("value") == "training"
    assert page.one("[data-pick=year]").get_property("value") == "2018"
    assert page.attributes("[data-lens=person]", "aria-pressed") == ["true"]
    # What the ledger has nothing for falls back to what it has.
    page.open("lang=en&lens=CNY&resource=students&year=1850&level=moon")
    assert page.texts("#ranks .scope") == ["Money (CNY) · All resources · All years"]


def test_keys_do_what_the_pointer_does(page: Page) -> None:
    from selenium.webdriver.common.keys import Keys

    page.open()
    reached = set()
    for _ in range(30):
        page.press(Keys.TAB)
        reached |= set(page.run("return Object.keys(document.activeElement.dataset)"))
        if {"lang", "lens", "pick"} <= reached:
            break
    assert {"lang", "lens", "pick"} <= reached
    outlined = "return getComputedStyle(document.activeElement).outlineStyle"
    assert page.run(outlined) == "solid"
    page.run("document.querySelector('#holdings .n').focus()")
    page.press(Keys.ENTER)
    page.wait(lambda: page.count(".panel:not([hidden]) .statement") > 0)
    assert page.run("return document.activeElement.id") == "panel-title"
    page.press(Keys.ESCAPE)
    assert page.count(".panel:not([hidden])") == 0
    assert page.run("return document.activeElement === document.querySelector('#holdings .n')")
    page.run("document.querySelector('#table-rank-donors .expand').focus()")
    page.press(Keys.ENTER)
    assert page.count("#table-rank-donors tr.opened") == 1
    assert page.run("return document.activeElement.className") == "expand"


def test_a_party_is_found_by_part_of_either_name(page: Page) -> None:
    from selenium.webdriver.common.keys import Keys

    page.open("lang=zh")
    page.one("#find").send_keys("lushun")
    page.wait(lambda: page.count("#find-list [role=option]") > 0)
    for shown in page.texts("#find-list [role=option] .d"):
        assert "旅顺" in shown
    page.one("#find").clear()
    page.one("#find").send_keys("shanghai–golog")
    page.wait(lambda: page.texts("#find-list [role=option] .d")[:1] == ["上海—果洛职教联盟"])
    page.press(Keys.ARROW_DOWN, Keys.ENTER)
    party = "shanghai_golog_alliance"
    flows = page.data["flows"]
    nodes = page.data["nodes"]
    wanted = [
        flow
        for k, flow in enumerate(flows["id"])
        if party
        in {
            nodes[flows[end][k]]["id"]
            for end in ("donor", "recipient", "channel")
            if flows[end][k] is not None
        }
    ]
    assert sorted(set(page.panel())) == sorted(wanted)
    assert wanted
    page.one("#find").clear()
    page.one("#find").send_keys("zzzz")
    page.wait(lambda: page.texts("#find-list li") == ["没有主体使用此名称。"])

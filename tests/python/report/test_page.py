"""The page as a file: what is embedded, its size, and that the same ledger gives the same bytes."""

from __future__ import annotations

import base64
import doctest
import hashlib
import importlib
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import aidnet
from aidnet import report
from aidnet.report._page import assets
from support.ledgers import ledger_of

SMALL = "donor recipient value unit; a x 3 CNY; b x 2 CNY"
NASTY = [
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "]]>",
    "line\u2028and\u2029paragraph",
    "{{data}} {{script}} {{title}}",
    "\"quotes\" 'and' \\back\\slashes \\u003c",
    "&lt;b&gt; &amp;",
    "\u202eright to left",
    "nul\u0001 and tab\t",
]


class Parts(HTMLParser):
    """The scripts, styles and title that a parser of HTML finds."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.metas: list[dict[str, str | None]] = []
        self.links: list[str] = []
        self._open = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]
        self._open = tag in ("script", "style", "title")
        if self._open:
            self.found.append((tag, named, ""))
        if tag == "meta":
            self.metas.append(named)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            tag, attrs, text = self.found[-1]
            self.found[-1] = tag, attrs, text + data

    def texts(self, tag: str) -> list[str]:
        return [text for one, _, text in self.found if one == tag]


def nasty() -> aidnet.Ledger:
    """A ledger whose every text is made to break out of the page."""
    count = len(NASTY)
    return aidnet.Ledger.from_frames(
        {
            "donor": [f"d{k}" for k in range(count)],
            "recipient": ["x"] * count,
            "amount": range(1, count + 1),
            "note": NASTY,
            "figure": NASTY,
        },
        parties={
            "party": [f"d{k}" for k in range(count)],
            "name_en": NASTY,
            "name_zh": NASTY,
        },
    )


def embedded(html: str) -> Any:
    """The document that a page holds, as a browser would read it."""
    parts = Parts(html)
    (text,) = (text for tag, attrs, text in parts.found if attrs.get("id") == "data")
    return json.loads(text)


@pytest.mark.parametrize("title", [None, *NASTY])
def test_no_text_breaks_out_of_the_page(title: str | None) -> None:
    made = report.build(nasty(), title=title, draws=1)
    parts = Parts(made.html)
    plain = Parts(report.build(ledger_of(SMALL), draws=1).html)
    assert [(tag, attrs) for tag, attrs, _ in parts.found] == [
        (tag, attrs) for tag, attrs, _ in plain.found
    ]
    data = embedded(made.html)
    assert data == json.loads(json.dumps(made.data))
    assert data["flows"]["note"] == NASTY
    assert data["flows"]["figure"] == NASTY
    names = [node["en"] for node in data["nodes"] if node["id"].startswith("d")]
    assert sorted(names) == sorted(NASTY)
    assert data["meta"]["title"] == (title or "")
    if title is not None:
        assert parts.texts("title") == [title]


def test_the_policy_allows_the_page_alone() -> None:
    made = report.build(ledger_of(SMALL), draws=1)
    parts = Parts(made.html)
    (policy,) = (
        meta["content"] for meta in parts.metas
        if meta.get("http-equiv") == "Content-Security-Policy"
    )  # fmt: skip
    rules = dict(rule.strip().split(" ", 1) for rule in str(policy).split(";"))

    def digest(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    (style,) = parts.texts("style")
    scripts = [text for tag, attrs, text in parts.found if tag == "script" and "type" not in attrs]
    assert rules == {
        "default-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "img-src": "data:",
        "style-src": digest(style),
        "script-src": " ".join(map(digest, scripts)),
    }
    assert len(scripts) == 1
    assert style
    assert all(link.startswith(("data:", "#")) for link in parts.links)


def test_assets_are_all_listed_and_end_no_block() -> None:
    folder = Path(report.__file__).parent / "assets"
    listed = (folder / "order.txt").read_text(encoding="utf-8").split()
    assert sorted(listed) == sorted(path.name for path in folder.glob("*.[jc]s*"))
    assert "</script" not in assets(".js").lower()
    assert "<!--" not in assets(".js")
    assert "</style" not in assets(".css").lower()
    assert not re.search(r"@import|url\((?!data:)", assets(".css"))


def test_the_template_is_filled() -> None:
    made = report.build(ledger_of(SMALL), title="One & two", language="zh", draws=1)
    assert '<html lang="zh">' in made.html
    assert "<title>One &amp; two</title>" in made.html
    head = made.html.partition('id="data"')[0]
    assert not re.search(r"\{\{(title|csp|style|script|data|lang)\}\}", head)
    assert "<title>谁帮扶谁</title>" in report.build(ledger_of(SMALL), language="zh", draws=1).html


def test_another_title_is_not_taken_for_the_embedded_one() -> None:
    embedded_one = aidnet.datasets.load_east_west()
    like = aidnet.Ledger.from_frames({"donor": ["a"], "recipient": ["x"]}, like=embedded_one)
    meta = report.build(like, draws=1).data["meta"]
    assert meta["title"][0] == embedded_one.title
    assert report.build(like, title="Mine", draws=1).data["meta"]["title"] == "Mine"


def test_the_same_ledger_gives_the_same_bytes() -> None:
    code = (
        "import aidnet, hashlib, sys\nfrom aidnet import report\n"
        "ledger = aidnet.Ledger.from_frames({'donor': ['a', 'b'], 'recipient': ['x', 'x'],"
        "'amount': [3, 2], 'lower': [1, 2], 'unit': ['CNY', 'CNY'],"
        "'resource': ['funding', 'staff']})\n"
        "page = report.build(ledger, draws=3).html.encode()\n"
        "print(hashlib.sha256(page).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, check=True,
            capture_output=True, text=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(found) == 1


def test_what_is_written_is_the_page(tmp_path: Path) -> None:
    made = report.build(ledger_of(SMALL), draws=1)
    made.write(tmp_path / "report.html")
    assert (tmp_path / "report.html").read_bytes() == made.html.encode()
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
    assert repr(made) == f"<Report: 2 flows, {len(made.html.encode()) / 1e6:.1f} MB>"


# ------------------------------------------------------------------------- unusual ledgers


def test_an_empty_ledger() -> None:
    data = embedded(report.build(aidnet.Ledger.from_frames({"donor": [], "recipient": []})).html)
    assert data["states"] == {}
    assert data["nodes"] == []
    assert [lens["key"] for lens in data["lenses"]] == ["count"]
    assert {len(column) for column in data["flows"].values()} == {0}


def test_a_ledger_of_ties_without_amounts() -> None:
    data = embedded(report.build(ledger_of("donor recipient; a x; a y; b x"), draws=1).html)
    assert [lens["key"] for lens in data["lenses"]] == ["count"]
    state = data["states"]["count|*|*"]
    assert state["summary"]["total"] == 3
    assert state["party"]["w"] == [1, 1, 1]


def test_a_bare_table_without_units_dates_or_names(tmp_path: Path) -> None:
    (tmp_path / "bare.csv").write_text("donor,recipient,amount\na,x,3\nb,x,2.5\n")
    data = embedded(report.build(aidnet.read(tmp_path / "bare.csv"), draws=1).html)
    assert data["states"]["amount|*|*"]["party"]["w"] == [3, 2.5]
    assert [(node["en"], node["zh"]) for node in data["nodes"]] == [
        ("a", "a"), ("x", "x"), ("b", "b"),
    ]  # fmt: skip
    assert data["lenses"][0]["years"] == []
    assert data["flows"]["start"] == ["", ""]


def test_a_name_in_one_language_stands_for_the_other() -> None:
    ledger = ledger_of(SMALL, parties="party name_en name_zh; a Ayi .; b . 乙; x . .")
    nodes = {node["id"]: node for node in embedded(report.build(ledger, draws=1).html)["nodes"]}
    assert [(nodes[k]["en"], nodes[k]["zh"]) for k in "abx"] == [
        ("Ayi", "Ayi"), ("乙", "乙"), ("x", "x"),
    ]  # fmt: skip


def test_the_example_runs() -> None:
    found = doctest.testmod(importlib.import_module("aidnet.report._report"))
    assert found.attempted >= 5
    assert found.failed == 0

"""Text in columns: what it takes, and where it breaks."""

from __future__ import annotations

import math

import pytest

from aidnet.cli._page import Column, Page
from aidnet.cli._text import amount, clean, count, pad, score, width_of, wrap


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("贵州省", 6), ("ｗｉｄｅ", 8), ("e\u0301", 1), ("–", 1), ("a贵b", 4), ("", 0)],
)
def test_width(text: str, width: int) -> None:
    assert width_of(text) == width
    assert width_of(pad(text, 10)) == width_of(pad(text, 10, right=True)) == 10


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two", 7, ["one two"]),
        ("贵州省大连市", 6, ["贵州省", "大连市"]),
        ("贵州省大连市", 7, ["贵州省", "大连市"]),
        ("in 贵州省", 6, ["in 贵", "州省"]),
        ("hangzhou_college_xio", 12, ["hangzhou_", "college_xio"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("", 5, [""]),
        ("贵", 1, ["贵"]),  # what cannot fit is not lost, and the loop ends
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_nothing_moves_the_terminal() -> None:
    assert clean("a\x1b[31mb\r\n\u202ec\x9b") == r"a\x1b[31mb\r\n\u202ec\x9b"
    assert clean("贵州 é") == "贵州 é"


@pytest.mark.parametrize(
    ("value", "text"),
    [(3250000.0, "3,250,000"), (14978.06, "14,978.06"), (0.0, "0"), (-0.0, "0"), (-5.0, "-5"),
     (math.inf, "unbounded"), (math.nan, "–"), (None, "–"), (100.0, "100"), (0.00001, "0")],
)  # fmt: skip
def test_amounts(value: float | None, text: str) -> None:
    assert amount(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.1464509, "0.1465"), (12.0, "12"), (1234.5, "1,234.5"), (1.5e-8, "1.5e-08"),
     (math.nan, "–"), (2.34567, "2.346")],
)  # fmt: skip
def test_scores(value: float, text: str) -> None:
    assert score(value) == text


def test_counts() -> None:
    assert count(1, "flow") == "1 flow"
    assert count(1234, "flow") == "1,234 flows"
    assert count(2, "party", "parties") == "2 parties"


NAMES = ["Hangzhou Zhonghua Vocational Education Society", "杭州市中华职业教育社", "a", "x" * 40]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_table_fits_and_loses_nothing(width: int) -> None:
    page = Page(width)
    columns = [Column("from"), Column("to"), Column("amount", number=True)]
    page.table(columns, [[name, name, "1,400,000"] for name in NAMES], below=["note " * 30])
    lines = str(page).splitlines()
    assert max(map(width_of, lines)) <= width
    squeezed = "".join(str(page).split())
    assert squeezed.count("note") == 30
    if width == 120:
        assert all(name in str(page) for name in NAMES)
    ends = {width_of(line) for line in lines if line.endswith("1,400,000")}
    assert len(ends) == 1  # numbers stand under one another, whatever is before them


def test_without_a_width_nothing_is_wrapped() -> None:
    page = Page(None)
    page.table([Column("name")], [[NAMES[0] * 5]], below=["note " * 50])
    page.text("word " * 100)
    assert len(str(page).splitlines()) == 5


def test_styles_are_closed_and_only_on_request() -> None:
    page = Page(20, colour=True)
    page.title("A title that goes on and on")
    page.note("and a note")
    for line in str(page).splitlines():
        assert line == "" or line.endswith("\x1b[0m")
    plain = Page(20)
    plain.title("A title")
    assert "\x1b" not in str(plain)


def test_lists_beside_one_another_go_below_where_they_do_not_fit() -> None:
    lists = [[("1", "one"), ("10", "ten")], [("2", "two")], [("3", "贵州省贵州省贵州省")]]
    wide, narrow = Page(60), Page(25)
    wide.beside(*lists)
    narrow.beside(*lists)
    assert str(wide).splitlines() == [
        " 1  one    2  two    3  贵州省贵州省贵州省",
        "10  ten",
    ]
    assert str(narrow).splitlines() == [
        " 1  one    2  two",
        "10  ten",
        "",
        "3  贵州省贵州省贵州省",
    ]

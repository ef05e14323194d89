"""The audit on small texts: what it passes, and everything that it finds."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import aidnet
from support.ledgers import ROOT, ledger_of, seeds
from support.spoiled import MISTAKES, survivors, with_texts

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "2018年，宁波投入帮扶资金259.8万元，选派教师330余名，近4000名学生受益。"
MONEY = {"figure": "259.8万元", "value": 2598000, "lower": 2598000, "upper": 2598000,
         "qualifier": "exact", "unit": "CNY"}  # fmt: skip


def audited(folder: Path, text: str | bytes, *rows: dict[str, Any], **source: Any) -> list[str]:
    """The statuses of rows, each as given beside a span of the whole text."""
    data = text.encode() if isinstance(text, str) else text
    (folder / "text.txt").write_bytes(data)
    stated = {"file": "text.txt", "sha256": hashlib.sha256(data).hexdigest()} | source
    length = len(data.decode("utf-8", "replace"))
    whole = {"donor": "a", "recipient": "b", "source": "s", "span_start": 0, "span_end": length}
    ledger = aidnet.Ledger.from_frames(
        pd.DataFrame([whole | row for row in rows]).astype(object),
        sources={"source": ["s"]} | {name: [cell] for name, cell in stated.items()},
    )
    return ledger.audit(folder)["status"].tolist()


def figures(folder: Path, text: str, *cut: str) -> list[str]:
    """The statuses of figures with what each says by itself."""
    rows = []
    for figure in cut:
        printed = aidnet.parse_quantity(figure)._asdict()
        rows.append({"figure": figure} | {name: x for name, x in printed.items() if x != ""})
    return audited(folder, text, *rows)


def test_what_is_right_passes(tmp_path: Path) -> None:
    assert figures(tmp_path, TEXT, "259.8万元", "330余名", "近4000名") == ["ok"] * 3
    rate = MONEY | {"unit": "cny_per_person"}
    context = MONEY | {"context_start": 0, "context_end": 5}
    bare = {"qualifier": "unknown"}
    assert audited(tmp_path, TEXT, MONEY, rate, context, bare) == ["ok"] * 4
    at = TEXT.index("259")
    assert audited(tmp_path, TEXT, MONEY | {"span_start": at, "span_end": at + 7}) == ["ok"]
    assert audited(tmp_path, TEXT, MONEY, sha256=None) == ["ok"]


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"source": None}, "source missing"),
        ({"span_end": None}, "span missing"),
        ({"span_start": None}, "span missing"),
        ({"span_end": 1000}, "span outside the text"),
        ({"span_start": 9, "span_end": 9}, "span outside the text"),
        ({"context_start": 3, "context_end": 1000}, "context outside the text"),
        ({"context_start": 3}, "context outside the text"),
        ({"figure": None}, "figure missing"),
        ({"figure": None, "value": None, "lower": None}, "figure missing"),
        ({"figure": "260万元"}, "figure not in span"),
        ({"figure": "学生受益", "value": None, "lower": None, "upper": None}, "figure not read"),
        ({"value": 2598001, "upper": 2598001}, "value differs"),
        ({"value": None}, "value differs"),
        ({"lower": 2597999}, "lower differs"),
        ({"lower": None}, "lower differs"),
        ({"upper": 2600000}, "upper differs"),
        ({"upper": None}, "upper differs"),
        ({"qualifier": "about"}, "qualifier differs"),
        ({"qualifier": None}, "qualifier differs"),
        ({"unit": "USD"}, "unit differs"),
        ({"unit": None}, "unit differs"),
        ({"unit": "usd_per_person"}, "unit differs"),
    ],
)
def test_what_is_wrong_with_a_row(tmp_path: Path, changed: dict[str, Any], status: str) -> None:
    assert audited(tmp_path, TEXT, MONEY | changed, MONEY) == [status, "ok"]


def test_a_span_that_is_shifted_by_one(tmp_path: Path) -> None:
    at = TEXT.index("259")
    for shift, status in ((0, "ok"), (1, "figure not in span"), (-1, "figure not in span")):
        row = MONEY | {"span_start": at + shift, "span_end": at + 7 + shift}
        assert audited(tmp_path, TEXT, row) == [status]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (TEXT, "59.8万元"),
        (TEXT, "8万元"),
        (TEXT, "259.8"),  # of 259.8万
        (TEXT, "330"),  # 余 left out
        (TEXT, "4000名"),  # 近 left out
        (TEXT, "018年"),
        ("共1,234人。", "234人"),
        ("三百二十名学员", "二十名"),
        ("三百二十名学员", "三百"),
        ("数十万元", "十万元"),
        ("十几人", "十"),
        ("1万余名", "万余名"),
        ("十来个", "十"),
        ("超过18亿元", "18亿元"),
        ("100人以上", "100人"),
        ("30名左右", "30名"),
        ("不超过5人", "5人"),
        ("百分之三十", "三十"),
        ("3至5万元", "5万元"),
        ("10-20人", "20人"),
        ("三到五年", "三"),
        ("more than 3.2 million yuan", "3.2 million yuan"),
        ("gave 3.2 million yuan", "3.2"),
        ("Nearly 4,000 teachers", "4,000 teachers"),
    ],
)
def test_a_figure_that_is_cut_out_of_a_longer_one(tmp_path: Path, text: str, figure: str) -> None:
    assert figures(tmp_path, text, figure) == ["figure cut off"]


def test_every_word_that_qualifies_is_part_of_the_figure(tmp_path: Path) -> None:
    """The audit's list of such words is that of the compiled part."""
    code = (ROOT / "src/ledger/quantity_qualifiers.cpp").read_text(encoding="utf-8")
    front, back = (
        [word for word, kind in re.findall(r'\{"(.+?)", (\w+)\}', table) if kind != "unstated"]
        for table in re.findall(r"auto words_(?:before|behind) = .*?\}\);", code, re.DOTALL)
    )
    assert len(front) > 40
    assert len(back) > 5
    front = [word for word in front if word not in ("<", ">")]  # mostly marks of HTML
    texts = [f"有{word} 50人" if word.isascii() else f"有{word}50人" for word in front]
    texts += [f"有50人 {word}" if word.isascii() else f"有50人{word}" for word in back]
    for text in texts:
        assert figures(tmp_path, text, "50人") == ["figure cut off"], text


def test_words_that_only_look_like_numerals_cut_nothing(tmp_path: Path) -> None:
    text = "统一采购3台，2018年5月，30名教师；一批5人。over: 7 schools, 20 people some day"
    whole = ("3台", "30名", "5人", "7 schools", "20 people")
    assert figures(tmp_path, text, *whole) == ["ok"] * len(whole)
    # Once cut and once whole: the row may mean the whole one.
    assert figures(tmp_path, "近30名教师，另有30名学生", "30名") == ["ok"]


def test_what_is_wrong_with_a_source(tmp_path: Path) -> None:
    assert audited(tmp_path, TEXT, MONEY, file=None) == ["source without file"]
    assert audited(tmp_path, TEXT, MONEY, file="none.txt") == ["file missing"]
    inside = tmp_path / "inside"
    inside.mkdir()
    assert audited(inside, TEXT, MONEY, file="../text.txt") == ["file missing"]
    assert audited(tmp_path, TEXT, MONEY, sha256="0" * 64) == ["file differs"]
    data = TEXT.encode("gbk")
    assert audited(tmp_path, data, MONEY | {"span_end": 9}) == ["file is no UTF-8"]
    digest = hashlib.sha256(TEXT.encode()).hexdigest().upper()
    assert audited(tmp_path, TEXT, MONEY, sha256=digest) == ["ok"]
    assert audited(tmp_path, TEXT + "\n", MONEY, sha256=digest) == ["file differs"]
    with pytest.raises(aidnet.ValidationError, match="there is no such folder"):
        ledger_of("donor recipient; a b").audit(tmp_path / "none")


@pytest.mark.parametrize(
    ("before", "points"),
    [("一\r\n二\r\n", 6), ("𠮷🏫", 2), ("\ufeff", 1), ("e\u0301", 2)],
    ids=["CRLF", "astral", "BOM", "combining"],
)
def test_spans_count_code_points_as_stored(tmp_path: Path, before: str, points: int) -> None:
    text = before + "21人。"
    row = {"figure": "21人", "value": 21, "lower": 21, "upper": 21, "qualifier": "exact"}
    assert audited(tmp_path, text, row | {"span_start": points, "span_end": points + 3}) == ["ok"]
    early = row | {"span_start": points - 1, "span_end": points + 2}
    assert audited(tmp_path, text, early) == ["figure not in span"]


def test_the_report(tmp_path: Path) -> None:
    (tmp_path / "t").write_bytes("给予5万元".encode())
    ledger = ledger_of(
        "flow donor recipient source span_start span_end figure value lower upper qualifier unit"
        " note; x a b s 0 5 5万元 6 6 6 exact CNY damaged; y a b . . . . . . . . . .",
        sources="source file; s t",
    )
    report = ledger.audit(tmp_path)
    assert list(report.columns) == ["source", "status", "compared", "detail", "figure", "note"]
    assert report.index.tolist() == ["x", "y"]
    assert report.index.name == "flow"
    assert report.loc["x", "detail"] == "the ledger has 6, the figure 50000"
    assert report.loc["x", "note"] == "damaged"
    assert report.loc["y", "status"] == "source missing"
    assert report["compared"].tolist() == ["figure", "passage"]
    assert ledger_of("donor recipient").audit(tmp_path).empty


@pytest.mark.parametrize("mistake", MISTAKES)
def test_every_spoiled_row_is_found(tmp_path: Path, mistake: str) -> None:
    """In texts made of the figures of the embedded ledger."""
    ledger = with_texts(aidnet.datasets.load_east_west(), tmp_path)
    assert (ledger.audit(tmp_path)["status"] == "ok").all()
    count, left = survivors(ledger, tmp_path, mistake)
    assert count > 120
    assert left == []


@pytest.mark.external
@pytest.mark.parametrize("mistake", MISTAKES)
def test_every_spoiled_row_is_found_in_the_texts(mistake: str) -> None:
    count, left = survivors(aidnet.datasets.load_east_west(), seeds(), mistake)
    # Spans are clauses: shifted by 3, most still contain their figure.
    assert count > (10 if mistake == "span" else 120)
    assert left == []


@pytest.mark.external
def test_the_embedded_ledger_says_what_its_texts_say() -> None:
    report = aidnet.datasets.load_east_west().audit(seeds())
    assert report[report["status"] != "ok"].to_dict("index") == {}
    # Of these, so many have a figure; of the others the audit sees only that their passage exists.
    assert (len(report), int(report["figure"].notna().sum())) == (494, 136)

"""Figures as texts print them, against answers written by hand and against the embedded ledger."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import Decimal

import pytest

import aidnet
from support.ledgers import EAST_WEST, ROOT, seeds

FOLDER = ROOT / "tests/support/quantities"
NUMERALS = set("0123456789０１２３４５６７８９〇零一二两兩三四五六七八九十百千万萬亿億")
NUMBERS = ("value", "lower", "upper")


def rows(path: str) -> list[dict[str, str]]:
    with (FOLDER / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def answer(text: str) -> dict[str, str]:
    """What is read, as the tables have it: plain decimals, and nothing where there is none."""
    quantity = aidnet.parse_quantity(text)
    return {name: "" if value is None else str(value) for name, value in quantity._asdict().items()}


def expected(row: dict[str, str]) -> dict[str, str]:
    return {name: row[name] for name in (*NUMBERS, "qualifier", "unit")}


def test_every_form_has_its_answer() -> None:
    forms = [row for row in rows("forms.csv") if row["qualifier"] != "error"]
    assert len(forms) > 400
    for row in forms:
        assert answer(row["text"]) == expected(row), row["text"]


@pytest.mark.parametrize(
    "text", [row["text"] for row in rows("forms.csv") if row["qualifier"] == "error"]
)
def test_what_is_no_quantity(text: str) -> None:
    with pytest.raises(aidnet.ValidationError) as caught:
        aidnet.parse_quantity(text)
    message = str(caught.value)
    assert "expected" in message or "blank" in message or "64" in message, message
    assert text.strip() in message


def test_numbers_are_exact() -> None:
    quantity = aidnet.parse_quantity("14978.06平方米")
    assert quantity.value == Decimal("14978.06")
    assert isinstance(quantity.value, Decimal)
    assert isinstance(aidnet.parse_quantity("260.5万元").value, int)
    assert aidnet.parse_quantity("9223372036854775807人").value == 2**63 - 1
    assert quantity == aidnet.Quantity(*quantity)


@pytest.mark.parametrize("wrong", [5, None, 2.5, b"5"])
def test_a_figure_is_a_text(wrong: object) -> None:
    with pytest.raises(TypeError, match="text must be a str"):
        aidnet.parse_quantity(wrong)  # type: ignore[arg-type]


def test_texts_that_are_no_characters() -> None:
    with pytest.raises(aidnet.ValidationError, match="surrogate"):
        aidnet.parse_quantity("\ud800")


def test_every_embedded_figure_says_what_its_row_says() -> None:
    """From the file, so that the decimals are those of the ledger and not of floats."""
    with (EAST_WEST / "flows.csv").open(encoding="utf-8", newline="") as file:
        flows = [row for row in csv.DictReader(file) if row["figure"]]
    assert len(flows) > 120
    wrong = []
    for row in flows:
        read = answer(row["figure"])
        stated = {name: row[name] for name in (*NUMBERS, "qualifier")}
        # A price prints its currency alone; words that do not tell leave the unit open.
        unit = row["unit"].partition("_per_")
        currency = unit[0].upper() if unit[1] else unit[0]
        if stated != {name: read[name] for name in stated}:
            wrong.append((row["flow"], row["figure"], stated, read))
        elif read["unit"].isupper() and read["unit"] != currency:
            wrong.append((row["flow"], row["figure"], row["unit"], read["unit"]))
    assert wrong == []


@pytest.mark.external
def test_every_quantity_of_the_texts_is_read() -> None:
    texts = {path.name: path.read_bytes().decode() for path in seeds().glob("*.txt")}
    kinds: Counter[str] = Counter()
    for row in rows("seeds.csv"):
        figure = texts[row["file"]][int(row["start"]) : int(row["end"])]
        assert figure == row["figure"], row
        kinds[row["kind"]] += 1
        if row["kind"] == "quantity":
            assert answer(figure) == expected(row), row
        else:
            assert not any(expected(row).values()), row
    assert kinds["quantity"] > 200


@pytest.mark.external
def test_every_numeral_of_the_texts_is_accounted_for() -> None:
    covered: dict[str, Counter[int]] = {path.name: Counter() for path in seeds().glob("*.txt")}
    assert len(covered) == 5
    for row in rows("seeds.csv"):
        covered[row["file"]].update(range(int(row["start"]), int(row["end"])))
    for name, times in covered.items():
        text = (seeds() / name).read_bytes().decode()
        open_ = [at for at, sign in enumerate(text) if sign in NUMERALS and times[at] != 1]
        assert open_ == [], (name, [text[max(0, at - 5) : at + 5] for at in open_])

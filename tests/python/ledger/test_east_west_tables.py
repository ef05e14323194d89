"""The coded East-West tables: keys, enumerations, links, and the evidence in the texts."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
from collections import Counter
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "src/datasets/east_west"
Rows = list[dict[str, str]]

RESOURCES = {
    "funding",
    "purchase",
    "mobilised",
    "equipment",
    "facility",
    "staff",
    "training",
    "students",
    "employment",
    "service",
    "repayment",
    "interest",
    "agreement",
}
STATUSES = {"", "planned", "pledged", "committed", "disbursed", "received", "spent", "cancelled"}
QUALIFIERS = {"exact", "about", "over", "nearly", "at_least", "at_most", "range", "unknown"}
KINDS = {
    "government",
    "school",
    "company",
    "foundation",
    "association",
    "alliance",
    "consortium",
    "multilateral",
    "ngo",
    "person",
    "other",
}


def rows(table: str) -> Rows:
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def keys(table: str, column: str) -> set[str]:
    values = [row[column] for row in rows(table)]
    assert len(values) == len(set(values)), f"{table}.{column} is not unique"
    assert all(re.fullmatch(r"[a-z0-9_]+", value) for value in values)
    return set(values)


@pytest.fixture(scope="module")
def flows() -> Rows:
    return rows("flows")


def test_as_many_rows_as_a_careful_coder_finds(flows: Rows) -> None:
    assert sum(row["resource"] != "agreement" for row in flows) > 250
    assert len(keys("parties", "party")) > 300
    assert len({row["source"] for row in flows}) == 5


def test_keys_resolve(flows: Rows) -> None:
    parties, places = keys("parties", "party"), keys("places", "place")
    programmes, sources = keys("programmes", "programme"), keys("sources", "source")
    ids = keys("flows", "flow")
    for row in flows:
        assert {row["donor"], row["recipient"]} <= parties
        assert row["channel"] in parties | {""}
        assert row["programme"] in programmes | {""}
        assert row["source"] in sources
        assert {row["part_of"], row["same_as"], row["fulfils"]} <= ids | {""}
    for row in rows("parties"):
        assert row["place"] in places | {""}
        assert row["parent"] in parties | {""}
        assert row["kind"] in KINDS
    for row in rows("groups"):
        assert {row["group"], row["member"]} <= parties
    for row in rows("relations"):
        assert {row["donor"], row["recipient"]} <= parties
        assert row["source"] in sources
    assert all(row["parent"] in places | {""} for row in rows("places"))
    assert all(row["entity"] in parties | places for row in rows("aliases"))


def test_enumerations(flows: Rows) -> None:
    for row in flows:
        assert row["resource"] in RESOURCES
        assert row["status"] in STATUSES
        assert row["qualifier"] in QUALIFIERS
        assert row["direction"] in {"forward", "reverse", "return", "both"}
        assert row["confidence"] in {"stated", "derived", "inferred"}
        assert re.fullmatch(r"|[A-Z]{3}|[a-z0-9_]+", row["unit"])
        assert row["part_kind"] in ({"exhaustive", "subset"} if row["part_of"] else {""})


def test_links_lead_to_an_end(flows: Rows) -> None:
    by_id = {row["flow"]: row for row in flows}
    for row in flows:
        if row["same_as"]:
            assert not by_id[row["same_as"]]["same_as"], "same_as points at the canonical flow"
        for link in ("part_of", "fulfils"):
            seen, at = set(), row["flow"]
            while at:
                assert at not in seen, f"{link} goes round at {at}"
                seen.add(at)
                at = by_id[at][link]


def test_values_lie_within_their_bounds(flows: Rows) -> None:
    for row in flows:
        value, lower, upper = (float(row[name] or "nan") for name in ("value", "lower", "upper"))
        assert not value < lower
        assert not value > upper
        assert not lower > upper
        if row["qualifier"] == "exact":
            assert value == lower == upper
        if row["qualifier"] in {"range", "unknown"}:
            assert not row["value"]
        assert bool(row["figure"]) or row["qualifier"] == "unknown"


def test_stated_totals_add_up(flows: Rows) -> None:
    """Where all parts of an exhaustive total are exact, they make the total."""
    by_id = {row["flow"]: row for row in flows}
    parts: dict[str, Rows] = {}
    for row in flows:
        if row["part_kind"] == "exhaustive":
            parts.setdefault(row["part_of"], []).append(row)
    checked = 0
    for whole, members in parts.items():
        total = by_id[whole]
        exact = [total, *members]
        if all(row["qualifier"] == "exact" and row["unit"] == total["unit"] for row in exact):
            assert sum(float(row["value"]) for row in members) == float(total["value"]), whole
            checked += 1
    assert checked >= 4


def test_the_package_describes_its_tables() -> None:
    package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        with (FOLDER / resource["path"]).open(encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        assert [field["name"] for field in resource["schema"]["fields"]] == header


@pytest.mark.external
def test_every_figure_stands_in_its_span(flows: Rows) -> None:
    folder = Path(os.environ["AIDNET_EXTERNAL"]) / "seeds"
    texts: dict[str, str] = {}
    for source in rows("sources"):
        if source["source"] in {row["source"] for row in flows}:
            data = (folder / source["file"]).read_bytes()
            assert hashlib.sha256(data).hexdigest() == source["sha256"]
            texts[source["source"]] = data.decode("utf-8")
    used: Counter[str] = Counter()
    for row in flows:
        text = texts[row["source"]]
        start, end = int(row["span_start"]), int(row["span_end"])
        assert 0 <= start < end <= len(text), row["flow"]
        assert row["figure"] in text[start:end], row["flow"]
        used[row["source"]] += 1
    assert len(used) == 5

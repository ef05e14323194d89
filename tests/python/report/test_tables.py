"""The tables of a report against those of the ledger: statements, names, places, counts, checks."""

from __future__ import annotations

import math
from typing import Any

import pytest

import aidnet
from support.reports import DRAWS

LENSES: dict[str, dict[str, Any]] = {
    "CNY": {"unit": "CNY"}, "person": {"unit": "person"}, "count": {"weight": "count"},
}  # fmt: skip


def test_statements_are_the_rows_of_the_ledger(ledger: aidnet.Ledger, data: dict[str, Any]) -> None:
    flows, shown = ledger.flows, data["flows"]
    assert {len(column) for column in shown.values()} == {len(flows)}
    sources = [source["id"] for source in data["sources"]]
    for k, row in enumerate(flows.astype(object).where(flows.notna(), None).itertuples()):
        assert shown["id"][k] == row.flow
        for end in ("donor", "recipient", "channel", "programme"):
            n = shown[end][k]
            assert (None if n is None else data["nodes"][n]["id"]) == getattr(row, end)
        for name in ("value", "lower"):
            assert shown[name][k] == getattr(row, name)
        assert shown["upper"][k] == (None if row.upper in (None, math.inf) else row.upper)
        for name in ("resource", "unit", "qualifier", "status", "direction", "confidence",
                     "start", "end", "figure", "note", "scope"):  # fmt: skip
            assert shown[name][k] == (getattr(row, name) or "")
        assert sources[shown["source"][k]] == row.source
        spanned = [row.span_start, row.span_end]
        assert shown["span"][k] == (None if None in spanned else spanned)
        for name in ("part_of", "same_as", "fulfils"):
            n = shown[name][k]
            assert (None if n is None else shown["id"][n]) == getattr(row, name)


def test_nodes_have_names_in_both_languages(ledger: aidnet.Ledger, data: dict[str, Any]) -> None:
    tables = {
        "party": ledger.parties.set_index("party"),
        "place": ledger.places.set_index("place"),
        "programme": ledger.programmes.set_index("programme"),
    }
    assert len({(n["kind"], n["id"]) for n in data["nodes"]}) == len(data["nodes"])
    for node in data["nodes"]:
        assert node["en"]
        assert node["zh"]
        if node["kind"] == "side":
            assert (node["en"], node["zh"]) in (("East", "东部"), ("West", "西部"))
            continue
        row = tables[node["kind"]].loc[node["id"]]
        assert node["en"] == row["name_en"]
        assert node["zh"] == row["name_zh"]


def test_places_stand_where_the_ledger_says(ledger: aidnet.Ledger, data: dict[str, Any]) -> None:
    places = ledger.places.set_index("place")
    stated = 0
    for node in data["nodes"]:
        if node["kind"] != "place":
            continue
        own = places.loc[node["id"]]
        if math.isnan(own["longitude"]):
            assert node["lon"] is None or node["near"]
        else:
            assert node["lon"] == pytest.approx(own["longitude"], abs=1e-5)
            assert node["lat"] == pytest.approx(own["latitude"], abs=1e-5)
            assert "near" not in node
            stated += 1
    assert stated > 50


def test_what_the_ledger_holds_is_counted(ledger: aidnet.Ledger, data: dict[str, Any]) -> None:
    for name, counts in data["quality"]["by"].items():
        assert sum(n for _, n, _ in counts) == len(ledger)
        assert sorted(k for _, _, own in counts for k in own) == [*range(len(ledger))]
        if name != "year":
            column = ledger.flows[name].astype(object).fillna("")
            assert {word: n for word, n, _ in counts} == column.value_counts().to_dict()
            assert all(set(column.iloc[own]) == {word} for word, _, own in counts)
    seen, findings = 0, ledger.check()
    assert [one["message"] for one in data["quality"]["check"]] == findings["message"].tolist()
    for one, ids in zip(data["quality"]["check"], findings["ids"], strict=True):
        if one["table"] == "flows":
            assert [data["flows"]["id"][k] for k in one["flows"]] == list(ids)
        if one["table"] in ("parties", "places"):
            assert [data["nodes"][n]["id"] for n in one["nodes"]] == list(ids)
            seen += 1
    assert seen
    for lens in data["lenses"]:
        fates = ledger.network(**LENSES[lens["key"]]).fates
        shown = data["quality"]["fates"][lens["key"]]
        assert {fate: one["count"] for fate, one in shown.items()} == {
            str(fate): n for fate, n in fates.value_counts().items() if n
        }
        for fate, one in shown.items():
            assert {str(fates[data["flows"]["id"][k]]) for k in one["flows"]} == {fate}


def test_what_the_ledger_says_of_itself(ledger: aidnet.Ledger, data: dict[str, Any]) -> None:
    meta = data["meta"]
    assert meta["citation"] == ledger.citation
    for name, told in (("title", ledger.title), ("description", ledger.description)):
        english, chinese = meta[name]
        assert english == told
        assert "东西部协作" in chinese
    assert meta["license"] == "Creative Commons Attribution 4.0 International"
    assert meta["version"] == aidnet.__version__
    assert (meta["draws"], meta["seed"], meta["share"]) == (DRAWS, 0, 0.95)
    assert meta["counts"]["flows"] == len(ledger)
    assert meta["left_out"]["flows"] == meta["left_out"]["networks"] == 0

"""Sections of the report on small ledgers, with answers worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

import aidnet
from aidnet import report
from support.ledgers import ledger_of


def built(ledger: aidnet.Ledger, **options: Any) -> dict[str, Any]:
    return report.build(ledger, draws=2, **options).data


def ids(data: dict[str, Any], flows: list[int]) -> list[str]:
    return [data["flows"]["id"][k] for k in flows]


def name(data: dict[str, Any], node: int | None) -> str | None:
    return None if node is None else str(data["nodes"][node]["id"])


# ------------------------------------------------------------------------ planned and delivered

PLANS = """flow donor recipient value unit resource status fulfils;
    p1 a x 100 CNY funding planned .;
    d1 a x 60 CNY funding disbursed p1;
    p2 a y 40 CNY funding planned .;
    c1 b y 30 CNY funding committed .;
    r1 b y 5 CNY funding received .;
    n1 b x 7 CNY funding . .;
    u1 b x . CNY funding planned .;
    t1 a x 9 person staff spent ."""


@pytest.fixture(scope="module")
def plans() -> dict[str, Any]:
    return built(ledger_of(PLANS))


def test_plans_and_deliveries_are_told_apart(plans: dict[str, Any]) -> None:
    row = next(row for row in plans["planned"]["rows"] if row["unit"] == "CNY")
    assert row["resource"] == "funding"
    found = {stage: (cell["total"], ids(plans, cell["flows"])) for stage, cell in row.items()
             if isinstance(cell, dict)}  # fmt: skip
    assert found == {
        "planned": (140, ["p1", "p2", "u1"]),
        "pledged": (0, []),
        "committed": (30, ["c1"]),
        "delivered": (65, ["d1", "r1"]),
        "unstated": (7, ["n1"]),
        "open": (70, ["p2", "c1", "u1"]),  # p1 is not: d1 delivered it
    }
    assert (row["planned"]["missing"], row["open"]["missing"]) == (1, 1)
    assert row["delivered"]["missing"] == 0


def test_units_are_not_mixed_in_plans(plans: dict[str, Any]) -> None:
    rows = [(row["unit"], row["resource"]) for row in plans["planned"]["rows"]]
    assert rows == [("CNY", "funding"), ("person", "staff")]


def test_chains_lead_from_the_earlier_to_the_later(plans: dict[str, Any]) -> None:
    assert [ids(plans, chain) for chain in plans["planned"]["chains"]] == [["p1", "d1"]]


def test_what_a_delivery_falls_short_of_its_plan_is_told(plans: dict[str, Any]) -> None:
    row = next(row for row in plans["planned"]["rows"] if row["unit"] == "CNY")
    assert (row["short"], row["short_chains"]) == (40, 1)


def test_the_whole_counts_a_chain_once(plans: dict[str, Any]) -> None:
    assert plans["states"]["CNY|*|*"]["summary"]["total"] == 60 + 40 + 30 + 5 + 7


def test_all_units_with_plans_have_rows() -> None:
    """Money, people, then by their number; a unit that nobody can choose and that has no status
    is none of them."""
    data = built(
        ledger_of(
            "donor recipient value unit status; a x 1 school planned; a x 1 item spent; "
            "a x 2 item pledged; a x 3 CNY .; a x 4 CNY .; a x 5 person .; a x 6 person .; "
            "a x 6 person_time committed; a x 1 base .; a x . . planned"
        ),
        units=["CNY", "person"],
    )
    assert [lens["unit"] for lens in data["lenses"][:-1]] == ["CNY", "person"]
    units = [row["unit"] for row in data["planned"]["rows"]]
    assert units == ["CNY", "person", "person_time", "item", "school"]
    assert data["meta"]["left_out"]["units"] == 0


def test_a_plan_of_parts_is_not_added_to_its_parts() -> None:
    data = built(
        ledger_of(
            "flow donor recipient value unit resource status part_of; "
            "t a x 100 CNY funding planned .; p a x 30 CNY funding planned t"
        )
    )
    planned = data["planned"]["rows"][0]["planned"]
    assert planned["total"] == 100  # 30, and the 70 that this part leaves of the total
    assert ids(data, planned["flows"]) == ["t", "p"]


def test_a_band_that_is_a_whole_edge_has_its_bounds() -> None:
    ledger = ledger_of(
        "flow donor recipient value lower upper unit resource part_of; "
        "t a x 100 100 100 CNY funding .; p a x 30 20 40 CNY funding t"
    )
    band = built(ledger)["states"]["CNY|*|*"]["flow"]
    assert (band["w"], band["lo"], band["up"]) == ([100], [100], [100])


def test_a_national_total_is_told_as_such() -> None:
    data = built(
        ledger_of(
            "flow donor recipient value unit resource status scope; "
            "n a x 900 CNY funding planned aggregate; d a x 3 CNY funding disbursed ."
        )
    )
    row = data["planned"]["rows"][0]
    assert (row["planned"]["total"], row["planned"]["aggregates"]) == (900, 1)
    assert (row["delivered"]["total"], row["delivered"]["aggregates"]) == (3, 0)
    assert (
        data["states"]["CNY|*|*"]["summary"] | {"total": 3, "aggregates": 0}
        == (data["states"]["CNY|*|*"]["summary"])
    )


# ------------------------------------------------------------------------------------ movement

SIDES = {
    "parties": "party place; e E; f E; w W; n .",
    "places": "place level side; E province east; W province west",
}


def test_people_are_told_by_the_way_they_travel() -> None:
    data = built(
        ledger_of(
            "flow donor recipient value lower upper unit resource direction qualifier; "
            "s e w 5 5 5 person staff forward exact; "
            "h e w 20 20 30 person students reverse over; "
            "g e w 3 3 3 person students return exact; "
            "i e f 2 2 2 person training forward exact; "
            "o e n 4 4 4 person training forward exact; "
            "q e w . . . person staff forward unknown; "
            "m e w 7 7 7 person funding forward exact; "
            "c e w 9 9 9 CNY funding forward exact",
            **SIDES,
        )
    )
    rows = [
        (row["direction"], name(data, row["from"]), name(data, row["to"]), row["resource"],
         row["total"], row["lower"], row["upper"], row["missing"], ids(data, row["flows"]))
        for row in data["movement"]["rows"]
    ]  # fmt: skip
    assert rows == [
        ("west", "east", "west", "staff", 5, 5, 5, 1, ["s", "q"]),
        ("east", "west", "east", "students", 20, 20, 30, 0, ["h"]),
        ("return", "east", "west", "students", 3, 3, 3, 0, ["g"]),
        ("within", "east", "east", "training", 2, 2, 2, 0, ["i"]),
        ("unplaced", "east", None, "training", 4, 4, 4, 0, ["o"]),
    ]
    net = data["movement"]["net"]
    ends = [(name(data, net["n"][s]), name(data, net["n"][t]), w, r)
            for s, t, w, r in zip(net["s"], net["t"], net["w"], net["r"], strict=True)]  # fmt: skip
    assert sorted(ends) == [
        ("E", "E", 2, "training"), ("E", "W", 3, "students"), ("E", "W", 5, "staff"),
        ("E", "n", 4, "training"), ("W", "E", 20, "students"),
    ]  # fmt: skip


def test_other_sides_are_told_by_their_names() -> None:
    data = built(
        ledger_of(
            "donor recipient value unit resource; a b 8 person training",
            parties="party place; a N; b S",
            places="place side; N north; S south",
        )
    )
    (row,) = data["movement"]["rows"]
    assert (row["direction"], name(data, row["from"]), name(data, row["to"])) == (
        "between", "north", "south",
    )  # fmt: skip


def test_a_ledger_without_people_has_no_movement() -> None:
    data = built(ledger_of("donor recipient value unit; a b 8 CNY"))
    none = {"total": 0, "flows": [], "count": 0}
    assert data["movement"] == {
        "unit": "person", "rows": [], "chart": [], "not_drawn": none, "net": None,
    }  # fmt: skip


MOVES = """flow donor recipient value unit resource direction;
    a e w 5 person students return;
    b e n 50 person students return;
    c w e 2 person staff return;
    d e f 1 person students return;
    g e w 3 person staff forward;
    k f w 8 person staff forward;
    t e w 9 person training forward;
    h n w 30 person staff forward;
    i e w 7 person staff reverse;
    j e w 1 person students reverse"""


def test_the_chart_adds_up_by_the_side_that_people_travel_to() -> None:
    """Home can be east or west; an unknown end, or none beyond the own side, is drawn nowhere."""
    data = built(ledger_of(MOVES, **SIDES | {"parties": "party place; e E; f E; w W; n ."}))
    moved = data["movement"]
    bars = {
        (one["kind"], one["travels"], one["resource"]): (one["total"], ids(data, one["flows"]))
        for one in moved["chart"]
    }
    assert len(bars) == len(moved["chart"])
    assert bars == {
        ("out", "west", "staff"): (11, ["g", "k"]),
        ("out", "west", "training"): (9, ["t"]),
        ("out", "east", "staff"): (7, ["i"]),
        ("out", "east", "students"): (1, ["j"]),
        ("return", "west", "students"): (5, ["a"]),
        ("return", "east", "staff"): (2, ["c"]),
    }
    assert moved["not_drawn"]["total"] == 50 + 1 + 30
    assert ids(data, moved["not_drawn"]["flows"]) == ["b", "d", "h"]
    assert moved["not_drawn"]["count"] == 3
    rows = [(row["direction"], row["travels"], row["total"]) for row in moved["rows"]]
    assert rows == [
        ("west", "west", 11), ("west", "west", 9), ("east", "east", 7), ("east", "east", 1),
        ("return", None, 50), ("return", "west", 5), ("return", "east", 2), ("return", None, 1),
        ("unplaced", None, 30),
    ]  # fmt: skip


# ------------------------------------------------------------------------- groups and channels


def test_groups_have_their_members_and_statements() -> None:
    data = built(
        ledger_of(
            "flow donor recipient channel value unit; "
            "1 g x . 4 CNY; 2 a g . 5 CNY; 3 a x g 6 CNY; 4 a x c 1 CNY; 5 b x c 2 CNY",
            groups="group member role; g a donor; g b convenor; h a .",
        )
    )
    groups = [
        (name(data, one["n"]), [(name(data, m["n"]), m["role"]) for m in one["members"]],
         *(ids(data, one[way]["flows"]) for way in ("given", "received", "through")))
        for one in data["groups"]
    ]  # fmt: skip
    assert groups == [
        ("g", [("a", "donor"), ("b", "convenor")], ["1"], ["2"], ["3"]),
        ("h", [("a", "")], [], [], []),
    ]
    channels = [(name(data, one["n"]), ids(data, one["flows"])) for one in data["channels"]]
    assert channels == [("c", ["4", "5"]), ("g", ["3"])]


# ------------------------------------------------------------------------------- concentration


def test_concentration_by_hand() -> None:
    data = built(
        ledger_of("donor recipient value unit; a x 3 CNY; a y 1 CNY; b x 1 CNY; b z . CNY")
    )
    found = data["states"]["CNY|*|*"]["concentration"]["party"]
    donors = found["donors"]
    assert [name(data, n) for n in donors["n"]] == ["a", "b"]
    assert [name(data, n) for n in donors["largest"]] == ["x", "x"]
    assert (donors["amount"], donors["partners"], donors["unstated"]) == ([4, 1], [2, 1], [0, 1])
    assert (donors["share"], donors["hhi"]) == ([0.75, 1], [0.625, 1])
    assert donors["effective"] == [1.6, 1]
    recipients = found["recipients"]
    assert [name(data, n) for n in recipients["n"]] == ["x", "y", "z"]
    assert recipients["amount"] == [4, 1, 0]
    assert [name(data, n) for n in recipients["largest"]] == ["a", "a", None]
    assert (recipients["share"], recipients["hhi"]) == ([0.75, 1, None], [0.625, 1, None])


# --------------------------------------------------------------------------- lenses and years


def test_money_comes_before_people_and_counting_last() -> None:
    data = built(
        ledger_of("donor recipient value unit; a x 1 person; a x 1 person; b x 1 CNY; b y 1 item")
    )
    assert [lens["key"] for lens in data["lenses"]] == ["CNY", "person", "count"]


def test_units_can_be_asked_for() -> None:
    ledger = ledger_of("donor recipient value unit; a x 1 person; b x 1 CNY; b y 1 item")
    data = built(ledger, units=["item"])
    assert [lens["key"] for lens in data["lenses"]] == ["item", "count"]
    with pytest.raises(aidnet.ValidationError, match="no unit 'EUR'; it has 'person', 'CNY'"):
        built(ledger, units=["EUR"])
    with pytest.raises(TypeError, match="units must be a list"):
        built(ledger, units="item")


def test_amounts_without_a_unit_have_a_lens() -> None:
    data = built(aidnet.Ledger.from_frames({"donor": ["a"], "recipient": ["x"], "amount": [3]}))
    assert [(lens["key"], lens["unit"]) for lens in data["lenses"]] == [
        ("amount", ""), ("count", ""),
    ]  # fmt: skip
    assert data["states"]["amount|*|*"]["summary"]["total"] == 3
    assert data["states"]["amount||*"]["summary"]["total"] == 3  # of no stated resource


def test_a_flow_of_several_years_is_spread_and_an_undated_one_counted_apart() -> None:
    data = built(
        ledger_of(
            "donor recipient value unit start end; a x 30 CNY 2018 2020; a x 5 CNY 2019 2019; "
            "a x 9 CNY . ."
        )
    )
    totals = {key: (state["summary"]["total"], state["summary"]["undated"])
              for key, state in data["states"].items()
              if key.startswith("CNY|*|")}  # fmt: skip
    assert totals == {
        "CNY|*|*": (44, 1), "CNY|*|2018": (10, 1), "CNY|*|2019": (15, 1), "CNY|*|2020": (10, 1),
    }  # fmt: skip


def test_of_many_years_those_with_most_statements_are_offered() -> None:
    years = [*range(1990, 2020), *range(1990, 2009)]
    rows = "; ".join(f"a x 1 CNY {year}" for year in years)
    data = built(ledger_of(f"donor recipient value unit year; {rows}"))
    assert data["lenses"][0]["years"] == [*range(1990, 2009), 2019]
    assert data["meta"]["left_out"]["years"] == {"CNY": 10, "count": 10}


def test_amounts_below_zero_have_no_shares() -> None:
    ledger = ledger_of("donor recipient value unit; a x -5 CNY; a y 3 CNY", negative="net")
    data = built(ledger)
    state = data["states"]["CNY|*|*"]
    assert state["summary"]["total"] == -2
    assert state["ranks"]["party"]["donors"]["omitted"] == {
        "hubs": "refused", "pagerank": "refused",
    }  # fmt: skip
    assert state["ranks"]["party"]["donors"]["measures"]["strength"]["score"] == [-2]
    assert state["concentration"]["party"]["donors"]["hhi"] == [None]


def test_a_year_is_that_of_the_end() -> None:
    data = built(
        ledger_of(
            "flow donor recipient value unit start end; 1 a x 3 CNY . 2019; "
            "2 b x 2 CNY 2017 2020; 3 c x 2 CNY 2018 .; 4 c x 2 CNY . ."
        )
    )
    years = [(year, n, ids(data, own)) for year, n, own in data["quality"]["by"]["year"]]
    assert years == [
        ("", 1, ["4"]), ("2018", 1, ["3"]), ("2019", 1, ["1"]), ("2020", 1, ["2"]),
    ]  # fmt: skip


def test_parties_that_statements_name_are_counted() -> None:
    data = built(
        ledger_of(
            "donor recipient channel value unit; a x . 3 CNY; a b k 2 CNY",
            parties="party; a; b; k; x; nobody",
        )
    )
    assert data["meta"]["counts"]["named"] == 4
    assert data["meta"]["counts"]["parties"] == 5

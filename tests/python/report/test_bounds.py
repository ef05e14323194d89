"""Bounds of what is added up, and amounts that are not stated."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

import aidnet
from aidnet import report
from support.large import awkward
from support.ledgers import ledger_of


def built(ledger: aidnet.Ledger, **options: Any) -> dict[str, Any]:
    return report.build(ledger, draws=1, **options).data


def bands(data: dict[str, Any], state: str) -> dict[str, tuple[Any, Any, Any]]:
    net = data["states"][state]["flow"]
    return {r: (w, lo, up) for r, w, lo, up in zip(*(net[k] for k in ("r", "w", "lo", "up")))}  # noqa: B905


SIDES = {
    "parties": "party place; a E; x W",
    "places": "place level side; E province east; W province west",
}


@pytest.mark.parametrize(
    ("total", "part", "rest"),
    [
        ("100 100 120", "30 20 40", (70, 60, 100)),  # 100 - 40, 120 - 20
        ("100 100 100", "40 40 50", (60, 50, 60)),
        ("100 90 110", "40 30 100", (60, 0, 80)),  # not below nothing
        ("100 100 100", "40 40 40", (60, 60, 60)),
        ("100 100 .", "40 40 50", (60, 50, None)),
    ],
)
def test_what_parts_leave_of_a_total_has_its_own_bounds(
    total: str, part: str, rest: tuple[Any, Any, Any]
) -> None:
    words = "over" if total.endswith(".") else "range"
    ledger = ledger_of(
        "flow donor recipient value lower upper unit resource part_of qualifier; "
        f"t a x {total} person training . {words}; p a x {part} person staff t range",
        **SIDES,
    )
    data = built(ledger)
    value, lower, upper = map(float, part.split())
    own = (value, lower, upper)
    assert bands(data, "person|*|*") == {"training": rest, "staff": own}
    rows = {r["resource"]: (r["total"], r["lower"], r["upper"]) for r in data["movement"]["rows"]}
    assert rows == {"training": rest, "staff": own}
    bars = {r["resource"]: (r["total"], r["lower"], r["upper"]) for r in data["movement"]["chart"]}
    assert bars == rows


def test_a_part_with_parts_of_its_own_is_taken_off_whole() -> None:
    ledger = ledger_of(
        "flow donor recipient value lower upper unit resource part_of; "
        "t a x 100 100 120 person staff .; p a x 50 40 60 person training t; "
        "q a x 20 10 30 person students p"
    )
    data = built(ledger)
    assert bands(data, "person|*|*") == {
        "staff": (50, 40, 80),  # 100 - 60, 120 - 40
        "training": (30, 10, 50),  # 40 - 30, 60 - 10
        "students": (20, 10, 30),
    }
    assert data["states"]["person|*|*"]["party"]["up"] == [120]


def test_a_part_in_the_same_row_as_its_total_is_bounded_with_it() -> None:
    """Of 100 to 120, 20 to 40 is training as well: together they are 100 to 120."""
    ledger = ledger_of(
        "flow donor recipient value lower upper unit resource part_of; "
        "t a x 100 100 120 person training .; p a x 30 20 40 person training t; "
        "o a x 5 5 5 person staff .",
        **SIDES,
    )
    assert bands(built(ledger), "person|*|*") == {
        "training": (100, 100, 120), "staff": (5, 5, 5),
    }  # fmt: skip


def cells_of(data: dict[str, Any]) -> list[tuple[float, Any, Any]]:
    """Weight and bounds of all that a page draws or lists."""
    found: list[tuple[float, Any, Any]] = []
    nets = [state[k] for state in data["states"].values() for k in ("party", "province", "flow")]
    nets += [data["movement"]["net"]] if data["movement"]["net"] else []
    for net in nets:
        found += zip(net["w"], net["lo"], net["up"], strict=True)
    rows = [*data["movement"]["rows"], *data["movement"]["chart"]]
    rows += [cell for row in data["planned"]["rows"] for cell in row.values()
             if isinstance(cell, dict)]  # fmt: skip
    return found + [(row["total"], row["lower"], row["upper"]) for row in rows]


def random_parts(seed: int) -> aidnet.Ledger:
    """Totals of ranges with parts on the same edge and on others, some of them without an end."""
    draw = np.random.default_rng(seed)
    rows = []
    for k in range(40):
        total = int(draw.integers(50, 200))
        low, high = total - int(draw.integers(0, 30)), total + int(draw.integers(0, 30))
        a, x = draw.choice(["a", "b"]), draw.choice(["x", "y"])
        first = draw.choice(["training", "staff"])
        rows.append(f"t{k} {a} {x} {total} {low} {high} person {first} . range planned 2019 2020")
        for j in range(int(draw.integers(0, 4))):
            value = int(draw.integers(1, 60))
            lower, upper = max(0, value - int(draw.integers(0, 30))), value + draw.integers(0, 30)
            word = "over" if draw.random() < 0.2 else "range"
            bounds = f"{value} {value if word == 'over' else lower} "
            bounds += "." if word == "over" else str(upper)
            end = x if draw.random() < 0.7 else "z"
            resource = draw.choice(["training", "staff", "students"])
            rows.append(
                f"p{k}_{j} {a} {end} {bounds} person {resource} t{k} {word} spent 2019 2019"
            )
    head = "flow donor recipient value lower upper unit resource part_of qualifier status start end"
    return ledger_of(f"{head}; {'; '.join(rows)}", parties="party place; a E; b E; x W; y W; z W",
                     places=SIDES["places"])  # fmt: skip


@pytest.mark.parametrize("seed", [*range(6), None])
def test_each_amount_lies_between_its_bounds(seed: int | None) -> None:
    embedded = aidnet.datasets.load_east_west
    ledger = embedded() if seed is None else random_parts(seed)
    cells = cells_of(built(ledger))
    assert len(cells) > 100
    for weight, lower, upper in cells:
        assert lower <= weight <= (math.inf if upper is None else upper)
        assert lower >= 0


# --------------------------------------------------------------------------- awkward amounts


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return built(awkward(), units=["CNY", ""])


def ids(data: dict[str, Any], cell: dict[str, Any]) -> list[str]:
    return [data["flows"]["id"][k] for k in cell["flows"]]


def test_ranges_without_a_value_are_no_missing_amounts(data: dict[str, Any]) -> None:
    summary = data["states"]["CNY|*|*"]["summary"]
    assert (summary["total"], summary["lower"], summary["upper"]) == (25, 20, None)
    assert (summary["missing"], summary["unbounded"], summary["used"]) == (1, 2, 6)
    behind = summary["behind"]
    assert ids(data, behind["missing"]) == ["silent"]
    assert ids(data, behind["unbounded"]) == ["least", "open"]
    assert ids(data, behind["used"]) == ["range", "least", "nothing", "silent", "round", "open"]
    assert behind["undated"]["count"] == 6


def test_a_stated_nothing_is_an_amount(data: dict[str, Any]) -> None:
    state = data["states"]["CNY|*|*"]
    donors = state["concentration"]["party"]["donors"]
    names = [data["nodes"][n]["id"] for n in donors["n"]]
    of = dict(zip(names, zip(donors["amount"], donors["partners"], donors["unstated"])))  # noqa: B905
    assert of == {"a": (15, 1, 0), "b": (5, 1, 0), "d": (5, 2, 0), "c": (0, 0, 1)}
    attrs = state["ranks"]["party"]["donors"]["attrs"]
    assert (attrs["zero"], attrs["unbounded"], attrs["uncertain"]) == (1, 2, 1)
    net = state["party"]
    own = {data["nodes"][n]["id"]: k for k, n in enumerate(net["n"])}
    sides = {k: (net["out"][at], net["gout"][at], net["uout"][at]) for k, at in own.items()}
    assert sides["c"] == (0, 2, 1)  # to x nothing; to y it is not known
    assert (net["in"][own["y"]], net["gin"][own["y"]], net["uin"][own["y"]]) == (2, 2, 1)
    assert [net["in"][own["a"]], net["gin"][own["a"]]] == [0, 0]


def test_a_side_without_any_amount_is_not_nothing() -> None:
    data = built(ledger_of("donor recipient value unit; a x 2 CNY; b x . CNY; b y . CNY"))
    net = data["states"]["CNY|*|*"]["party"]
    own = {data["nodes"][n]["id"]: k for k, n in enumerate(net["n"])}
    assert [net["out"][own[k]] for k in "ab"] == [2, None]
    assert [net["in"][own[k]] for k in "xy"] == [2, None]
    counted = data["states"]["count|*|*"]["party"]
    assert None not in counted["out"] + counted["in"]
    assert set(counted["uout"] + counted["uin"]) == {0}


def test_amounts_without_a_unit_add_up_apart(data: dict[str, Any]) -> None:
    assert [lens["key"] for lens in data["lenses"]] == ["CNY", "amount", "count"]
    summary = data["states"]["amount|*|*"]["summary"]
    assert (summary["total"], summary["used"]) == (1203.5, 2)
    assert ids(data, summary["behind"]["used"]) == ["bare", "bare2"]

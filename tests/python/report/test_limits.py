"""What a page leaves out of a large ledger, that it says so, and that it never grows too large."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import aidnet
from aidnet import report
from aidnet.report import _fit, _limits, _stages
from aidnet.report._limits import Limits, kept_rows
from aidnet.report._ranks import Draws
from aidnet.report._states import States
from support.large import MANY_EDGES, MANY_FLOWS, many_edges, many_flows
from support.ledgers import ledger_of

LIMIT = 6_000_000


def many(flows: int, seed: int = 0) -> aidnet.Ledger:
    draw = np.random.default_rng(seed)
    return aidnet.Ledger.from_frames(
        {
            "donor": [f"donor {k}" for k in draw.integers(0, 300, flows)],
            "recipient": [f"recipient {k}" for k in draw.integers(0, 2000, flows)],
            "amount": draw.integers(1, 10**6, flows),
            "unit": ["CNY"] * flows,
            "resource": draw.choice(["funding", "training"], flows),
            "year": draw.integers(2018, 2020, flows),
        }
    )


@pytest.fixture(scope="module")
def large() -> tuple[aidnet.Ledger, report.Report]:
    ledger = many(50_000)
    return ledger, report.build(ledger, draws=2)


def test_a_large_ledger_gives_a_small_file(large: tuple[aidnet.Ledger, report.Report]) -> None:
    ledger, made = large
    assert len(made.html.encode()) < LIMIT
    held = len(made.data["flows"]["id"])
    assert 1000 <= held <= 6000
    assert made.data["meta"]["left_out"]["flows"] == len(ledger) - held


def test_what_is_cut_is_told_and_what_is_kept_is_right(
    large: tuple[aidnet.Ledger, report.Report],
) -> None:
    ledger, made = large
    net = ledger.network(unit="CNY")
    shown = made.data["states"]["CNY|*|*"]["party"]
    largest = net.edges.sort_values("weight", ascending=False, kind="stable")
    kept = len(shown["w"])
    assert shown["w"] == largest["weight"].head(kept).tolist()
    assert shown["cut"] == {
        "edges": net.edge_count - kept,
        "amount": net.weights.sum() - largest["weight"].head(kept).sum(),
    }
    assert shown["total"] == net.weights.sum() == made.data["states"]["CNY|*|*"]["summary"]["total"]
    ids = made.data["flows"]["id"]
    for s, t, flows, count in zip(shown["s"], shown["t"], shown["f"], shown["k"], strict=True):
        names = [made.data["nodes"][shown["n"][end]]["id"] for end in (s, t)]
        behind = net.flows_of(*names).index
        assert count == len(behind)
        assert {ids[k] for k in flows} <= set(behind)


def test_long_texts_and_many_groups_fit_as_well() -> None:
    count = 1500
    long = "字" * 6000
    ledger = aidnet.Ledger.from_frames(
        {
            "donor": [f"g{k}" for k in range(count)],
            "recipient": [f"r{k}" for k in range(count)],
            "note": [f"{k} {long}" for k in range(count)],
            "figure": [long] * count,
            "source": [f"s{k}" for k in range(count)],
        },
        parties={"party": [f"g{k}" for k in range(count)], "name_zh": [long] * count},
        groups={
            "group": [f"g{k // 2}" for k in range(2 * count)],
            "member": [f"m{k}" for k in range(2 * count)],
        },
        sources={"source": [f"s{k}" for k in range(count)], "title": [long] * count},
    )
    made = report.build(ledger, draws=1)
    assert len(made.html.encode()) < LIMIT
    assert made.data["meta"]["counts"]["flows"] == count
    assert all(len(node["zh"]) <= 200 for node in made.data["nodes"])
    flows = made.data["flows"]
    assert 100 <= len(flows["id"]) < count
    for donor, source in zip(flows["donor"], flows["source"], strict=True):
        own = made.data["nodes"][donor]["id"]
        assert made.data["sources"][source]["id"] == own.replace("g", "s")


def test_ranks_that_would_take_too_long_have_no_interval() -> None:
    flows = 500
    ledger = aidnet.Ledger.from_frames(
        {
            "donor": [f"d{k}" for k in range(flows)],
            "recipient": [f"r{k}" for k in range(flows)],
            "value": range(1, flows + 1),
            "lower": [0] * flows,
            "upper": [1000] * flows,
            "unit": ["CNY"] * flows,
        }
    )
    data = report.build(ledger, draws=1000).data
    ranks = data["states"]["CNY|*|*"]["ranks"]["party"]["donors"]
    assert ranks["attrs"] == {"uncertain": flows, "unbounded": 0, "zero": 0, "drawn": 0}
    strength = ranks["measures"]["strength"]
    assert strength["low"] == strength["rank"] == strength["high"] == [*range(1, 51)]
    assert data["meta"]["left_out"]["intervals"] > 0


# ------------------------------------------------------------------- more edges than are drawn


@pytest.fixture(scope="module")
def edges() -> tuple[aidnet.Ledger, dict[str, Any]]:
    ledger = many_edges()
    return ledger, report.build(ledger, draws=1).data


@pytest.mark.parametrize("level", ["party", "province"])
@pytest.mark.parametrize("lens", ["CNY", "count"])
def test_sums_of_nodes_are_of_the_whole_network(
    edges: tuple[aidnet.Ledger, dict[str, Any]], lens: str, level: Any
) -> None:
    ledger, data = edges
    options: dict[str, Any] = {"weight": "count"} if lens == "count" else {"unit": lens}
    net = ledger.network(**options, level=level)
    shown = data["states"][f"{lens}|*|*"][level]
    assert shown["cut"]["edges"] == MANY_EDGES - 400
    rows = net.statements()
    ids = [data["nodes"][n]["id"] for n in shown["n"]]
    label = dict(zip(net.node_table["id"], net.nodes, strict=True))
    for end, side in (("source_node", "out"), ("target_node", "in")):
        strength = aidnet.strength(net, mode=side)  # type: ignore[arg-type]
        for k, own in enumerate(ids):
            behind = rows[rows[end] == label[own]]
            silent = behind[behind["amount"].isna()] if lens == "CNY" else behind[:0]
            assert shown[f"g{side}"][k] == behind.index.nunique()
            assert shown[f"u{side}"][k] == silent.index.nunique()
            expected = strength[label[own]]
            assert shown[side][k] == (
                None if len(behind) and len(silent) == len(behind) else expected
            )


def test_who_is_ranked_is_a_node_even_without_a_drawn_edge(
    edges: tuple[aidnet.Ledger, dict[str, Any]],
) -> None:
    _, data = edges
    state = data["states"]["CNY|*|*"]
    net = state["party"]
    drawn = {net["n"][k] for k in (*net["s"], *net["t"])}
    beyond = set()
    for level in ("party", "province"):
        for tables in (state["ranks"][level], state["concentration"][level]):
            for table in tables.values():
                assert set(table["n"]) <= set(state[level]["n"])
                beyond |= set(table["n"]) - drawn
    ids = {data["nodes"][n]["id"] for n in beyond}
    assert {"lone", "mute"} <= ids
    for k, n in enumerate(net["n"]):
        assert (net["x"][k] is None) == (net["y"][k] is None) == (n not in drawn)
    own = {data["nodes"][n]["id"]: k for k, n in enumerate(net["n"])}
    assert [net[name][own["lone"]] for name in ("out", "gout", "uout")] == [1, 1, 0]
    assert [net[name][own["mute"]] for name in ("out", "gout", "uout")] == [None, 2, 2]
    assert [net[name][own["mute"]] for name in ("in", "gin", "uin")] == [0, 0, 0]


# ------------------------------------------------------------- more statements than are held


@pytest.fixture(scope="module")
def flows() -> tuple[aidnet.Ledger, dict[str, Any]]:
    ledger = many_flows()
    return ledger, report.build(ledger, draws=1).data


def test_counts_are_of_the_whole_ledger(flows: tuple[aidnet.Ledger, dict[str, Any]]) -> None:
    ledger, data = flows
    held = len(data["flows"]["id"])
    assert 0 < held < MANY_FLOWS
    assert data["meta"]["left_out"]["flows"] == MANY_FLOWS - held
    summary = data["states"]["CNY|*|*"]["summary"]
    for name, cell in summary["behind"].items():
        assert cell["count"] == summary[name]
        assert len(cell["flows"]) <= 1000
    assert summary["used"] == MANY_FLOWS > len(summary["behind"]["used"]["flows"])
    for name in ("status", "qualifier", "resource"):
        counted = ledger.flows[name].astype(object).fillna("").value_counts()
        shown = data["quality"]["by"][name]
        assert {word: n for word, n, _ in shown} == counted.to_dict()
        for word, n, own in shown:
            assert 0 < len(own) <= n
            column = data["flows"].get(name)
            assert {column[k] for k in own} == {word}
    ends = {*ledger.flows["donor"], *ledger.flows["recipient"]}
    assert data["meta"]["counts"]["named"] == len(ends)


def test_of_statements_without_a_drawn_edge_the_largest_are_held() -> None:
    ledger = ledger_of("donor recipient value unit; a x 3 CNY; b x 9 CNY; c x 1 CNY; d x 5 CNY")
    draft: Any = SimpleNamespace(ledger=ledger, states={})
    assert kept_rows(draft, Limits(flows=2)) == [1, 3]


# ------------------------------------------------------------------------- narrower limits


def within(monkeypatch: pytest.MonkeyPatch, *rungs: Limits) -> None:
    for module in (_limits, _fit):
        monkeypatch.setattr(module, "LADDER", rungs)


def test_lists_that_are_cut_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    within(monkeypatch, Limits(rows=2, flows=6))
    ledger = ledger_of(
        "flow donor recipient channel value unit resource status fulfils; "
        "1 a x k 1 person staff planned .; 2 b x l 2 person students planned .; "
        "3 c x m 3 person training planned .; 4 d x n 4 person service planned .; "
        "5 e x . . person staff spent 1; 6 a y . 6 person students spent 2; "
        "7 a z . 7 person training spent 3",
        groups="group member; g a; g b; g c; g d; g e; h a; i a; i b; i c",
    )
    data = report.build(ledger, draws=1).data
    out = data["meta"]["left_out"]
    assert len(data["groups"]) == len(data["channels"]) == len(data["movement"]["rows"]) == 2
    assert [(one["count"], len(one["members"])) for one in data["groups"]] == [(5, 2), (1, 1)]
    assert (out["groups"], out["members"], out["channels"], out["movement"]) == (1, 3, 2, 2)
    assert out["findings"] == max(0, len(ledger.check()) - 2)
    assert len(data["planned"]["chains"]) == 3 - out["chains"]
    assert (out["flows"], out["chains"]) == (1, 1)


def test_views_that_are_left_out_are_counted_by_their_kind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ledger = ledger_of(
        "donor recipient value unit resource year; "
        "a x 1 CNY funding 2019; a x 1 CNY funding 2020; a x 1 CNY training 2020"
    )
    whole = report.build(ledger, draws=1).data
    assert whole["meta"]["left_out"]["states"] == 0
    filters = [2 - key.count("*") for key in whole["states"]]
    assert [filters.count(n) for n in (0, 1, 2)] == [2, 8, 6]
    for n, (singles, pairs) in ((1, (0, 6)), (0, (8, 6))):
        within(monkeypatch, Limits(filters=n))
        data = report.build(ledger, draws=1).data
        out = data["meta"]["left_out"]
        assert (out["singles"], out["pairs"], out["states"]) == (singles, pairs, singles + pairs)
        assert len(data["states"]) == len(whole["states"]) - out["states"]
        for lens in data["lenses"]:  # what cannot be shown cannot be chosen
            assert lens["resources"] == (["funding", "training"] if n else [])
            assert lens["years"] == ([2019, 2020] if n else [])


def test_views_without_room_are_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = many_edges()
    made: list[Any] = []
    narrow = States.narrow
    monkeypatch.setattr(States, "narrow", lambda *rest: made.append(rest) or narrow(*rest))
    monkeypatch.setattr(_fit, "LARGEST", 100_000)
    data = report.build(ledger, draws=1).data
    assert made == []
    assert data["meta"]["left_out"]["pairs"] > 0
    # Not even the last rung is small enough: it goes down until nothing is left.
    assert data["flows"]["id"] == []
    assert data["meta"]["left_out"]["flows"] == len(ledger)
    monkeypatch.undo()
    monkeypatch.setattr(States, "narrow", lambda *rest: made.append(rest) or narrow(*rest))
    report.build(ledger, draws=1)
    assert len(made) == 1


def test_many_members_with_long_names_fit() -> None:
    groups, members = 50, 60
    own = [f"g{k}" for k in range(groups)]
    all_ = [*own, *(f"m{k}" for k in range(groups * members))]
    long = ["<" * 198 + chr(0x4E00 + k // 1000) + chr(0x4E00 + k % 1000) for k in range(len(all_))]
    ledger = aidnet.Ledger.from_frames(
        {"donor": own, "recipient": ["x"] * groups, "note": ["<" * 2000] * groups},
        parties={
            "party": all_, "name_en": long, "name_zh": long, "place": [f"p{k}" for k in all_],
        },
        places={"place": [f"p{k}" for k in all_], "name_en": long, "name_zh": long},
        groups={"group": own * members, "member": all_[groups:]},
    )  # fmt: skip
    made = report.build(ledger, draws=1)
    assert len(made.html.encode()) < LIMIT
    listed = [len(one["members"]) for one in made.data["groups"]]
    out = made.data["meta"]["left_out"]
    assert out["groups"] == groups - len(listed) > 0
    assert out["members"] == members * len(listed) - sum(listed) > 0


def test_draws_are_used_up() -> None:
    net = ledger_of("donor recipient value lower upper unit; a x 3 1 5 CNY").network(unit="CNY")
    draws = Draws(10, 0, 0.95, left=30.0)  # two nodes and one edge ten times are 20
    assert [draws.for_network(net) for _ in range(3)] == [10, 0, 0]
    sure = ledger_of("donor recipient value unit; a x 3 CNY").network(unit="CNY")
    assert draws.for_network(sure) == 10  # nothing is drawn


def test_units_beyond_the_most_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_stages, "UNITS", 3)
    ledger = ledger_of(
        "donor recipient value unit status; a x 1 CNY planned; a x 1 CNY planned; "
        "a x 1 person spent; a x 1 person spent; a x 1 item spent; a x 1 school planned"
    )
    data = report.build(ledger, draws=1).data
    assert [row["unit"] for row in data["planned"]["rows"]] == ["CNY", "person", "item"]
    assert data["meta"]["left_out"]["units"] == 1

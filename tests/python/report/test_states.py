"""Every figure of a report against fresh calls of the public API."""

from __future__ import annotations

import math
from typing import Any

import pytest

import aidnet
from aidnet.ranking import rank_table
from support.reports import DRAWS

LEVELS = {
    "party": "party",
    "province": "province",
    "map": "prefecture",
    "flow": ("province", "prefecture"),
}
MEASURES = {
    ("donors", "out"): ["strength", "degree", "hubs", "pagerank"],
    ("recipients", "in"): ["strength", "degree", "authorities", "pagerank"],
}
WIDEST = ["CNY|*|*", "person|*|*", "count|*|*"]


def options_of(key: str) -> dict[str, Any]:
    """The options of `Ledger.network` that a state's key stands for."""
    lens, resource, year = key.split("|")
    options: dict[str, Any] = {"weight": "count"} if lens == "count" else {"unit": lens}
    if resource != "*":
        options["resource"] = resource
    if year != "*":
        options |= {"period": int(year), "spread": "equal"}
    return options


def ids_of(data: dict[str, Any], net: dict[str, Any]) -> list[tuple[str, str]]:
    return [(data["nodes"][n]["kind"], data["nodes"][n]["id"]) for n in net["n"]]


def number(value: float) -> float | None:
    return value if math.isfinite(value) else None


def expected_edges(net: aidnet.LedgerNetwork) -> dict[Any, list[Any]]:
    """By both ends: weight, bounds, flows without an amount, and how many flows."""
    node = dict(zip(net.nodes, zip(net.node_table["kind"], net.node_table["id"])))  # noqa: B905
    adds = net.options["weight"] == "sum"
    return {
        (node[e.source], node[e.target]): [
            e.weight, e.lower, number(e.upper), e.unknown if adds else 0, e.flows,
        ]
        for e in net.edges.itertuples()
    }  # fmt: skip


def shown_edges(data: dict[str, Any], net: dict[str, Any]) -> dict[Any, list[Any]]:
    """The same, of the document."""
    nodes = ids_of(data, net)
    columns = zip(*(net[name] for name in ("s", "t", "w", "lo", "up", "u", "k")), strict=True)
    found = {(nodes[s], nodes[t]): rest for s, t, *rest in columns}
    assert len(found) == len(net["s"])
    return found


def summed(data: dict[str, Any], net: dict[str, Any]) -> dict[Any, list[Any]]:
    """Edges by resource put together again: weight and number of flows."""
    nodes, found = ids_of(data, net), {}
    for s, t, w, k in zip(net["s"], net["t"], net["w"], net["k"], strict=True):
        edge = found.setdefault((nodes[s], nodes[t]), [0, 0])
        edge[0] += w
        edge[1] += k
    return found


def check_bounds(data: dict[str, Any], net: dict[str, Any], expected: dict[Any, list[Any]]) -> None:
    """A band that is a whole edge has its bounds; those of several hold the edge's between them."""
    nodes, bands = ids_of(data, net), {}
    for s, t, *figures in zip(*(net[name] for name in ("s", "t", "lo", "up", "u")), strict=True):
        bands.setdefault((nodes[s], nodes[t]), []).append(figures)
    for ends, (_, lower, upper, unknown, _) in expected.items():
        own = bands[ends]
        if len(own) == 1:
            assert own == [[lower, upper, unknown]]
        assert sum(one[0] for one in own) <= lower
        most = [math.inf if one[1] is None else one[1] for one in own]
        assert sum(most) >= (math.inf if upper is None else upper)
        assert sum(one[2] for one in own) == unknown


def test_each_choice_with_an_edge_is_a_state(ledger: aidnet.Ledger, data: dict[str, Any]) -> None:
    resources = sorted(set(ledger.flows["resource"].dropna()))
    for lens in ("CNY", "person"):
        for resource in ("*", *resources):
            for year in ("*", *range(2009, 2026)):
                key = f"{lens}|{resource}|{year}"
                try:
                    edges = ledger.network(**options_of(key)).edge_count
                except aidnet.ValidationError:
                    edges = 0
                assert (key in data["states"]) == (edges > 0), key
    offered = {lens["key"]: lens for lens in data["lenses"]}
    assert list(offered) == ["CNY", "person", "count"]
    for key in data["states"]:
        lens, resource, year = key.split("|")
        assert resource == "*" or resource in offered[lens]["resources"]
        assert year == "*" or int(year) in offered[lens]["years"]


def test_networks_and_totals_are_those_of_the_api(
    ledger: aidnet.Ledger, data: dict[str, Any]
) -> None:
    for key, state in data["states"].items():
        for name, level in LEVELS.items():
            net = ledger.network(**options_of(key), level=level)
            expected = expected_edges(net)
            assert "cut" not in state[name]
            if name == "flow":
                pairs = {ends: [w, k] for ends, (w, _, _, _, k) in expected.items()}
                assert summed(data, state[name]) == pairs, key
                check_bounds(data, state[name], expected)
            else:
                assert shown_edges(data, state[name]) == expected, (key, name)
            assert state[name]["total"] == net.weights.sum()
            assert state[name]["w"] == sorted(state[name]["w"], key=lambda w: -abs(w))
        told = ledger.network(**options_of(key)).describe()
        summary = state["summary"]
        assert summary["used"] == told["used"]
        assert summary["total"] == float(told["total"])
        assert summary["lower"] == float(told["total_lower"])
        upper = told["total_upper"]
        assert summary["upper"] == (None if upper == "unbounded" else float(upper))


@pytest.mark.parametrize("key", WIDEST)
def test_statements_behind_each_edge_are_those_of_flows_of(
    key: str, ledger: aidnet.Ledger, data: dict[str, Any]
) -> None:
    for name, level in LEVELS.items():
        net = ledger.network(**options_of(key), level=level)
        label = {
            (kind, own): node
            for node, kind, own in net.node_table[["kind", "id"]].itertuples()
        }  # fmt: skip
        shown = data["states"][key][name]
        nodes = ids_of(data, shown)
        resources = shown.get("r", [None] * len(shown["s"]))
        for s, t, flows, resource in zip(
            shown["s"], shown["t"], shown["f"], resources, strict=True
        ):
            behind = net.flows_of(label[nodes[s]], label[nodes[t]])
            if resource is not None:
                behind = behind[behind["resource"] == resource]
            assert [data["flows"]["id"][k] for k in flows] == behind.index.tolist()


def test_bands_of_one_resource_weigh_what_its_statements_do(
    ledger: aidnet.Ledger, data: dict[str, Any]
) -> None:
    for lens in ("CNY", "person"):
        rows = ledger.network(unit=lens).statements()
        by_resource = rows.groupby("resource", observed=True)["amount"].sum()
        net = data["states"][f"{lens}|*|*"]["flow"]
        for resource, amount in by_resource.items():
            bands = [w for w, r in zip(net["w"], net["r"], strict=True) if r == resource]
            assert sum(bands) == amount


@pytest.mark.parametrize("key", [*WIDEST, "person|students|*", "person|*|2019", "CNY|*|2020"])
@pytest.mark.parametrize("level", ["party", "province"])
def test_ranks_are_those_of_rank_table(
    key: str, level: Any, ledger: aidnet.Ledger, data: dict[str, Any]
) -> None:
    net = ledger.network(**options_of(key), level=level)
    known = list(zip(net.node_table["kind"], net.node_table["id"], strict=True))
    for (side, mode), measures in MEASURES.items():
        shown = data["states"][key]["ranks"][level][side]
        assert shown["omitted"] == {}
        table = rank_table(net, measures, mode=mode, draws=DRAWS)  # type: ignore[arg-type]
        rows = [known.index(node) for node in ids_of(data, shown)]
        for name in measures:
            for column, of in (("score", "score"), ("rank", "rank"), ("low", "rank_low"),
                               ("high", "rank_high")):  # fmt: skip
                expected = table[name, of].to_numpy(float)[rows].tolist()
                assert shown["measures"][name][column] == expected, (side, name, column)
        ends = net.edges["source" if side == "donors" else "target"]
        assert shown["count"] == ends.nunique()
        assert len(rows) == min(50, shown["count"])
        assert shown["measures"]["strength"]["rank"] == sorted(
            shown["measures"]["strength"]["rank"]
        )


@pytest.mark.parametrize("level", ["party", "province"])
def test_who_stands_between_both_receives_and_gives(
    level: Any, ledger: aidnet.Ledger, data: dict[str, Any]
) -> None:
    net = ledger.network(weight="count", level=level)
    edges = net.edges[net.edges["source"] != net.edges["target"]]
    both = set(edges["source"]) & set(edges["target"])
    shown = data["states"]["count|*|*"]["ranks"][level]["between"]
    assert both
    assert {own for _, own in ids_of(data, shown)} == set(net.node_table.loc[list(both), "id"])
    own = dict(zip(net.node_table["id"], net.nodes, strict=True))
    scores = aidnet.betweenness(net)
    given, received = (aidnet.strength(net, mode=mode) for mode in ("out", "in"))  # type: ignore[arg-type]
    for k, (_, node) in enumerate(ids_of(data, shown)):
        of = {name: shown["measures"][name]["score"][k] for name in ("betweenness", "in", "out")}
        assert of["betweenness"] == scores[own[node]]
        assert (of["in"], of["out"]) == (received[own[node]], given[own[node]])


@pytest.mark.parametrize("key", [*WIDEST, "person|*|2019"])
@pytest.mark.parametrize("level", ["party", "province"])
def test_concentration_follows_from_the_edges(
    key: str, level: Any, ledger: aidnet.Ledger, data: dict[str, Any]
) -> None:
    net = ledger.network(**options_of(key), level=level)
    own = dict(zip(net.nodes, net.node_table["id"], strict=True))
    for side, end, other in (
        ("donors", "source", "target"), ("recipients", "target", "source"),
    ):  # fmt: skip
        shown = data["states"][key]["concentration"][level][side]
        assert shown["amount"] == sorted(shown["amount"], reverse=True)
        by_node = {own[node]: part for node, part in net.edges.groupby(end)}
        assert shown["count"] == len(by_node)
        for k, n in enumerate(shown["n"]):
            edges = by_node[data["nodes"][n]["id"]]
            given = edges[edges["weight"] > 0]
            total = given["weight"].sum()
            assert shown["amount"][k] == total
            assert shown["partners"][k] == len(given)
            assert shown["unstated"][k] == len(edges) - len(given)
            if not total:
                assert [shown[name][k] for name in ("largest", "share", "hhi", "effective")] == [
                    None, None, None, None,
                ]  # fmt: skip
                continue
            shares = given["weight"] / total
            assert shown["share"][k] == pytest.approx(shares.max(), rel=1e-12)
            assert shown["hhi"][k] == pytest.approx((shares**2).sum(), rel=1e-12)
            assert shown["effective"][k] == pytest.approx(1 / (shares**2).sum(), rel=1e-12)
            largest = set(given.loc[given["weight"] == given["weight"].max(), other].map(own))
            assert data["nodes"][shown["largest"][k]]["id"] in largest


@pytest.mark.parametrize("level", ["party", "province"])
def test_sums_of_nodes_are_those_of_the_network(
    level: Any, ledger: aidnet.Ledger, data: dict[str, Any]
) -> None:
    for key, state in data["states"].items():
        net = ledger.network(**options_of(key), level=level)
        shown, rows = state[level], net.statements()
        assert len(shown["n"]) == len(net)
        label = dict(zip(net.node_table["id"], net.nodes, strict=True))
        own = [label[node] for _, node in ids_of(data, shown)]
        for end, side in (("source_node", "out"), ("target_node", "in")):
            strength = aidnet.strength(net, mode=side)  # type: ignore[arg-type]
            flows = rows.index.to_series().groupby(rows[end].to_numpy()).nunique()
            given = rows["amount"].notna().groupby(rows[end].to_numpy()).any()
            assert shown[f"g{side}"] == [int(flows.get(node, 0)) for node in own]
            counts = key.startswith("count")
            assert shown[side] == [
                strength[node] if counts or given.get(node, True) else None for node in own
            ]


def test_each_figure_of_a_summary_has_its_statements(
    ledger: aidnet.Ledger, data: dict[str, Any]
) -> None:
    for key, state in data["states"].items():
        summary = state["summary"]
        told = ledger.network(**options_of(key)).describe()
        assert summary["used"] == told["used"]
        if not key.startswith("count"):
            assert summary["missing"] == told["missing"]
            assert summary["unbounded"] == told["unbounded"]
        for name, cell in summary["behind"].items():
            assert cell["count"] == len(set(cell["flows"])) == summary[name], (key, name)
        undated = summary["behind"]["undated"]["flows"]
        assert {(data["flows"]["start"][k], data["flows"]["end"][k]) for k in undated} <= {("", "")}
    assert any(state["summary"]["unbounded"] for state in data["states"].values())


def test_positions_lie_within_the_area_and_apart(data: dict[str, Any]) -> None:
    for state in data["states"].values():
        places = list(zip(state["party"]["x"], state["party"]["y"], strict=True))
        assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places)
        assert len(set(places)) == len(places) == len(state["party"]["n"])

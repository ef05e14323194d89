"""The way back from a network to the statements of its ledger."""

from __future__ import annotations

import pickle
from typing import Any

import numpy as np
import pandas as pd
import pytest

import aidnet
from support.ledgers import fates_of, ledger_of

CONTRIBUTION = ["amount", "amount_lower", "amount_upper", "remainder"]


@pytest.fixture(scope="module")
def east_west() -> aidnet.Ledger:
    return aidnet.datasets.load_east_west()


@pytest.fixture
def small() -> aidnet.LedgerNetwork:
    ledger = ledger_of(
        "flow donor recipient value unit part_of qualifier; t a b 10 CNY . exact;"
        "p a b 3 CNY t over; q a c . CNY t .; r b c 5.5 CNY . .; s a b 7 item . exact"
    )
    return ledger.network(unit="CNY")


def test_the_flows_of_an_edge(small: aidnet.LedgerNetwork) -> None:
    rows = small.flows_of("a", "b")
    assert rows.index.tolist() == ["t", "p"]
    assert rows.index.name == "flow"
    assert list(rows.columns[:4]) == CONTRIBUTION
    assert list(rows.columns[4:]) == list(small.ledger.flows.columns[1:])
    # The part is 3 or more of the 10, so that 7 are left, or as little as nothing.
    assert rows["amount"].tolist() == [7.0, 3.0]
    assert rows["amount_lower"].tolist() == [0.0, 3.0]
    assert rows["amount_upper"].tolist() == [7.0, np.inf]
    assert rows["remainder"].tolist() == [True, False]
    assert rows["value"].tolist() == [10.0, 3.0]
    assert rows["part_of"].tolist()[1] == "t"
    missing = small.flows_of("a", "c")
    assert missing[CONTRIBUTION[:3]].isna().all(axis=None)
    assert small.weight("a", "c") == 0.0


def test_ends_without_an_edge(small: aidnet.LedgerNetwork) -> None:
    none = small.flows_of("c", "a")
    assert none.empty
    assert list(none.columns) == list(small.flows_of("a", "b").columns)
    with pytest.raises(aidnet.UnknownNodeError, match="no node 'z'"):
        small.flows_of("a", "z")


def test_all_statements(small: aidnet.LedgerNetwork) -> None:
    rows = small.statements()
    assert list(rows.columns[:6]) == ["source_node", "target_node", *CONTRIBUTION]
    ends = zip(rows.index, rows["source_node"], rows["target_node"], strict=True)
    assert list(ends) == [("t", "a", "b"), ("p", "a", "b"), ("q", "a", "c"), ("r", "b", "c")]
    assert ledger_of("donor recipient").network().statements().empty


def test_changing_a_report_changes_nothing(small: aidnet.LedgerNetwork) -> None:
    for make in (lambda: small.flows_of("a", "b"), small.statements, lambda: small.node_table):
        before = make()
        changed = make()
        for name in changed.columns:
            changed[name] = changed[name].to_numpy()[::-1]
        pd.testing.assert_frame_equal(make(), before)


NETWORKS: list[dict[str, Any]] = [
    {"level": level, "unit": unit, "orientation": orientation, "groups": groups}
    for level in ("party", "institution", "prefecture", "province", "side", ("programme", "party"))
    for unit in ("CNY", "person", "item", "m2")
    for orientation, groups in (("help", "group"), ("movement", "equal"))
]


@pytest.mark.parametrize("options", NETWORKS, ids=str)
def test_statements_make_up_the_weights(east_west: aidnet.Ledger, options: dict[str, Any]) -> None:
    net = east_west.network(**options)
    assert net.edge_count > 0
    rows = net.statements()
    sums = rows.groupby(["source_node", "target_node"], sort=False)[CONTRIBUTION[:3]].sum()
    edges = net.edges
    assert sums.index.tolist() == list(zip(edges["source"], edges["target"], strict=True))
    bounds = edges[["weight", "lower", "upper"]].to_numpy()
    np.testing.assert_allclose(sums.to_numpy(), bounds, rtol=1e-12)
    for source, target, weight in net.edges[["source", "target", "weight"]].itertuples(index=False):
        flows = net.flows_of(source, target)
        assert len(flows) > 0
        assert flows["amount"].sum() == pytest.approx(weight, rel=1e-12)
    used = net.fates[net.fates.isin(["used", "used_remainder"])].index
    assert set(rows.index) == set(used)
    remainders = rows.index[rows["remainder"]]
    assert set(remainders) == set(net.fates[net.fates == "used_remainder"].index)


@pytest.mark.parametrize("options", NETWORKS, ids=str)
def test_every_flow_has_one_fate(east_west: aidnet.Ledger, options: dict[str, Any]) -> None:
    net = east_west.network(**options)
    fates, described = net.fates, net.describe()
    assert fates.index.tolist() == east_west.flows["flow"].tolist()
    assert fates.index.name == "flow"
    assert fates.name == "fate"
    assert not fates.isna().any()
    counted = fates.value_counts()
    assert counted[counted > 0].to_dict() == described["fates"]
    assert sum(described["fates"].values()) == described["flows"] == len(east_west)
    assert fates.isin(["used", "used_remainder"]).sum() == described["used"]


def test_fates_are_told_in_one_vocabulary(small: aidnet.LedgerNetwork) -> None:
    assert fates_of(small) == ["used_remainder", "used", "used", "used", "other_unit"]
    assert len(small.fates.cat.categories) == 19
    assert {"superseded", "same_as", "aggregate", "undated"} <= set(small.fates.cat.categories)


def test_who_the_nodes_are() -> None:
    ledger = aidnet.Ledger.from_frames(
        {"donor": ["ningbo", "un", "zj"], "recipient": ["yanbian"] * 3, "value": [1, 2, 4],
         "programme": ["ew", None, "ew"]},
        parties={"party": ["ningbo", "yanbian", "zj", "un"], "place": ["nb", "yb", "zj", None],
                 "name_zh": ["宁波市", "延边州", "浙江省", None]},
        places={"place": ["zj", "nb", "jl", "yb"], "parent": [None, "zj", None, "jl"],
                "level": ["province", "prefecture"] * 2, "side": ["east", None, "west", None],
                "name_zh": ["浙江", "宁波", "吉林", "延边"],
                "name_en": [None, "Ningbo", None, None]},
        programmes={"programme": ["ew"], "name_en": ["East-West"]},
    )  # fmt: skip
    columns = ["kind", "id", "name_zh", "name_en", "above_level", "without_place"]

    def table(level: Any) -> dict[str, list[Any]]:
        nodes = ledger.network(level=level).node_table
        assert list(nodes.columns) == columns
        assert nodes.index.name == "node"
        assert nodes.dtypes[["above_level", "without_place"]].tolist() == [bool, bool]
        return nodes.astype(object).where(nodes.notna(), None).T.to_dict("list")

    assert table("party")["ningbo"] == ["party", "ningbo", "宁波市", None, False, False]
    assert table("prefecture") == {
        "nb": ["place", "nb", "宁波", "Ningbo", False, False],
        "yb": ["place", "yb", "延边", None, False, False],
        "un": ["party", "un", None, None, False, True],
        "zj": ["party", "zj", "浙江省", None, True, False],
    }
    assert table("side")["east"] == ["side", "east", None, None, False, False]
    assert table("programme")["ew"] == ["programme", "ew", None, "East-West", False, False]
    # The province and the party of that id are two nodes; the id is what the ledger calls them.
    both = ledger.network(level=("party", "province"), nodes="all").node_table
    assert both.loc["zj", "kind"] == "place"
    assert both.loc["zj (party)", ["kind", "id"]].tolist() == ["party", "zj"]


def test_nodes_by_their_names() -> None:
    """Two villages of one name keep apart; who has no name keeps the id; all else is the same."""
    ledger = aidnet.Ledger.from_frames(
        {"donor": ["nb", "un"], "recipient": ["v1", "v2"], "value": [1, 2]},
        parties={"party": ["nb", "v1", "v2"], "name_zh": ["宁波", "新村", "新村"]},
    )
    net = ledger.network()
    named = net.with_names("zh")
    assert list(named.nodes) == ["宁波", "新村 (v1)", "un", "新村 (v2)"]
    assert list(net.with_names("en").nodes) == list(net.nodes)
    assert named.flows_of("宁波", "新村 (v1)").equals(net.flows_of("nb", "v1"))
    assert named.node_table["id"].tolist() == list(net.nodes)
    assert named.describe() == net.describe()
    assert pickle.loads(pickle.dumps(named)) == named  # noqa: S301
    with pytest.raises(aidnet.ValidationError, match=r"language is 'fr'; .*'en', 'zh'"):
        net.with_names("fr")  # type: ignore[arg-type]


def test_measures_run_on_it(east_west: aidnet.Ledger) -> None:
    net = east_west.network(unit="person")
    edges = net.edges
    plain = aidnet.from_edges(edges["source"], edges["target"], edges["weight"], nodes=net.nodes)
    assert aidnet.Network(net.graph, net.nodes) == plain
    for measure in (aidnet.pagerank, aidnet.strength, aidnet.betweenness, aidnet.hhi):
        pd.testing.assert_series_equal(measure(net), measure(plain))
    assert aidnet.reciprocity(net) == aidnet.reciprocity(plain)
    assert net.reverse().total_weight == net.total_weight
    by_side = net.quotient(dict.fromkeys(net.nodes, "all"))
    assert by_side.total_weight == pytest.approx(net.total_weight)


def test_flows_are_found_by_any_name_of_a_node() -> None:
    ledger = aidnet.datasets.load_east_west()
    net = ledger.network(unit="CNY")
    wanted = net.flows_of("ningbo", "qianxinan")
    assert len(wanted) == 1
    for source, target in (("宁波", "黔西南州"), ("Ningbo", "黔西南"), ("寧波市", "qianxinan")):
        assert net.flows_of(source, target).equals(wanted)
    by_place = ledger.network(unit="CNY", level="prefecture")
    assert by_place.weight("宁波", "黔西南州") == net.weight("ningbo", "qianxinan")
    both = ledger.network(weight="count", nodes="all")
    with pytest.raises(aidnet.AmbiguousNameError, match="dalian_zhongshan"):
        both.flows_of("中山", "shuicheng")
    with pytest.raises(aidnet.UnknownNodeError, match="nowhere"):
        net.flows_of("nowhere", "qianxinan")
    assert "宁波" not in net  # a label is a label


def test_networkx_gets_bounds_and_names() -> None:
    net = aidnet.datasets.load_east_west().network(unit="CNY")
    graph = net.to_networkx()
    edges = net.edges.set_index(["source", "target"])
    for source, target, data in graph.edges(data=True):
        row = edges.loc[(source, target)]
        assert (data["weight"], data["lower"], data["upper"]) == (
            row["weight"],
            row["lower"],
            row["upper"],
        )
    assert graph.nodes["ningbo"]["name_zh"] == "宁波市"
    assert graph.nodes["ningbo"]["kind"] == "party"

"""Networks that other programs read back: the same names, weights and attributes."""

from __future__ import annotations

import doctest
import html
import json
import math
from typing import TYPE_CHECKING, Any

import networkx as nx
import pandas as pd
import pytest

import aidnet
from aidnet import export

if TYPE_CHECKING:
    from pathlib import Path

NASTY = [
    "=1+1", "+86 10", "-5", "@SUM(A1)", '=HYPERLINK("http://x","y")', "<b>bold</b>",
    "Tom & Jerry; \"quoted\", 'single'", "line\nfeed", "carriage\rreturn", "both\r\nof them",
    "\ttab", " spaces ", "007", "NA", "nan", "True", "贵州省 ＆ 大连", "𠮷野家", "a\u2028b",
    "]]> &amp; <!-- -->", "\\n %s {x} $y", "e\u0301 é",
]  # fmt: skip
AMOUNTS = [0.1, 1 / 3, 1e15 + 1, 2598000.0, 14978.06]


def nasty_network() -> aidnet.LedgerNetwork:
    """A ring of parties with nasty names; bounds exact, wider, unbounded and missing by turns."""
    ids = [f"p{k}" for k in range(len(NASTY))]
    kinds = [("exact", 0, 0), ("over", 0, 5), ("at_least", 0, None), ("unknown", None, None)]
    rows = []
    for k, donor in enumerate(ids):
        qualifier, below, above = kinds[k % 4]
        value = None if below is None else 100.25 * (k + 1)
        rows.append(
            {
                "flow": f"f {k};",
                "donor": donor,
                "recipient": ids[(k + 1) % len(ids)],
                "value": value,
                "lower": value,
                "upper": None if above is None or value is None else value + above,
                "qualifier": qualifier,
                "unit": "CNY",
            }
        )
    rows.append({**rows[0], "flow": "second", "value": 1.0, "lower": 1.0, "upper": 1.0})
    parties = {"party": ids, "name_en": NASTY, "kind": ["school"] * len(ids)}
    ledger = aidnet.Ledger.from_frames(pd.DataFrame(rows), parties=parties)
    return ledger.network(unit="CNY", nodes="all").with_names("en")


NET = nasty_network()


def edge_facts() -> dict[tuple[str, str], dict[str, Any]]:
    """What each edge has, straight from the API."""
    facts = {}
    for edge in NET.edges.itertuples():
        behind = NET.flows_of(edge.source, edge.target)
        facts[edge.source, edge.target] = {
            "weight": edge.weight,
            "lower": edge.lower,
            "upper": edge.upper,
            "unbounded": math.isinf(edge.upper),
            "flows": len(behind),
            "without_amount": int(behind["amount"].isna().sum()),
            "flow_ids": [str(flow) for flow in behind.index],
        }
    return facts


def node_facts() -> dict[str, dict[str, Any]]:
    table = NET.node_table
    return {
        label: {
            "ledger_id": row["id"], "kind": row["kind"], "name_en": row["name_en"],
            "above_level": row["above_level"], "without_place": row["without_place"],
        }
        for label, row in table.to_dict("index").items()
    }  # fmt: skip


def test_the_sample_has_all_kinds() -> None:
    assert sorted(NET.nodes) == sorted(NASTY)
    facts = list(edge_facts().values())
    assert sum(fact["unbounded"] for fact in facts) >= 5
    assert sum(fact["lower"] < fact["upper"] < math.inf for fact in facts) >= 5
    assert sum(fact["without_amount"] == 1 for fact in facts) >= 5
    assert facts[0]["flow_ids"] == ["f 0;", "second"]


def test_csv_reads_back(tmp_path: Path) -> None:
    export.write(NET, tmp_path / "edges.csv")
    texts = {"source": str, "target": str, "source_name_en": str, "target_name_en": str}
    read = pd.read_csv(tmp_path / "edges.csv", dtype=texts, keep_default_na=False)
    assert len(read) == NET.edge_count
    facts, nodes = edge_facts(), node_facts()
    for row in read.to_dict("records"):
        for name, fact in facts[row["source"], row["target"]].items():
            value = json.loads(row[name]) if name == "flow_ids" else row[name]
            assert value == fact, name
        for end in ("source", "target"):
            node = nodes[row[end]]
            assert row[f"{end}_ledger_id"] == node["ledger_id"]
            assert row[f"{end}_kind"] == node["kind"]
            assert row[f"{end}_name_en"] == row[end]
            assert row[f"{end}_name_zh"] == ""
    again = aidnet.from_edges(read["source"], read["target"], read["weight"], nodes=NET.nodes)
    assert again.graph.same_as(NET.graph)


@pytest.mark.parametrize("suffix", [".graphml", ".gexf", ".json"])
def test_graphs_read_back(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"net{suffix}"
    export.write(NET, file)
    if suffix == ".json":
        graph = nx.node_link_graph(json.loads(file.read_text("utf-8")), edges="edges")
    else:
        graph = nx.read_graphml(file) if suffix == ".graphml" else nx.read_gexf(file)
    assert isinstance(graph, nx.DiGraph)
    assert list(graph.nodes) == list(NET.nodes)
    for label, facts in node_facts().items():
        data = dict(graph.nodes[label])
        assert data.pop("label", label) == label  # GEXF has one more
        if suffix == ".json":
            assert data.pop("name_zh") is None
        assert data == facts
    assert len(graph.edges) == NET.edge_count
    for edge, facts in edge_facts().items():
        data = dict(graph.edges[edge])
        data.pop("id", None)  # GEXF numbers them
        if facts["unbounded"]:  # JSON has no infinity, and readers of XML differ on it
            assert (data.pop("upper") is None) if suffix == ".json" else "upper" not in data
            facts = {k: v for k, v in facts.items() if k != "upper"}  # noqa: PLW2901
        if suffix != ".json":
            data["flow_ids"] = json.loads(data["flow_ids"])
        assert data == facts
    back = aidnet.from_networkx(graph)
    assert list(back.nodes) == list(NET.nodes)
    assert back.weights.tolist() == NET.weights.tolist()


@pytest.mark.parametrize("suffix", [".csv", ".graphml", ".gexf", ".json"])
def test_the_same_network_gives_the_same_bytes(
    suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = export.content(NET, suffix)
    monkeypatch.setattr("time.strftime", lambda *_: "another day")
    assert export.content(NET, suffix) == first
    assert first.endswith(b"\n")
    assert b"\r\n" not in first.replace(b"both\r\nof them", b"")


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_files_say_what_they_are(suffix: str) -> None:
    money = aidnet.datasets.load_east_west().network(unit="CNY", level="province").with_names("zh")
    text = html.unescape(export.content(money, suffix).decode())
    assert money.ledger.title in text
    if suffix == ".graphml":
        assert "CC BY 4.0" in text
        assert '"level": "province"' in text
    told = json.loads(export.content(money, ".json"))["graph"]
    assert told["unit"] == "CNY"
    assert told["options"]["level"] == "province"


def test_suffixes_are_not_about_case(tmp_path: Path) -> None:
    export.write(NET, tmp_path / "NET.GraphML")
    assert nx.read_graphml(tmp_path / "NET.GraphML").number_of_nodes() == NET.node_count


def test_other_networks(tmp_path: Path) -> None:
    for directed in (True, False):
        net = aidnet.from_edges(["a", "b", "b"], ["b", "c", "b"], AMOUNTS[:3], directed=directed)
        for suffix, read in ((".graphml", nx.read_graphml), (".gexf", nx.read_gexf)):
            export.write(net, tmp_path / f"a{suffix}")
            graph = read(tmp_path / f"a{suffix}")
            assert graph.is_directed() == directed
            back = aidnet.from_networkx(graph)
            assert back.graph.same_as(net.graph)
        export.write(net, tmp_path / "a.json")
        graph = nx.node_link_graph(json.loads((tmp_path / "a.json").read_text()), edges="edges")
        assert aidnet.from_networkx(graph).graph.same_as(net.graph)
        export.write(net, tmp_path / "a.csv")
        table = pd.read_csv(tmp_path / "a.csv")
        assert table["weight"].tolist() == net.edges["weight"].tolist()
        assert list(table.columns) == ["source", "target", "weight"]


@pytest.mark.parametrize("suffix", [".csv", ".graphml", ".gexf", ".json"])
def test_an_empty_network(suffix: str, tmp_path: Path) -> None:
    ledger = aidnet.Ledger.from_frames({"donor": [], "recipient": [], "amount": []})
    export.write(ledger.network(), tmp_path / f"e{suffix}")
    export.write(aidnet.from_edges([], []), tmp_path / f"e{suffix}")
    if suffix == ".graphml":
        assert nx.read_graphml(tmp_path / "e.graphml").number_of_nodes() == 0


def test_formulas_are_listed_and_left() -> None:
    assert export.formulas(NET) == sorted(
        ["=1+1", "+86 10", "-5", "@SUM(A1)", '=HYPERLINK("http://x","y")', "\ttab"]
    )
    assert export.formulas(aidnet.datasets.load_east_west().network(unit="CNY")) == []


@pytest.mark.parametrize(
    ("labels", "suffix", "message"),
    [
        (["a\x01", "b"], ".graphml", r"has U\+0001, which XML cannot hold; write .json or .csv"),
        (["a\ufffe", "b"], ".gexf", r"U\+FFFE"),
        ([1, "1"], ".csv", "the labels 1 and '1' are one text in a file"),
        (["a", "b"], ".xlsx", "'.xlsx' names no format; a file that ends in .csv, .graphml"),
        (["a", "b"], "", "'' names no format"),
    ],
)
def test_what_cannot_be_written(
    labels: list[Any], suffix: str, message: str, tmp_path: Path
) -> None:
    net = aidnet.from_edges(labels[:1], labels[1:])
    with pytest.raises(aidnet.ValidationError, match=message):
        export.write(net, tmp_path / f"net{suffix}")
    assert list(tmp_path.iterdir()) == []


def test_lone_surrogates_are_no_characters() -> None:
    graph = aidnet.from_edges(["a"], ["b"]).graph
    net = aidnet.Network(graph, pd.Index(["a\ud800", "b"], dtype=object))
    for suffix in (".json", ".csv", ".gexf"):
        with pytest.raises(aidnet.ValidationError, match="lone surrogates"):
            export.content(net, suffix)


def test_control_characters_in_names_that_are_attributes() -> None:
    parties = {"party": ["a"], "name_zh": ["x\x01y"]}
    net = aidnet.Ledger.from_frames(
        {"donor": ["a"], "recipient": ["b"], "amount": [1]}, parties=parties
    ).network()
    with pytest.raises(aidnet.ValidationError, match=r"U\+0001"):
        export.content(net, ".graphml")
    assert json.loads(export.content(net, ".json"))["nodes"][0]["name_zh"] == "x\x01y"


def test_without_networkx(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "networkx", None)
    with pytest.raises(ImportError, match="pip install networkx"):
        export.content(NET, ".gexf")
    assert export.content(NET, ".json")


def test_examples() -> None:
    results = doctest.testmod(export)
    assert results.attempted >= 3
    assert results.failed == 0

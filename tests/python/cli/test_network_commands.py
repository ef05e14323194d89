"""`network`, `rank` and `flows` against the API and hand-worked ledgers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

import aidnet as api
from aidnet.ranking import rank_table
from support.ledgers import ledger_of

if TYPE_CHECKING:
    from pathlib import Path

EAST_WEST = api.datasets.load_east_west()


TWO_STATUSES = {"status": ["planned", "committed"]}


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ("", {}),
        ("--status planned,committed", TWO_STATUSES),
        ("--status planned --status committed", TWO_STATUSES),
        ("--status latest", {}),
        ("--period 2018", {"period": "2018"}),
        ("--period 2016:2020", {"period": ("2016", "2020")}),
        ("--period :2019", {"period": (None, "2019")}),
        ("--level province:party", {"level": ("province", "party")}),
        ("--resource students --resource staff", {"resource": ["students", "staff"]}),
        ("--groups key --key training:person", {"groups": "key", "key": ("training", "person")}),
        (
            "--groups key --key shanghai=2 --key ningbo=1",
            {"groups": "key", "key": {"shanghai": 2.0, "ningbo": 1.0}},
        ),
        ("--nodes all", {"nodes": "all"}),
        ("--nodes shanghai --nodes 大连", {"nodes": ["shanghai", "大连"]}),
        (
            "--place 贵州省 --missing drop --about 0.1",
            {"place": ["贵州省"], "missing": "drop", "about": 0.1},
        ),
        (
            "--weight count --orientation movement --side east",
            {"weight": "count", "orientation": "movement", "side": ["east"]},
        ),
    ],
)
def test_options_mean_what_they_mean_in_the_api(
    arguments: str, options: dict[str, Any], aidnet: Any
) -> None:
    net = EAST_WEST.network(unit="person", **options)
    person = ("network", "--unit", "person")
    document = aidnet(*person, *arguments.split(), "--language", "id", "--json").document
    edges = net.edges
    assert [(e["source"], e["target"], e["weight"], e["lower"]) for e in document["edges"]] == list(
        zip(edges["source"], edges["target"], edges["weight"], edges["lower"], strict=True)
    )
    upper = [e["upper"] if not e["upper_unbounded"] else float("inf") for e in document["edges"]]
    assert upper == edges["upper"].tolist()
    assert [node["node"] for node in document["nodes"]] == list(net.nodes)
    assert document["description"]["used"] == net.describe()["used"]


def test_the_page_of_a_network(aidnet: Any) -> None:
    net = EAST_WEST.network(unit="CNY", level="province").with_names("en")
    page = aidnet("network", "--unit", "CNY", "--level", "province", width=None).out
    assert page.startswith(str(net.describe()))
    lines = page.splitlines()
    assert any(
        " ".join(line.split())
        == "Guangdong Province Sichuan Province 1,000,000 1,000,000 unbounded 1"
        for line in lines
    )
    (missing,) = [line for line in lines if line.startswith("Kaijin")]
    assert missing.split()[-5:] == ["–", "no", "amount", "–", "1*"]
    counted = aidnet("network", "--weight", "count", "--limit", 0).out
    assert "*" not in counted
    assert "no amount" not in counted.partition("Largest edges")[2]


def test_totals_are_numbers(aidnet: Any) -> None:
    told = aidnet("network", "--unit", "CNY", "--json").document["description"]
    assert (told["total"], told["total_lower"]) == (30838000, 30838000)
    assert (told["total_upper"], told["total_upper_unbounded"]) == (None, True)
    area = aidnet("network", "--unit", "m2", "--json").document["description"]
    assert (area["total"], area["total_upper_unbounded"]) == (14978.06, False)


def test_export_by_suffix(tmp_path: Path, aidnet: Any) -> None:
    file = tmp_path / "money.graphml"
    done = aidnet("network", "--unit", "CNY", "--language", "zh", "-o", file)
    assert (done.code, done.out, done.err) == (0, "", "")
    graph = nx.read_graphml(file)
    assert graph["宁波市"]["黔西南布依族苗族自治州"]["weight"] == 2598000.0
    assert aidnet("network", "--unit", "CNY", "-o", tmp_path / "a.xyz").code == 2
    assert not (tmp_path / "a.xyz").exists()


def test_formulas_are_told_and_left(tmp_path: Path, aidnet: Any) -> None:
    ledger_of("donor recipient value; =1+1 b 3; @x b 1").write(tmp_path / "l")
    file = tmp_path / "edges.csv"
    done = aidnet("network", "-i", tmp_path / "l", "-o", file)
    assert done.code == 0
    assert "2 names in the file would be a formula in a spreadsheet ('=1+1')" in done.err
    assert '"=1+1"' in file.read_text()
    assert aidnet("network", "-i", tmp_path / "l", "-o", tmp_path / "e.json").err == ""


def test_ranks_are_those_of_the_table(aidnet: Any) -> None:
    options = ("--unit", "person", "--mode", "in", "--by", "strength,hhi,hubs")
    document = aidnet("rank", *options, "--draws", 20, "--seed", 3, "--json").document
    net = EAST_WEST.network(unit="person").with_names("en")
    table = rank_table(net, ["strength", "hhi", "hubs"], mode="in", draws=20, seed=3)
    assert document["settings"]["uncertain_edges"] == table.attrs["uncertain_edges"] == 8
    assert document["measures"] == {"strength": {"mode": "in"}, "hhi": {"mode": "in"}, "hubs": {}}
    assert [node["strength"]["rank"] for node in document["nodes"]] == sorted(
        table["strength", "rank"]
    )
    for node in document["nodes"]:
        for name in ("strength", "hhi", "hubs"):
            row = table.loc[node["node"], name]
            for value in ("score", "rank", "rank_low", "rank_high"):
                assert (node[name][value] is None) == bool(row.isna()[value])
                assert node[name][value] is None or node[name][value] == row[value]


# x is given 5 to 9, y 7, z 6 and w 6; nothing bounds what v is given.
UNCERTAIN = ledger_of(
    "donor recipient value lower upper qualifier unit;"
    "a x 5 5 9 over item; a y 7 7 7 exact item; a z 6 6 6 exact item; a w 6 6 6 exact item;"
    "a v 1 1 . at_least item; a u . . . unknown item"
)


def test_the_page_of_ranks(tmp_path: Path, aidnet: Any) -> None:
    UNCERTAIN.write(tmp_path / "l")
    rank = ("rank", "-i", tmp_path / "l", "--by", "strength", "--mode", "in")
    lines = aidnet(*rank, width=None).out.splitlines()
    ranks = {line.split()[0]: line.split()[1:] for line in lines[5:12]}
    # x is first where it is drawn above 7, second below, and fourth below 6: for sure 1 to 4.
    assert ranks["x"] == ["5", "4", "(1-4)"]
    assert ranks["y"] == ["7", "1", "(1-2)"]
    assert ranks["z"] == ["6", "2=", "(2-3)"]
    assert ranks["v"] == ["1", "5"]
    assert ranks["u"] == ranks["a"] == ["0", "6="]
    notes = " ".join(lines[12:])
    assert "95% of 200 draws of 1 uncertain edge" in notes
    assert "nothing bounds it above: 1 edge." in notes
    assert "in no sum: 1 flow." in notes
    assert "outside" not in notes
    certain = aidnet("rank", "--unit", "CNY", "--status", "planned", width=None).out
    assert "No edge has two bounds that differ" in certain


def test_scores_give_way_to_ranks(aidnet: Any) -> None:
    rank = ("rank", "--unit", "person", "--by", "strength,pagerank,degree,hhi,betweenness")
    wide, narrow = aidnet(*rank, width=120).out, aidnet(*rank, width=80).out
    assert wide.count("rank  ") > narrow.count("rank  ")
    assert "The scores of the other measures do not fit" in narrow
    assert "do not fit" not in wide


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("--by foo", "'foo' is no measure; ranks can be by degree, strength"),
        ("--by reciprocity", "'reciprocity' gives no score a node"),
        ("--by ,", "no measure to rank by"),
        ("--by katz --set katz.alpa=1", "katz has no such option; it has alpha, beta"),
        ("--by katz --set katz.alpha=x", "alpha is a float"),
        ("--by katz --set hhi.mode=in", "hhi is not among --by katz"),
        ("--by katz --set alpha", "MEASURE.OPTION=VALUE was expected"),
        ("--by hhi --set hhi.normalized=perhaps", "normalized is a bool"),
        ("--share 1", "0<x<1"),
        ("--draws 0", "x>=1"),
    ],
)
def test_wrong_rankings(arguments: str, says: str, aidnet: Any) -> None:
    done = aidnet("rank", "--unit", "CNY", *arguments.split(), width=200)
    assert (done.code, done.out) == (2, "")
    assert says in done.err


def test_options_of_measures(aidnet: Any) -> None:
    rank = ("rank", "--unit", "CNY", "--language", "id", "--json", "--by")
    settings = ["--set", "katz.alpha=1e-9", "--set", "katz.normalized=false"]
    document = aidnet(*rank, "strength,katz", *settings).document
    katz = api.katz(EAST_WEST.network(unit="CNY"), alpha=1e-9, normalized=False)
    assert {node["node"]: node["katz"]["score"] for node in document["nodes"]} == katz.to_dict()
    settings = ["--set", "betweenness.length=reciprocal"]
    assert aidnet(*rank, "betweenness", *settings).document["measures"] == {
        "betweenness": {"length": "reciprocal"}
    }


def test_statements_of_a_party(aidnet: Any) -> None:
    document = aidnet("flows", "大連", "--json").document["statements"]
    flows = EAST_WEST.flows
    for side, end in (("given", "donor"), ("received", "recipient")):
        wanted = flows[flows[end] == "dalian"]
        assert [row["flow"] for row in document[side]] == wanted["flow"].tolist()
        assert [row["note"] for row in document[side]] == [
            note if isinstance(note, str) else None for note in wanted["note"]
        ]
    page = aidnet("flows", "大連", "--limit", 0, width=None).out
    assert "Given by Dalian: 46 statements" in page
    assert "“325万元” · s002 [2242, 2250) · stated · value of the 11 machines" in page
    assert "As a member of a group, in 1 more statement: joint_liaoning_dalian_zhongshan." in page


def test_statements_between_two(aidnet: Any) -> None:
    rows = aidnet("flows", "顺德", "凉山", "--json").document["statements"]["between"]
    assert [row["flow"] for row in rows] == [f"ew_001_{n}" for n in (105, 106, 107, 108)]
    assert (rows[0]["upper"], rows[0]["upper_unbounded"]) == (None, True)  # 超過100萬元
    assert rows[2]["upper"] == 300 and not rows[2]["upper_unbounded"]  # noqa: PT018
    page = aidnet("flows", "顺德", "凉山").out
    for text in ("≥ 1,000,000 CNY", "200 (200-300) person_time", "10 person", "travels reverse"):
        assert text in page
    back = aidnet("flows", "凉山", "顺德").out
    assert "0 statements\nThe other way: 4 statements." in back


def test_statements_behind_an_edge(aidnet: Any) -> None:
    options = ("--unit", "CNY", "--level", "province")
    rows = aidnet("flows", "辽宁省", "Guizhou Province", *options, "--json").document
    net = EAST_WEST.network(unit="CNY", level="province").with_names("en")
    wanted = net.flows_of("Liaoning Province", "Guizhou Province")
    assert {row["flow"]: row["amount"] for row in rows["statements"]["between"]} == {
        str(flow): None if amount != amount else amount  # noqa: PLR0124
        for flow, amount in wanted["amount"].items()
    }
    page = aidnet("flows", "辽宁省", "Guizhou Province", *options, "--limit", 1, width=None).out
    assert "3,250,000 CNY" in page  # the largest first
    assert "Dalian to Equipment-manufacturing skills training centre" in page
    behind = aidnet("flows", "贵州省", *options, "--json").document["statements"]
    into = net.statements()
    into = into[into["target_node"] == "Guizhou Province"]
    assert sorted(row["flow"] for row in behind["received"]) == sorted(into.index)
    assert behind["given"] == []


def test_a_joint_gift_that_is_split_tells_the_share(tmp_path: Path, aidnet: Any) -> None:
    ledger_of(
        "flow donor recipient value unit; f g x 10 item", groups="group member; g a; g b"
    ).write(tmp_path / "l")
    flows = ("flows", "a", "-i", tmp_path / "l")
    assert "5 item" in aidnet(*flows, "--groups", "equal").out
    assert "As a member of a group, in 1 more statement: g." in aidnet(*flows).out


def test_names_that_are_no_node(aidnet: Any) -> None:
    no_node = aidnet("flows", "辽宁省", "--unit", "CNY")
    assert no_node.code == 2
    assert "no node of this network" in no_node.err
    both = aidnet("flows", "中山", "--weight", "count", "--nodes", "all")
    assert both.code == 2
    assert "dalian_zhongshan: Zhongshan District, Dalian" in both.err
    assert aidnet("flows", "xyzzy", "--unit", "CNY").code == 2

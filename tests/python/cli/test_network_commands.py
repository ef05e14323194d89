"""`network`, `rank` and `flows` against the API and hand-worked ledgers."""

from __future__ import annotations

import shlex
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
    ranks = [node["strength"]["rank"] for node in document["nodes"]]
    known = sorted(table["strength", "rank"].dropna())
    assert ranks == known + [None] * (len(net) - len(known))  # who receives nothing comes last
    assert len(known) == net.edges["target"].nunique() < len(net)
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
    assert lines[2] == "6 recipients, strength in item"
    ranks = {line.split()[0]: line.split()[1:] for line in lines[5:11]}
    # x is first where it is drawn above 7, second below, and fourth below 6: for sure 1 to 4.
    assert ranks["x"] == ["5", "4", "(1-4)"]
    assert ranks["y"] == ["7", "1", "(1-2)"]
    assert ranks["z"] == ["6", "2=", "(2-3)"]
    assert ranks["v"] == ["1", "5"]
    assert ranks["u"] == ["0", "6"]  # it receives, but how much is not stated
    assert "a" not in ranks
    notes = " ".join(lines[11:])
    assert "Not in the table: 1 that receive nothing." in notes
    assert "95% of 200 draws of 1 uncertain edge" in notes
    assert "nothing bounds it above: 1 edge." in notes
    assert "in no sum: 1 flow." in notes
    assert "outside" not in notes
    certain = aidnet("rank", "--unit", "CNY", "--status", "planned", width=None).out
    assert "No edge has two bounds that differ" in certain


def test_only_who_gives_is_a_donor(tmp_path: Path, aidnet: Any) -> None:
    UNCERTAIN.write(tmp_path / "l")
    rank = ("rank", "-i", tmp_path / "l", "--mode", "out")
    page = aidnet(*rank, "--by", "strength,hubs,betweenness", "--limit", 0, width=None).out
    assert "\n1 donor, strength in item\n" in page
    first, below = page.splitlines()[5:7]
    assert (first.split()[0], below) == ("a", "")
    assert "Not in the table: 6 that give nothing." in page
    # Betweenness has no side: it ranks all, and nobody is left out.
    page = aidnet(*rank, "--by", "betweenness", width=None).out
    assert "\n7 nodes\n" in page
    assert "Not in the table" not in page
    page = aidnet("rank", "-i", tmp_path / "l", width=None).out
    assert "\n7 nodes, strength in item\n" in page
    assert "Not in the table" not in page


def test_gifts_to_oneself_are_told(tmp_path: Path, aidnet: Any) -> None:
    # a gives itself 4 and b 1; c gives itself an amount that is not stated.
    flows = "donor recipient value unit; a a 4 item; a b 1 item; c c . item"
    ledger_of(flows).write(tmp_path / "l")
    rank = ("rank", "-i", tmp_path / "l", "--by")
    one = (
        "1 node gives to itself; such an amount counts twice in degree and strength, "
        "unless --mode in or out is given."
    )
    page = aidnet(*rank, "degree,strength", width=None).out
    assert one in page
    assert ["a", "3", "1", "9", "1"] in [line.split() for line in page.splitlines()]
    assert one in aidnet(*rank, "degree,strength", "--mode", "all", width=None).out
    assert one.replace("degree and ", "") in aidnet(*rank, "strength,hhi", width=None).out
    for sides in (("strength", "--mode", "in"), ("strength", "--mode", "out"), ("hhi",),
                  ("strength", "--set", "strength.mode=net")):  # fmt: skip
        assert "itself" not in aidnet(*rank, *sides, width=None).out
    ledger_of(flows + "; b b 2 item").write(tmp_path / "two")
    page = aidnet("rank", "-i", tmp_path / "two", width=None).out
    assert "2 nodes give to themselves; such an amount counts twice in strength," in page
    ledger_of("donor recipient value; a b 1").write(tmp_path / "none")
    assert "itself" not in aidnet("rank", "-i", tmp_path / "none", width=None).out


def test_groups_are_a_field_of_nodes(aidnet: Any) -> None:
    chosen = ("--unit", "CNY", "--level", "province", "--by", "within_module_degree", "--json")
    kinds = ("--set", "within_module_degree.groups=kind", "--draws", "1", "--limit", "0")
    document = aidnet("rank", *chosen, *kinds).document
    net = EAST_WEST.network(unit="CNY", level="province").with_names("en")
    expected = api.within_module_degree(net, groups=net.node_table["kind"]).dropna()
    found = {row["node"]: row["within_module_degree"]["score"] for row in document["nodes"]}
    assert {node: found[node] for node in expected.index} == pytest.approx(expected.to_dict())
    assert document["settings"]["undefined_draws"] == {"within_module_degree": 0}


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
        ("--by within_module_degree", "needs --set within_module_degree.groups=FIELD"),
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
    group = "Liaoning, Dalian and Zhongshan District (joint)"
    assert f"As a member of a group, in 1 more statement: {group}." in page


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


# e is a member of g, and g of h; k of l. Statements: 1 e to x (direct), 2 g to x, 3 h to l, 4 h to
# y, 5 z to l, 6 l to g, 7 z to y.
NESTED = ledger_of(
    "flow donor recipient; 1 e x; 2 g x; 3 h l; 4 h y; 5 z l; 6 l g; 7 z y",
    parties="party name_en name_zh; e E 戊; g Gs 己; h Hs 庚; k K 癸; l Ls 壬; x X 甲; y Y 乙;"
    "z Z 丙",
    groups="group member; g e; h g; l k",
)
ONE_MORE = "As a member of a group, in 1 more statement: {}."


@pytest.mark.parametrize(
    ("flows", "title", "notes"),
    [
        # Of what Hs gives, only what reaches X, or a group of X, lies between the two.
        ("e x --language en", "E to X: 1 statement", [ONE_MORE.format("Gs")]),
        ("e x --language zh", "戊 → 甲: 1 statement", [ONE_MORE.format("己")]),
        ("e x --language id", "e to x: 1 statement", [ONE_MORE.format("g")]),
        # Both by a group, the donor by one of a group; and one statement the other way.
        (
            "e k", "E to K: 0 statements",
            [ONE_MORE.format("Hs; Ls"),
             "The other way, as a member of a group, in 1 more statement: Gs; Ls."],
        ),
        ("z x", "Z to X: 0 statements", []),
        ("k y", "K to Y: 0 statements", []),
        ("z k", "Z to K: 0 statements", [ONE_MORE.format("Ls")]),
    ],
)  # fmt: skip
def test_groups_of_a_pair_are_those_between_the_two(
    flows: str, title: str, notes: list[str], tmp_path: Path, aidnet: Any
) -> None:
    NESTED.write(tmp_path / "l")
    lines = aidnet("flows", *flows.split(), "-i", tmp_path / "l", width=None).out.splitlines()
    assert lines[0] == title
    assert [line for line in lines if "member of a group" in line] == notes


def test_groups_of_groups_of_one_party(tmp_path: Path, aidnet: Any) -> None:
    NESTED.write(tmp_path / "l")
    page = aidnet("flows", "e", "-i", tmp_path / "l", width=None).out
    assert "As a member of a group, in 4 more statements: Gs; Hs." in page  # 2, 3, 4 and 6


def test_two_places_without_a_statement(aidnet: Any) -> None:
    """What it hints at is a command that tells as many statements as it says."""
    net = EAST_WEST.network(level="province", weight="count")
    between = len(net.flows_of("cn_210000", "cn_520000"))
    assert between > 0
    hint = "Between everyone in these places, {} statements: ask for {} with {} --weight count"
    for names, asked in (
        (("辽宁", "贵州"), "辽宁 贵州"),
        (("Liaoning Province", "贵州"), "'Liaoning Province' 贵州"),
    ):
        page = aidnet("flows", *names, width=None).out
        assert page.splitlines() == [
            "Liaoning Province to Guizhou Province: 0 statements",
            hint.format(between, asked, "--level province"),
        ]
        again = ("flows", *shlex.split(asked), "--level", "province", "--weight", "count")
        page = aidnet(*again, width=None).out
        assert page.startswith(f"Liaoning Province to Guizhou Province: {between} statements\n")
    page = aidnet("flows", "辽宁", "贵州", "--language", "zh", width=None).out
    assert page.startswith("辽宁省 → 贵州省: 0 statements\n")
    # The two ends can be places of different levels.
    mixed = EAST_WEST.network(level=("province", "prefecture"), weight="count")
    between = len(mixed.flows_of("cn_210000", "cn_520200"))
    page = aidnet("flows", "辽宁", "六盘水", width=None).out
    assert hint.format(between, "辽宁 六盘水", "--level province:prefecture") in page


def test_places_that_are_not_called_by_what_was_typed(tmp_path: Path, aidnet: Any) -> None:
    ledger_of(
        "donor recipient; s t; s t; t s",
        parties="party name_en place; p1 Aland q1; p2 Bland q2; s S q1; t T q2",
        places="place name_en level; q1 Aland province; q2 Bland county",
    ).write(tmp_path / "l")
    flows = ("flows", "-i", tmp_path / "l")
    page = aidnet(*flows, "p1", "p2", width=None).out
    levels = ("--level", "province:county", "--weight", "count")
    assert f"2 statements: ask for q1 q2 with {' '.join(levels)}" in page
    assert "Aland to Bland: 2 statements" in aidnet(*flows, "q1", "q2", *levels, width=None).out
    # A party that is no place stays itself; from it to a place of many.
    page = aidnet(*flows, "s", "p2", width=None).out
    assert "2 statements: ask for s q2 with --level party:county --weight count" in page


def test_places_in_a_circle_take_no_answer_away(tmp_path: Path, aidnet: Any) -> None:
    ledger = ledger_of(
        "donor recipient; s t",
        parties="party name_en place; p1 Aland q1; p2 Bland q2; s S q1; t T q2",
        places="place name_en level parent; q1 Aland county q2; q2 Bland county q1",
    )
    with pytest.raises(api.ValidationError):
        ledger.network(level="province", weight="count")
    ledger.write(tmp_path / "l")
    done = aidnet("flows", "p1", "p2", "-i", tmp_path / "l", width=None)
    assert (done.code, done.out) == (0, "Aland to Bland: 0 statements\n")


def test_no_hint_where_nothing_would_be_found(aidnet: Any) -> None:
    assert "ask for" not in aidnet("flows", "贵州", "辽宁", width=None).out
    assert "ask for" not in aidnet("flows", "顺德", "凉山", width=None).out  # it has statements


def test_names_of_both_ends_behind_a_network(aidnet: Any) -> None:
    options = ("--unit", "CNY", "--level", "province", "--language", "zh")
    page = aidnet("flows", "辽宁省", "贵州省", *options, width=None).out
    assert page.startswith("辽宁省 → 贵州省: ")
    assert "大连市 → " in page
    assert "大连市 to " not in page


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

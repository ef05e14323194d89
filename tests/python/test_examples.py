"""The programs in examples/cpp: built as strangers build them, and their numbers compared."""

import re
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import scipy.sparse as sp
from scipy.sparse.csgraph import dijkstra
from scipy.sparse.linalg import spsolve

import aidnet
from support.building import ROOT, cmake_build

pytestmark = pytest.mark.slow


def build(name: str, prefix: Path, folder: Path) -> Path:
    """The program of that example, compiled without a warning."""
    flags = "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Wconversion -Werror"
    cmake_build(ROOT / "examples/cpp" / name, folder, f"-DCMAKE_PREFIX_PATH={prefix}", flags)
    return folder / name


def call(program: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [str(word) for word in (program, *words)]
    return subprocess.run(command, check=False, text=True, capture_output=True)


def printed(program: Path, *words: str | Path) -> str:
    """What a program says that must end well and have nothing to complain of."""
    done = call(program, *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_rank_pairings(prefix: Path, tmp_path: Path) -> None:
    lines = printed(build("rank_pairings", prefix, tmp_path)).splitlines()
    net = aidnet.datasets.load_pairings()
    assert lines[0] == f"{net.node_count} parties, {net.edge_count} pairings"
    scores = aidnet.pagerank(net)
    between = aidnet.betweenness(net)
    for line in lines[3:]:
        name, score, path_share = line[:14].strip(), *map(float, line[14:].split())
        assert score == pytest.approx(scores[name], abs=5.1e-5)
        assert path_share == pytest.approx(between[name], abs=5.1e-7)
    assert len(lines) == 13


# ---------------------------------------------------------------------------- follow_the_money


@pytest.fixture(scope="module")
def follow(prefix: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("follow_the_money", prefix, tmp_path_factory.mktemp("follow"))


def blocks(text: str) -> list[str]:
    return text.rstrip("\n").split("\n\n")


def money_at(level: Any) -> aidnet.LedgerNetwork:
    return aidnet.datasets.load_east_west().network(unit="CNY", level=level)


def names_in(net: aidnet.LedgerNetwork) -> pd.Series:
    table = net.node_table
    return table["name_en"].fillna(table["name_zh"]).fillna(table["id"])


@pytest.mark.parametrize("level", ["party", "institution", "county", "prefecture", "province"])
def test_the_ranking_is_that_of_python(follow: Path, level: str) -> None:
    summary, table, *_ = blocks(printed(follow, "--level", level))
    net = money_at(level)
    edges = net.edges
    counts, *amounts = re.split(" CNY|, at least |, at most ", summary.replace(" CNY", ""))
    assert counts == f"{net.node_count} nodes, {net.edge_count} edges, {net.total_weight:.0f}"
    assert [float(amount) for amount in amounts] == [edges["lower"].sum(), edges["upper"].sum()]

    received = aidnet.strength(net, mode="in").sort_values(ascending=False, kind="stable")
    pagerank = aidnet.pagerank(net)
    bounds = edges.groupby("target")[["lower", "upper"]].sum().reindex(net.nodes, fill_value=0)
    names = names_in(net)
    rows = [line.split(maxsplit=6) for line in table.splitlines()[1:]]
    assert [row[6] for row in rows] == names[received.index[:10]].to_list()
    ranks = received.rank(ascending=False, method="min")
    for node, row in zip(received.index, rows, strict=False):
        assert int(row[0]) == ranks[node]
        assert [float(x) for x in row[1:4]] == [received[node], *bounds.loc[node]]
        score = pagerank[node]
        assert float(row[5]) == pytest.approx(score, abs=5.1e-7)
        ahead, not_behind = (pagerank > score + 1e-9).sum(), (pagerank > score - 1e-9).sum()
        assert ahead < int(row[4]) <= not_behind


def expected_statements(net: aidnet.LedgerNetwork, source: Any, target: Any) -> list[list[str]]:
    """The statements behind an edge, in the form in which the program prints them."""
    files = net.ledger.sources.set_index("source")["file"]
    result = []
    for flow, row in net.flows_of(source, target).iterrows():
        start, end = (date if isinstance(date, str) else "" for date in (row.start, row.end))
        fields = {
            "flow": flow,
            "amount": "" if pd.isna(row.amount) else f"{row.amount:.0f} CNY",
            "figure": row.figure,
            "status": row.status,
            "date": start if start == end else f"{start} to {end}",
            "source": files[row.source],
            "span": f"code points {row.span_start} to {row.span_end}",
        }
        shown = {name: text if text and pd.notna(text) else "not stated"
                 for name, text in fields.items()}  # fmt: skip
        result.append([f"{name:<8}{text}" for name, text in shown.items()])
    return result


def check_edge(text: str, net: aidnet.LedgerNetwork, edge: pd.Series) -> None:
    _, _, head, *statements = blocks(text)
    ends, amount, lower, upper = re.split(": (?=[0-9])| CNY, at least |, at most ", head)
    names = names_in(net)
    assert ends == f"{names[edge.source]} -> {names[edge.target]}"
    assert [float(amount), float(lower), float(upper)] == [edge.weight, edge.lower, edge.upper]
    expected = expected_statements(net, edge.source, edge.target)
    assert [block.splitlines() for block in statements] == expected
    assert statements


@pytest.mark.parametrize("level", ["party", "province"])
def test_the_largest_edge_is_followed(follow: Path, level: str) -> None:
    net = money_at(level)
    check_edge(printed(follow, "--level", level), net, net.edges.iloc[int(net.weights.argmax())])


@pytest.mark.parametrize(
    ("level", "names", "ends"),
    [
        ("party", ("顺德区", "liangshan"), ("shunde", "liangshan")),
        ("province", ("辽宁", "Guizhou Province"), ("cn_210000", "cn_520000")),
        ("province", ("Kaijin", "贵州"), ("kaijin", "cn_520000")),  # a party without a place
    ],
)
def test_an_edge_is_found_by_names(
    follow: Path, level: str, names: tuple[str, str], ends: tuple[str, str]
) -> None:
    net = money_at(level)
    edge = net.edges.set_index(["source", "target"], drop=False).loc[[ends]].iloc[0]
    check_edge(printed(follow, "--level", level, *names), net, edge)


def test_a_ledger_of_ones_own(follow: Path, tmp_path: Path) -> None:
    # Nobody gives to a, which gives all to b: x_a = 0.075 + 0.425 x_b, x_b = x_a + 0.85 x_a. Of t
    # its part p leaves 2.
    table = tmp_path / "gifts.csv"
    table.write_text(
        "flow,donor,recipient,amount,qualifier,unit,status,year,part_of\n"
        "t,a,b,3.25,exact,CNY,planned,2018,\n"
        "p,a,b,1.25,exact,CNY,planned,2018,t\n"
        "q,a,b,2,at_least,CNY,,,\n"
        "r,a,b,7,exact,person,,,\n"
    )
    assert printed(follow, "--input", table) == (
        "2 nodes, 1 edges, 5.25 CNY, at least 5.25, at most inf\n"
        "\n"
        "rank     received     at least      at most  rank  pagerank  receiver\n"
        "   1         5.25         5.25          inf     1  0.649123  b\n"
        "   2            0            0            0     2  0.350877  a\n"
        "\n"
        "a -> b: 5.25 CNY, at least 5.25, at most inf\n"
        "\n"
        "flow    t\n"
        "amount  2 CNY, which its parts leave of a total\n"
        "figure  not stated\n"
        "status  planned\n"
        "date    2018\n"
        "\n"
        "flow    p\n"
        "amount  1.25 CNY\n"
        "figure  not stated\n"
        "status  planned\n"
        "date    2018\n"
        "\n"
        "flow    q\n"
        "amount  2 CNY\n"
        "figure  not stated\n"
        "status  not stated\n"
        "date    not stated\n"
    )


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["中山", "水城县"], 1, ["2 parties", "dalian_zhongshan", "zhongshan:"]),
        (["Dalan", "Shuicheng"], 1, ["no party is called 'Dalan'", "Dalian (dalian)"]),
        (["北京", "大连"], 1, ["'北京' is in the ledger", "no money"]),
        (["大连", "水城县"], 1, ["from Dalian to Shuicheng County"]),
        (["--input", "/nowhere"], 1, ["/nowhere", "no such file"]),
        (["--input", "bad.csv"], 1, ["row 2 (line 3), column amount: '1万'", "row 3 (line 4)"]),
        (["--input", "people.csv"], 1, ["no flows in CNY"]),
        (["--level", "town"], 2, ["town", "usage:", "province"]),
        (["--level"], 2, ["--level needs a value"]),
        (["--colour", "red"], 2, ["--colour"]),
        (["大连"], 2, ["both ends"]),
    ],
)
def test_what_is_wrong_is_told(
    follow: Path, tmp_path: Path, words: list[str], status: int, told: list[str]
) -> None:
    head = "donor,recipient,amount,unit\n"
    (tmp_path / "bad.csv").write_text(head + "a,b,1,CNY\na,b,1万,CNY\n,b,1,CNY\n")
    (tmp_path / "people.csv").write_text(head + "a,b,1,person\n")
    done = call(follow, *(tmp_path / word if word.endswith(".csv") else word for word in words))
    assert done.returncode == status
    assert [part for part in told if part not in done.stderr] == []
    assert "flow " not in done.stdout


# --------------------------------------------------------------------------------------- embed


@pytest.fixture(scope="module")
def embed(prefix: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("embed", prefix, tmp_path_factory.mktemp("embed"))


def numbers(text: str) -> list[float]:
    return [float(word) for word in re.findall(r"\d+(?:\.\d+)?", text)]


def test_embed_agrees_with_python_and_scipy(embed: Path) -> None:
    # The application's gifts, by its formula.
    n = 2003
    giver, k = np.repeat(np.arange(n), 3), np.tile(np.arange(3), n)
    receiver = (31 * giver + (7 + giver % 5) * k + 1) % n
    amount = 1.0 + (giver + 5 * k) % 9
    net = aidnet.from_edges(giver, receiver, amount, nodes=range(n))

    done = call(embed)
    assert done.returncode == 0, done.stderr
    size, *between, boost, eigen = done.stdout.splitlines()
    assert size == f"{n} parties, {net.edge_count} ties"

    shown = {int(party): score for party, score in map(numbers, between)}
    largest = aidnet.betweenness(net).nlargest(5)
    assert shown == pytest.approx(largest.to_dict(), abs=5.1e-10)

    weights = sp.csr_array((amount, (giver, receiver)), shape=(n, n))
    lengths = sp.csr_array(weights)
    lengths.data = 1 / weights.data
    away = np.delete(dijkstra(lengths, indices=0), 0)
    assert numbers(boost) == pytest.approx([0, (1 / away).sum(), away.max()], abs=1e-8)
    katz = spsolve(sp.csc_array(sp.eye_array(n) - 0.02 * weights.T), np.ones(n))
    assert numbers(eigen) == pytest.approx([katz.max(), katz.sum()], abs=1e-8)


def shares(progress: str) -> list[float]:
    """The percentages that a progress line went through; \r counts as a line's end in text mode."""
    assert re.fullmatch(r"(\nbetweenness +\d+ %)+", progress.rstrip("\n"))
    return numbers(progress)


def test_embed_shows_progress(embed: Path) -> None:
    shown = shares(call(embed).stderr)
    assert shown == sorted(shown)
    assert len(set(shown)) > 50
    assert shown[-1] == 100


def test_embed_goes_on_after_a_cancelled_call(embed: Path) -> None:
    plain, cancelled = call(embed), call(embed, "--cancel")
    assert cancelled.returncode == 0
    assert cancelled.stdout == "stopped: the calculation was cancelled\n" + plain.stdout
    first, second = cancelled.stderr.split("\n\n")
    assert shares(first)[-1] < 100
    assert shares("\n" + second)[-1] == 100


def test_embed_has_one_option(embed: Path) -> None:
    done = call(embed, "--stop")
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: embed [--cancel]" in done.stderr

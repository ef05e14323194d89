"""`info`, `validate`, `audit` and `names` against the API and hand-worked ledgers."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pytest

import aidnet as api
from support.ledgers import ledger_of, seeds

if TYPE_CHECKING:
    from pathlib import Path


def saved(ledger: api.Ledger, folder: Path) -> Path:
    ledger.write(folder)
    return folder


def test_info_counts_the_flows(aidnet: Any) -> None:
    ledger = api.datasets.load_east_west()
    facts = aidnet("info", "--json").document
    assert (facts["title"], facts["citation"]) == (ledger.title, ledger.citation)
    assert facts["tables"]["flows"] == len(ledger)
    assert facts["tables"]["aliases"] == len(ledger.aliases)
    for name, counts in facts["flows"].items():
        assert sum(counts.values()) == len(ledger), name
    stated = ledger.flows["unit"].value_counts()
    units = facts["flows"]["unit"]
    assert {k: n for k, n in units.items() if k != "not stated"} == {
        str(k): int(n) for k, n in stated.items() if n
    }
    assert [row["flows"] for row in facts["sources"]] == [
        int((ledger.flows["source"] == source).sum()) for source in ledger.sources["source"]
    ]


def test_info_worked_by_hand(tmp_path: Path, aidnet: Any) -> None:
    ledger = ledger_of(
        "donor recipient value lower upper qualifier unit start end;"
        "a b 1 . . exact CNY 2018 2018; a b 2 2 3 over CNY . 2019-05; a b . 3 5 range person . .;"
        "a c . . . unknown . 2017-01 .; a c 9 . 9 nearly CNY 2017 2020"
    )
    facts = aidnet("info", "--json", "-i", saved(ledger, tmp_path / "l")).document
    assert facts["with_amount"] == 4
    assert facts["bounded"] == 3  # over, range and nearly
    assert facts["flows"]["unit"] == {"CNY": 3, "person": 1, "not stated": 1}
    assert facts["flows"]["year"] == {
        "2017": 1, "2018": 1, "2019": 1, "2020": 1, "not stated": 1,
    }  # fmt: skip
    assert facts["title"] == ""
    page = aidnet("info", "-i", tmp_path / "l").out
    assert page.startswith("5 flows, 3 parties\n")
    assert "4 flows of 5 have an amount" in page


def test_long_lists_end_in_a_count(aidnet: Any) -> None:
    page = aidnet("info", "--limit", 5).out
    assert "…  19 more" in page  # of 22 units, three and the blank ones
    assert "shop" not in page
    assert "shop" in aidnet("info", "--limit", 0).out


def test_an_empty_ledger(tmp_path: Path, aidnet: Any) -> None:
    (tmp_path / "empty.csv").write_text("donor,recipient,amount\n")
    for command in ("info", "validate", "network", "rank", "compare period=2018 period=2019"):
        done = aidnet(*command.split(), "-i", tmp_path / "empty.csv")
        assert (done.code, done.err) == (0, ""), command


BAD = "donor,recipient,amount,year\nA,B,三十万,2018\nB,,5,20x\n"


def test_problems_are_listed_by_place(tmp_path: Path, aidnet: Any) -> None:
    file = tmp_path / "bad.csv"
    file.write_text(BAD)
    done = aidnet("validate", "-i", file, width=None)
    assert (done.code, done.err) == (1, "")
    first, *places = done.out.splitlines()
    assert first == "3 problems:"
    assert [line.split(": ")[0] for line in places] == [
        "bad.csv, row 1 (line 2), column amount",
        "bad.csv, row 2 (line 3), column recipient",
        "bad.csv, row 2 (line 3), column year",
    ]
    assert places[0].endswith("write 300000")
    document = aidnet("validate", "-i", file, "--json").document
    assert document["problem_count"] == 3
    assert document["problems"][0]["row"] == 1
    assert document["problems"][0]["text"] == "三十万"
    assert aidnet("validate", "-i", file, "-o", tmp_path / "problems.csv").code == 1
    assert (tmp_path / "problems.csv").read_text("utf-8").count("\n") == 4


def test_every_problem_however_many(tmp_path: Path, aidnet: Any) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("donor,recipient,amount\n" + "a,b,x\n" * 150)
    assert len(aidnet("validate", "-i", file, width=None).out.splitlines()) == 151
    assert "… and 148 more" in aidnet("validate", "-i", file, "--limit", 2).out
    # Other commands tell of the first ones, and where the others are.
    refused = aidnet("info", "-i", file, width=None)
    assert refused.code == 1
    assert len(refused.err.splitlines()) == 23
    assert "`aidnet validate`, with the same --input, lists them all" in refused.err


def test_options_of_the_input(tmp_path: Path, aidnet: Any) -> None:
    file = tmp_path / "gbk.csv"
    file.write_bytes("donor,recipient,amount\n宁波市,黔西南州,-5\n".encode("gbk"))
    assert aidnet("validate", "-i", file).code == 1
    assert aidnet("validate", "-i", file, "--encoding", "gbk").code == 1
    for command in ("validate", "info"):
        done = aidnet(command, "-i", file, width=None)
        assert "say its encoding by --encoding" in done.out + done.err
        done = aidnet(command, "-i", file, "--encoding", "gbk", width=None)
        told = " ".join((done.out + done.err).split())
        assert "; --negative says what else to do with those below" in told
    done = aidnet("network", "-i", file, "--encoding", "gbk", "--negative", "net", "--json")
    assert done.document["edges"][0]["source"] == "宁波市"
    assert done.document["edges"][0]["weight"] == -5.0


def test_a_contradiction_is_exit_code_3(tmp_path: Path, aidnet: Any) -> None:
    # The whole is 10, and its exhaustive parts are 4 and 5.
    flows = "flow donor recipient value unit part_of part_kind;t a b 10 CNY . .;" + "".join(
        f"p{n} a b {n} CNY t exhaustive;" for n in (4, 5)
    )
    folder = saved(ledger_of(flows), tmp_path / "l")
    done = aidnet("validate", "-i", folder)
    assert done.code == 3
    assert "total_parts: inconsistent" in done.out
    assert done.out.endswith("1 contradiction.\n")
    document = aidnet("validate", "-i", folder, "--json").document
    assert document["inconsistent"] == 1
    assert document["findings"][0]["ids"][0] == "t"
    good = saved(ledger_of(flows.replace("5 a b 5", "6 a b 6")), tmp_path / "g")
    assert aidnet("validate", "-i", good).code == 0


def test_findings_are_those_of_check(aidnet: Any) -> None:
    findings = api.datasets.load_east_west().check()
    done = aidnet("validate", "--json")
    assert done.code == 0
    assert [row["message"] for row in done.document["findings"]] == findings["message"].tolist()
    page = aidnet("validate", "--limit", 0, width=None).out
    listed = findings[findings["verdict"] != "consistent"]
    assert all(f"  {message}\n" in page for message in listed["message"])
    assert "… and 25 more (--limit 0 lists all)" in aidnet("validate").out


def text_and_ledger(folder: Path, *values: int) -> Path:
    """A text of gifts of 1万元, and a ledger that says of each what is given as its value."""
    text = "甲赠乙1万元。" * len(values)
    (folder / "texts").mkdir()
    (folder / "texts/a.txt").write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    rows = ";".join(
        f"a b {value} {value} {value} exact CNY s {7 * k} {7 * k + 6} 1万元"
        for k, value in enumerate(values)
    )
    ledger = ledger_of(
        "donor recipient value lower upper qualifier unit source span_start span_end figure;"
        + rows,
        sources=f"source file sha256;s a.txt {digest}",
    )
    return saved(ledger, folder / "ledger")


def test_audit_has_a_line_for_each_finding(tmp_path: Path, aidnet: Any) -> None:
    ledger = text_and_ledger(tmp_path, 10000, 10000, 20000, 10000)
    audit = ("audit", tmp_path / "texts", "-i", ledger)
    done = aidnet(*audit)
    assert done.code == 3
    lines = done.out.splitlines()
    assert [line.split()[0] for line in lines[2:3]] == ["3"]
    assert "value differs" in lines[2]
    assert "3 of 4 flows ok (75.0%); value differs: 1" in lines
    assert aidnet(*audit, "--min-ok", 0.75).code == 0
    assert aidnet(*audit, "--min-ok", 0.76).code == 3
    assert aidnet(*audit, "--min-ok", 1.5).code == 2
    document = aidnet(*audit, "--json").document
    assert (document["ok"], document["share_ok"]) == (3, 0.75)
    assert [row["flow"] for row in document["findings"]] == ["3"]
    assert aidnet(*audit, "-o", tmp_path / "audit.csv").code == 3
    assert (tmp_path / "audit.csv").read_text("utf-8").count("\n") == 5


@pytest.mark.external
def test_the_embedded_ledger_agrees_with_its_texts(aidnet: Any) -> None:
    done = aidnet("audit", seeds())
    assert done.code == 0
    assert done.out.startswith("494 of 494 flows ok (100.0%)\n")


def test_names_are_the_candidates(aidnet: Any) -> None:
    found = api.datasets.load_east_west().candidates("中山")
    rows = aidnet("names", "中山", "--json").document["candidates"]
    assert [row["id"] for row in rows] == found["id"].tolist()
    by_id = {row["id"]: row for row in rows}
    assert by_id["dalian_zhongshan"]["kind"] == "party, government"
    assert by_id["cn_210202"] == {
        "table": "places", "id": "cn_210202", "how": "alias", "name_zh": "中山区",
        "name_en": "Zhongshan District", "kind": "place, county", "within": "cn_210200",
        "code": "210202",
    }  # fmt: skip
    assert aidnet("names", "xyzzy").code == 2

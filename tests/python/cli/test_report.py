"""`aidnet report`: what it writes and says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import aidnet as api
from aidnet import report

BARE = "donor,recipient,amount,unit\na,x,3,USD\nb,x,2,USD\nb,y,5,km\n"


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small ledger beside which the command runs."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "bare.csv"
    path.write_text(BARE)
    return path


def test_it_writes_the_page_and_says_so(bare: Path, aidnet: Any) -> None:
    done = aidnet("report", "--input", bare, width=120)
    assert (done.code, done.err) == (0, "")
    page = Path("report.html").read_bytes()
    assert page.decode() == report.build(api.read(bare)).html
    assert done.out.splitlines() == [
        f"Wrote report.html ({len(page) / 1e6:.1f} MB), which works offline in any browser.",
        "It holds 3 statements on 4 parties from 0 sources, by amount in USD and km and by number.",
    ]
    assert sorted(path.name for path in Path().iterdir()) == ["bare.csv", "report.html"]


def test_options_are_those_of_build(bare: Path, aidnet: Any) -> None:
    done = aidnet(
        "report", "-i", bare, "--unit", "km", "--title", "Roads", "--draws", 3, "--seed", 4,
        "--share", 0.5, "--language", "zh", "-o", "roads.htm",
    )  # fmt: skip
    assert done.code == 0
    expected = report.build(
        api.read(bare), units=["km"], title="Roads", draws=3, seed=4, level=0.5, language="zh"
    )
    assert Path("roads.htm").read_text(encoding="utf-8") == expected.html
    assert "by amount in km and by number" in " ".join(done.out.split())


def test_numbers_alone(bare: Path, aidnet: Any) -> None:
    done = aidnet("report", "-i", bare, "--json")
    expected = {"aidnet": api.__version__, "command": "report", "input": str(bare)}
    assert done.document == expected | json.loads(json.dumps(report.build(api.read(bare)).data))
    assert not Path("report.html").exists()
    aidnet("report", "-i", bare, "--json", "-o", "numbers.json")
    assert json.loads(Path("numbers.json").read_text(encoding="utf-8")) == done.document


def test_a_pipe_gets_the_page_alone(bare: Path, aidnet: Any) -> None:
    done = aidnet("report", "-i", bare, "-o", "-")
    assert done.out == report.build(api.read(bare)).html
    assert not Path("report.html").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["-o", "report.pdf"], 2, "a file that ends in .html was expected, not 'report.pdf'"),
        (["--unit", "EUR"], 2, "the ledger has no unit 'EUR'; it has 'USD', 'km'"),
        (["--draws", "0"], 2, "--draws"),
        (["--share", "1"], 2, "--share"),
        (["-o", "no/such/report.html"], 1, "No such file or directory"),
    ],
)
def test_what_is_refused(
    arguments: list[str], code: int, says: str, bare: Path, aidnet: Any
) -> None:
    done = aidnet("report", "-i", bare, *arguments)
    assert done.code == code
    assert re.search(re.escape(says), " ".join(done.err.split()))
    assert sorted(path.name for path in Path().iterdir()) == ["bare.csv"]


def test_a_ledger_that_is_refused(bare: Path, aidnet: Any) -> None:
    bare.write_text("donor,recipient,amount\na,x,three\n")
    done = aidnet("report", "-i", bare)
    assert done.code == 1
    assert "three" in done.err
    assert not Path("report.html").exists()

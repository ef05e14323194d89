"""Reading ledgers from files, what is said of bad ones, and writing them back."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from typing import TYPE_CHECKING

import pandas as pd
import pytest

import aidnet
from aidnet.errors import Problem
from support.ledgers import EAST_WEST, TABLES, ledger_of

if TYPE_CHECKING:
    from pathlib import Path

CSV = "donor,recipient,amount,unit,year\n宁波,黔西南,2598000,CNY,2018\n大连,水城,3250000,CNY,\n"


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def written(ledger: aidnet.Ledger, folder: Path) -> dict[str, bytes]:
    ledger.write(folder)
    return files_of(folder)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "aid.csv"
    path.write_bytes(CSV.encode())
    return path


def test_one_table_of_flows(table: Path) -> None:
    ledger = aidnet.read(table)
    flows = ledger.flows
    assert flows["flow"].tolist() == ["1", "2"]
    assert flows["donor"].tolist() == ["宁波", "大连"]
    assert flows["value"].tolist() == [2598000.0, 3250000.0]
    assert flows["start"].tolist()[0] == flows["end"].tolist()[0] == "2018"
    assert flows["start"].isna().tolist() == [False, True]
    assert set(ledger.parties["party"]) == {"宁波", "黔西南", "大连", "水城"}
    assert aidnet.read(str(table)) == ledger


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + CSV,
        CSV.replace("\n", "\r\n"),
        CSV.removesuffix("\n"),
        CSV.replace("\n", "\n\n"),
        "\ufeff" + CSV.replace("\n", "\r\n\r\n"),
        CSV.replace("宁波", '"宁波"'),
    ],
    ids=["BOM", "CRLF", "no last newline", "blank lines", "all", "quotes"],
)
def test_forms_of_a_file(text: str, table: Path) -> None:
    expected = aidnet.read(table)
    table.write_bytes(text.encode())
    assert aidnet.read(table) == expected


def test_a_package_by_its_folder_or_its_descriptor(table: Path, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    expected = written(aidnet.read(table), folder)
    assert set(expected) == {"datapackage.json", "flows.csv", "parties.csv"}
    assert aidnet.read(folder) == aidnet.read(folder / "datapackage.json")
    (folder / "datapackage.json").unlink()
    pd.testing.assert_frame_equal(aidnet.read(folder).flows, aidnet.read(table).flows)


def test_other_encodings_by_argument(table: Path, tmp_path: Path) -> None:
    expected = aidnet.read(table)
    table.write_bytes(CSV.encode("gbk"))
    for encoding in ("gbk", "GB18030"):
        assert aidnet.read(table, encoding=encoding) == expected
    table.write_bytes(CSV.encode("utf-16"))
    assert aidnet.read(table, encoding="utf-16") == expected
    with pytest.raises(aidnet.ValidationError, match="unknown encoding: klingon"):
        aidnet.read(table, encoding="klingon")
    table.write_bytes(CSV.encode("gbk"))
    with pytest.raises(aidnet.ValidationError, match=r"aid\.csv: .*can't decode"):
        aidnet.read(table, encoding="ascii")
    with pytest.raises(aidnet.LedgerError, match=r"line 2.*is no UTF-8; .*say its encoding"):
        aidnet.read(table)
    with pytest.raises(aidnet.ValidationError, match="there is no such file"):
        aidnet.read(tmp_path / "none.csv", encoding="gbk")


def test_a_package_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/aid.csv").write_bytes(CSV.encode("gbk"))
    (tmp_path / "scan.bin").write_bytes(b"\xff\x00")
    resources = [
        {"name": "flows", "path": ["data/aid.csv"], "encoding": "gbk"},
        {"name": "scan", "path": "scan.bin"},
    ]
    descriptor = {"title": "帮扶", "resources": resources}
    (tmp_path / "datapackage.json").write_text(
        json.dumps(descriptor, ensure_ascii=False), encoding="utf-8"
    )
    for path in (tmp_path, tmp_path / "datapackage.json"):
        ledger = aidnet.read(path, encoding="gbk")
        assert ledger.title == "帮扶"
        assert ledger.flows["donor"].tolist() == ["宁波", "大连"]
    files = written(ledger, tmp_path / "again")
    assert files["scan.bin"] == b"\xff\x00"
    assert "宁波" in files["data/aid.csv"].decode()
    assert aidnet.read(tmp_path / "again") == ledger


def test_no_file_outside_the_package_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    folder.mkdir()
    (tmp_path / "secret.csv").write_text(CSV, encoding="utf-8")
    (folder / "flows.csv").symlink_to(tmp_path / "secret.csv")
    for encoding in ("utf-8", "gb18030"):
        with pytest.raises(aidnet.ValidationError, match="lies outside the package's folder"):
            aidnet.read(folder, encoding=encoding)


def test_every_problem_is_told_with_its_place(table: Path) -> None:
    table.write_text(
        "donor,recipient,amount,unit,status\n"
        "a,b,2598000,CNY,\n"
        '"a\n",b,"12,000",CNY,disbursd\n'
        ",b,12.345,CNY,spent\n",
        encoding="utf-8",
    )
    with pytest.raises(aidnet.LedgerError) as caught:
        aidnet.read(table)
    error = caught.value
    places = [(p.file, p.row, p.line, p.column, p.text) for p in error.problems]
    # Row 2 begins in line 3 and goes on in line 4, because its first cell has a newline.
    assert ("aid.csv", 2, 3, "amount", "12,000") in places
    assert ("aid.csv", 2, 3, "status", "disbursd") in places
    assert ("aid.csv", 3, 5, "donor", "") in places
    assert ("aid.csv", 3, 5, "amount", "12.345") in places
    assert error.total == len(error.problems)
    said = {p.text: p.expected for p in error.problems}
    assert "write 12000" in said["12,000"]
    assert "did you mean disbursed?" in said["disbursd"]
    assert "2 decimals" in said["12.345"]
    assert all(isinstance(problem, Problem) for problem in error.problems)
    assert "aid.csv, row 2 (line 3), column amount: '12,000'" in str(error)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (again.problems, again.total, str(again)) == (error.problems, error.total, str(error))
    assert isinstance(error, aidnet.ValidationError)


def test_problems_beyond_the_cap_are_counted(table: Path) -> None:
    table.write_text("donor,recipient,amount\n" + "a,b,much\n" * 150, encoding="utf-8")
    for cap in (1, 100):
        with pytest.raises(aidnet.LedgerError, match=f"and {150 - cap} more") as caught:
            aidnet.read(table, max_problems=cap)
        assert (len(caught.value.problems), caught.value.total) == (cap, 150)
    for wrong in (0, -1, True, 2.5):
        with pytest.raises(aidnet.ValidationError, match="max_problems must be a whole number"):
            aidnet.read(table, max_problems=wrong)  # type: ignore[arg-type]


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(aidnet.ValidationError, match=r"none\.csv: there is no such file"):
        aidnet.read(tmp_path / "none.csv")
    with pytest.raises(aidnet.LedgerError, match=r"flows\.csv: the package has no such file"):
        aidnet.read(tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_amounts_below_zero(table: Path, encoding: str) -> None:
    table.write_text("donor,recipient,amount\na,b,-5\na,b,3\n", encoding="utf-8")
    with pytest.raises(aidnet.LedgerError, match=r"row 1.*'-5'.*0 or more"):
        aidnet.read(table, encoding=encoding)
    expected = {
        "reverse": [(5.0, True), (3.0, False)],  # turned round: from the recipient to the donor
        "net": [(-5.0, False), (3.0, False)],
        "drop": [(3.0, False)],
    }
    donor = str(aidnet.read(table, negative="net", encoding=encoding).flows["donor"][0])
    for choice, rows in expected.items():
        flows = aidnet.read(table, negative=choice, encoding=encoding).flows  # type: ignore[arg-type]
        turned = (flows["recipient"].astype(str) == donor).tolist()
        assert list(zip(flows["value"], turned, strict=True)) == rows
    with pytest.raises(aidnet.ValidationError, match=r"negative is 'ignore'.*'error', 'reverse'"):
        aidnet.read(table, negative="ignore")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="negative must be a str"):
        aidnet.read(table, negative=None)  # type: ignore[arg-type]


def test_what_was_written_is_written_again(table: Path, tmp_path: Path) -> None:
    table.write_text(CSV.replace("year", "year,用途").replace("2018\n", "2018,\"a,\n'b\"\n")
                     .replace("CNY,\n", "CNY,,=1+1\n"), encoding="utf-8")  # fmt: skip
    for k, ledger in enumerate((aidnet.read(table), aidnet.datasets.load_east_west())):
        first = written(ledger, tmp_path / f"first{k}")
        again = aidnet.read(tmp_path / f"first{k}")
        assert again == ledger
        assert written(again, tmp_path / f"second{k}") == first


def test_the_embedded_ledger_is_the_repository(tmp_path: Path) -> None:
    files = written(aidnet.datasets.load_east_west(), tmp_path / "new" / "folder")
    assert set(files) == {"datapackage.json", *(f"{table}.csv" for table in TABLES)}
    assert files == files_of(EAST_WEST)
    assert aidnet.read(EAST_WEST) == aidnet.datasets.load_east_west()


FULL_DISK = """
import resource, sys, aidnet
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
aidnet.datasets.load_east_west().write(sys.argv[1])
"""


def test_a_failed_write_leaves_the_old_package(table: Path, tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="limits the size of files")
    folder = tmp_path / "package"
    before = written(aidnet.read(table), folder)
    run = subprocess.run(
        [sys.executable, "-c", FULL_DISK, folder], capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "ValidationError" in run.stderr
    assert files_of(folder) == before
    with pytest.raises(aidnet.ValidationError, match=r"aid\.csv"):
        ledger_of("donor recipient; a b").write(table)
    assert table.read_bytes() == CSV.encode()

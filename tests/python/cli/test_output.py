"""How answers go out: JSON, files, encodings; the same for all commands."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import aidnet as api
from aidnet.cli._answer import plain, records

COMMANDS = [
    ("info",),
    ("names", "大连"),
    ("validate",),
    ("network", "--unit", "CNY"),
    ("rank", "--unit", "CNY", "--draws", "5"),
    ("flows", "shunde"),
    ("flows", "广东省", "--unit", "CNY", "--level", "province"),
    ("compare", "status=planned", "status=disbursed", "--unit", "CNY"),
]
IDS = [" ".join(command[:2]) for command in COMMANDS]


@pytest.mark.parametrize("command", COMMANDS, ids=IDS)
def test_json_is_one_document_that_says_what_it_is(command: tuple[str, ...], aidnet: Any) -> None:
    done = aidnet(*command, "--json")
    assert (done.code, done.err) == (0, "")
    assert done.document["aidnet"] == api.__version__
    assert done.document["command"] == command[0]
    assert done.document["input"] == "embedded"


@pytest.mark.parametrize("command", COMMANDS, ids=IDS)
@pytest.mark.parametrize("width", [80, 120])
def test_pages_fit(command: tuple[str, ...], width: int, aidnet: Any) -> None:
    from aidnet.cli._text import width_of

    for language in ("en", "zh"):
        done = aidnet(*command, "--language", language, width=width)
        assert max(map(width_of, done.out.splitlines())) <= width
        assert "\x1b" not in done.out
        assert "nan" not in done.out.lower().split()


@pytest.mark.parametrize("command", COMMANDS, ids=IDS)
def test_files_hold_the_same(command: tuple[str, ...], tmp_path: Path, aidnet: Any) -> None:
    text, document = tmp_path / "a.txt", tmp_path / "b.json"
    for file, more in ((text, []), (document, ["--json"])):
        done = aidnet(*command, *more, "-o", file)
        assert (done.code, done.out, done.err) == (0, "", "")
    assert text.read_text("utf-8") == aidnet(*command, width=100).out
    assert json.loads(document.read_text("utf-8")) == aidnet(*command, "--json").document
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.json"]
    printed = aidnet(*command, "--json", "-o", "-")
    assert printed.document == json.loads(document.read_text("utf-8"))


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, aidnet: Any) -> None:
    file, link = tmp_path / "out.txt", tmp_path / "link.txt"
    file.write_text("before")
    file.chmod(0o640)
    link.symlink_to(file)
    assert aidnet("names", "xyzzy", "-o", link).code == 2
    assert file.read_text() == "before"
    assert aidnet("names", "dalian", "-o", link).code == 0
    assert "cn_210200" in file.read_text()
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert len(list(tmp_path.iterdir())) == 2


def test_new_files_have_the_usual_rights(tmp_path: Path, aidnet: Any) -> None:
    before = os.umask(0o027)
    try:
        aidnet("names", "dalian", "-o", tmp_path / "a.txt")
    finally:
        os.umask(before)
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o640


def test_what_is_no_file_is_not_replaced(aidnet: Any) -> None:
    assert aidnet("names", "dalian", "-o", os.devnull, "--json").code == 0
    assert not Path(os.devnull).is_file()


def test_a_failed_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from aidnet._files import write_file

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    (tmp_path / "a").write_text("before")
    with pytest.raises(OSError, match="No space"):
        write_file(tmp_path / "a", b"after")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_text() == "before"


def test_errors_name_the_path_that_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, aidnet: Any
) -> None:
    def says(file: Path) -> tuple[int, str]:
        done = aidnet("names", "dalian", "-o", file, width=1000)
        return done.code, done.err

    file = tmp_path / "none" / "a.txt"
    assert says(file) == (1, f"aidnet: {file}: No such file or directory\n")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / ".a.txt.x7~"))

    monkeypatch.setattr("tempfile.mkstemp", refused)
    file = tmp_path / "a.txt"
    assert says(file) == (1, f"aidnet: {file}: Permission denied\n")
    with pytest.raises(PermissionError) as caught:
        api.export.write(api.from_edges(["a"], ["b"]), tmp_path / "a.csv")
    assert caught.value.filename == str(tmp_path / "a.csv")


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
def test_other_encodings_lose_nothing(encoding: str, process: Any) -> None:
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = process("names", "dalian", "--json", env=env)
    assert json.loads(done.stdout)["candidates"][0]["name_zh"] == "大连市"
    page = process("names", "dalian", env=env, encoding=encoding)
    assert (page.returncode, page.stderr) == (0, "")
    assert ("大连市" if encoding == "gbk" else r"\u5927\u8fde\u5e02") in page.stdout


def test_errors_in_other_encodings(process: Any) -> None:
    done = process("flows", "中山", env={"PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"})
    assert done.returncode == 2
    assert r"\u5927\u8fde" in done.stderr


def test_limits_and_languages(aidnet: Any) -> None:
    network = ("network", "--unit", "CNY")
    assert len(aidnet(*network, "--json").document["edges"]) == 26
    assert len(aidnet(*network, "--json", "--limit", 3).document["edges"]) == 3
    assert "… and 23 smaller ones" in aidnet(*network, "--limit", 3).out
    assert "smaller ones" not in aidnet(*network, "--limit", 0).out
    for language, name in (("en", "Ningbo"), ("zh", "宁波市"), ("id", "ningbo")):
        edges = aidnet(*network, "--json", "--language", language).document["edges"]
        assert name in {edge["source"] for edge in edges}


def test_records_have_no_infinity_and_say_so() -> None:
    table = pd.DataFrame(
        {"upper": [1.0, float("inf"), None], "n": pd.array([1, None, 3], dtype="Int64"),
         "word": pd.Categorical(["a", None, "b"]), "list": [("x", 1), (), ("y",)]}
    )  # fmt: skip
    assert records(table) == [
        {"upper": 1.0, "upper_unbounded": False, "n": 1, "word": "a", "list": ["x", 1]},
        {"upper": None, "upper_unbounded": True, "n": None, "word": None, "list": []},
        {"upper": None, "upper_unbounded": False, "n": 3, "word": "b", "list": ["y"]},
    ]
    assert plain({"a": float("nan"), 1: [float("inf"), True]}) == {"a": None, "1": [None, True]}


def test_csv_of_a_table(tmp_path: Path, aidnet: Any) -> None:
    file = tmp_path / "ranks.csv"
    assert aidnet("rank", "--unit", "CNY", "--draws", 5, "-o", file).code == 0
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8"))))
    document = aidnet("rank", "--unit", "CNY", "--draws", 5, "--json").document
    assert len(rows) == document["node_count"]
    for row, node in zip(rows, document["nodes"], strict=True):
        assert row["node"] == node["node"]
        assert float(row["pagerank_score"]) == node["pagerank"]["score"]
        assert int(row["strength_rank_high"]) == node["strength"]["rank_high"]

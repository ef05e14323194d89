"""What the READMEs show is what happens."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

import aidnet
from aidnet.measures import ROWS

ROOT = Path(__file__).parents[2]
READMES = ["README.md", "README.zh-CN.md"]
TABLES = ["docs/measures.md", "docs/measures.zh-CN.md"]


@pytest.mark.parametrize("name", READMES)
def test_python_examples(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the examples write files
    results = doctest.testfile(str(ROOT / name), module_relative=False, encoding="utf-8")
    assert results.attempted >= 5
    assert results.failed == 0


@pytest.mark.parametrize("name", TABLES)
def test_every_measure_is_in_the_table(name: str) -> None:
    table = [line for line in (ROOT / name).read_text("utf-8").splitlines() if line[:3] == "| `"]
    listed = [word for line in table for word in re.findall(r"`(\w+)`", line.split("|")[1])]
    assert sorted(listed) == sorted(ROWS)


@pytest.mark.parametrize(
    "path", [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")], ids=lambda path: path.name
)
def test_links_exist(path: Path) -> None:
    prose = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", prose):
        assert target.startswith("https://") or (path.parent / target).exists(), target


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md"])
def test_commands_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    commands = set(re.findall(r"\./dev (\w+)", text))
    assert commands
    usage = (ROOT / "dev").read_text(encoding="utf-8")
    assert all(re.search(rf"^#   {command}\b", usage, re.MULTILINE) for command in commands)


def test_python_names_in_the_text_exist() -> None:
    for name in READMES:
        for dotted in re.findall(r"\baidnet\.([a-z_]+)\(", (ROOT / name).read_text("utf-8")):
            assert hasattr(aidnet, dotted), dotted

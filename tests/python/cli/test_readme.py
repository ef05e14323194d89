"""What the READMEs show of the terminal is what it prints."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("name", "section"), [("README.md", "In the terminal"), ("README.zh-CN.md", "终端")]
)
def test_the_commands_print_what_is_shown(
    name: str, section: str, process: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # `aidnet report` writes a file
    text = (ROOT / name).read_text("utf-8").partition(f"## {section}\n")[2].partition("\n## ")[0]
    shown = "".join(re.findall(r"```console\n(.*?)```", text, re.DOTALL))
    runs = re.findall(r"^\$ aidnet (.+)\n((?:(?!\$ ).*\n)*)", shown, re.MULTILINE)
    assert runs
    for command, printed in runs:
        done = process(*shlex.split(command), env={"COLUMNS": "80"})
        assert done.stdout == printed
        assert (done.returncode, done.stderr) == (0, "")
    for command in re.findall(r"`aidnet ([^`]+)`", text):
        ended = process(*shlex.split(command)).returncode
        assert ended == (2 if command == "network" else 0)  # alone it needs --unit

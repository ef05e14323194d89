"""The notebooks in examples/notebooks run, and what they show is what happens."""

from __future__ import annotations

import re
import runpy
from itertools import groupby
from typing import TYPE_CHECKING

import nbformat
import pytest

from support.building import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / "examples/notebooks"
NAMES = sorted(path.stem for path in FOLDER.glob("*.ipynb"))
# A folder within a folder, a drive or an address: what differs from machine to machine.
OF_THE_MACHINE = re.compile(r"(?<![\w/.<])/\w[\w.-]*/|~/|\b[A-Za-z]:\\|\b0x[0-9a-f]{6,}")
KILOBYTES = 600


def code_of(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def shown(cell: nbformat.NotebookNode) -> list[dict[str, str]]:
    """What a cell shows, in order: texts as they are, of pictures that there is one."""
    parts = []
    for kind, outputs in groupby(cell.outputs, key=lambda out: (out.output_type, out.get("name"))):
        if kind[0] == "stream":  # how the text is cut into pieces is chance
            parts.append({str(kind[1]): "".join(out.text for out in outputs)})
            continue
        for out in outputs:
            assert kind[0] in ("execute_result", "display_data"), f"{out.ename}: {out.evalue}"
            assert not any("image" in mime for mime in out.data) or out.data["image/png"]
            parts.append(
                {mime: text if mime.startswith("text/") else "" for mime, text in out.data.items()}
            )
    return parts


def check_stored(notebook: nbformat.NotebookNode) -> None:
    """It was run from top to bottom, and holds nothing of the machine or the time."""
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    cells = code_of(notebook)
    assert [cell.execution_count for cell in cells] == [k + 1 for k in range(len(cells))]
    for cell in notebook.cells:
        assert not cell.metadata, cell.source
    for cell in cells:
        for part in shown(cell):
            assert "stderr" not in part, part
            for text in part.values():
                found = OF_THE_MACHINE.search(text)
                assert found is None, f"{found} in the output of:\n{cell.source}"


@pytest.fixture
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The kernel is this interpreter, without the settings of whoever runs the tests."""
    monkeypatch.setenv("JUPYTER_PREFER_ENV_PATH", "1")
    for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.delenv("MPLBACKEND", raising=False)


@pytest.mark.usefixtures("_own_settings")
@pytest.mark.parametrize("name", NAMES)
def test_it_shows_what_happens(name: str, tmp_path: Path) -> None:
    path = FOLDER / f"{name}.ipynb"
    assert path.stat().st_size < KILOBYTES * 1000
    stored = nbformat.read(path, as_version=4)
    check_stored(stored)

    folder = tmp_path / "empty"
    folder.mkdir()
    fresh = runpy.run_path(str(FOLDER / "execute.py"))["executed"](path, folder)
    assert list(folder.iterdir()) == []

    for before, after in zip(code_of(stored), code_of(fresh), strict=True):
        assert shown(before) == shown(after), f"not what is stored, of:\n{before.source}"


def test_the_readme_tells_of_each() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"\]\((\w+)\.ipynb\)", text)) == NAMES
    assert len(NAMES) == 3

"""Execute the notebooks of this folder anew: ``python execute.py [notebook …]``.

Outputs are stored without times, versions and settings, so that what changes in a notebook is what
changed in what it shows.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HANGS = 600  # seconds after which a cell is taken to hang


def executed(path: Path, folder: Path) -> nbformat.NotebookNode:
    """The notebook, run from top to bottom in a fresh kernel that works in `folder`."""
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}
    }
    for cell in notebook.cells:
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    NotebookClient(
        notebook,
        kernel_name="python3",
        record_timing=False,
        timeout=HANGS,
        startup_timeout=HANGS,
        resources={"metadata": {"path": str(folder)}},
    ).execute()
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


def main(names: list[str]) -> None:
    """Execute these notebooks, or all."""
    here = Path(__file__).parent
    for path in map(Path, names) if names else sorted(here.glob("*.ipynb")):
        with tempfile.TemporaryDirectory() as folder:
            notebook = executed(path, Path(folder))
        nbformat.write(notebook, path)


if __name__ == "__main__":
    main(sys.argv[1:])

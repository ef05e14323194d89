"""The code on the page about the backend runs; test_page_of_declined.py has the lists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import networkx as nx

PAGE = Path(__file__).parents[3] / "docs" / "networkx.md"


def test_the_page_runs() -> None:
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) >= 4
    names: dict[str, Any] = {}
    with nx.config(warnings_to_ignore={"cache"}):
        for block in blocks:
            exec(block.replace("logging.basicConfig()\n", ""), names)  # noqa: S102
    assert len(names["graph"]) == 2000

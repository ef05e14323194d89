"""The page that lists what aidnet serves to NetworkX, and how many of NetworkX's tests say so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from aidnet.nx import backend  # noqa: F401 - fills the table
from aidnet.nx._serve import SERVED

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGE = Path(__file__).parents[3] / "docs" / "networkx-functions.md"

HEAD = """# What aidnet serves to NetworkX

By the name that one calls; how to have aidnet do it stands in [networkx.md](networkx.md).
*Calculated by* names aidnet's measures (`aidnet.…`) and the searches that visit nodes in NetworkX's
order; where nothing is named it follows from counts and sums. *Tests* is how many tests of
NetworkX's own suite ask aidnet for the function and get an answer; all of them pass. Apart from
those, `tests/python/nx/test_parity.py` compares each function with NetworkX's on random graphs of
all four classes.

Written by `PYTHONPATH=tests/python python -m support.nx_suite --page`.

| NetworkX's function | calculated by | tests |
|---|---|---:|
"""
LINE = re.compile(r"^\| `nx\.([\w.]+)` \| .* \| (\d+) \|$", re.MULTILINE)


def called() -> dict[str, str]:
    """The names that NetworkX gives to backends, by what one calls, in the order of the latter."""
    return {SERVED[name].where: name for name in sorted(SERVED, key=lambda n: SERVED[n].where)}


def rows() -> dict[str, int]:
    """The functions on the page, by what one calls, and their numbers of tests."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    return {where: int(count) for where, count in LINE.findall(text)}


def write(tests: Mapping[str, set[str]], kernels: Mapping[str, set[str]]) -> None:
    """Write the page anew."""
    lines = [
        f"| `nx.{where}` | {', '.join(f'`{k}`' for k in sorted(kernels.get(name, ())))} "
        f"| {len(tests.get(name, ()))} |\n"
        for where, name in called().items()
    ]
    PAGE.write_text(HEAD + "".join(lines), encoding="utf-8")

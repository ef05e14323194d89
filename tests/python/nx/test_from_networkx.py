"""What stands beside each other on the page for who comes from NetworkX gives the same numbers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import aidnet
from aidnet._functions import counterpart
from aidnet.measures import ROWS as MEASURES
from aidnet.nx._serve import SERVED
from support.nx_graphs import same

PAGE = Path(__file__).parents[3] / "docs" / "from-networkx.md"
TEXT = PAGE.read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(.*?)` \| `(.*?)` \|", TEXT, re.MULTILINE)


@pytest.fixture(scope="module")
def names() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for block in re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL):
        exec(block, found)  # noqa: S102
    return found


def plain(result: Any) -> Any:
    """Either library's result without order, types of numbers and pandas."""
    if isinstance(result, pd.DataFrame) and list(result.columns) == ["source", "target"]:
        return plain(list(result.itertuples(index=False, name=None)))
    if isinstance(result, pd.Series) and str(result.name).endswith("components"):
        return plain([set(part.index) for _, part in result.groupby(result)])
    if isinstance(result, pd.Series | pd.DataFrame):
        return plain(result.to_dict())
    if isinstance(result, dict):
        return {
            frozenset(key) if isinstance(key, tuple) else key: plain(value)
            for key, value in result.items()
        }
    if isinstance(result, list) and result and isinstance(result[0], set | tuple):
        return set(map(frozenset, result))
    if isinstance(result, bool | np.bool_):
        return bool(result)
    return float(result) if isinstance(result, int | float | np.number) else result


@pytest.mark.filterwarnings("ignore:Note. conversions to backend graphs:UserWarning")
@pytest.mark.parametrize(("theirs", "ours"), ROWS, ids=[theirs for theirs, _ in ROWS])
def test_both_sides_are_the_same(theirs: str, ours: str, names: dict[str, Any]) -> None:
    expected = plain(eval(theirs, names))  # noqa: S307
    found = plain(eval(ours, names))  # noqa: S307
    if isinstance(expected, np.ndarray):
        np.testing.assert_allclose(found, expected)
    else:
        assert same(found, expected, ordered=False, tolerance=1e-8), (found, expected)


def test_every_measure_that_networkx_has_is_there() -> None:
    """As far as its name there is the name here but for what a rule takes away."""
    ours = set(re.findall(r"\baidnet\.(\w+)", TEXT))
    assert not {name for name in ours if not hasattr(aidnet, name)}
    names = [served.where.rpartition(".")[2] for served in SERVED.values()]
    both = {counterpart(name, sorted(MEASURES)) for name in names}
    assert len(both) > 60
    assert not both - ours - {None}


def test_every_family_is_there() -> None:
    assert len(ROWS) > 100
    called = set(re.findall(r"\bnx\.([\w.]+)\(", TEXT))
    modules: dict[str, set[str]] = {}
    for served in SERVED.values():
        modules.setdefault(served.family, set()).add(served.where)
    missing = {family for family, names in modules.items() if not names & called}
    assert not missing
    assert all(hasattr(nx, name.partition(".")[0]) for name in called)

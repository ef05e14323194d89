"""Values that others published, measure by measure; the tables are in `support/published/`."""

from __future__ import annotations

import ast
import functools
import re
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from aidnet import measures
from support.published import ROWS, Row, is_numeric, numbers

# Measures of which no published value was found, and why.
NOT_FOUND = {
    "cohits": "Deng, Lyu and King (2009) print no scores of a network that they give",
    "random_walk_closeness": "Noh and Rieger (2004) have figures only; no peer has numbers",
    "within_module_degree": "the Brain Connectivity Toolbox has its values in data files",
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.measure}: {row.source}")
def test_published(row: Row) -> None:
    found = row.found()
    if not is_numeric(row.expected):
        assert found == row.expected
        return
    for label, ours, value in numbers(found, row.expected):
        assert row.agrees(ours, value), (label, ours, value)


@pytest.mark.parametrize(
    "row",
    [row for row in ROWS if is_numeric(row.expected)],
    ids=lambda row: f"{row.measure}: {row.source}",
)
def test_another_last_digit_fails(row: Row) -> None:
    """Otherwise the tolerance is wider than what is printed."""
    for label, ours, value in numbers(row.found(), row.expected):
        if value not in (float("inf"), float("-inf")):
            for altered in (value + row.unit(value), value - row.unit(value)):
                assert not row.agrees(ours, altered), (label, ours, altered)


def test_every_measure_has_a_published_value() -> None:
    """A measure without one is named with the reason."""
    have = {row.measure for row in ROWS}
    assert have.isdisjoint(NOT_FOUND)
    assert have | set(NOT_FOUND) == set(measures.ROWS)


@functools.cache
def functions_of(path: Path) -> set[str]:
    """The names of a Python file's classes and functions."""
    kinds = ast.ClassDef | ast.FunctionDef
    return {node.name for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, kinds)}


CITED = re.compile(r"^NetworkX 3\.6\.1, networkx/(\S+\.py), ([\w., ]+)")


@pytest.mark.skipif(nx.__version__ != "3.6.1", reason="the places are those of NetworkX 3.6.1")
@pytest.mark.parametrize("source", sorted({row.source for row in ROWS if CITED.match(row.source)}))
def test_the_places_in_networkx_exist(source: str) -> None:
    found: Any = CITED.match(source)
    names = functions_of(Path(nx.__file__).parent / found[1])
    cited = re.findall(r"\b(?:[Tt]est\w+|setup_class|MinimumSpanningTreeTestBase)\b", found[2])
    assert cited
    assert set(cited) <= names

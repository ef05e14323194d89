"""The examples of everything public but the measures, whose registry test runs theirs."""

from __future__ import annotations

import doctest
import importlib

import pytest

MODULES = [
    "aidnet.capacity",
    "aidnet.cost",
    "aidnet.datasets",
    "aidnet.errors",
    "aidnet.export",
    "aidnet.ledger",
    "aidnet.ledger_network",
    "aidnet.length",
    "aidnet.network",
    "aidnet.quantity",
    "aidnet.ranking",
    "aidnet.reading",
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    results = doctest.testmod(importlib.import_module(name))
    assert results.failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    count = sum(
        len(test.examples)
        for name in MODULES
        for test in finder.find(importlib.import_module(name))
    )
    assert count >= 10

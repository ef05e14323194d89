"""The document of the embedded ledger, for several files of tests."""

from __future__ import annotations

import json
from typing import Any

import pytest

import aidnet
from aidnet import report

DRAWS = 4


@pytest.fixture(scope="module")
def ledger() -> aidnet.Ledger:
    return aidnet.datasets.load_east_west()


@pytest.fixture(scope="module")
def data(ledger: aidnet.Ledger) -> dict[str, Any]:
    """The document as the page reads it."""
    found: dict[str, Any] = json.loads(json.dumps(report.build(ledger, draws=DRAWS).data))
    return found

"""That NetworkX's tests are run as they should be; ./dev test runs them (`support.nx_suite`)."""

from __future__ import annotations

from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from aidnet.nx._serve import SERVED
from support.nx_page import called, rows
from support.nx_suite import complaints, modules, run_suite

if TYPE_CHECKING:
    from support.nx_suite import Outcome

ROOT = Path(nx.__file__).parent
PARTS = [str(ROOT / "algorithms" / "tests" / "test_wiener.py")]


def test_the_page_lists_what_is_served() -> None:
    assert list(rows()) == list(called())
    assert all(hasattr(attrgetter(where)(nx), "backends") for where in rows())
    assert sum(count > 0 for count in rows().values()) > 0.95 * len(SERVED)


def test_the_modules_are_those_of_the_functions() -> None:
    found = {Path(path).relative_to(ROOT).as_posix() for path in modules()}
    assert len(found) > 60
    for module in (
        "algorithms/centrality/tests/test_betweenness_centrality.py",
        "algorithms/shortest_paths/tests/test_weighted.py",
        "algorithms/tests/test_cluster.py",
        "linalg/tests/test_laplacian.py",
        "classes/tests/test_function.py",
    ):
        assert module in found


@pytest.fixture(scope="module", params=["aidnet", ""])
def outcome(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    return run_suite(PARTS, tmp_path_factory.mktemp("suite"), backend=request.param)


def test_a_backend_that_is_not_asked_is_noticed(outcome: Outcome) -> None:
    assert outcome.status == 0, outcome.report
    assert outcome.counts["passed"] >= 10
    found = complaints(outcome, fewest=10)
    if outcome.tests:
        assert len(outcome.tests["wiener_index"]) >= 2
        assert outcome.kernels["wiener_index"] >= {"aidnet.closeness", "strong_components"}
    assert len(found) == 1
    assert ("wiener_index" in found[0]) == (not outcome.tests)


def test_fewer_tests_and_failed_ones_are_noticed(outcome: Outcome) -> None:
    assert "fewer tests" in complaints(outcome, fewest=9999)[0]
    assert "tests failed" in complaints(outcome._replace(status=1), fewest=0)[0]

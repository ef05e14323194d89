"""A plugin for pytest that notes which of NetworkX's tests are run by which function of aidnet.

Loaded by `support.nx_suite` into the process that runs them. What each worker saw is one file in
the folder that AIDNET_NX_COUNTS names: for each served name, its tests and the kernels that it ran.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterator
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from aidnet import _core
from aidnet.nx._kernels import KERNELS
from aidnet.nx._serve import Served

if TYPE_CHECKING:
    from collections.abc import Callable

tests: dict[str, set[str]] = defaultdict(set)
kernels: dict[str, set[str]] = defaultdict(set)
running: list[str] = []
"""The test that is run."""
serving: list[str] = []
"""The functions that are called, one inside the other."""

NO_KERNELS = {"read", "graph", "reversed", "totals", "canonical_order"}
"""What reads and turns round graphs."""

serve = Served.__call__


def counted(self: Served, *args: Any, **kwargs: Any) -> Any:
    """The call, noted for the running test if aidnet has an answer, be it an exception."""
    serving.append(self.name)
    answered = True
    try:
        result = serve(self, *args, **kwargs)
        return watched(self.name, result) if isinstance(result, Iterator) else result
    except NotImplementedError:
        answered = False
        raise
    finally:
        serving.pop()
        if running and answered:
            tests[self.name].add(running[-1])


def watched(name: str, items: Iterator[Any]) -> Iterator[Any]:
    """The items, with the kernels that run when each is asked for."""
    while True:
        serving.append(name)
        try:
            item = next(items)
        except StopIteration:
            return
        finally:
            serving.pop()
        yield item


def noted(name: str, kernel: Callable[..., Any]) -> Callable[..., Any]:
    """The kernel, noted for the function that runs it."""

    @wraps(kernel)
    def call(*args: Any, **kwargs: Any) -> Any:
        if serving:
            kernels[serving[-1]].add(name)
        return kernel(*args, **kwargs)

    return call


def pytest_configure() -> None:
    """Count from here on."""
    Served.__call__ = counted  # type: ignore[method-assign]
    for name, kernel in KERNELS.items():
        KERNELS[name] = noted(f"aidnet.{name}", kernel)
    for name, method in vars(_core.Adjacency).items():
        if not name.startswith("_") and name not in NO_KERNELS and callable(method):
            setattr(_core.Adjacency, name, noted(name, method))
    _core.power_iteration = noted("power_iteration", _core.power_iteration)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Say which test is running."""
    running.append(f"{item.path}::{item.nodeid.partition('::')[2]}")
    try:
        return (yield)
    finally:
        running.pop()


def pytest_sessionfinish() -> None:
    """Write down what this process saw."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    saw = {name: [sorted(found), sorted(kernels[name])] for name, found in tests.items()}
    (Path(os.environ["AIDNET_NX_COUNTS"]) / f"{worker}.json").write_text(json.dumps(saw))

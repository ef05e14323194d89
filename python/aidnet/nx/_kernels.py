"""Running aidnet's measures on compiled graphs, without labels."""

from __future__ import annotations

import math
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from aidnet import _core
from aidnet._numbers import LARGEST_FLOAT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aidnet.nx._graph import NxGraph

KERNELS = {row["name"]: row["call"] for row in _core.measures}

_threads: ContextVar[int] = ContextVar("threads", default=0)


@contextmanager
def using(threads: int | None) -> Iterator[None]:
    """Run what is inside with at most so many threads; None and 0 for all."""
    token = _threads.set(threads or 0)
    try:
        yield
    finally:
        _threads.reset(token)


def threads() -> int:
    """The number of threads the caller asked for; 0 for all."""
    return _threads.get()


def run(
    measure: str, graph: _core.Graph, length: _core.Length | None = None, **options: Any
) -> dict[str, Any]:
    """Run one of aidnet's measures: its arrays by name."""
    return run_with_facts(measure, graph, length, **options)[0]


def run_with_facts(
    measure: str, graph: _core.Graph, length: _core.Length | None = None, **options: Any
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The same, and the numbers that come beside the arrays."""
    columns, facts, _ = KERNELS[measure](graph, length, options, threads(), None)
    return columns, facts


def steps_within(graph: NxGraph, cutoff: float | None) -> int:
    """How many whole steps a search may go; NetworkX takes any number, or None for all."""
    if cutoff is None or cutoff >= len(graph):
        return len(graph)
    return max(0, math.ceil(cutoff))


def distance_within(cutoff: float | None) -> float:
    """How long a path may be, as a float; NetworkX takes any number, or None for all."""
    return math.inf if cutoff is None or cutoff > LARGEST_FLOAT else float(cutoff)

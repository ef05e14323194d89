"""NetworkX's dictionaries of edges, read into arrays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from aidnet import _core

if TYPE_CHECKING:
    from collections.abc import Iterable

Array = np.ndarray[Any, Any]


class Attribute(NamedTuple):
    """The numbers under one name, one an entry of the adjacency."""

    sums: Array
    """Of parallel edges: what NetworkX takes where weights are strengths."""
    minima: Array
    """Of parallel edges: what NetworkX takes where weights are lengths."""
    whole: bool
    """Whether all are whole numbers, so that sums are such as well."""
    plain: bool
    """Whether all are of the types int and float, whose results Python knows."""
    kinds: Array | None = None
    """Which of the minima are whole numbers, where some are and some are not."""


def read_rows(
    items: Iterable[tuple[Any, Any]],
    numbers: dict[Any, int],
    multigraph: bool,
    wanted: list[tuple[Any, Any]],
) -> tuple[_core.Adjacency, list[Any]]:
    """Read NetworkX's successors or predecessors and, one column each, the wanted attributes."""
    rows = dict(items)
    try:
        return _core.Adjacency.read(rows, numbers, multigraph, wanted)
    except TypeError:  # a view, whose rows are no dictionaries
        return _core.Adjacency.read(_plain(rows, multigraph), numbers, multigraph, wanted)


def _plain(rows: dict[Any, Any], multigraph: bool) -> dict[Any, dict[Any, Any]]:
    if any(not isinstance(neighbors, Mapping) for neighbors in rows.values()):
        raise NotImplementedError("a graph without data of its edges")
    if not multigraph:
        return {
            u: {v: dict(data) for v, data in neighbors.items()} for u, neighbors in rows.items()
        }
    return {
        u: {v: {key: dict(data) for key, data in edges.items()} for v, edges in neighbors.items()}
        for u, neighbors in rows.items()
    }

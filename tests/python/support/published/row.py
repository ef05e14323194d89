"""A published value: what was measured on which network, what was printed, and where."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd

import aidnet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import networkx as nx


def plain(found: Any) -> Any:
    """A Series by label, everything else as it is."""
    return found.to_dict() if isinstance(found, pd.Series) else found


def pairs(found: pd.DataFrame) -> set[tuple[int, int]]:
    """The edges of an undirected answer, the smaller end first."""
    return {(min(u, v), max(u, v)) for u, v in found[["source", "target"]].to_numpy()}


def value(found: Any) -> Any:
    """The one number that stands beside an answer."""
    return found.attrs["value"]


def side(name: str) -> Callable[[pd.DataFrame], dict[Any, float]]:
    """One column of several, by label."""
    return lambda found: found[name].to_dict()


@dataclass(frozen=True)
class Row:
    """One value, or the values of several nodes or edges, from one place.

    `digits` is how many decimals are printed there; without it the value is exact, as a fraction
    is, or printed to the last bit. `cut` says that further decimals were dropped, not rounded.
    `read` takes from the answer what the source prints, and converts where conventions differ.
    """

    measure: str
    source: str
    graph: Callable[[], nx.Graph[Any]]
    expected: Any
    options: Mapping[str, Any] = field(default_factory=dict)
    read: Callable[[Any], Any] = plain
    digits: int | None = None
    cut: bool = False

    def found(self) -> Any:
        return self.read(getattr(aidnet, self.measure)(self.graph(), **self.options))

    def unit(self, value: float) -> float:
        """What the last digit that is stated counts; of an exact value, a millionth."""
        return 1e-6 * max(1.0, abs(value)) if self.digits is None else 10.0**-self.digits

    def agrees(self, ours: float, value: float) -> bool:
        if self.digits is None or math.isinf(value):
            return ours == value or abs(ours - value) <= 1e-9 * max(1.0, abs(value))
        unit = self.unit(value)
        if self.cut:
            return -1e-9 * unit <= abs(ours) - abs(value) < unit
        return abs(ours - value) <= 0.5 * unit * (1 + 1e-9)


def numbers(found: Any, expected: Any) -> Iterator[tuple[Any, float, float]]:
    """Label, our number and the published one; undirected edges may be named from either end."""
    if isinstance(expected, dict):
        for label, value in expected.items():
            ours = found[label] if label in found else found[label[::-1]]
            yield label, float(ours), float(value)
    else:
        yield None, float(found), float(expected)


def is_numeric(expected: Any) -> bool:
    """Whether it is compared as numbers; lists and sets of nodes are the same or not."""
    return isinstance(expected, dict | float | int)


NX = "NetworkX 3.6.1, networkx/algorithms/"
IGRAPH = "igraph e8e03b245, "
PYTHON_IGRAPH = "python-igraph e6bbd089, "
R_IGRAPH = "R igraph, tests/testthat/test-centrality.R, "
NETWORKIT = "NetworKit 17427915b, networkit/cpp/"
LIGHTGRAPHS = "LightGraphs.jl b768984f, "

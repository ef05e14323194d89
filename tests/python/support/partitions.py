"""Comparison of components as labels with components as sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd


def assert_same_partition(parts: pd.Series[int], sets: Iterable[set[Any]], seed: int) -> None:
    """The same sets of labels, numbered in order of their first node."""
    expected = {frozenset(labels) for labels in sets}
    groups = list(parts.groupby(parts.to_numpy(), sort=True).groups.values())
    assert parts.attrs["count"] == len(expected), f"seed {seed}"
    assert {frozenset(labels) for labels in groups} == expected, f"seed {seed}"
    firsts = [parts.index.get_loc(labels[0]) for labels in groups]
    assert firsts == sorted(firsts), f"seed {seed}"

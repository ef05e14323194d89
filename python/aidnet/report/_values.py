"""Values of tables as JSON has them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from aidnet.network import Array


def text(column: pd.Series) -> pd.Series:
    """A column of words, "" where nothing is stated."""
    words = column.astype(object)
    return words.where(column.notna(), "")


def cells(column: pd.Series) -> list[Any]:
    """A column as a list: None where nothing is stated or finite."""
    return [plain(value) for value in column.astype(object).tolist()]


def plain(value: Any) -> Any:
    """A number or text; None for what is missing or infinite. Whole numbers lose their point."""
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    return value if isinstance(value, str | bool | int) else None


def numbers(values: Any) -> list[Any]:
    """An array as JSON numbers; None where it is missing or infinite."""
    return [plain(float(value)) for value in values]


def rows_of(row_of: pd.Index, flows: Iterable[Any]) -> Array:
    """The rows of flows by their ids; -1 where there is none."""
    import pandas as pd

    found: Array = row_of.get_indexer(pd.Index(list(flows), dtype=object))
    return found


def exact(number: str) -> Any:
    """The exact decimal text of a description as a number; None where it is unbounded."""
    return None if number in ("", "unbounded") else plain(float(number))


def years_of(flows: pd.DataFrame) -> tuple[list[int | None], list[int | None]]:
    """The first and last year of each flow; None where it has no date."""
    if not len(flows):
        return [], []
    start, end = (text(flows[name]).str[:4] for name in ("start", "end"))
    pairs = [(a or b, b or a) for a, b in zip(start, end, strict=True)]
    first = [int(a) if a else None for a, _ in pairs]
    return first, [int(b) if b else None for _, b in pairs]

"""What a table of ranks holds, and whether it can be drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from aidnet.errors import ValidationError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from aidnet.network import Array

NEEDED = ("rank", "rank_low", "rank_high")
MOST = 7
"""How many measures one plot can tell apart."""


def parts_of(table: pd.DataFrame, measures: str | Sequence[str] | None) -> dict[str, pd.DataFrame]:
    """The columns rank, rank_low and rank_high of each measure."""
    if table.columns.nlevels == 1:
        if measures is not None:
            raise ValidationError("measures= is for a table with the ranks of several measures")
        parts = {"": table}
    else:
        known = [str(name) for name in dict.fromkeys(table.columns.get_level_values(0))]
        asked = [measures] if isinstance(measures, str) else measures
        if asked is not None and not isinstance(asked, Iterable):
            raise TypeError(f"measures must be names, not {measures!r}")
        chosen = known[:MOST] if asked is None else list(asked)
        unknown = [name for name in chosen if name not in known]
        if unknown or not chosen or len(chosen) > MOST:
            raise ValidationError(
                f"measures is {measures!r}; up to {MOST} of {', '.join(known)} can be drawn"
            )
        parts = {name: _of(table, name) for name in chosen}
    for name, part in parts.items():
        missing = [column for column in NEEDED if column not in part.columns]
        if missing:
            of = f" of {name}" if name else ""
            raise ValidationError(f"the table has no {' and no '.join(missing)}{of}")
    if not table.index.is_unique:
        raise ValidationError(f"{table.index[table.index.duplicated()][0]!r} has two rows of ranks")
    return {name: _numbers(part[list(NEEDED)]) for name, part in parts.items()}


def _numbers(part: pd.DataFrame) -> pd.DataFrame:
    """The same as numbers, whose intervals are intervals."""
    try:
        part = part.astype(float)
    except (TypeError, ValueError) as error:
        raise ValidationError(f"ranks must be numbers: {error}") from None
    wrong = part[part["rank_low"] > part["rank_high"]]
    if len(wrong):
        label, (_, low, high) = wrong.index[0], wrong.iloc[0]
        raise ValidationError(f"{label!r}: rank_low {low:g} is above {high:g}")
    return part


def _of(table: pd.DataFrame, measure: str) -> pd.DataFrame:
    """The columns of one measure."""
    of: pd.DataFrame = table.loc[:, table.columns.get_level_values(0) == measure]
    return of.droplevel(0, axis="columns")


def outside(part: pd.DataFrame) -> Array:
    """Whose rank by the stated amounts is none that draws within the bounds often give."""
    rank, low, high = (part[column].to_numpy() for column in NEEDED)
    beyond: Array = (rank < low) | (rank > high)
    return beyond

"""What a caller says of data that enter a ledger."""

from __future__ import annotations

import warnings
from typing import Any, Literal

from aidnet import _core
from aidnet.errors import AidnetWarning, ValidationError

Negative = Literal["error", "reverse", "net", "drop"]
MAX_PROBLEMS = 100


def entry_options(negative: Any, max_problems: Any) -> dict[str, Any]:
    if not isinstance(negative, str):
        choices = "'error', 'reverse', 'net' or 'drop'"
        raise TypeError(f"negative must be a str: {choices}, not {negative!r}")
    if isinstance(max_problems, bool) or not isinstance(max_problems, int) or max_problems < 1:
        raise ValidationError(
            f"max_problems must be a whole number of 1 or more, not {max_problems!r}"
        )
    return {"negative": negative, "max_problems": max_problems}


def warn_of_columns(compiled: _core.Ledger) -> None:
    """Warn of columns that are kept as unknown ones and look like known ones that are misspelt."""
    for message in _core.doubtful_columns(compiled):
        warnings.warn(f"{message} It is kept, and not used.", AidnetWarning, stacklevel=3)

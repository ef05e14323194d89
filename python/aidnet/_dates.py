"""Dates as callers give them: a year, a text of reduced precision, or a date."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from aidnet.errors import ValidationError


def date_text(given: Any, option: str) -> str:
    """A date as ISO text of its own precision."""
    if isinstance(given, date | np.datetime64):
        return str(given)[:10]
    plain = given.item() if isinstance(given, np.integer) else given
    if isinstance(plain, bool) or not isinstance(plain, int | str):
        raise TypeError(
            f"{option}: a year, or a text such as '2018-06', was expected, not {given!r}"
        )
    if not plain:  # the compiled part takes no text for no date
        raise ValidationError(f"{option}: {given!r} is no date; None is: open")
    return f"{plain:04d}" if isinstance(plain, int) else plain


def on_date(given: Any) -> str:
    """The date on which a name is asked for; "" for any time."""
    return "" if given is None else date_text(given, "on")

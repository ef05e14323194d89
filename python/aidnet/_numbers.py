"""Columns of numbers: text is none, whatever it spells."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.errors import ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]

# Of what the compiled part takes.
LARGEST_INT = 2**31 - 1
LARGEST_FLOAT = sys.float_info.max


def numbers(values: Any, named: Callable[[int], str]) -> Array:
    """A flat array_like as float64, in a copy; what is no number is refused, `named` by its row."""
    array = np.asarray(values)
    if array.dtype.kind not in "biuf":
        array = np.array([_number(value, row, named) for row, value in enumerate(array.tolist())])
    return array.astype(np.float64)


def column(values: Any) -> Array:
    """An array_like as it is given: rows of several lengths are no numbers, but no error either."""
    try:
        return np.asarray(values)
    except ValueError:  # NumPy's for those
        return np.fromiter(values, dtype=object, count=len(values))


def weight_column(
    weight: Any, rows: int, named: Callable[[int], str] = "weight: row {}".format
) -> Array:
    """`weight` as float64, refusing what is no finite number; `named` says which row."""
    array = np.asarray(weight)
    if array.ndim != 1 or array.size != rows:
        raise ValidationError(f"weight must have one value a row ({rows}), not shape {array.shape}")
    array = numbers(array, named)
    bad = np.flatnonzero(~np.isfinite(array))
    if bad.size:
        raise ValidationError(
            f"{named(int(bad[0]))} is {array[bad[0]]}; weights must be finite "
            "(leave it out, or give its weight)"
        )
    return array


def _number(value: Any, row: int, named: Callable[[int], str]) -> float:
    if not isinstance(value, str | bytes | complex) and value is not None:
        try:
            return float(value)
        except OverflowError:
            raise ValidationError(f"{named(row)} is more than a float can be") from None
        except (TypeError, ValueError):
            pass
    raise ValidationError(f"{named(row)} is {value!r}, not a number")

"""What callers may ask for, said before anything is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any

from aidnet.errors import ValidationError

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence


def choice(name: str, value: Any, known: Sequence[str]) -> None:
    """One of a few words."""
    if value not in known:
        raise ValidationError(f"{name} is {value!r}; it must be one of {known}")


def whole(name: str, value: Any, least: int) -> None:
    """A whole number."""
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise TypeError(f"{name} must be a whole number, not {value!r}")
    if value < least:
        raise ValidationError(f"{name} is {value}; {least} or more was expected")


def positive(**numbers: Any) -> None:
    """Numbers above zero, by name."""
    for name, value in numbers.items():
        if isinstance(value, bool) or not isinstance(value, Real):
            raise TypeError(f"{name} must be a number, not {value!r}")
        if not 0 < float(value) < float("inf"):
            raise ValidationError(f"{name} is {value}; a number above zero was expected")


def pair(option: str, given: Any, label: Hashable) -> tuple[float, float]:
    """Two numbers that a mapping has for a node."""
    try:
        first, second = (float(one) for one in given[label])
    except (TypeError, ValueError):
        raise ValidationError(
            f"{option} has {given[label]!r} for {label!r}; two numbers were expected"
        ) from None
    if not (abs(first) < float("inf") and abs(second) < float("inf")):
        raise ValidationError(f"{option} has {given[label]!r} for {label!r}, which is nowhere")
    return first, second


def mapping(option: str, given: Any) -> None:
    """Something that says two numbers by node."""
    if given is not None and not (isinstance(given, Mapping) or hasattr(given, "keys")):
        raise TypeError(f"{option} must be a mapping by node, not {type(given).__name__}")

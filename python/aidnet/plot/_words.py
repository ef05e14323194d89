"""How plots say words, names and numbers, in English and Chinese."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from aidnet._words import Language, word
from aidnet.errors import ValidationError

if TYPE_CHECKING:
    from collections.abc import Iterable

# Radicals and punctuation, ideographs, compatibility forms, full-width forms, further ideographs.
CHINESE = (("⺀", "〿"), ("㐀", "鿿"), ("豈", "﫿"), ("！", "￮"), ("\U00020000", "\U0003ffff"))

STEPS = {
    "en": ((1e9, " billion"), (1e6, " million")),
    "zh": ((1e8, "亿"), (1e4, "万")),
}


def checked(language: str | None, names: Iterable[str] = ()) -> Language:
    """The language that is asked for, or else that of most of the names."""
    if language is None:
        chinese = [any(is_chinese(sign) for sign in name) for name in names]
        return "zh" if 2 * sum(chinese) > len(chinese) else "en"
    if language not in ("en", "zh"):
        raise ValidationError(f"language is {language!r}; it must be one of 'en', 'zh'")
    return "zh" if language == "zh" else "en"


def is_chinese(sign: str) -> bool:
    """Whether a character is one that fonts for Chinese have and others do not."""
    return any(first <= sign <= last for first, last in CHINESE)


def say(language: Language, key: str, **values: object) -> str:
    """A word or sentence that plots say."""
    return word(f"plot.{key}", language).format(**values)


def column_name(language: Language, name: str) -> str:
    """A column of the flows as a heading names it."""
    return word(f"column.{name}", language, name.replace("_", " ").capitalize())


def value_name(language: Language, column: str, value: str) -> str:
    """A value of a column as a legend names it: disbursed, 学生, or the value as it stands."""
    return word(f"{column}.{value}", language, value) if value else say(language, "not_stated")


def unit_name(language: Language, unit: str, weight: str = "sum") -> str:
    """What weights are in, as an axis or colour bar names it."""
    if weight != "sum":
        return say(language, weight)
    if not unit:
        return say(language, "weight")
    return word(f"unit.{unit}", language, unit.replace("_", " "))


def with_unit(language: Language, value: float, unit: str, weight: str = "sum") -> str:
    """A number with its unit behind it; bare where it has none."""
    number = amount(language, value)
    if weight == "count":
        return say(language, "amount", amount=number, unit=say(language, "flows"))
    if weight != "sum" or not unit:
        return number
    return say(language, "amount", amount=number, unit=unit_name(language, unit))


def amount(language: Language, value: float, *, plain: bool = False) -> str:
    """A number for readers: 3.25 million, 325万; below a million whole, unless 万 writes it so."""
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    sign, size = "−" if value < 0 else "", abs(value)
    for step, name in () if plain else STEPS[language]:
        exact = float(f"{size / step:.4g}") * step == size
        if float(f"{size:.4g}") >= step and (exact or size >= 1e6):
            return f"{sign}{size / step:.4g}{name}"
    if size >= 1000:
        return f"{sign}{size:,.0f}"
    return f"{sign}{size:.4g}"


def interval(language: Language, lower: float, weight: float, upper: float) -> str:
    """An amount with the bounds that it has: 6.4–6.5 million, ≥ 1 million, or 3.25 million."""
    known = [x for x in (lower, weight, upper) if x and not math.isinf(x)]
    words = {amount(language, x)[-1].isdigit() for x in known}
    plain = len(words) > 1 and max(known) < 1e6  # not 9,500–1万
    low, mid, high = (amount(language, x, plain=plain) for x in (lower, weight, upper))
    if math.isinf(upper):
        return f"≥ {low}" if lower == weight else f"{mid} (≥ {low})"
    if low == mid == high:
        return mid
    if mid not in (low, high):
        return f"{mid} ({_span(low, high)})"
    return _span(low, high)


def _span(low: str, high: str) -> str:
    """Two numbers, whose common last word stands once."""
    step = low.lstrip("0123456789.,−")
    shared = step and high.endswith(step)
    return f"{low.removesuffix(step) if shared else low}–{high}"

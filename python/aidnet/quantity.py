"""Figures as texts print them: 260.5万元, 270餘萬元, 近4000名, "more than 3.2 million yuan"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from aidnet import _core
from aidnet.errors import ValidationError


class Quantity(NamedTuple):
    """What a figure says: a value, what it lies between, and of what.

    Numbers are exact, in base units (yuan, persons): an int, or a `decimal.Decimal` where there is
    a fraction. None where the words give none.
    """

    value: int | Decimal | None
    lower: int | Decimal | None
    upper: int | Decimal | None
    qualifier: str
    unit: str


def parse_quantity(text: str) -> Quantity:
    """Read one figure as it is printed in Chinese (both scripts) or English texts.

    Parameters
    ----------
    text : str
        Words that qualify it, a numeral and a unit. Full-width and Chinese numerals, 万 and 亿,
        thousands separators, decimals and English number words are read.

    Returns
    -------
    Quantity
        ``value``, ``lower``, ``upper``, ``qualifier`` (exact, about, over, nearly, at_least,
        at_most, range) and ``unit`` (an ISO 4217 code or a word such as person; "" where the words
        do not tell). With v the number and u the place value of its last digit that is not zero:
        270餘 is over, from v to v + u; 超过 is at_least v; 近 is nearly v, its upper bound; 约 is
        about v, without bounds; a range has bounds and no value.

    Raises
    ------
    ValidationError
        For any other text; the message says where reading stopped and what was expected.

    Examples
    --------
    >>> import aidnet
    >>> aidnet.parse_quantity("270餘萬元")
    Quantity(value=2700000, lower=2700000, upper=2800000, qualifier='over', unit='CNY')
    >>> aidnet.parse_quantity("近4000名")
    Quantity(value=4000, lower=None, upper=4000, qualifier='nearly', unit='person')
    >>> aidnet.parse_quantity("14978.06平方米").value
    Decimal('14978.06')
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {text!r}")
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise ValidationError(f"{text!r} has lone surrogates, which are no characters")
    value, lower, upper, qualifier, unit = _core.parse_quantity(text)
    return Quantity(_number(value), _number(lower), _number(upper), qualifier, unit)


def _number(text: str | None) -> int | Decimal | None:
    if text is None:
        return None
    return Decimal(text) if "." in text else int(text)

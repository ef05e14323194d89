"""What is said to readers in two languages: one table, ``words.csv``, for plots and reports."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Literal

Language = Literal["en", "zh"]


@cache
def _table() -> dict[str, tuple[str, str]]:
    text = (files("aidnet") / "words.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(text.splitlines()))
    table = {key: (english, chinese) for key, english, chinese in rows[1:]}
    if rows[0] != ["key", "en", "zh"] or len(table) != len(rows) - 1:
        raise ValueError("words.csv: the columns key,en,zh and each key once were expected")
    return table


def table() -> dict[str, list[str]]:
    """English and Chinese by key."""
    return {key: list(both) for key, both in _table().items()}


def has(key: str) -> bool:
    """Whether there is a word for a key."""
    return key in _table()


def word(key: str, language: Language, otherwise: str | None = None) -> str:
    """The word of a key; `otherwise` where there is none, or an error if that is not given."""
    found = _table().get(key)
    if found is None:
        if otherwise is None:
            raise KeyError(key)
        return otherwise
    return found[language == "zh"]

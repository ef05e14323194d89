"""One form for the many ways in which a name is written."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any

from aidnet import _core


def fold(name: str) -> str:
    """Width, compatibility forms, case, spaces, dashes, and traditional characters to one form."""
    text = unicodedata.normalize("NFKC", name).casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _simplifier().convert(text))
    folded: str = _core.fold_name(text)
    return folded


@cache
def _simplifier() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")

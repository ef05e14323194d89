"""All measures, each made from its binding row; also available as ``aidnet.<measure>``."""

from __future__ import annotations

from aidnet import _core
from aidnet._factory import make_measure

ROWS = {row["name"]: row for row in _core.measures}
"""The binding rows by name: what the functions below are made from."""

globals().update({name: make_measure(row) for name, row in ROWS.items()})

__all__ = sorted(ROWS)  # noqa: PLE0605

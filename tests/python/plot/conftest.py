"""Figures are drawn without a screen, and none is left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib as mpl
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

mpl.use("agg")


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """Matplotlib's own settings, and figures that a test leaves are closed behind it."""
    import matplotlib.pyplot as plt

    with mpl.rc_context():
        yield
    plt.close("all")

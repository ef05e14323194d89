"""What the bands of a Sankey diagram mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.plot import _style
from aidnet.plot._signs import sign_handles, signs

if TYPE_CHECKING:
    from aidnet.plot._sankey_layout import Links
    from aidnet.plot._view import View

SURE, UNSURE = 0.62, 0.25
"""How opaque a band is, up to what is at least given and beyond."""


def legend_of(view: View, stages: list[Links]) -> list[Any]:
    """The entries that the diagram needs."""
    from matplotlib.patches import Patch

    held = [one for stage in stages for one in stage.values()]
    bounds = np.array([(one.weight, one.lower, one.upper) for one in held]).reshape(-1, 3)
    looks: dict[str, dict[str, Any]] = {
        "at_least": {"facecolor": _style.REST, "alpha": SURE},
        "stated": {"facecolor": _style.REST, "alpha": UNSURE},
        "at_most": {"facecolor": "none", "edgecolor": _style.FAINT, "linestyle": _style.DASH},
    }

    def look(sign: str, label: str) -> Any | None:
        return Patch(**looks[sign], label=label) if sign in looks else None

    return sign_handles(signs(view, *bounds.T), look)

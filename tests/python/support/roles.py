"""What each node has with each other one, by the ties that a mode names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import aidnet


def ties_by_mode(net: aidnet.Network, mode: str, *, weighted: bool) -> Any:
    """A dense matrix without its diagonal; a pair tied both ways counts twice in mode 'all'."""
    ties = net.to_scipy().toarray()
    np.fill_diagonal(ties, 0.0)
    if not weighted:
        ties = (ties != 0).astype(float)
    if not net.directed:
        return ties
    return {"out": ties, "in": ties.T, "all": ties + ties.T}[mode]

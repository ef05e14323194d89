"""Values of the caller's own, one an edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.errors import ValidationError

if TYPE_CHECKING:
    from aidnet.network import Network

    Array = np.ndarray[Any, Any]


def edge_values(values: Any, what: str) -> Array:
    """A copy of the values as an array of floats; `what` they are, for messages."""
    array = np.array(values, dtype=np.float64)
    if array.ndim != 1:
        raise ValidationError(f"{what} must be one-dimensional, not of shape {array.shape}")
    return array


def entry_values(network: Network, values: Array, what: str) -> Array:
    """The same, one a stored entry: of an undirected network most edges have two."""
    edges = network.graph.edge_count
    if values.size != edges:
        raise ValidationError(
            f"{values.size} {what} for {edges} edges; "
            "one an edge is needed, in the order of network.edges"
        )
    found: Array = values[network.edge_of_entry()]
    return found

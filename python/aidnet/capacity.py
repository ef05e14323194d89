"""How much ties can carry, for measures of flows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from aidnet import _core
from aidnet._edge_values import edge_values, entry_values, shown
from aidnet._messages import spoken
from aidnet.errors import ValidationError

if TYPE_CHECKING:
    from aidnet._edge_values import EdgeValues
    from aidnet.network import Network

CapacityRule = Literal["weight"]


class Capacity:
    """How much each of a network's edges can carry at most.

    By default flows are limited by the network's own weights: what was given could be given again.
    Other limits, such as what a road or an office can handle, are values of your own.

    Parameters
    ----------
    values : pandas.Series or mapping by (source, target), array_like of shape (edges,), or str
        One capacity an edge, by its ends or in the order of ``network.edges``, as for
        ``aidnet.Length``. At least 0, and infinite where there is no limit. Edges of weight zero
        are no edges, whatever their capacity. A string names an attribute of the edges of the
        NetworkX graph that the measure is given, or a column of ``network.edges``.

    Examples
    --------
    >>> import aidnet
    >>> net = aidnet.from_edges(["a", "a", "b"], ["b", "c", "c"], [4.0, 1.0, 2.0])
    >>> aidnet.maximum_flow(net, source="a", target="c").attrs["value"]
    3.0
    >>> no_more_than_one = aidnet.Capacity([1.0, 1.0, 1.0])
    >>> aidnet.maximum_flow(net, source="a", target="c", capacity=no_more_than_one).attrs["value"]
    2.0
    """

    __slots__ = ("_values",)

    def __init__(self, values: Any) -> None:
        self._values: EdgeValues | None = edge_values(values, "capacities")

    @classmethod
    def weight(cls) -> Capacity:
        """Every edge carries as much as its weight."""
        capacity = cls(())
        capacity._values = None
        return capacity

    def __repr__(self) -> str:
        if self._values is None:
            return "Capacity.weight()"
        return f"Capacity({shown(self._values)})"

    def resolve(self, network: Network, of: Any = None) -> _core.Capacity:
        """The compiled form for one network, made of the graph `of` if that is another."""
        graph = network.graph
        values = (
            None if self._values is None else entry_values(network, self._values, "capacities", of)
        )
        with spoken(network.nodes):
            if values is None:
                return _core.Capacity.of_weights(graph)
            return _core.Capacity.given(graph, values)


def as_capacity(capacity: object) -> Capacity:
    """What a measure was given as ``capacity=``, as a Capacity."""
    if isinstance(capacity, Capacity):
        return capacity
    if isinstance(capacity, str):
        if capacity != "weight":
            raise ValidationError(
                f"capacity is {capacity!r}; it must be 'weight' or aidnet.Capacity of values, or "
                f"of the name of an attribute of edges: aidnet.Capacity({capacity!r})"
            )
        return Capacity.weight()
    raise TypeError(
        f"capacity is a {type(capacity).__name__}; say 'weight' or, if these values are "
        "capacities, wrap them: aidnet.Capacity(values)"
    )

"""What it costs to take help along ties, for measures where that may be negative."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from aidnet import _core
from aidnet._edge_values import edge_values, entry_values, shown
from aidnet._messages import spoken
from aidnet.errors import ValidationError

if TYPE_CHECKING:
    from aidnet._edge_values import EdgeValues
    from aidnet.network import Network

CostRule = Literal["unit"]


class Cost:
    """What it costs to take one unit along each of a network's edges; it may be less than nothing.

    A fee less what is got back, a price less the subsidy, the logarithm of a rate of exchange. A
    network's weights are strengths and never taken for costs.

    Parameters
    ----------
    values : pandas.Series or mapping by (source, target), array_like of shape (edges,), or str
        One cost an edge, by its ends or in the order of ``network.edges``, as for
        ``aidnet.Length``; of any sign and finite. Edges of weight zero are no edges, whatever they
        cost. A string names an attribute of the edges of the NetworkX graph that the measure is
        given, or a column of ``network.edges``.

    Examples
    --------
    >>> import aidnet
    >>> cost = aidnet.Cost([3.0, -1.5])
    >>> cost
    Cost(<2 values>)
    """

    __slots__ = ("_values",)

    def __init__(self, values: Any) -> None:
        self._values: EdgeValues | None = edge_values(values, "costs")

    @classmethod
    def unit(cls) -> Cost:
        """Every edge costs 1."""
        cost = cls(())
        cost._values = None
        return cost

    def __repr__(self) -> str:
        return "Cost.unit()" if self._values is None else f"Cost({shown(self._values)})"

    def resolve(self, network: Network, of: Any = None) -> _core.Cost:
        """The compiled form for one network, made of the graph `of` if that is another."""
        if self._values is None:
            return _core.Cost.unit()
        values = entry_values(network, self._values, "costs", of)
        with spoken(network.nodes):
            return _core.Cost.given(network.graph, values)


def as_cost(cost: object) -> Cost:
    """What a measure was given as ``cost=``, as a Cost."""
    if isinstance(cost, Cost):
        return cost
    if isinstance(cost, str):
        if cost != "unit":
            raise ValidationError(
                f"cost is {cost!r}; it must be 'unit' or aidnet.Cost of values, or of the name of "
                f"an attribute of edges: aidnet.Cost({cost!r})"
            )
        return Cost.unit()
    raise TypeError(
        f"cost is a {type(cost).__name__}; weights are strengths, not costs. "
        "Say 'unit' or, if these values are costs, wrap them: aidnet.Cost(values)"
    )

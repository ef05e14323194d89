"""What it costs to take help along ties, for measures where that may be negative."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from aidnet import _core
from aidnet._edge_values import edge_values, entry_values
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
    values : pandas.Series or mapping by (source, target), or array_like of float, shape (edges,)
        One cost an edge, by its ends or in the order of ``network.edges`` (not that of the rows it
        was made of), of any sign and finite. Edges of weight zero are no edges, whatever they
        cost.

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
        return "Cost.unit()" if self._values is None else f"Cost(<{self._values.size} values>)"

    def resolve(self, network: Network) -> _core.Cost:
        """The compiled form for one network."""
        if self._values is None:
            return _core.Cost.unit()
        return _core.Cost.given(network.graph, entry_values(network, self._values, "costs"))


def as_cost(cost: object) -> Cost:
    """What a measure was given as ``cost=``, as a Cost."""
    if isinstance(cost, Cost):
        return cost
    if isinstance(cost, str):
        if cost != "unit":
            raise ValidationError(f"cost is {cost!r}; it must be 'unit' or aidnet.Cost(values)")
        return Cost.unit()
    raise TypeError(
        f"cost is a {type(cost).__name__}; weights are strengths, not costs. "
        "Say 'unit' or, if these values are costs, wrap them: aidnet.Cost(values)"
    )

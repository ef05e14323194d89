"""How long ties are, for measures that follow shortest paths."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, Literal

from aidnet import _core
from aidnet._edge_values import edge_values, entry_values
from aidnet.errors import ValidationError

if TYPE_CHECKING:
    from aidnet._edge_values import EdgeValues
    from aidnet.network import Network

Rule = Literal["unit", "reciprocal", "neg_log_share"]


class Length:
    """The lengths of a network's edges, for measures of shortest paths.

    A network's weights are strengths: more money means *closer*. Lengths are therefore always made
    on purpose, by a rule or from values of your own.

    Parameters
    ----------
    values : pandas.Series or mapping by (source, target), or array_like of float, shape (edges,)
        One length an edge, by its ends or in the order of ``network.edges`` (not that of the rows
        it was made of); at least 0, and infinite where there is to be no edge. Edges of weight
        zero are no edges, whatever their length.

    Examples
    --------
    >>> import aidnet
    >>> net = aidnet.from_edges(["a", "a", "b"], ["b", "c", "c"], [4.0, 1.0, 4.0])
    >>> aidnet.betweenness(net, length="reciprocal", normalized=False).to_dict()
    {'a': 0.0, 'b': 1.0, 'c': 0.0}
    >>> by_road = aidnet.Length({("a", "b"): 300.0, ("b", "c"): 90.0, ("a", "c"): 250.0})
    >>> aidnet.betweenness(net, length=by_road, normalized=False).to_dict()
    {'a': 0.0, 'b': 0.0, 'c': 0.0}
    """

    __slots__ = ("_bits", "_of", "_rule", "_values")

    def __init__(self, values: Any) -> None:
        self._rule = "given"
        self._of = ""
        self._values: EdgeValues | None = edge_values(values, "lengths")
        self._bits: int | None = None

    @classmethod
    def _by_rule(cls, rule: str, of: str = "") -> Length:
        length = cls(())
        length._rule, length._of, length._values = rule, of, None
        return length

    @classmethod
    def unit(cls) -> Length:
        """Every edge has length 1: distance is the number of steps."""
        return cls._by_rule("unit")

    @classmethod
    def reciprocal(cls) -> Length:
        """1 / weight: twice the money is half the distance."""
        return cls._by_rule("reciprocal")

    @classmethod
    def neg_log_share(cls, *, of: Literal["donor", "recipient"] = "donor") -> Length:
        """-ln of the edge's share of all that the donor gives (or the recipient receives)."""
        return cls._by_rule("neg_log_share", of)

    def scaled(self, bits: int) -> Length:
        """The same lengths rounded to whole steps of longest / 2**bits, whose sums are exact.

        Sums of decimal fractions tie by luck only (0.1 + 0.2 is not 0.15 + 0.15). Sums of steps tie
        where the lengths are whole numbers of steps; thirds and tenths are rounded to steps one by
        one, and three thirds can differ from one. Where lengths have a unit that they are whole
        numbers of, count in that unit: ``Length(10 * km)``. `bits` is 1 to 40.
        """
        length = copy(self)
        length._bits = bits  # noqa: SLF001
        return length

    def __repr__(self) -> str:
        inner = f"of={self._of!r}" if self._of else ""
        text = (
            f"Length(<{self._values.size} values>)"
            if self._values is not None
            else f"Length.{self._rule}({inner})"
        )
        return text if self._bits is None else f"{text}.scaled({self._bits})"

    def resolve(self, network: Network) -> _core.Length:
        """The compiled form for one network."""
        graph = network.graph
        if self._values is not None:
            length = _core.Length.given(graph, entry_values(network, self._values, "lengths"))
        elif self._rule == "neg_log_share":
            length = _core.Length.neg_log_share(graph, self._of)
        elif self._rule == "reciprocal":
            length = _core.Length.reciprocal(graph)
        else:
            length = _core.Length.unit()
        return length if self._bits is None else length.scaled(self._bits)


def as_length(length: object) -> Length:
    """What a measure was given as ``length=``, as a Length."""
    if isinstance(length, Length):
        return length
    if isinstance(length, str):
        rules = {
            "unit": Length.unit,
            "reciprocal": Length.reciprocal,
            "neg_log_share": Length.neg_log_share,
        }
        if length not in rules:
            raise ValidationError(
                f"length is {length!r}; it must be one of {', '.join(map(repr, rules))}, "
                "or aidnet.Length(values)"
            )
        return rules[length]()
    raise TypeError(
        f"length is a {type(length).__name__}; weights are strengths, not distances. "
        "Name a rule ('unit', 'reciprocal', 'neg_log_share') or, if these values are distances, "
        "wrap them: aidnet.Length(values)"
    )

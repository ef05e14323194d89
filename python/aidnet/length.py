"""How long ties are, for measures that follow shortest paths."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, Literal

from aidnet import _core
from aidnet._edge_values import edge_values, entry_values, shown
from aidnet._messages import spoken
from aidnet.errors import ValidationError

if TYPE_CHECKING:
    from aidnet._edge_values import EdgeValues
    from aidnet.network import Network

Rule = Literal["unit", "reciprocal", "neg_log_share"]


class Length:
    """The lengths of a network's edges, for measures of shortest paths.

    A network's weights are strengths: more money means *closer*. Lengths are therefore always made
    on purpose, by a rule or from values of your own. Those of paths are sums that are compared
    exactly: whole numbers tie where they are meant to; decimal fractions, `in_units`.

    Parameters
    ----------
    values : pandas.Series or mapping by (source, target), array_like of shape (edges,), or str
        One length an edge, by its ends or in the order of ``network.edges``, which need not be
        that of the rows it was made of: a column of those is refused, one of ``network.edges``,
        or calculated from one, is taken. At least 0, and infinite where there is to be no edge.
        Edges of weight zero are no edges, whatever their length. A string names an attribute of
        the edges of the NetworkX graph that the measure is given, or a column of
        ``network.edges``.

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

    __slots__ = ("_of", "_rule", "_steps", "_values")

    def __init__(self, values: Any) -> None:
        self._rule = "given"
        self._of = ""
        self._values: EdgeValues | None = edge_values(values, "lengths")
        self._steps: tuple[tuple[str, float], ...] = ()  # what is done to them, by name

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

    def in_units(self, unit: float) -> Length:
        """The same lengths as whole numbers of a unit, so that paths of as many units tie.

        0.1 + 0.2 is not 0.3 in floating point, nor are three thirds one; with ``in_units(0.1)`` and
        ``in_units(1 / 3)`` they are. Distances stay in the unit of the values, to a relative 1e-9
        at worst: the unit is rounded to as few bits as make all sums exact. A length that is no
        whole number of units is an error that names the edge, as are more units than a float can
        count.

        Examples
        --------
        >>> import aidnet
        >>> net = aidnet.from_edges(["a", "a", "b", "c"], ["b", "c", "c", "d"])
        >>> km = aidnet.Length({("a", "b"): 0.1, ("b", "c"): 0.2, ("a", "c"): 0.3, ("c", "d"): 1.0})
        >>> aidnet.betweenness(net, length=km, normalized=False).to_dict()
        {'a': 0.0, 'b': 0.0, 'c': 2.0, 'd': 0.0}
        >>> aidnet.betweenness(net, length=km.in_units(0.1), normalized=False).to_dict()
        {'a': 0.0, 'b': 1.0, 'c': 2.0, 'd': 0.0}
        """
        return self._then("in_units", unit)

    def scaled(self, bits: int) -> Length:
        """The same lengths rounded to whole steps of longest / 2**bits, with the step as the unit.

        Coarser lengths, whose sums are exact. Each is rounded by itself, so that sums of lengths
        which are no whole numbers of steps need not tie: see `in_units`. `bits` is 1 to 40.
        """
        return self._then("scaled", bits)

    def _then(self, step: str, number: float) -> Length:
        length = copy(self)
        length._steps = (*self._steps, (step, number))  # noqa: SLF001
        return length

    def __repr__(self) -> str:
        inner = f"of={self._of!r}" if self._of else ""
        text = (
            f"Length({shown(self._values)})"
            if self._values is not None
            else f"Length.{self._rule}({inner})"
        )
        return text + "".join(f".{step}({number!r})" for step, number in self._steps)

    def resolve(self, network: Network, of: Any = None) -> _core.Length:
        """The compiled form for one network, made of the graph `of` if that is another."""
        graph = network.graph
        if self._values is not None:
            values = entry_values(network, self._values, "lengths", of)
        with spoken(network.nodes):
            if self._values is not None:
                length = _core.Length.given(graph, values)
            elif self._rule == "neg_log_share":
                length = _core.Length.neg_log_share(graph, self._of)
            elif self._rule == "reciprocal":
                length = _core.Length.reciprocal(graph)
            else:
                length = _core.Length.unit()
            for step, number in self._steps:
                if step == "in_units":
                    length = length.in_units(graph, number)
                else:
                    length = length.scaled(number)
        return length


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
                "or aidnet.Length of values, or of the name of an attribute of edges: "
                f"aidnet.Length({length!r})"
            )
        return rules[length]()
    raise TypeError(
        f"length is a {type(length).__name__}; weights are strengths, not distances. "
        "Name a rule ('unit', 'reciprocal', 'neg_log_share') or, if these values are distances, "
        "wrap them: aidnet.Length(values)"
    )

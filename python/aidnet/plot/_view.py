"""What the plots read of a network: its edges as arrays, with bounds, and what is not stated."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet._words import word
from aidnet.ledger_network import LedgerNetwork
from aidnet.network import Array, Network, as_network
from aidnet.plot import _words

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from aidnet._words import Language


@dataclass(frozen=True)
class View:
    """A network as columns: one element an edge, in the order of `Network.edges`."""

    net: Network
    names: list[str]
    source: Array
    target: Array
    weight: Array
    lower: Array
    upper: Array
    unknown: Array
    """Which edges have flows that state no amount."""
    unit: str
    """Of the amounts; "" where they have none."""
    weighed: str
    """Whether weights are sums of amounts, counts of flows, or presence."""
    language: Language

    @property
    def size(self) -> int:
        """Number of nodes."""
        return len(self.names)

    @property
    def dashed(self) -> Array:
        """Which edges weigh nothing, so that no width or colour can show them."""
        nothing: Array = self.weight == 0
        return nothing

    @property
    def unstated(self) -> Array:
        """Which edges weigh nothing because their flows state no amount."""
        nothing: Array = self.dashed & self.unknown
        return nothing

    @property
    def uncertain(self) -> Array:
        """Which edges have bounds that differ from the weight."""
        differ: Array = (self.lower != self.weight) | (self.upper != self.weight)
        return differ

    def strength(self, mode: str = "all") -> Array:
        """`aidnet.strength` by node; amounts below zero count by their size."""
        import aidnet

        return np.abs(aidnet.strength(self.net, mode=mode).to_numpy(float))  # type: ignore[arg-type]

    def role(self) -> list[str]:
        """By node: gives, receives, both, or party where it does neither or edges have no way."""
        gives, receives = np.zeros(self.size, bool), np.zeros(self.size, bool)
        if self.net.directed:
            gives[self.source], receives[self.target] = True, True
        words = {(True, True): "both", (True, False): "gives", (False, True): "receives"}
        return [
            words.get((bool(g), bool(r)), "party") for g, r in zip(gives, receives, strict=True)
        ]

    @cached_property
    def sizes(self) -> tuple[Array, Array, Array]:
        """Without their signs: weights, and the least and the most that they can be."""
        low, high = np.maximum(self.lower, 0.0), self.upper
        below = self.weight < 0
        least, most = (
            np.where(below, np.maximum(-high, 0.0), low),
            np.where(below, -self.lower, high),
        )
        return np.abs(self.weight), least, most

    @property
    def axis(self) -> str:
        """What weights are in, as an axis or colour bar names it."""
        return _words.unit_name(self.language, self.unit, self.weighed)

    def amount(self, value: float) -> str:
        """A number with the unit behind it."""
        return _words.with_unit(self.language, value, self.unit, self.weighed)

    def rough(self, value: float) -> str:
        """The same with two digits that count."""
        return self.amount(float(f"{value:.2g}"))

    def say(self, key: str, **values: object) -> str:
        """A word or sentence in the plot's language."""
        return _words.say(self.language, key, **values)

    def partial(self) -> str:
        """A note on edges that have an amount, but also flows that state none; or ""."""
        n = int((self.unknown & ~self.dashed).sum())
        return self.say("partial", n=n) if n else ""

    def nothing(self) -> str:
        """What a legend calls the edges that weigh nothing."""
        zero = self.dashed & ~self.unstated
        if zero.any():
            return self.say("unstated_or_zero" if self.unstated.any() else "zero")
        return self.say("unstated")


def view_of(data: Any, language: str | None = None) -> View:
    """The view of a Network, a NetworkX graph or a SciPy sparse array."""
    net = as_network(data)
    source = np.repeat(np.arange(net.node_count), np.diff(net.indptr))
    target, weight = net.indices.astype(np.int64), net.weights
    lower = upper = weight
    unknown = np.zeros(len(weight), bool)
    unit, weighed = "", "sum"
    names = names_of(net.nodes)
    spoken = _words.checked(language, names)
    if isinstance(net, LedgerNetwork):
        lower, upper = net.lower, net.upper
        unit, weighed = net.unit, str(net.options["weight"])
        if weighed == "sum":
            unknown = net.edges["unknown"].to_numpy() > 0
        names = _told_apart(net, names, spoken)
    kept = np.ones(len(weight), bool) if net.directed else source <= target
    return View(
        net=net,
        names=names,
        source=source[kept],
        target=target[kept],
        weight=weight[kept],
        lower=lower[kept],
        upper=upper[kept],
        unknown=unknown[kept],
        unit=unit,
        weighed=weighed,
        language=spoken,
    )


def _told_apart(net: LedgerNetwork, names: list[str], language: Language) -> list[str]:
    """Names with what tells them from others alike in words where words do, instead of ids."""
    table = net.node_table
    alike: dict[str, list[int]] = {}
    for k, (label, own) in enumerate(zip(net.nodes, table["id"], strict=True)):
        bare = str(label).removesuffix(f" ({own})")
        if bare != label:
            alike.setdefault(bare, []).append(k)
    told, kinds = list(names), table["kind"].tolist()
    for bare, nodes in alike.items():
        if len(nodes) > 1 and len({kinds[k] for k in nodes}) == len(nodes):
            for k in nodes:
                note = word(f"node.{kinds[k]}", language)
                told[k] = _words.say(language, "with_note", name=bare, note=note)
    return names_of(told)


def figures_of(net: LedgerNetwork, rows: pd.DataFrame) -> tuple[Array, Array]:
    """Of each of a network's statements: amount, lower and upper; and whether an amount is stated.

    What is not stated adds nothing. Where flows are counted, each is one.
    """
    if net.options["weight"] == "count":
        return np.ones((len(rows), 3)), np.ones(len(rows), bool)
    figures = rows[["amount", "amount_lower", "amount_upper"]].to_numpy(float)
    stated = ~np.isnan(figures[:, 0])
    return np.where(np.isnan(figures), 0.0, figures), stated


def names_of(labels: Iterable[Any]) -> list[str]:
    """Labels as plots write them: on one line, whatever they hold."""
    return [" ".join(str(label).split()) for label in labels]


def values_of(net: LedgerNetwork, column: str, language: Language) -> dict[str, str]:
    """How the values of a column are called that are ids: programmes, and parties that help along.

    Names that several bear have the id behind them.
    """
    tables = {"programme": ("programmes", "programme"), "channel": ("parties", "party")}
    if column not in tables:
        return {}
    table, key = tables[column]
    rows = net.ledger.shared_table(table)
    named = (
        rows[f"name_{language}"].astype(object).where(rows[f"name_{language}"].notna(), rows[key])
    )
    shared = named.duplicated(keep=False)
    return {
        own: f"{name} ({own})" if double and name != own else str(name)
        for own, name, double in zip(rows[key], named, shared, strict=True)
    }

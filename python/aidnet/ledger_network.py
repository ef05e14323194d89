"""From a ledger to a network, and the way back."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from aidnet import _core
from aidnet._network_options import compiled_options, kept
from aidnet.errors import ValidationError
from aidnet.network import Array, Network

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import pandas as pd

    from aidnet.ledger import Ledger

Language = Literal["en", "zh"]
NAMES = ("name_zh", "name_en")

# What became of the flows that were left out, as a list says it behind their number.
FATES = {
    "other_resource": "of another resource",
    "not_aid": "repayment, interest or purchase, which enter only when named",
    "other_unit": "in another unit, or in none",
    "other_status": "of another status",
    "other_programme": "under another programme",
    "other_source": "from another source",
    "elsewhere": "with neither end there",
    "out_of_period": "outside the period",
    "undated": "without a date",
    "cancelled": "cancelled",
    "same_as": "other measures or reports of help that is counted already",
    "superseded": "overtaken by a linked flow of a more advanced status",
    "aggregate": "national or programme-wide totals, which would count others twice",
    "replaced_by_parts": "totals whose parts are in the network",
    "within_total": "parts of totals that are in the network",
    "above_level": "with an end that has no node at the level",
    "without_amount": "without an amount",
}

# What a reader of the weights should know, behind the number of flows, ends or nodes.
REMARKS = {
    "missing": "without an amount: an edge, to which they add nothing",
    "midpoints": "valued at the middle of their bounds",
    "about_as_exact": '"about" without a tolerance: taken as exact',
    "unbounded": "without an upper bound",
    "internal": "within one node",
    "both_directions": "both ways: one edge each way, without an amount",
    "beyond_period": "reaching beyond the period, counted whole",
    "negative": "below zero",
    "totals_exceeded": "totals whose parts add up to more",
    "groups_kept": "ends that are groups, kept as nodes",
    "groups_split": "ends that are groups, split among their members",
    "groups_unsplit": "ends that are groups without known members, kept as nodes",
    "nodes_above_level": "nodes that are parties above the level",
    "nodes_without_place": "nodes that are parties without a place at the level",
}


class Description(dict[str, Any]):
    """What a network holds and what was left out and why: a dict that prints as text."""

    def __str__(self) -> str:
        head = f"{self['used']:,} of {self['flows']:,} flows are in the network"
        if self["unit"]:
            head += (
                f": {_grouped(self['total'])} {self['unit']}, between "
                f"{_grouped(self['total_lower'])} and {_grouped(self['total_upper'])}"
            )
        left = {words: self["fates"].get(name, 0) for name, words in FATES.items()}
        remarks = {words: self[name] for name, words in REMARKS.items()}
        remarks[f"totals keep {_grouped(self['remainder_sum'])} that no part accounts for"] = self[
            "remainders"
        ]
        dropped = "shares of joint gifts without a node at the level, left out"
        if self["dropped_sum"] not in ("0", ""):
            dropped += f": {_grouped(self['dropped_sum'])} in all"
        remarks[dropped] = self["shares_dropped"]
        short = "chains that fall short of an earlier status, not added"
        if self["unexecuted_sum"] not in ("0", ""):
            short += f": by {_grouped(self['unexecuted_sum'])}"
        remarks[short] = self["unexecuted"]
        parts = [
            head,
            *_listed("statuses", self["statuses"]),
            *_listed("figures", self["qualifiers"]),
            *_listed("to know", remarks),
            *_listed("left out", left),
        ]
        return "\n".join(parts)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(str(self))}</pre>"


def _listed(title: str, counts: dict[str, int]) -> list[str]:
    rows = [f"  {count:>7,}  {words}" for words, count in counts.items() if count]
    return [f"{title}:", *rows] if rows else []


def _grouped(number: str) -> str:
    """Exact decimal text with thousands separators."""
    whole, point, rest = number.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits):,}{point}{rest}" if digits.isdigit() else number


class LedgerNetwork(Network):
    """A network made of a ledger's flows, with bounds, and the way back to the statements.

    A `Network` in every respect; besides, its weights have `lower` and `upper` bounds, each edge
    knows its flows (`flows_of`), each node its party or place (`node_table`), and `describe` says
    what is in it, what was left out, and why.
    """

    __slots__ = ("_compiled", "_ledger", "_names", "_options")

    def __init__(
        self,
        compiled: _core.LedgerNetwork,
        ledger: Ledger,
        options: dict[str, Any],
        names: Language | None = None,
    ) -> None:
        self._compiled = compiled
        self._ledger = ledger
        self._options = options
        self._names = names
        super().__init__(compiled.graph, self._labels(names))

    def _labels(self, names: Language | None) -> pd.Index:
        import pandas as pd

        ids: pd.Index = pd.Index(self._compiled.nodes[2], dtype=object, name="node")
        if names is None:
            return ids
        named = self._node_table(ids)[f"name_{names}"].to_numpy(object)
        labels = pd.Index(np.where(pd.isna(named), ids, named), dtype=object, name="node")
        shared = labels.duplicated(keep=False)
        both = [f"{label} ({own})" for label, own in zip(labels, ids, strict=True)]
        return pd.Index(np.where(shared, both, labels), dtype=object, name="node")

    @property
    def ledger(self) -> Ledger:
        """The ledger that it is a view of."""
        return self._ledger

    @property
    def options(self) -> dict[str, Any]:
        """The options of `Ledger.network` that were given."""
        return kept(self._options)

    @property
    def unit(self) -> str:
        """What the weights are in; "" for counts and presence."""
        return self._compiled.unit

    @property
    def lower(self) -> Array:
        """The least that each weight can be, by entry, in the order of `weights`; read-only."""
        return self._compiled.lower

    @property
    def upper(self) -> Array:
        """The most that each weight can be, by entry; infinite where nothing bounds it."""
        return self._compiled.upper

    @property
    def edges(self) -> pd.DataFrame:
        """Columns source, target, weight, lower, upper: one row an edge, by node position."""
        return super().edges.assign(lower=self.lower.copy(), upper=self.upper.copy())

    @property
    def node_table(self) -> pd.DataFrame:
        """What each node is.

        By node, with the columns kind (party, place, side, programme), id (in the ledger), name_zh,
        name_en, above_level and without_place (a party kept as its own node because the level has
        none for it).
        """
        return self._node_table(self.nodes)

    def _node_table(self, index: pd.Index) -> pd.DataFrame:
        import pandas as pd

        kind, row, labels, above, placeless = self._compiled.nodes
        columns = {"id": np.array(labels, dtype=object)}
        columns |= {name: np.full(len(labels), None, dtype=object) for name in NAMES}
        kinds = np.array(kind, dtype=object)
        for one, name in (("party", "parties"), ("place", "places"), ("programme", "programmes")):
            where = np.flatnonzero((kinds == one) & (row >= 0))
            if where.size:
                known = self._ledger.shared_table(name).iloc[row[where]]
                for column, of in (("id", one), *zip(NAMES, NAMES, strict=True)):
                    columns[column][where] = known[of].to_numpy(object)
        table = pd.DataFrame({"kind": kinds, **columns}, index=index, dtype=object)
        return table.assign(above_level=above.astype(bool), without_place=placeless.astype(bool))

    def with_names(self, language: Language = "en") -> LedgerNetwork:
        """The same network with nodes labelled by their names instead of their ids.

        Parameters
        ----------
        language : {'en', 'zh'}
            Which names. A node without one keeps its id; names that several nodes bear have the id
            behind them.
        """
        if language not in ("en", "zh"):
            raise ValidationError(f"language is {language!r}; it must be one of 'en', 'zh'")
        return LedgerNetwork(self._compiled, self._ledger, self._options, language)

    def with_weights(self, which: Literal["lower", "upper", "mid"]) -> Network:
        """The same network with its lower or upper bounds, or their middle, as weights.

        Raises
        ------
        ValidationError
            If a bound that is needed is infinite; the message names the edges.
        """
        if not isinstance(which, str):
            raise TypeError(f"which must be a str: 'lower', 'upper' or 'mid', not {which!r}")
        return Network(self._compiled.with_weights(which), self.nodes)

    def flows_of(self, source: Hashable, target: Hashable) -> pd.DataFrame:
        """The statements behind an edge.

        Parameters
        ----------
        source, target : label
            The two ends of the edge.

        Returns
        -------
        pandas.DataFrame
            The rows of the ledger's flows, by flow, and before their columns: ``amount``,
            ``amount_lower`` and ``amount_upper``, what each contributes to this edge (missing where
            none is stated), and ``remainder``, whether only what the parts leave of a total does.
            Empty where there is no edge.
        """
        entry = self._graph.find_entry(self._position(source), self._position(target))
        return self._statements([entry] if entry >= 0 else [])

    def statements(self) -> pd.DataFrame:
        """The statements behind all edges: as `flows_of`, by source_node and target_node."""
        return self._statements(range(self._graph.entry_count), ends=True)

    def _statements(self, entries: Iterable[int], *, ends: bool = False) -> pd.DataFrame:
        import pandas as pd

        found = self._compiled.flows_of(list(entries))
        columns: dict[str, Any] = {}
        if ends:
            sources = self._entry_sources()[found["entry"]]
            columns["source_node"] = self.nodes.take(sources)
            columns["target_node"] = self.nodes.take(self.indices[found["entry"]])
        columns |= {
            "amount": found["amount"],
            "amount_lower": found["lower"],
            "amount_upper": found["upper"],
            "remainder": found["remainder"].astype(bool),
        }
        flows = self._ledger.shared_table("flows").iloc[found["flow"]]
        contributed = pd.DataFrame(columns, index=flows.index, copy=True)
        statements: pd.DataFrame = pd.concat([contributed, flows], axis="columns")
        return statements.set_index("flow")

    @property
    def fates(self) -> pd.Series:
        """What became of each flow of the ledger: used, superseded, other_unit and so on."""
        import pandas as pd

        names, codes = self._compiled.fates
        return pd.Series(
            pd.Categorical.from_codes(codes, categories=names),
            index=self._ledger.ids("flows").rename("flow"),
            name="fate",
        )

    def describe(self) -> Description:
        """What the network holds, what was left out and why; prints as text, and is a dict."""
        return Description(unit=self.unit, **self._compiled.description)

    def __reduce__(self) -> tuple[Any, ...]:
        return make_network, (self._ledger, self._options, self._names)

    def __repr__(self) -> str:
        unit = f" {self.unit}" if self.unit else ""
        return f"{super().__repr__().removesuffix('>')}{unit}>".replace(
            "<Network", "<LedgerNetwork"
        )


def make_network(
    ledger: Ledger, options: dict[str, Any], names: Language | None = None
) -> LedgerNetwork:
    """The network of a ledger; `options` are those of `Ledger.network`."""
    options = kept(options)
    compiled = _core.LedgerNetwork.make(ledger.compiled, compiled_options(ledger, options))
    return LedgerNetwork(compiled, ledger, options, names)

"""From a ledger to a network, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from aidnet import _core
from aidnet._description import Description
from aidnet._network_options import compiled_options, kept
from aidnet.errors import AmbiguousNameError, ValidationError
from aidnet.network import Array, Network

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import networkx as nx
    import pandas as pd

    from aidnet.ledger import Ledger

Language = Literal["en", "zh"]
NAMES = ("name_zh", "name_en")
SINGULAR = {"parties": "party", "places": "place", "programmes": "programme"}


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
        """One row an edge, in the order of the nodes.

        Columns source, target, weight, lower, upper, flows (how many are behind it) and unknown
        (how many of these state no amount, so that the edge may be more than its upper bound).
        """
        return super().edges.assign(
            lower=self.lower.copy(),
            upper=self.upper.copy(),
            flows=self._compiled.flow_counts.copy(),
            unknown=self._compiled.unknown_counts.copy(),
        )

    def to_networkx(self, *, weight: str = "weight") -> nx.Graph[Any]:
        """A networkx.DiGraph with weight, lower, upper, and the names and kinds of nodes.

        Parameters
        ----------
        weight : str
            The edge attribute that has the weight. An upper bound may be infinite; a name that is
            not known is left out.
        """
        graph = super().to_networkx(weight=weight)
        edges = self.edges
        for name in ("lower", "upper"):
            ends = zip(edges["source"], edges["target"], edges[name].tolist(), strict=True)
            for source, target, bound in ends:
                graph.edges[source, target][name] = bound
        for label, row in self.node_table.to_dict("index").items():
            graph.nodes[label].update({str(k): v for k, v in row.items() if v is not None})
        return graph

    def _position(self, label: Hashable) -> int:
        """Where a node stands: by its label, or by any name of its party, place or programme."""
        found = self._find(label)
        if found >= 0 or not isinstance(label, str):
            return found if found >= 0 else super()._position(label)
        kind, row, *_ = self._compiled.nodes
        known = {(k, r): node for node, (k, r) in enumerate(zip(kind, row.tolist(), strict=True))}
        named = self._ledger.candidates(label)
        nodes = {
            known[one, at]
            for one, at in zip(named["table"].map(SINGULAR), named["row"], strict=True)
            if (one, at) in known
        }
        if len(nodes) > 1:
            ids = [str(self.nodes[node]) for node in sorted(nodes)]
            raise AmbiguousNameError(f"{label!r} can be the nodes {', '.join(ids)}", ids)
        return nodes.pop() if nodes else super()._position(label)

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
            The two ends of the edge: labels of nodes, or any names that tell one node.

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
            # What is left of a total bounds its edge together with the parts on it; by itself it
            # lies between the two.
            "amount_lower": np.minimum(found["lower"], found["upper"]),
            "amount_upper": np.maximum(found["lower"], found["upper"]),
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
        weight = self._options["weight"]
        return Description(unit=self.unit, weight=weight, **self._compiled.description)

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

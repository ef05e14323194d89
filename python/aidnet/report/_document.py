"""The document of a report: the draft with numbers for references, and within its limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aidnet._words import table
from aidnet.report._flows import ID, flows_of, sources_of
from aidnet.report._limits import kept_rows
from aidnet.report._nets import touched
from aidnet.report._nodes import Nodes, shortened
from aidnet.report._positions import lay_out
from aidnet.report._states import LEVELS
from aidnet.report._values import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aidnet.report._concentration import Concentration
    from aidnet.report._draft import Draft
    from aidnet.report._lenses import Lens
    from aidnet.report._limits import Limits
    from aidnet.report._nets import Net, Node
    from aidnet.report._ranks import Ranks
    from aidnet.report._states import State

ENDS = ("out", "gout", "uout", "in", "gin", "uin")
"""The columns of what each node gives and receives, as `Ends` has them."""
MESSAGE = 1000
"""Messages are cut behind so many characters."""


def document_of(draft: Draft, limits: Limits, meta: dict[str, Any]) -> dict[str, Any]:
    """The whole document."""
    return _Writer(draft, limits).document(meta)


class _Writer:
    """Writes the sections of a draft; numbers nodes and statements on the way."""

    def __init__(self, draft: Draft, limits: Limits) -> None:
        self.draft = draft
        self.limits = limits
        self.nodes = Nodes(draft.ledger)
        self.rows = kept_rows(draft, limits)
        self.number = {row: k for k, row in enumerate(self.rows)}
        self.states = {k: s for k, s in draft.states.items() if s.filters <= limits.filters}

    def document(self, meta: dict[str, Any]) -> dict[str, Any]:
        draft, rows = self.draft, self.limits.rows
        counts = {own: len(flows) for own, flows in draft.counts["source"]}
        sources = sources_of(draft.ledger, self.rows, counts, self.limits.flows)
        states = {key: self.state(state) for key, state in self.states.items()}
        sections: dict[str, Any] = {
            "words": table(),
            "sources": sources,
            "flows": flows_of(draft.ledger, self.rows, self.number, self.nodes, sources),
            "lenses": [self.lens(lens) for lens in draft.lenses],
            "states": states,
            "planned": {
                "rows": [self.stages(row) for row in draft.planned],
                "chains": [
                    [self.number[k] for k in chain] for chain in draft.chains if self.holds(chain)
                ],
            },
            "movement": {
                "unit": draft.movement.unit,
                "rows": [self.moved(row) for row in draft.movement.rows[:rows]],
                "chart": [self.cell(row) for row in draft.movement.chart],
                "not_drawn": {"total": draft.movement.not_drawn["total"]}
                | self.behind(draft.movement.not_drawn["flows"]),
                "net": None if draft.movement.net is None else self.net(draft.movement.net),
            },
            "groups": [self.group(one) for one in draft.groups[:rows]],
            "channels": [
                {"n": self.nodes(one["n"]), **self.behind(one["flows"])}
                for one in draft.channels[:rows]
            ],
            "quality": self.quality(),
        }
        meta = meta | {"counts": self.counts(), "left_out": self.left_out(states)}
        return {"meta": meta, "nodes": self.nodes.document(), **sections}

    def holds(self, chain: list[int]) -> bool:
        """Whether all statements of a chain are held."""
        return all(row in self.number for row in chain)

    def counts(self) -> dict[str, int]:
        tables = ("flows", "parties", "places", "groups", "relations", "programmes", "sources")
        return {name: self.draft.ledger.compiled.rows(name) for name in tables} | {
            "findings": len(self.draft.findings),
            "groups": len(self.draft.groups),
            "channels": len(self.draft.channels),
            "named": self.draft.named,
        }

    def left_out(self, states: dict[str, Any]) -> dict[str, Any]:
        """What the limits leave out, as numbers.

        States are views of a resource or a year (singles), or of both (pairs).
        """
        ranks = [
            one for state in self.states.values()
            for sides in state.ranks.values() for one in sides.values()
        ]  # fmt: skip
        draft, rows = self.draft, self.limits.rows
        lists: dict[str, list[Any]] = {
            "groups": draft.groups, "channels": draft.channels, "findings": draft.findings,
            "movement": draft.movement.rows,
        }  # fmt: skip
        wide = [state for state in draft.states.values() if state.filters < 2]
        singles = sum(state.filters > self.limits.filters for state in wide)
        pairs = sum(key not in self.states for key in draft.pairs)
        return {
            "flows": len(self.draft.ledger) - len(self.rows),
            "networks": sum("cut" in state[name] for state in states.values() for name in LEVELS),
            "intervals": sum(not r.attrs["drawn"] for r in ranks if r.attrs.get("uncertain")),
            "states": singles + pairs,
            "singles": singles,
            "pairs": pairs,
            "resources": {lens.key: lens.resources_cut for lens in self.draft.lenses},
            "years": {lens.key: lens.years_cut for lens in self.draft.lenses},
            "units": self.draft.units_cut,
            "chains": sum(not self.holds(chain) for chain in self.draft.chains),
            "members": sum(max(len(one["members"]) - rows, 0) for one in self.draft.groups[:rows]),
            **{name: max(len(list_) - rows, 0) for name, list_ in lists.items()},
        }

    def behind(self, rows: Iterable[int]) -> dict[str, Any]:
        """The statements behind a number that are in the document, and how many there are."""
        unique = list(dict.fromkeys(rows))
        kept = [self.number[row] for row in unique if row in self.number]
        return {"flows": kept[: self.limits.behind], "count": len(unique)}

    def lens(self, lens: Lens) -> dict[str, Any]:
        return {
            "key": lens.key, "unit": lens.unit, "weight": lens.weight,
            "resources": lens.resources if self.limits.filters else [],
            "years": lens.years if self.limits.filters else [],
        }  # fmt: skip

    def state(self, state: State) -> dict[str, Any]:
        return {
            "summary": state.summary
            | {"behind": {name: self.behind(rows) for name, rows in state.behind.items()}},
            **{name: self.net(net, self.listed(state, name)) for name, net in state.nets.items()},
            "ranks": {
                level: {side: self.ranks(one) for side, one in sides.items()}
                for level, sides in state.ranks.items()
            },
            "concentration": {
                level: {side: self.concentration(one) for side, one in sides.items()}
                for level, sides in state.concentration.items()
            },
        }

    def listed(self, state: State, name: str) -> list[Node]:
        """The nodes of the ranks and the concentration of a level."""
        tables: list[Ranks | Concentration] = [
            *state.ranks.get(name, {}).values(),
            *state.concentration.get(name, {}).values(),
        ]
        return [node for table in tables for node in table.nodes[: self.limits.ranks]]

    def net(self, net: Net, others: Iterable[Node] = ()) -> dict[str, Any]:
        """A network by columns; `k` counts the statements behind each edge.

        Behind the nodes of its edges stand `others`, of which all edges are left out.
        """
        edges, cut = net.first(self.limits.edges)
        nodes = touched(edges)
        known = {net.nodes[node] for node in nodes}
        beyond = {node for node in others if node not in known}
        nodes += [k for k, node in enumerate(net.nodes) if node in beyond]
        number = {node: k for k, node in enumerate(nodes)}
        behind = [self.behind(edge.flows) for edge in edges]
        written: dict[str, Any] = {
            "n": [self.nodes(net.nodes[node]) for node in nodes],
            "s": [number[edge.source] for edge in edges],
            "t": [number[edge.target] for edge in edges],
            "w": [plain(edge.weight) for edge in edges],
            "lo": [plain(edge.lower) for edge in edges],
            "up": [plain(edge.upper) for edge in edges],
            "u": [edge.unknown for edge in edges],
            "f": [one["flows"] for one in behind],
            "k": [one["count"] for one in behind],
            "total": plain(net.total),
        }
        ends = [net.ends[node] for node in nodes]
        columns = zip(*ends, strict=True) if ends else [()] * len(ENDS)
        for name, values in zip(ENDS, columns, strict=True):
            written[name] = [plain(value) for value in values]
        if net.by_resource:
            written["r"] = [edge.resource for edge in edges]
        if net.placed:
            lay_out(net)
            at = [net.position.get(node, (None, None)) for node in nodes]
            written["x"], written["y"] = [x for x, _ in at], [y for _, y in at]
        return written | ({"cut": cut} if cut else {})

    def ranks(self, ranks: Ranks) -> dict[str, Any]:
        most = self.limits.ranks
        return {
            "n": [self.nodes(node) for node in ranks.nodes[:most]],
            "measures": {
                name: {column: values[:most] for column, values in columns.items()}
                for name, columns in ranks.measures.items()
            },
            "omitted": ranks.reasons,
            "count": ranks.count,
            "attrs": ranks.attrs,
        }

    def concentration(self, one: Concentration) -> dict[str, Any]:
        most = self.limits.ranks
        partners = one.largest[:most]
        return {
            "n": [self.nodes(node) for node in one.nodes[:most]],
            "largest": [None if node is None else self.nodes(node) for node in partners],
            **{name: values[:most] for name, values in one.columns.items()},
            "count": one.count,
        }

    def stages(self, row: dict[str, Any]) -> dict[str, Any]:
        return {name: self.cell(one) if isinstance(one, dict) else one for name, one in row.items()}

    def cell(self, cell: dict[str, Any]) -> dict[str, Any]:
        """A sum with the statements behind it."""
        return cell | self.behind(cell["flows"])

    def moved(self, row: dict[str, Any]) -> dict[str, Any]:
        ends = {end: None if row[end] is None else self.nodes(row[end]) for end in ("from", "to")}
        return self.cell(row) | ends

    def group(self, one: dict[str, Any]) -> dict[str, Any]:
        return {
            "n": self.nodes(one["n"]),
            "members": [
                {"n": self.nodes(member), "role": role}
                for member, role in one["members"][: self.limits.rows]
            ],
            "count": len(one["members"]),
            **{way: self.behind(one[way]) for way in ("given", "received", "through")},
        }

    def counted(self, name: str, word: str, flows: list[int]) -> list[Any]:
        """A word of a column with the number of its statements, and those that are held."""
        behind = self.behind(flows)
        return [shortened(word, ID) if name == "source" else word, behind["count"], behind["flows"]]

    def quality(self) -> dict[str, Any]:
        rows = self.limits.rows
        return {
            "by": {
                name: [self.counted(name, *one) for one in counts[:rows]]
                for name, counts in self.draft.counts.items()
            },
            "check": [
                {
                    **one,
                    "message": shortened(one["message"], MESSAGE),
                    **self.behind(one["flows"]),
                    "nodes": [self.nodes(node) for node in one["nodes"][:rows]],
                }
                for one in self.draft.findings[:rows]
            ],
            "fates": {
                lens: {fate: self.behind(found) for fate, found in fates.items()}
                for lens, fates in self.draft.fates.items()
            },
        }

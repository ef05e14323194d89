"""How much of a draft goes into a document, so that the file stays small."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from aidnet.report._nets import EDGES
from aidnet.report._ranks import ROWS
from aidnet.report._values import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aidnet.report._draft import Draft

LARGEST = 6_000_000
"""A page has fewer bytes than that."""


@dataclass(frozen=True)
class Limits:
    """The most that a document holds of each thing."""

    flows: int = 6000
    edges: int = EDGES
    rows: int = 500
    """Of findings, groups, members, channels, sources and other lists."""
    behind: int = 1000
    """Of statements listed behind one number."""
    filters: int = 2
    """Whether states have both a resource and a year, or only one of them."""
    ranks: int = ROWS


LADDER = (
    Limits(),
    Limits(edges=200, behind=200),
    Limits(flows=4000, edges=100, rows=300, behind=60, ranks=30),
    Limits(flows=3000, edges=60, rows=200, behind=30, ranks=20),
    Limits(flows=3000, edges=100, rows=200, behind=30, filters=1),
    Limits(flows=1000, edges=40, rows=100, behind=20, filters=1, ranks=15),
    Limits(flows=200, edges=20, rows=50, behind=10, filters=0, ranks=10),
)
"""From all to little; the first that fits is taken."""


def rungs() -> Iterator[Limits]:
    """The ladder, and then half of its last rung, a quarter, and so on down to nothing."""
    yield from LADDER
    limits = LADDER[-1]
    while any(astuple(limits)):
        limits = Limits(*(one // 2 for one in astuple(limits)))
        yield limits


def may_fit(draft: Draft, limits: Limits) -> bool:
    """Whether a document within the limits can be small enough; a rough and low guess."""
    size = 100 * min(limits.flows, len(draft.ledger))
    for state in draft.states.values():
        if state.filters <= limits.filters:
            for net in state.nets.values():
                kept = net.edges[: limits.edges]
                size += 25 * len(kept)
                size += 4 * sum(min(len(edge.flows), limits.behind, 2) for edge in kept)
    return size < LARGEST


def kept_rows(draft: Draft, limits: Limits) -> list[int]:
    """The rows of the statements that a document holds, in the ledger's order.

    All of them, or those behind the edges that are drawn, the largest edges of the widest states
    first, and then the largest statements.
    """
    total = len(draft.ledger)
    if total <= limits.flows:
        return list(range(total))
    kept: dict[int, None] = {}
    for state in draft.states.values():
        for net in state.nets.values():
            for edge in net.edges[: limits.edges]:
                kept.update(dict.fromkeys(edge.flows[: limits.behind]))
            if len(kept) >= limits.flows:
                return sorted(list(kept)[: limits.flows])
    value = [one or 0 for one in cells(draft.ledger.shared_table("flows")["value"])]
    kept.update(dict.fromkeys(sorted(range(total), key=lambda one: -value[one])))
    return sorted(list(kept)[: limits.flows])

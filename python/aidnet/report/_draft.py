"""All that a report tells of a ledger, computed once, with rows of its tables as references."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from aidnet.report._groups import channels_of, groups_of
from aidnet.report._lenses import Lens, lenses_of
from aidnet.report._movement import Movement, movement_of
from aidnet.report._quality import counts_of, fates_of, findings_of
from aidnet.report._stages import chains_of, stages_of
from aidnet.report._states import State, states_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aidnet.ledger import Ledger
    from aidnet.report._ranks import Draws


@dataclass
class Draft:
    """What the document says before it is made to fit."""

    ledger: Ledger
    lenses: list[Lens]
    states: dict[str, State]
    planned: list[dict[str, Any]]
    chains: list[list[int]]
    movement: Movement
    groups: list[dict[str, Any]]
    channels: list[dict[str, Any]]
    counts: dict[str, list[list[Any]]]
    findings: list[dict[str, Any]]
    fates: dict[str, dict[str, list[int]]]


def draft_of(
    ledger: Ledger,
    units: Sequence[str] | None,
    draws: Draws,
    report: Callable[[float], object],
) -> Draft:
    """Compute everything."""
    lenses = lenses_of(ledger, units)
    states = states_of(ledger, lenses, draws, report)
    lenses = [_with_states(lens, states) for lens in lenses]
    return Draft(
        ledger, lenses, states,
        [row for lens in lenses if lens.weight == "sum" for row in stages_of(ledger, lens)],
        chains_of(ledger), movement_of(ledger), groups_of(ledger), channels_of(ledger),
        counts_of(ledger), findings_of(ledger),
        {lens.key: fates_of(ledger, lens) for lens in lenses},
    )  # fmt: skip


def _with_states(lens: Lens, states: dict[str, State]) -> Lens:
    """The lens with only those choices that have a state of their own."""
    years = [y for y in lens.years if lens.key_of(None, y) in states]
    resources = [r for r in lens.resources if lens.key_of(r) in states]
    return replace(
        lens, years=years, resources=resources,
        not_aid=[r for r in lens.not_aid if r in resources],
    )  # fmt: skip

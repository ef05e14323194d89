"""All that a report tells of a ledger, computed once, with rows of its tables as references."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from aidnet.report._groups import channels_of, groups_of
from aidnet.report._movement import Movement, movement_of
from aidnet.report._quality import counts_of, fates_of, findings_of, named_in
from aidnet.report._stages import chains_of, staged_lenses, stages_of

if TYPE_CHECKING:
    from aidnet.ledger import Ledger
    from aidnet.report._lenses import Lens
    from aidnet.report._states import Pair, State


@dataclass
class Draft:
    """What the document says before it is made to fit."""

    ledger: Ledger
    lenses: list[Lens]
    states: dict[str, State]
    pairs: dict[str, Pair]
    """The resources in years that have states of their own, if there is room for them."""
    planned: list[dict[str, Any]]
    chains: list[list[int]]
    movement: Movement
    groups: list[dict[str, Any]]
    channels: list[dict[str, Any]]
    counts: dict[str, list[tuple[str, list[int]]]]
    findings: list[dict[str, Any]]
    fates: dict[str, dict[str, list[int]]]
    named: int
    """How many parties a statement names."""
    units_cut: int
    """Units whose plans are left out."""


def draft_of(
    ledger: Ledger,
    lenses: list[Lens],
    states: dict[str, State],
    pairs: dict[str, Pair],
) -> Draft:
    """All but the states of a resource in a year, which a page may have no room for."""
    units, cut = staged_lenses(ledger, lenses)
    return Draft(
        ledger, [_with_states(lens, states) for lens in lenses], states, pairs,
        [row for lens in units for row in stages_of(ledger, lens)],
        chains_of(ledger), movement_of(ledger), groups_of(ledger), channels_of(ledger),
        counts_of(ledger), findings_of(ledger),
        {lens.key: fates_of(ledger, lens) for lens in lenses},
        named_in(ledger), cut,
    )  # fmt: skip


def _with_states(lens: Lens, states: dict[str, State]) -> Lens:
    """The lens with only those choices that have a state of their own."""
    years = [y for y in lens.years if lens.key_of(None, y) in states]
    resources = [r for r in lens.resources if lens.key_of(r) in states]
    return replace(lens, years=years, resources=resources)

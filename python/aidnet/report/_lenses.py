"""The lenses of a report: in what amounts are summed, or that statements are counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aidnet.errors import ValidationError
from aidnet.report._values import text, years_of

if TYPE_CHECKING:
    import pandas as pd

    from aidnet.ledger import Ledger

COUNT = "count"
UNNAMED = "amount"
"""The keys of the lens that counts, and of amounts without a unit."""
PEOPLE = ("person", "person_time", "beneficiary", "household")
YEARS = 20
RESOURCES = 12
"""How many of them a reader can choose: those with the most statements."""
LONGEST = 100
"""Years of one flow that are counted, the last ones."""


@dataclass(frozen=True)
class Lens:
    """What is summed: amounts in one unit, or the number of statements."""

    key: str
    unit: str
    weight: str
    resources: list[str] = field(default_factory=list)
    """The resources that can be chosen, the most frequent first; "" is: not stated."""
    years: list[int] = field(default_factory=list)
    resources_cut: int = 0
    years_cut: int = 0

    @property
    def options(self) -> dict[str, Any]:
        """The options of `Ledger.network`."""
        return {"weight": "count"} if self.weight == COUNT else {"unit": self.unit}

    def chosen(self, resource: str | None = None, year: int | None = None) -> dict[str, Any]:
        """The options for one resource and one year; None is all."""
        options = self.options
        if resource is not None:
            options["resource"] = resource
        if year is not None:
            options |= {"period": year, "spread": "equal"}
        return options

    def key_of(self, resource: str | None = None, year: int | None = None) -> str:
        """The key of that state in the document."""
        return f"{self.key}|{'*' if resource is None else resource}|{'*' if year is None else year}"


def lenses_of(ledger: Ledger, units: Iterable[str] | None) -> list[Lens]:
    """The lenses asked for, or the two units with most statements; counting always comes last."""
    flows = ledger.shared_table("flows")
    chosen = _usual(ledger, flows) if units is None else _checked(ledger, units)
    lenses = [lens_of(ledger, unit) for unit in chosen]
    return [*lenses, _with_choices(flows, Lens(COUNT, "", COUNT))]


def lens_of(ledger: Ledger, unit: str) -> Lens:
    """The lens of one unit."""
    return _with_choices(ledger.shared_table("flows"), Lens(_key(unit), unit, "sum"))


def _key(unit: str) -> str:
    if not unit:
        return UNNAMED
    return f"{unit} (unit)" if unit in (COUNT, UNNAMED) else unit


def _checked(ledger: Ledger, units: Iterable[str]) -> list[str]:
    known = [*ledger.compiled.units, ""]
    if isinstance(units, str) or not isinstance(units, Iterable):
        raise TypeError(f"units must be a list of units, not {units!r}")
    units = list(units)  # also of what can be gone through but once
    for unit in units:
        if not isinstance(unit, str):
            raise TypeError(f"units must be names of units, not {unit!r}")
        if unit not in known:
            raise ValidationError(
                f"the ledger has no unit {unit!r}; it has {', '.join(map(repr, known))}"
            )
    return list(dict.fromkeys(units))


def _usual(ledger: Ledger, flows: pd.DataFrame) -> list[str]:
    """The two units in which most statements are summed: money first, then people."""
    unit = text(flows["unit"])
    stated = flows[["value", "lower", "upper"]].notna().any(axis="columns")
    used = {
        one: int(ledger.network(unit=one).describe()["used"])
        for one in [*ledger.compiled.units, ""]
        if one or bool((stated & (unit == "")).any())
    }
    most = sorted((one for one in used if used[one]), key=lambda one: -used[one])[:2]
    return sorted(most, key=unit_order)


def unit_order(unit: str) -> int:
    """Money, then people, then other units."""
    return 0 if re.fullmatch("[A-Z]{3}", unit) else 1 if unit in PEOPLE else 2


def _with_choices(flows: pd.DataFrame, lens: Lens) -> Lens:
    """The lens with the resources and years of its statements."""
    own = flows if lens.weight == COUNT else flows[text(flows["unit"]) == lens.unit]
    counts = text(own["resource"]).value_counts(sort=False)
    found = sorted(counts.index, key=lambda one: (-counts[one], one))
    kept = found[:RESOURCES]
    first, last = years_of(own)
    years: Counter[int] = Counter()
    for begin, end in zip(first, last, strict=True):
        if begin is not None and end is not None:
            years.update(range(max(begin, end - LONGEST), end + 1))
    most = sorted(years, key=lambda one: (-years[one], -one))[:YEARS]
    return Lens(
        lens.key, lens.unit, lens.weight, kept, sorted(most),
        len(found) - len(kept), len(years) - len(most),
    )  # fmt: skip

"""What each year has: the network of that year, by a property of its statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet._dates import date_text
from aidnet.errors import ValidationError
from aidnet.ledger import Ledger
from aidnet.ledger_network import LedgerNetwork
from aidnet.plot._style import PALETTE, STATUS_COLOURS
from aidnet.plot._view import figures_of

if TYPE_CHECKING:
    import pandas as pd

    from aidnet.network import Array

MOST = len(PALETTE)
REST = "\0rest"
"""The category of what is too small for a colour of its own."""
MOST_YEARS = 300

# Flows that no year's network can have, whichever the year.
NEVER = (
    "other_resource", "not_aid", "other_unit", "other_status", "other_programme", "other_source",
    "elsewhere", "out_of_period", "undated",
)  # fmt: skip


@dataclass(frozen=True)
class Years:
    """By category and year: weights; by year the total with its bounds; and what has no year."""

    categories: list[str]
    spans: list[int]
    """Every year from the first to the last that has any flow."""
    amounts: Array
    """Shape (categories, years)."""
    total: Array
    """Shape (years, 3): weight, lower and upper of each year's network."""
    unstated: Array
    """By year, how many flows state no amount."""
    undated: int
    """How many flows have no date, and are in no year by another that is linked to them."""
    undated_amount: float
    several: int
    unstated_flows: int
    whole: float
    """The total of one network of all years."""
    spread: str
    """How much of what lasts several years each has."""

    @property
    def apart(self) -> bool:
        """Whether the years and what has no date come to another sum than one network of all."""
        return abs(self.sum - self.whole) > 1e-9 * max(abs(self.sum), abs(self.whole))

    @property
    def sum(self) -> float:
        """What all years and what has no date come to."""
        return float(self.total[:, 0].sum()) + self.undated_amount


def network_of(
    ledger: Ledger | LedgerNetwork, options: dict[str, Any]
) -> tuple[LedgerNetwork, str]:
    """The network of all years, and how flows of several years are shared out."""
    if isinstance(ledger, Ledger):
        spread = options.get("spread", "equal")
        if options.get("period") is None:  # without one, a network of all years has no parts
            options = {name: value for name, value in options.items() if name != "spread"}
        else:
            options = {**options, "spread": spread}
        net = ledger.network(**options)
    elif not isinstance(ledger, LedgerNetwork):
        raise TypeError(f"a Ledger or LedgerNetwork was expected, not {type(ledger).__name__}")
    elif options:
        raise ValidationError(
            f"{', '.join(options)}: options are for a Ledger; this network has been made already"
        )
    else:
        net = ledger
        spread = "days" if net.options["spread"] == "days" else "equal"
    if net.options["weight"] == "presence":
        raise ValidationError("presence has no amounts to add up; weight='count' counts flows")
    return net, spread


def years_of(net: LedgerNetwork, by: str, spread: str) -> Years:
    """The networks of all years, made with the options of a network of all years."""
    every = net.statements()
    if by not in every.columns or by not in net.ledger.shared_table("flows").columns:
        raise ValidationError(f"flows have no column {by!r}; by is one such as status, resource")
    made = {year: _of_year(net, year, spread) for year in _candidates(net)}
    rows = {year: one.statements() for year, one in made.items()}
    filled = [year for year, one in rows.items() if len(one)]
    spans = list(range(filled[0], filled[-1] + 1)) if filled else []
    figures = {year: figures_of(made[year], rows[year]) for year in filled}
    values = {year: _values(rows[year], by) for year in filled}
    size: dict[str, float] = {}
    for year in filled:
        for name, amount in zip(values[year], figures[year][0][:, 0].tolist(), strict=True):
            size[name] = size.get(name, 0.0) + amount
    categories = _categories(size, by)
    amounts, total = np.zeros((len(categories), len(spans))), np.zeros((len(spans), 3))
    unstated = np.zeros(len(spans), dtype=np.int64)
    silent: set[str] = set()
    for year in filled:
        weights, stated = figures[year]
        own = [categories.index(v) if v in categories else -1 for v in values[year]]  # -1: REST
        at, one = year - spans[0], made[year]
        np.add.at(amounts[:, at], own, weights[:, 0])
        total[at] = one.weights.sum(), one.lower.sum(), one.upper.sum()
        unstated[at] = (~stated).sum()
        silent |= set(rows[year].index[~stated])
    used = {flow for year in filled for flow in rows[year].index}
    nowhere = _nowhere(net, every, used)
    return Years(
        categories, spans, amounts, total, unstated,
        undated=len(set(every.index[nowhere])),
        undated_amount=float(figures_of(net, every)[0][nowhere, 0].sum()),
        several=_several(rows, filled),
        unstated_flows=len(silent),
        whole=net.total_weight,
        spread=spread,
    )  # fmt: skip


def _of_year(net: LedgerNetwork, year: int, spread: str) -> LedgerNetwork:
    """The same network in a year, or in what its own period has of it."""
    options = net.options
    first, last = _bounds(options["period"])
    begin = first if first[:4] == f"{year:04d}" else year
    end = last if last[:4] == f"{year:04d}" else year
    return net.ledger.network(**{**options, "period": (begin, end), "spread": spread})


def _bounds(period: Any) -> tuple[str, str]:
    """The first and the last date of a period; "" where it is open."""
    pair = period if isinstance(period, tuple) else (period, period)
    first, last = ("" if one is None else date_text(one, "period") for one in pair)
    return first, last


def _candidates(net: LedgerNetwork) -> list[int]:
    """Years into which a flow lasts that passes the filters."""
    flows = net.ledger.shared_table("flows")
    first, last = _ends(flows[~net.fates.isin(NEVER).to_numpy()])
    period = _bounds(net.options["period"])
    low = int(period[0][:4]) if period[0] else -np.inf
    high = int(period[1][:4]) if period[1] else np.inf
    dated = ~np.isnan(first)
    ends = zip(np.maximum(first[dated], low), np.minimum(last[dated], high), strict=True)
    spans = {(int(a), int(b)) for a, b in ends}
    years = sorted({year for a, b in spans for year in range(a, min(b, a + MOST_YEARS) + 1)})
    if years and years[-1] - years[0] >= MOST_YEARS:
        raise ValidationError(
            f"flows last from {years[0]} to {max(b for _, b in spans)}, of which a timeline shows "
            f"{MOST_YEARS} years; choose them with period="
        )
    return years


def _ends(rows: pd.DataFrame) -> tuple[Array, Array]:
    """The first and last year of flows, each the other where only one is stated; NaN of none."""
    first, last = _year(rows["start"]), _year(rows["end"])
    return np.where(np.isnan(first), last, first), np.where(np.isnan(last), first, last)


def _year(dates: Any) -> Array:
    """The years of dates such as 2018-06; NaN where there is none."""
    known = dates.notna().to_numpy()
    years = np.full(len(dates), np.nan)
    years[known] = dates[known].astype(str).str[:4].astype(int)
    return years


def _values(rows: pd.DataFrame, by: str) -> list[str]:
    """A column of the statements as texts, "" where nothing is stated."""
    texts: list[str] = rows[by].astype(object).where(rows[by].notna(), "").astype(str).tolist()
    return texts


def _categories(size: dict[str, float], by: str) -> list[str]:
    """The values in the order of the stack; the smallest beyond seven are one, at the end."""
    if by == "status":
        return [name for name in STATUS_COLOURS if name in size]
    order = sorted(size, key=lambda name: -size[name])
    return order if len(order) <= MOST else [*order[: MOST - 1], REST]


def _several(rows: dict[int, pd.DataFrame], filled: list[int]) -> int:
    """How many flows last several years."""
    found: set[str] = set()
    for year in filled:
        first, last = _ends(rows[year])
        found |= set(rows[year].index[last > first])
    return len(found)


def _nowhere(net: LedgerNetwork, rows: pd.DataFrame, used: set[str]) -> Array:
    """Which statements have no date, and no flow in a year that holds or reports what they do.

    An undated part is in its total, an undated disbursement in its commitment, where these have a
    date; of two reports of the same help one may have it.
    """
    first, _ = _ends(rows)
    undated: Array = np.isnan(first)
    if not undated.any():
        return undated
    flows = net.ledger.shared_table("flows").set_index("flow")
    up: dict[str, set[str]] = {}
    for column in ("part_of", "fulfils", "same_as"):
        linked = flows[column].dropna()
        for flow, other in linked.items():
            up.setdefault(str(flow), set()).add(str(other))
            if column == "same_as":
                up.setdefault(str(other), set()).add(str(flow))
    for k in np.flatnonzero(undated).tolist():
        passed: set[str] = set()
        left = [str(rows.index[k])]
        while left:
            flow = left.pop()
            if flow not in passed:
                passed.add(flow)
                left += sorted(up.get(flow, ()))
        undated[k] = passed.isdisjoint(used)
    return undated


def extent(years: Years) -> tuple[float, float]:
    """The lowest and highest that has to be seen."""
    weights, upper = years.amounts, years.total[:, 2]
    high = float(np.where(weights > 0, weights, 0).sum(axis=0).max())
    low = float(np.where(weights < 0, weights, 0).sum(axis=0).min())
    high = max(high, float(np.where(np.isinf(upper), 0, upper).max()))
    low = min(low, float(years.total[:, 1].min()))
    span = (high - low) or 1.0
    unbounded = bool(np.isinf(upper).any())
    return low - (0.05 * span if low < 0 else 0.0), low + span * (1.16 if unbounded else 1.05)

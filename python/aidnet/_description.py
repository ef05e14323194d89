"""What a network of a ledger holds and what was left out and why, in words."""

from __future__ import annotations

import html
from typing import Any

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
    "replaced_by_parts": "totals that their parts account for",
    "within_total": "parts of totals that are in the network",
    "above_level": "with an end that has no node at the level",
    "without_amount": "without an amount",
}

# What a reader of the weights should know, behind the number of flows, ends or nodes.
REMARKS = {
    "missing": "without an amount: an edge of weight 0 or more, to which they add nothing",
    "midpoints": "valued at the middle of their bounds",
    "about_as_exact": '"about" without a tolerance: taken as exact',
    "unbounded": "without an upper bound",
    "internal": "within one node",
    "both_directions": "both ways: one edge each way, without an amount",
    "beyond_period": "reaching beyond the period, counted whole",
    "negative": "below zero",
    "totals_exceeded": "totals whose parts add up to more",
    "unmeasured": "chains whose most advanced flow states no amount, whatever was planned",
    "groups_kept": "ends that are groups, kept as nodes",
    "groups_split": "ends that are groups, split among their members",
    "groups_unsplit": "ends that are groups without known members, kept as nodes",
    "nodes_above_level": "nodes that are parties above the level",
    "nodes_without_place": "nodes that are parties without a place at the level",
}


# What is told only where amounts are added up.
OF_AMOUNTS = ("missing", "midpoints", "about_as_exact", "unbounded", "negative", "totals_exceeded")


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
        adds = self["weight"] == "sum"
        remarks = {
            words: self[name] for name, words in REMARKS.items() if adds or name not in OF_AMOUNTS
        }
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
            *_listed("resources", self["resources"]),
            *_listed("statuses", self["statuses"]),
            *_listed("figures", self["qualifiers"] if adds else {}),
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

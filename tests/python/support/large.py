"""Ledgers that are more than a page of the report can hold, and one of awkward amounts."""

from __future__ import annotations

from itertools import cycle, islice

import aidnet
from support.ledgers import ledger_of

EACH = 150
MANY_EDGES = 3 * EACH + 3
MANY_FLOWS = 6500


def many_edges() -> aidnet.Ledger:
    """Three donors to 150 recipients each; one gives little, and one states no amount."""
    pairs = [(f"d{k}", f"r{j}", 100 + j) for k in range(3) for j in range(EACH)]
    rows = [*pairs, ("lone", "q", 1), ("mute", "z", None), ("mute", "y", None)]
    donor, recipient, value = zip(*rows, strict=True)
    return aidnet.Ledger.from_frames(
        {
            "donor": donor, "recipient": recipient, "value": value, "unit": ["CNY"] * len(rows),
            "resource": ["funding"] * len(rows), "year": [2020] * len(rows),
        }
    )  # fmt: skip


def many_flows() -> aidnet.Ledger:
    """More statements than a page holds, of two statuses, a third of them without a bound."""
    n = MANY_FLOWS
    return aidnet.Ledger.from_frames(
        {
            "donor": [f"d{k % 40}" for k in range(n)],
            "recipient": [f"r{k % 37}" for k in range(n)],
            "amount": range(1, n + 1),
            "unit": ["CNY"] * n,
            "status": list(islice(cycle(["planned", "spent", "spent"]), n)),
            "qualifier": list(islice(cycle(["exact", "over", "about"]), n)),
        }
    )


def awkward() -> aidnet.Ledger:
    """Ranges without a value, amounts without a unit, a stated 0, and no amount at all."""
    return ledger_of(
        "flow donor recipient value lower upper unit qualifier; "
        "range a x . 10 20 CNY range; least b x . 5 . CNY over; nothing c x 0 . . CNY exact; "
        "silent c y . . . CNY unknown; round d x 3 . . CNY about; open d y 2 . . CNY over; "
        "bare a x 3.5 . . . exact; bare2 b x 1200 . . . exact"
    )

"""What a Sankey diagram shows: links between donors, the values of a column, and recipients."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from aidnet.errors import ValidationError
from aidnet.ledger_network import LedgerNetwork
from aidnet.plot._sankey_layout import OTHERS, Amount, Links, add_link, merge
from aidnet.plot._view import figures_of
from aidnet.plot._words import column_name

if TYPE_CHECKING:
    from aidnet.plot._view import View


def check(view: View) -> None:
    if not view.net.directed:
        raise ValidationError("a Sankey diagram needs a directed network: who gives to whom")
    below = np.flatnonzero(view.weight < 0)
    if below.size:
        named = ", ".join(
            f"{view.names[view.source[k]]} → {view.names[view.target[k]]} ({view.weight[k]:,.6g})"
            for k in below[:5]
        )
        raise ValidationError(f"{below.size} edges are below zero, which no band can show: {named}")


def stages_of(view: View, middle: str | None, top: int) -> tuple[list[Links], list[str], list[int]]:
    """The links between each two columns, the columns' headings, and how many nodes are merged."""
    links: Links = {}
    if middle is None:
        for u, v, weight, lower, upper, stated in zip(
            view.source.tolist(), view.target.tolist(), view.weight.tolist(),
            view.lower.tolist(), view.upper.tolist(), (~view.unstated).tolist(), strict=True,
        ):  # fmt: skip
            add_link(links, u, v, Amount(weight, lower, upper, stated))
        links, left = merge(links, 0, top)
        links, right = merge(links, 1, top)
        return [links], [view.say("donors"), view.say("recipients")], [left, right]
    first, second = _by_column(view, middle)
    first, left = merge(first, 0, top)
    first, between = merge(first, 1, top)
    if between:
        kept = {key for _, key in first}
        second, old = {}, second
        for (key, right_key), amount in old.items():
            add_link(second, key if key in kept else OTHERS, right_key, amount)
    second, right = merge(second, 1, top)
    titles = [view.say("donors"), column_name(view.language, middle), view.say("recipients")]
    return [first, second], titles, [left, between, right]


def _by_column(view: View, middle: str) -> tuple[Links, Links]:
    """Links from donors to the values of a column, and from these to recipients."""
    import pandas as pd

    net = view.net
    if not isinstance(net, LedgerNetwork) or net.options["weight"] == "presence":
        raise ValidationError("middle= needs a LedgerNetwork whose weights are sums or counts")
    rows = net.statements()
    if middle not in net.ledger.shared_table("flows").columns:
        raise ValidationError(
            f"flows have no column {middle!r}; middle is one such as resource, status, programme"
        )
    number = {label: k for k, label in enumerate(net.nodes)}
    first: Links = {}
    second: Links = {}
    figures, stated = figures_of(net, rows)
    for donor, recipient, value, (weight, lower, upper), known in zip(
        rows["source_node"], rows["target_node"], rows[middle], figures.tolist(), stated.tolist(),
        strict=True,
    ):  # fmt: skip
        amount = Amount(weight, lower, upper, known)
        key = "" if pd.isna(value) else str(value)
        add_link(first, number[donor], key, amount)
        add_link(second, key, number[recipient], amount)
    return first, second

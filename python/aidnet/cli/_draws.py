"""The options of every command that ranks within the bounds of uncertain figures."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click


def draw_parameters() -> list[click.Parameter]:
    """--draws, --seed and --share, with the defaults of `rank_table`."""
    import click

    from aidnet.ranking import rank_table

    usual = {name: one.default for name, one in inspect.signature(rank_table).parameters.items()}
    return [
        click.Option(
            ["--draws"],
            type=click.IntRange(min=1),
            default=usual["draws"],
            help="How many draws within the bounds, for the intervals of ranks.  "
            f"[default: {usual['draws']}]",
        ),
        click.Option(
            ["--seed"],
            type=click.IntRange(min=0),
            default=usual["seed"],
            help=f"The same seed gives the same intervals.  [default: {usual['seed']}]",
        ),
        click.Option(
            ["--share"],
            type=click.FloatRange(0, 1, min_open=True, max_open=True),
            default=usual["level"],
            help=f"The share of draws that an interval holds.  [default: {usual['level']}]",
        ),
    ]

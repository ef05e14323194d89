"""`aidnet compare`: two networks of one ledger side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aidnet.cli._answer import Answer, plain, records
from aidnet.cli._command import Common, make
from aidnet.cli._network_options import parsed
from aidnet.cli._page import Column, Page
from aidnet.cli._text import NO_AMOUNT, NOTHING, amount, count
from aidnet.cli.network import described, sketch
from aidnet.errors import ValidationError

if TYPE_CHECKING:
    import click
    import pandas as pd

    from aidnet.ledger_network import LedgerNetwork

HELP = """Compare two networks of the ledger: edges, and what each node gives and receives.

A and B are options of `aidnet network`, written OPTION=VALUE (more of them by --a and --b); the
options themselves hold for both.

\b
  aidnet compare status=planned status=disbursed --unit CNY
  aidnet compare period=2018 period=2020 --unit person --level province
  aidnet compare groups=group groups=equal --unit CNY
  aidnet compare --a status=planned --a period=2020 --b status=disbursed --unit CNY
"""
FIELDS = ("weight", "lower", "upper")
COUNTS = {"flows": "flows", "unknown": "without_amount"}


def command() -> click.Command:
    """The command."""
    import click

    return make(
        "compare",
        run,
        HELP,
        [
            click.Argument(["first"], metavar="[A]", required=False),
            click.Argument(["second"], metavar="[B]", required=False),
            *(
                click.Option([f"--{side}"], multiple=True, metavar="OPTION=VALUE",
                             help=f"An option of {side.upper()} alone, repeated.")
                for side in ("a", "b")
            ),
        ],
        network=True,
    )  # fmt: skip


def run(
    common: Common,
    *,
    first: str | None,
    second: str | None,
    a: tuple[str, ...],
    b: tuple[str, ...],
) -> Answer:
    """Build both and put them side by side."""
    import click

    texts = {"A": (*filter(None, [first]), *a), "B": (*filter(None, [second]), *b)}
    options = {side: parsed(given, side) for side, given in texts.items()}
    if options["A"] == options["B"]:
        raise click.UsageError(
            "A and B are the same; say what differs: "
            "aidnet compare status=planned status=disbursed --unit CNY"
        )
    ledger = common.ledger()
    nets = {side: common.build(ledger, common.network | own) for side, own in options.items()}
    units = {net.unit for net in nets.values()}
    if len(units) > 1:
        raise ValidationError(
            f"A is in {nets['A'].unit or 'flows'} and B in {nets['B'].unit or 'flows'}, "
            "between which there is no difference; choose one --unit and --weight for both"
        )
    edges = side_by_side(*(_amounts(net, ["source", "target"]) for net in nets.values()))
    nodes = {
        word: side_by_side(*(_amounts(net, [end]).rename_axis("node") for net in nets.values()))
        for word, end in (("given", "source"), ("received", "target"))
    }

    def page(page: Page) -> None:
        for side, net in nets.items():
            page.text(f"{side}  {' '.join(texts[side]) or 'no options of its own'}: {sketch(net)}")
        shown = common.shown(10)
        unit = f", in {nets['A'].unit}" if nets["A"].unit else ""
        page.title(f"Edges{unit}: {_counts(edges)}")
        _table(page, edges, ["source", "target"], ["from", "to"], shown)
        for word, table in nodes.items():
            page.title(f"{word.capitalize()}{unit}: {_counts(table)}")
            _table(page, table, ["node"], [""], shown)
        page.gap()
        page.note(
            f"Largest differences first, then what has none. {NOTHING} in A or B is no edge; no "
            "difference is known of what is in one alone, or states no amount. ~ is uncertain: "
            "--json and --output have the bounds."
        )

    document = common.head("compare") | {
        "options": plain(common.network),
        **{side.lower(): {"options": plain(options[side]), "description": described(net.describe())}
           for side, net in nets.items()},
        "unit": nets["A"].unit,
        "edges": records(edges.head(common.limit or len(edges))),
        **{word: records(table.head(common.limit or len(table))) for word, table in nodes.items()},
    }  # fmt: skip
    return Answer(document, page, edges)


def _amounts(net: LedgerNetwork, keys: list[str]) -> pd.DataFrame:
    """Sums of the edges by these ends; missing where all that is behind states no amount."""
    sums = net.edges.groupby(keys, sort=False)[[*FIELDS, *COUNTS]].sum()
    if net.options["weight"] == "sum":
        sums[list(FIELDS)] = sums[list(FIELDS)].mask(sums["flows"] == sums["unknown"])
    return sums


def side_by_side(a: pd.DataFrame, b: pd.DataFrame) -> pd.DataFrame:
    """Both tables by what they share, the largest difference first, then the largest amount.

    Columns a, a_lower, a_upper, b, b_lower, b_upper, missing where one has no such edge or node, or
    states no amount of it; difference, b less a, and its bounds, missing where one of them is; and
    how many flows are behind each (a_flows: 0 is no edge), and how many of these state no amount.
    """
    columns = {
        f"{side}{'' if name == 'weight' else '_' + name}": table[name]
        for side, table in (("a", a), ("b", b))
        for name in FIELDS
    }
    import pandas as pd

    keys = a.index.append(b.index[~b.index.isin(a.index)])
    both = pd.DataFrame({name: column.reindex(keys) for name, column in columns.items()})
    both["difference"] = both["b"] - both["a"]
    both["difference_lower"] = both["b_lower"] - both["a_upper"]
    both["difference_upper"] = both["b_upper"] - both["a_lower"]
    for side, table in (("a", a), ("b", b)):
        for name, called in COUNTS.items():
            both[f"{side}_{called}"] = table[name].reindex(keys, fill_value=0)
    both.index.names = list(a.index.names)
    sizes = {"differs": both["difference"].abs(), "largest": both[["a", "b"]].abs().max(axis=1)}
    order = pd.DataFrame(sizes).sort_values([*sizes], ascending=False, kind="stable").index
    return both.loc[order].reset_index()


def _counts(table: pd.DataFrame) -> str:
    in_a, in_b = table["a_flows"] > 0, table["b_flows"] > 0
    both = int((in_a & in_b).sum())
    return (
        f"{both:,} in both, {int((in_a & ~in_b).sum()):,} only in A, "
        f"{int((~in_a & in_b).sum()):,} only in B"
    )


def _table(
    page: Page, table: pd.DataFrame, keys: list[str], heads: list[str], shown: int | None
) -> None:
    rows = []
    differ = table[table["difference"] != 0]  # or is not known
    for row in records(differ.head(shown or len(differ))):
        cells: list[str] = [str(row[key]) for key in keys]
        cells += [_amount(row, side) for side in ("a", "b")]
        difference = row["difference"]
        rows.append([*cells, "+" * bool(difference and difference > 0) + amount(difference)])
    columns = [Column(head) for head in heads]
    columns += [Column(head, number=True) for head in ("A", "B", "B less A")]
    if rows:
        page.table(columns, rows)
    if len(differ) > len(rows):
        page.note(f"… and {count(len(differ) - len(rows), 'row')} more (--limit 0 lists all)")
    if len(table) > len(differ):
        page.note(f"No difference: {count(len(table) - len(differ), 'row')}")


def _amount(row: dict[str, Any], side: str) -> str:
    value, lower, upper = (row[f"{side}{end}"] for end in ("", "_lower", "_upper"))
    if value is None:
        return NO_AMOUNT if row[f"{side}_flows"] else NOTHING
    certain = lower == value and upper == value
    return amount(value) + ("" if certain else "~")

"""`aidnet rank`: several measures side by side, and what uncertain figures leave of the ranks."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from aidnet.cli._answer import Answer, plain, progress, records
from aidnet.cli._command import Common, make
from aidnet.cli._draws import draw_parameters
from aidnet.cli._page import Column, Page
from aidnet.cli._text import NOTHING, count, score
from aidnet.cli.network import sketch

if TYPE_CHECKING:
    from collections.abc import Callable

    import click
    import pandas as pd

    from aidnet.ledger_network import LedgerNetwork

HELP = """Rank the parties by several measures side by side, in order of the first.

"3 (2-5)" is rank 3, and ranks 2 to 5 in 95 % of draws in which every amount lies anywhere within
its bounds; "3=" is shared. --mode in ranks parties as recipients, --mode out as donors.

\b
  aidnet rank --unit CNY --level province --mode in
  aidnet rank --unit person --by strength,degree,hhi --mode out --limit 5
  aidnet rank --unit CNY --by strength,katz --set katz.alpha=1e-8
"""
RANKS = ("rank", "rank_low", "rank_high")
KINDS: dict[str, Callable[[str], Any]] = {
    "float": float, "int": int, "choice": str, "groups": str,
    "bool": {"true": True, "false": False}.__getitem__,
}  # fmt: skip
SIDES = {"in": "receive", "out": "give"}
USUAL = "strength,pagerank,betweenness"


def command() -> click.Command:
    """The command."""
    import click

    from aidnet.ranking import RANKED

    return make(
        "rank",
        run,
        HELP,
        [
            click.Option(
                ["--by"],
                default=USUAL,
                metavar="MEASURES",
                shell_complete=_completed,
                help=f"With commas between, any of {', '.join(RANKED)}.  [default: {USUAL}]",
            ),
            click.Option(
                ["--mode"],
                type=click.Choice(["in", "out", "all"]),
                help="Parties as recipients, as donors, or as both, for measures that have a side; "
                "by default each measure's own.",
            ),
            click.Option(
                ["--set", "settings"],
                multiple=True,
                metavar="MEASURE.OPTION=VALUE",
                help="An option of one measure, repeated: katz.alpha=1e-8, "
                "betweenness.length=reciprocal.",
            ),
            *draw_parameters(),
        ],
        network=True,
    )


def _completed(ctx: object, param: object, incomplete: str) -> list[str]:  # noqa: ARG001
    """The last of the measures that are being typed."""
    from aidnet.ranking import RANKED

    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{name}" for name in RANKED if name.startswith(last)]


def run(
    common: Common,
    *,
    by: str,
    mode: Any,
    settings: tuple[str, ...],
    draws: int,
    seed: int,
    share: float,
) -> Answer:
    """Build the network and rank its nodes."""
    from aidnet.ranking import on_side, rank_table

    names = [name.strip() for name in by.split(",") if name.strip()]
    measures = {name: _settings(name, settings, names) for name in names}
    net = common.build(common.ledger())
    ranked = rank_table(
        net,
        measures,
        mode=mode,
        draws=draws,
        seed=seed,
        level=share,
        progress=progress("ranking"),
    )
    by_rank: Any = [(name, "rank") for name in names]
    ordered = ranked.sort_values(by_rank, kind="stable")
    flat = _flat(ordered)
    # Whom some measure does not rank, because the side that it ranks is not theirs.
    side = mode if mode in SIDES else None
    aside = ranked[by_rank].isna().any(axis=1) & ~on_side(net, side)
    listed = ordered[~aside.loc[ordered.index]]

    def page(page: Page) -> None:
        page.text(sketch(net))
        page.title(_title(listed, net, sided=aside.any() or bool(on_side(net, side).all())))
        shown = listed.head(common.shown(20) or len(listed))
        _table(page, shown, ranked, names)
        if len(listed) > len(shown):
            page.note(f"… and {len(listed) - len(shown):,} more (--limit 0 lists all)")
        page.gap()
        if aside.any():
            page.note(f"Not in the table: {aside.sum():,} that {SIDES[mode]} nothing.")
        for note in _notes(ranked, shown, net):
            page.note(note)

    document = common.head("rank") | {
        "options": plain(common.network),
        "unit": net.unit,
        "settings": plain({k: v for k, v in ranked.attrs.items() if k != "options"}),
        "measures": plain(ranked.attrs["options"]),
        "node_count": net.node_count,
        "nodes": _documents(ordered.head(common.limit or len(ordered)), names),
    }
    return Answer(document, page, flat)


def _settings(name: str, settings: tuple[str, ...], names: list[str]) -> dict[str, Any]:
    """What --set says of one measure."""
    import click

    from aidnet.measures import ROWS

    own: dict[str, Any] = {}
    for text in settings:
        target, sign, value = text.partition("=")
        measure, dot, option = target.partition(".")
        if not (sign and dot and option):
            raise click.UsageError(f"--set {text!r}: MEASURE.OPTION=VALUE was expected")
        if measure not in names:
            raise click.UsageError(f"--set {text!r}: {measure} is not among --by {','.join(names)}")
        if measure == name:
            own[option] = _value(text, name, option, value)
    for field in ROWS[name]["fields"] if name in ROWS else ():
        if field["required"] and field["kind"] in KINDS and field["name"] not in own:
            raise click.UsageError(f"--by {name} needs --set {name}.{field['name']}=FIELD")
    return own


def _value(text: str, measure: str, option: str, value: str) -> Any:
    """A value of the kind that the option has."""
    import click

    from aidnet.measures import ROWS
    from aidnet.ranking import HITS

    row = ROWS.get("hits" if measure in HITS else measure, {"fields": [], "has_length": False})
    kinds = {field["name"]: field["kind"] for field in row["fields"] if field["kind"] in KINDS}
    kinds |= {"length": "choice"} if row["has_length"] else {}
    if option not in kinds:
        there = f"it has {', '.join(kinds)}" if kinds else "it has none"
        raise click.UsageError(f"--set {text!r}: {measure} has no such option; {there}")
    try:
        return KINDS[kinds[option]](value)
    except (ValueError, KeyError):
        raise click.UsageError(f"--set {text!r}: {option} is a {kinds[option]}") from None


def _flat(table: pd.DataFrame) -> pd.DataFrame:
    flat = table.copy()
    flat.columns = ["_".join(pair) for pair in table.columns.to_flat_index()]
    return flat.reset_index()


def _of(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """The columns of one measure."""
    import pandas as pd

    return pd.DataFrame({value: table[name, value] for value in ("score", *RANKS)})


def _documents(table: pd.DataFrame, names: list[str]) -> list[dict[str, Any]]:
    parts = {name: records(_of(table, name)) for name in names}
    return [
        {"node": str(node), **{name: parts[name][k] for name in names}}
        for k, node in enumerate(table.index)
    ]


# ------------------------------------------------------------------------------------ pages


def _title(listed: pd.DataFrame, net: LedgerNetwork, *, sided: bool) -> str:
    roles = {"in": "recipient", "out": "donor"} if sided else {}
    return count(len(listed), roles.get(listed.attrs["mode"], "node")) + (
        f", strength in {net.unit}" if net.unit and "strength" in listed else ""
    )


def _table(page: Page, shown: pd.DataFrame, ranked: pd.DataFrame, names: list[str]) -> None:
    shared = {
        name: set(ranked[name, "rank"][ranked[name, "rank"].duplicated(keep=False)].dropna())
        for name in names
    }
    cells = {
        name: [
            (score(float(row["score"] if row["score"] is not None else math.nan)),
             _rank(row, shared[name]))
            for row in records(_of(shown, name))
        ]
        for name in names
    }  # fmt: skip
    for scored in (names, names[:1]):
        columns = [Column("")]
        for name in names:
            columns += [Column(name, number=True)] * (name in scored)
            columns += [Column("rank" if name in scored else name, whole=True)]
        rows = [
            [str(node), *(part for name in names for part in cells[name][k][name not in scored :])]
            for k, node in enumerate(shown.index)
        ]
        if scored is not names or page.fits(columns, rows):
            break
    page.table(columns, rows)
    if scored is not names:
        page.note("The scores of the other measures do not fit; --json and --output have them.")


def _own_gifts(ranked: pd.DataFrame, net: LedgerNetwork) -> list[str]:
    """What a node gives to itself is given and received: measures of both count it twice."""
    twice = [
        name
        for name in ("degree", "strength")
        if ranked.attrs["options"].get(name, {"mode": "net"}).get("mode", "all") == "all"
    ]
    edges = net.edges
    loops = int(((edges["source"] == edges["target"]) & (edges["weight"] != 0)).sum())
    if not (twice and loops):
        return []
    who = "1 node gives to itself" if loops == 1 else f"{loops:,} nodes give to themselves"
    measures = " and ".join(twice)
    return [f"{who}; such an amount counts twice in {measures}, unless --mode in or out is given."]


def _rank(row: dict[str, Any], shared: set[Any]) -> str:
    if row["rank"] is None:
        return NOTHING
    own = f"{row['rank']}{'=' if row['rank'] in shared else ''}"
    low, high = row["rank_low"], row["rank_high"]
    if low is None or (low == high == row["rank"]):
        return own
    return f"{own} ({low})" if low == high else f"{own} ({low}-{high})"


def _notes(ranked: pd.DataFrame, shown: pd.DataFrame, net: LedgerNetwork) -> list[str]:
    facts = ranked.attrs
    drawn, held = facts["uncertain_edges"], facts["unbounded_edges"]
    if drawn:
        share, edges = f"{facts['level']:.0%}", count(drawn, "uncertain edge")
        notes = [f"In brackets: ranks in {share} of {facts['draws']:,} draws of {edges}."]
    else:
        notes = ["No edge has two bounds that differ, so that no rank has an interval."]
    if held:
        notes.append(
            f"Not drawn, because nothing bounds {'it' if held == 1 else 'them'} above: "
            f"{count(held, 'edge')}."
        )
    notes += _own_gifts(ranked, net)
    missing = net.describe()["missing"]
    if missing:
        notes.append(f"Without an amount, and so in no sum: {count(missing, 'flow')}.")
    outside = sum(
        int(((shown[name, "rank"] < shown[name, "rank_low"])
             | (shown[name, "rank"] > shown[name, "rank_high"])).fillna(value=False).sum())
        for name in facts["options"]
    )  # fmt: skip
    if outside:
        notes.append(
            "A rank outside its brackets: what is stated lies at an end of its bounds "
            '("more than 270" is drawn above 270).'
        )
    notes += [
        f"{name} was not defined on {count(number, 'draw')}, which its intervals leave out."
        for name, number in facts["undefined_draws"].items()
        if number
    ]
    return notes

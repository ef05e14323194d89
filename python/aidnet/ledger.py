"""The ledger: sourced statements of who helps whom, and what they refer to."""

from __future__ import annotations

import html
import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from aidnet import _core
from aidnet._dates import on_date
from aidnet._entry import MAX_PROBLEMS, Negative, entry_options, warn_of_columns
from aidnet._tables import KEYS, TABLES, as_frame, column_input, frame
from aidnet.errors import AmbiguousNameError, UnknownPartyError, ValidationError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from aidnet.ledger_network import LedgerNetwork

Level = Literal["party", "institution", "county", "prefecture", "province", "side", "programme"]
Period = str | int | tuple[str | int | None, str | int | None]
Named = Literal["parties", "places", "programmes"]
OPTIONS = (
    "resource", "unit", "status", "period", "spread", "programme", "source", "place", "side",
    "level", "above", "weight", "groups", "key", "orientation", "totals", "missing", "about",
    "nearly", "nodes",
)  # fmt: skip


class Ledger:
    """Sourced, dated, uncertain statements of who helps whom, with what and how much.

    Made by `aidnet.read`, `Ledger.from_frames` or `aidnet.datasets.load_east_west`; immutable. The
    tables are DataFrames: `flows` (one statement by one source a row), `parties`, `places`,
    `groups`, `relations`, `programmes`, `aliases`, `sources`. Each access gives a frame of its own,
    so that changing one changes no ledger; `Ledger.from_frames` makes a ledger of changed frames.
    `Ledger.network` makes networks; `check` and `audit` say how far to believe it.
    """

    def __init__(self, compiled: _core.Ledger) -> None:
        self._compiled = compiled
        self._frames: dict[str, pd.DataFrame] = {}

    @classmethod
    def from_frames(
        cls,
        flows: Any,
        *,
        parties: Any = None,
        places: Any = None,
        groups: Any = None,
        relations: Any = None,
        programmes: Any = None,
        aliases: Any = None,
        sources: Any = None,
        like: Ledger | None = None,
        negative: Negative = "error",
        max_problems: int = MAX_PROBLEMS,
    ) -> Ledger:
        """Make a ledger of dataframes.

        Parameters
        ----------
        flows : DataFrame or mapping of columns
            With at least the columns donor and recipient; `amount` is another name of value, and
            `year` gives start and end. Missing values are what is not stated. A pandas DataFrame, a
            mapping of columns, or any dataframe that turns into one.
        parties, places, groups, relations, programmes, aliases, sources : optional
            The other tables. What flows name and no table lists is created.
        like : Ledger, optional
            Take title, description and citation from this one.
        negative : {'error', 'reverse', 'net', 'drop'}
            What to do with amounts below zero: refuse them, take them as positive ones from the
            recipient to the donor, keep them so that they are subtracted, or leave the flows out.
        max_problems : int
            How many problems an error lists; the others are counted.

        Returns
        -------
        Ledger

        Raises
        ------
        LedgerError
            With everything that is wrong, by row and column.

        Warns
        -----
        AidnetWarning
            For a column that is unknown, and so not used, but resembles a known one (ammount).

        Examples
        --------
        >>> import aidnet
        >>> ledger = aidnet.Ledger.from_frames(
        ...     {"donor": ["Ningbo"], "recipient": ["Yanbian"], "amount": [2.5e6], "unit": ["CNY"]}
        ... )
        >>> ledger
        <Ledger: 1 flow, 2 parties>
        """
        given = dict(zip(TABLES, (flows, parties, places, groups, relations, programmes, aliases,
                                  sources), strict=True))  # fmt: skip
        tables = []
        for name, data in given.items():
            if data is None and name != "flows":
                continue
            table = as_frame(data, name)
            names = [str(column) for column in table.columns]
            columns = [
                column_input(table.iloc[:, k], f"{name}.{column}") for k, column in enumerate(names)
            ]
            tables.append((name, names, columns))
        compiled = _core.Ledger.from_columns(
            tables,
            descriptor="" if like is None else like.compiled.descriptor,
            **entry_options(negative, max_problems),
        )
        warn_of_columns(compiled)
        return cls(compiled)

    # ------------------------------------------------------------------------------ tables

    @property
    def compiled(self) -> _core.Ledger:
        """The compiled ledger, on row numbers instead of ids."""
        return self._compiled

    @cached_property
    def _ids(self) -> dict[str, pd.Index]:
        import pandas as pd

        return {table: pd.Index(self._compiled.ids(table), dtype=object) for table in KEYS}

    def ids(self, table: str) -> pd.Index:
        """The ids of flows, parties, places, programmes or sources, in the order of their rows."""
        if table not in KEYS:
            raise ValidationError(f"{table!r} has no ids; {', '.join(sorted(KEYS))} have")
        return self._ids[table]

    def table(self, name: str) -> pd.DataFrame:
        """One of the tables by its name; a frame of its own, as `flows` and the others are."""
        if name not in TABLES:
            raise ValidationError(f"a ledger has no table {name!r}; it has {', '.join(TABLES)}")
        return self.shared_table(name).copy()

    def shared_table(self, name: str) -> pd.DataFrame:
        """The frame that is kept for all calls: for reading only."""
        if name not in self._frames:
            self._frames[name] = frame(self._compiled, name, self._ids)
        return self._frames[name]

    @property
    def flows(self) -> pd.DataFrame:
        """Who helps whom, with what, how much and when: one statement by one source a row."""
        return self.table("flows")

    @property
    def parties(self) -> pd.DataFrame:
        """Who can help or be helped."""
        return self.table("parties")

    @property
    def places(self) -> pd.DataFrame:
        """Where parties are."""
        return self.table("places")

    @property
    def groups(self) -> pd.DataFrame:
        """Who stands behind joint gifts: one member of one group a row."""
        return self.table("groups")

    @property
    def relations(self) -> pd.DataFrame:
        """Pairings that hold over time, whether or not a flow is stated."""
        return self.table("relations")

    @property
    def programmes(self) -> pd.DataFrame:
        """Programmes under which flows run."""
        return self.table("programmes")

    @property
    def aliases(self) -> pd.DataFrame:
        """Names by which parties, places and programmes are known."""
        return self.table("aliases")

    @property
    def sources(self) -> pd.DataFrame:
        """The documents that say so."""
        return self.table("sources")

    # ------------------------------------------------------------------------ description

    @property
    def descriptor(self) -> dict[str, Any]:
        """What the data package says of itself (datapackage.json), with its tables and columns."""
        described: dict[str, Any] = json.loads(self._compiled.descriptor)
        return described

    @property
    def title(self) -> str:
        """The package's title; "" where it has none."""
        return str(self.descriptor.get("title", ""))

    @property
    def description(self) -> str:
        """What the package says it holds; "" where it says nothing."""
        return str(self.descriptor.get("description", ""))

    @property
    def citation(self) -> str:
        """How to cite the data; "" where the package does not say."""
        return str(self.descriptor.get("citation", ""))

    @staticmethod
    def dictionary() -> pd.DataFrame:
        """What each column of each table means, and the words it may have if those are fixed."""
        import pandas as pd

        empty = _core.Ledger.from_columns([], descriptor="", **entry_options("error", 1))
        words = {
            (table, name): tuple(parts[0])
            for table in TABLES
            for name, (kind, *parts) in empty.columns(table)
            if kind == "words"
        }
        rows = [
            (table, column, description, words.get((table, column), ()))
            for table, column, description in _core.ledger_dictionary()
            if column
        ]
        return pd.DataFrame(rows, columns=["table", "column", "description", "words"])

    # ------------------------------------------------------------------------------ saving

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write the ledger as a data package (datapackage.json beside CSV files) into a folder.

        What was written reads back to the same ledger, and that writes the same bytes. No file is
        ever half there: all are written beside their places first, and then renamed.
        """
        self._compiled.write(Path(path))

    # ------------------------------------------------------------------------------- trust

    def check(self, *, about: float | None = None, nearly: float | None = None) -> pd.DataFrame:
        """What to know of the ledger before believing its sums; needs no source.

        Parameters
        ----------
        about, nearly : float, optional
            Tolerances for figures, as in `network`.

        Returns
        -------
        pandas.DataFrame
            One row a finding: ``kind``, ``verdict`` (consistent, inconsistent or undecided),
            ``table``, ``ids`` (tuple; what it is about first) and ``message``. Kinds: total_parts
            (each total against its parts), same_as (measures of one gift that contradict each
            other), fulfilment (more was delivered than committed), cycle (in hierarchies and
            groups), duplicate and similar_name (what may be one and the same), aggregate (totals
            that may contain others), unlisted (named, but in no table), alias, membership and
            evidence.
        """
        from aidnet.check import check

        return check(self, about=about, nearly=nearly)

    def audit(self, folder: str | os.PathLike[str]) -> pd.DataFrame:
        """Compare each flow with the passage of the source that it points at.

        Parameters
        ----------
        folder : path
            Where the files of ``sources`` lie, by their names.

        Returns
        -------
        pandas.DataFrame
            One row a flow: ``source``, ``status``, ``compared``, ``detail``, ``figure`` and
            ``note``. The status is ok, or the first thing that is wrong: the source, its file or
            its checksum; a span that is missing or outside the text; a figure that is missing, not
            in the span, cut out of a longer one, or not to be read; a value, bound, qualifier or
            currency that differs from what the figure says. No note excuses a difference.
            ``compared`` is "figure", or "passage" for a flow without one: of that, no program can
            tell more than that its passage exists.
        """
        from aidnet.audit import audit

        return audit(self, folder)

    # ---------------------------------------------------------------------------- matching

    def match(
        self,
        name: str,
        *,
        table: Named = "parties",
        on: str | int | None = None,
        scheme: str | None = None,
    ) -> str:
        """Find the one party, place or programme that a text means.

        Parameters
        ----------
        name : str
            An id (compared exactly), a code, or a name or alias, whatever its script, width, case
            and normal form.
        table : {'parties', 'places', 'programmes'}
            Of what.
        on : date, optional
            Only what is valid at some time within this year, month or day.
        scheme : str, optional
            Only codes of this scheme, such as gb2260.

        Returns
        -------
        str
            Its id.

        Raises
        ------
        AmbiguousNameError
            If several bear the name; the message lists them.
        UnknownPartyError
            If none does; the message suggests the nearest names.

        Examples
        --------
        >>> import aidnet
        >>> ledger = aidnet.datasets.load_east_west()
        >>> ledger.match("大連"), ledger.match("２１０２０２")
        ('dalian', 'dalian_zhongshan')
        """
        row = self.row(table, name, on=on, scheme=scheme)
        return str(self._ids[table][row])

    def candidates(
        self,
        name: str,
        *,
        table: Named | None = None,
        on: str | int | None = None,
        scheme: str | None = None,
    ) -> pd.DataFrame:
        """All that a text can mean, the strongest first: table, row, id, how, name_zh, name_en.

        Parameters are those of `match`; by default in parties, places and programmes.
        ``how`` says by what: id, code, name or alias.
        """
        import pandas as pd

        found = self._matcher.candidates(table, name, on=on_date(on), scheme=scheme)
        rows = []
        for number, row, how in found:
            of = TABLES[number]
            names = self.shared_table(of).iloc[row]
            rows.append((of, row, self._ids[of][row], how, names["name_zh"], names["name_en"]))
        return pd.DataFrame(rows, columns=["table", "row", "id", "how", "name_zh", "name_en"])

    def row(
        self, table: str, name: str, *, on: str | int | None = None, scheme: str | None = None
    ) -> int:
        """The row of what `match` finds, counted from 0; sources and flows by their id alone."""
        if table in ("flows", "sources"):
            exact = self._compiled.find(table, name)
            if exact < 0:
                noun = table.removesuffix("s")
                raise UnknownPartyError(name, f"the ledger has no {noun} with the id {name!r}")
            return exact
        row: int
        row, message, found = self._matcher.find(table, name, on=on_date(on), scheme=scheme)
        if found:
            raise AmbiguousNameError(message, [self._ids[table][k] for _, k, _ in found])
        if row < 0:
            raise UnknownPartyError(name, message)
        return row

    @cached_property
    def _matcher(self) -> _core.Matcher:
        from aidnet._names import fold

        return _core.Matcher(self._compiled, fold)

    # ----------------------------------------------------------------------------- network

    def network(
        self,
        *,
        resource: str | Sequence[str] | None = None,
        unit: str | None = None,
        status: str | Sequence[str] = "latest",
        period: Period | None = None,
        spread: Literal["none", "equal", "days"] = "none",
        programme: str | Sequence[str] | None = None,
        source: str | Sequence[str] | None = None,
        place: str | Sequence[str] | None = None,
        side: str | Sequence[str] | None = None,
        level: Level | tuple[Level, Level] = "party",
        above: Literal["keep", "drop"] = "keep",
        weight: Literal["sum", "count", "presence"] = "sum",
        groups: Literal["group", "equal", "share", "key", "all_pairs"] = "group",
        key: Any = None,
        orientation: Literal["help", "movement"] = "help",
        totals: Literal["parts", "total"] = "parts",
        missing: Literal["zero", "drop", "unbounded"] = "zero",
        about: float | None = None,
        nearly: float | None = None,
        nodes: Literal["touched", "all"] | Iterable[str] = "touched",
    ) -> LedgerNetwork:
        """Make a network of the flows: who helps whom, at the level and in the unit chosen.

        Amounts are added exactly. Other reports of the same help, earlier statuses of a chain,
        totals beside their parts and aggregates are never added; what is left out, and why, is
        told by `LedgerNetwork.describe`.

        Parameters
        ----------
        resource : str or list of str, optional
            Only these resources; by default all but repayment, interest and purchase.
        unit : str, optional
            Only amounts in this unit, such as CNY or person ("" for those without one). Units are
            never mixed.
        status : str or list of str
            'latest' takes, of flows linked by ``fulfils``, those of the most advanced status. Or
            only these statuses ("" is: not stated), and of linked flows again the most advanced.
        period : date or pair of dates, optional
            A year, month or day, or the first and the last one (None: open). Flows count that last
            into it; those without a date are left out.
        spread : {'none', 'equal', 'days'}
            How much of a flow that reaches beyond the period counts: all, an equal part for each
            of its years, or for each of its days.
        programme, source, place : str or list of str, optional
            Only flows under these programmes (and those below), of these sources, with either end
            in these places (or below). Ids or names.
        side : str or list of str, optional
            Only flows with either end on these sides, such as 'east'.
        level : level or pair of levels
            What nodes are: 'party', 'institution' (the root of its parents), 'county',
            'prefecture', 'province', 'side', or 'programme'; a pair has one for donors and one for
            recipients.
        above : {'keep', 'drop'}
            Whether a party that is above the level, or without a place, is its own node, or out.
        weight : {'sum', 'count', 'presence'}
            Amounts, the number of flows, or 1.
        groups : {'group', 'equal', 'share', 'key', 'all_pairs'}
            Who stands for a group that gives or receives jointly: the group, its members equally,
            by their stated shares, in proportion to `key`, or every member without an amount (with
            weight='presence').
        key : str, pair of str, or mapping, optional
            For groups='key': a resource (or resource and unit) whose amounts by party are the key,
            or numbers by party.
        orientation : {'help', 'movement'}
            From who helps to who is helped, or the way in which what is given travels.
        totals : {'parts', 'total'}
            Whether the parts of a stated total count, with what they leave of it, or the total.
        missing : {'zero', 'drop', 'unbounded'}
            Whether a flow without an amount makes an edge and adds nothing, is out, or makes the
            edge's upper bound infinite.
        about, nearly : float, optional
            How far such figures reach, as shares of v. "About v" lies between v (1 - about) and
            v (1 + about), and counts as exact by default; "nearly v" lies between v nearly and v
            (0.9: at least 90 % of it), by default anything up to v.
        nodes : {'touched', 'all'} or list of parties
            Besides the parties with flows, every party of the ledger, or these.

        Returns
        -------
        LedgerNetwork
            Nodes are labelled by the ids of parties or places, in the order in which flows name
            them.

        Raises
        ------
        ValidationError
            For options that do not fit, several units to be added (the message lists them), and
            circles among parents, successors or groups.

        Examples
        --------
        >>> import aidnet
        >>> ledger = aidnet.Ledger.from_frames(
        ...     {
        ...         "donor": ["Ningbo", "Ningbo", "Dalian"],
        ...         "recipient": ["Qianxinan", "Qianxinan", "Shuicheng"],
        ...         "amount": [2598000, 58, 3250000],
        ...         "unit": ["CNY", "person", "CNY"],
        ...     }
        ... )
        >>> money = ledger.network(unit="CNY")
        >>> print(money.edges.to_string(index=False))
        source    target    weight     lower     upper  flows  unknown
        Ningbo Qianxinan 2598000.0 2598000.0 2598000.0      1        0
        Dalian Shuicheng 3250000.0 3250000.0 3250000.0      1        0
        >>> money.flows_of("Ningbo", "Qianxinan")["amount"].to_dict()
        {'1': 2598000.0}
        """
        from aidnet.ledger_network import make_network

        given = locals()
        return make_network(self, {name: given[name] for name in OPTIONS})

    # ---------------------------------------------------------------------------- protocol

    def __len__(self) -> int:
        return self._compiled.rows("flows")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Ledger):
            return NotImplemented
        return self is other or self._compiled.files == other.compiled.files

    __hash__ = None  # type: ignore[assignment]  # equal by content

    def __copy__(self) -> Ledger:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Ledger:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (self._compiled.files,)

    def _counts(self) -> str:
        nouns = {"flows": "flow", "parties": "party", "places": "place", "programmes": "programme",
                 "sources": "source"}  # fmt: skip
        counts = {table: self._compiled.rows(table) for table in nouns}
        return ", ".join(
            f"{count:,} {nouns[table] if count == 1 else table}"
            for table, count in counts.items()
            if count or table == "flows"
        )

    def __repr__(self) -> str:
        title = f" {self.title!r}" if self.title else ""
        return f"<Ledger{title}: {self._counts()}>"

    def _repr_html_(self) -> str:
        shown = 10
        flows = self.flows.head(shown).dropna(axis="columns", how="all")
        left = len(self) - len(flows)
        more = f"<p>… and {left:,} more</p>" if left else ""
        return (
            f"<div><p><b>{html.escape(self.title or 'Ledger')}</b>: {self._counts()}</p>"
            f"{flows.to_html(index=False, border=0)}{more}</div>"
        )


def _rebuild(files: dict[str, bytes]) -> Ledger:
    return Ledger(_core.Ledger.read_files(files, package=True, negative="net", max_problems=1))

"""Ledgers of dataframes and of columns, whatever those are made of."""

from __future__ import annotations

import datetime as dt
import decimal
import importlib
from typing import Any

import numpy as np
import pandas as pd
import pytest

import aidnet
from support.ledgers import TABLES

BASE = {"donor": ["a", "b"], "recipient": ["b", "c"], "unit": ["CNY", "CNY"]}


def column(name: str, values: Any) -> list[Any]:
    """What a column of two cells becomes; None where missing."""
    table = pd.DataFrame({**BASE, name: values})
    kept = aidnet.Ledger.from_frames(table).flows[
        {"amount": "value", "year": "start"}.get(name, name)
    ]
    return kept.astype(object).where(kept.notna(), None).tolist()


def objects(*values: Any) -> pd.Series[Any]:
    return pd.Series(list(values), dtype=object)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([2598000, 3], [2598000.0, 3.0]),
        (np.array([1, 2], np.uint8), [1.0, 2.0]),
        (pd.array([7, None], dtype="Int64"), [7.0, None]),
        (pd.array([0.5, None], dtype="Float64"), [0.5, None]),
        ([0.1, np.nan], [0.1, None]),
        (np.array([0.1, 2.5], np.float32), [0.1, 2.5]),
        (["0.10", None], [0.1, None]),
        (pd.array(["12", None], dtype="string"), [12.0, None]),
        (objects(decimal.Decimal("14978.06"), decimal.Decimal("1E+3")), [14978.06, 1000.0]),
        (objects(np.float32(0.1), np.int64(2)), [0.1, 2.0]),
        (objects("3", 2.5), [3.0, 2.5]),
        (objects(pd.NA, pd.NaT), [None, None]),
        (pd.Categorical([2.5, None]), [2.5, None]),
        (pd.Categorical([4, 5]), [4.0, 5.0]),
        ([9e15, 0.01], [9e15, 0.01]),
    ],
)
def test_amounts(values: Any, expected: list[Any]) -> None:
    assert column("amount", values) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([2018, 2019], ["2018", "2019"]),
        ([2018.0, np.nan], ["2018", None]),
        (pd.array([2018, None], dtype="Int64"), ["2018", None]),
        (["2018-06", None], ["2018-06", None]),
        (pd.to_datetime(["2018-06-30", None]), ["2018-06-30", None]),
        (pd.to_datetime(["2018-06-30T23:00Z", None]), ["2018-06-30", None]),
        (pd.PeriodIndex(["2018-06", None], freq="M"), ["2018-06", None]),
        (objects(dt.date(2018, 6, 30), 2018), ["2018-06-30", "2018"]),
        (objects(dt.datetime(2018, 6, 30, 12), None), ["2018-06-30", None]),
        (objects(pd.Timestamp("2018-06-30"), "2018"), ["2018-06-30", "2018"]),
        (pd.Categorical(pd.to_datetime(["2018-06-30", None])), ["2018-06-30", None]),
        (pd.Categorical([2018.0, None]), ["2018", None]),
    ],
)
def test_dates(values: Any, expected: list[Any]) -> None:
    assert column("year", values) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (pd.Categorical(["东", None], categories=["西", "东"]), ["东", None]),
        (["nan", "NA"], ["nan", "NA"]),
        (objects("x", 5), ["x", "5"]),
        (pd.array(["x", None], dtype="string"), ["x", None]),
        (["", None], [None, None]),
    ],
)
def test_texts(values: Any, expected: list[Any]) -> None:
    assert column("note", values) == expected
    assert column("extra", values) == expected


def test_truth_is_a_text_in_columns_that_are_not_known() -> None:
    assert column("checked", [True, False]) == ["true", "false"]
    assert column("checked", objects(True, None)) == ["true", None]
    with pytest.raises(aidnet.ValidationError, match=r"flows\.unit is true or false"):
        column("unit", [True, False])
    with pytest.raises(aidnet.ValidationError, match=r"flows\.note, row 2: a text, .*not True"):
        column("note", objects("x", True))


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("amount", ["1,000", "2"], "row 1, column amount: '1,000'.*write 1000"),
        ("amount", [1.0, np.inf], "row 2, column amount: 'inf'"),
        ("amount", [0.1 + 0.2, 1], "have 2 decimals; write 0.3"),
        ("amount", [-1, 1], "row 1, column amount: '-1'.*0 or more"),
        ("amount", [1j, 1], "row 1, column amount: '1j'"),
        ("year", ["2018-13", 2018], "row 1, column year: '2018-13': a date"),
        ("year", pd.to_timedelta([1, 2], unit="D"), "row 1, column year: '1 days"),
        ("status", ["spent", "spend"], "row 2, column status: 'spend'.*did you mean spent"),
        ("note", objects(["x"], "y"), r"flows\.note, row 1: a text, .*not \['x'\]"),
        ("note", objects("x", {"y": 1}), r"flows\.note, row 2: a text"),
        ("note", objects(b"x", "y"), r"flows\.note, row 1: a text"),
        ("note", objects("\ud800", "y"), "lone surrogates"),
    ],
)
def test_values_that_are_none(name: str, values: Any, message: str) -> None:
    with pytest.raises(aidnet.ValidationError, match=message):
        column(name, values)


def test_mappings_are_taken_row_by_row() -> None:
    """The index of a Series is of no account: aligning by it would scramble the rows."""
    shuffled = pd.Series(["b", "c"], index=[1, 0])
    ledger = aidnet.Ledger.from_frames(
        {
            "donor": ("a", "b"),
            "recipient": shuffled,
            "amount": iter([1, 2]),
            "year": np.array([1, 2]) + 2017,
        }
    )
    assert ledger.flows["recipient"].tolist() == ["b", "c"]
    assert ledger.flows["value"].tolist() == [1.0, 2.0]
    indexed = pd.DataFrame({"donor": ["a"], "recipient": ["b"]}, index=["row"])
    assert aidnet.Ledger.from_frames(indexed).flows["flow"].tolist() == ["1"]


@pytest.mark.parametrize(
    ("flows", "error", "message"),
    [
        ({"donor": ["a", "b"], "recipient": ["b"]}, aidnet.ValidationError,
         "flows: the column recipient has 1 rows, donor has 2"),
        ({"donor": "a", "recipient": "b"}, TypeError, r"flows\.donor: a column of values"),
        ({"donor": 5, "recipient": ["b"]}, TypeError, r"flows\.donor: a column of values"),
        ([("a", "b")], TypeError, "flows: a dataframe or a mapping of columns is needed"),
        (None, TypeError, "flows: a dataframe"),
        ("flows.csv", TypeError, "flows: a dataframe"),
        ({}, aidnet.LedgerError, "column donor: the column is missing; there are none"),
        ({"recipient": ["b"]}, aidnet.LedgerError, "the column is missing; there are recipient"),
        ({**BASE, "amount": [1, 2], "value": [1, 2]}, aidnet.LedgerError, "give one of them"),
        ({**BASE, "flow": ["x", "x"]}, aidnet.LedgerError, "row 2.*'x': an id stands once; row 1"),
        (pd.DataFrame([["a", "b", "c"]], columns=["donor", "recipient", "donor"]),
         aidnet.LedgerError, "column donor: the column is given twice"),
    ],
)  # fmt: skip
def test_tables_that_are_none(flows: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        aidnet.Ledger.from_frames(flows)


def test_problems_are_told_by_row() -> None:
    with pytest.raises(aidnet.LedgerError) as caught:
        aidnet.Ledger.from_frames({**BASE, "amount": ["x", "1"]}, places={"place": ["p", "p"]})
    places = [(p.file, p.row, p.line, p.column, p.text) for p in caught.value.problems]
    assert places == [("places", 2, 0, "place", "p"), ("flows", 1, 0, "amount", "x")]
    assert caught.value.total == 2
    with pytest.raises(aidnet.LedgerError, match="and 1 more") as caught:
        aidnet.Ledger.from_frames({**BASE, "amount": ["x", "y"]}, max_problems=1)
    assert (len(caught.value.problems), caught.value.total) == (1, 2)


class Foreign:
    """A dataframe of another library, which offers `to_pandas`."""

    def __init__(self, table: Any) -> None:
        self.table = table

    def to_pandas(self) -> Any:
        return self.table


class Interchangeable:
    """A dataframe that offers the interchange protocol."""

    def __init__(self, table: pd.DataFrame) -> None:
        self.table = table

    def __dataframe__(self, **options: Any) -> Any:
        return self.table.__dataframe__(**options)


@pytest.mark.filterwarnings("ignore:The Dataframe Interchange Protocol:DeprecationWarning")
def test_other_dataframes() -> None:
    table = pd.DataFrame({**BASE, "amount": [1.5, np.nan], "note": ["x", None]})
    expected = aidnet.Ledger.from_frames(table)
    assert aidnet.Ledger.from_frames(Foreign(table)) == expected
    assert aidnet.Ledger.from_frames(Interchangeable(table)) == expected
    assert aidnet.Ledger.from_frames(
        Foreign(table), sources=Foreign(pd.DataFrame({"source": ["s"]}))
    )
    with pytest.raises(TypeError, match="flows: a dataframe"):
        aidnet.Ledger.from_frames(Foreign(table["donor"]))


@pytest.mark.parametrize("library", ["polars", "pyarrow"])
def test_frames_of_libraries_that_are_there(library: str) -> None:
    module = importlib.import_module(library)
    make = module.DataFrame if library == "polars" else module.table
    columns = {**BASE, "amount": [1.5, None]}
    assert aidnet.Ledger.from_frames(make(columns)) == aidnet.Ledger.from_frames(columns)


def test_all_tables_of_the_embedded_ledger_go_round() -> None:
    ledger = aidnet.datasets.load_east_west()
    frames = {table: getattr(ledger, table) for table in TABLES}
    again = aidnet.Ledger.from_frames(**frames)
    for table in TABLES:
        pd.testing.assert_frame_equal(getattr(again, table), frames[table])
    plain = {table: frame.astype(object).to_dict("list") for table, frame in frames.items()}
    assert aidnet.Ledger.from_frames(**plain) == again
    assert again.network(unit="CNY").describe() == ledger.network(unit="CNY").describe()

"""A ledger's tables as DataFrames, and what a Ledger says of itself."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import numpy as np
import pandas as pd
import pytest

import aidnet
from support.ledgers import EAST_WEST, TABLES, ledger_of

# What each column holds; columns of text are of the type that pandas gives text.
TEXT = pd.Series([""]).dtype
KINDS: dict[str, dict[str, str]] = {
    "flows": {
        "text": "flow part_of same_as fulfils figure note",
        "float": "value lower upper",
        "integer": "price_year span_start span_end context_start context_end",
        "words": "donor recipient channel programme resource unit qualifier status start end "
        "direction part_kind source confidence scope",
    },
    "parties": {
        "text": "party name_zh name_en code",
        "words": "kind place parent scheme valid_from valid_to",
    },
    "places": {
        "text": "place code name_zh name_en",
        "float": "longitude latitude",
        "words": "scheme level parent side valid_from valid_to successor",
    },
    "groups": {"float": "share", "words": "group member role joined left"},
    "relations": {"words": "donor recipient regime valid_from valid_to source"},
    "programmes": {
        "text": "programme name_zh name_en",
        "words": "regime type parent start end",
    },
    "aliases": {"text": "entity alias", "words": "lang valid_from valid_to source"},
    "sources": {"text": "source file title publisher sha256", "words": "published lang"},
}
DTYPES = {"text": TEXT, "float": np.dtype(float), "integer": pd.Int64Dtype()}


@pytest.fixture(scope="module")
def east_west() -> aidnet.Ledger:
    return aidnet.datasets.load_east_west()


@pytest.fixture
def small() -> aidnet.Ledger:
    return ledger_of(
        "donor recipient value unit start; a b 2 CNY 2019; b c . . .; a c 3 item 2018-06"
    )


@pytest.mark.parametrize("table", TABLES)
def test_columns_and_their_types(
    table: str, east_west: aidnet.Ledger, small: aidnet.Ledger
) -> None:
    for ledger in (east_west, small, ledger_of("donor recipient")):
        frame = getattr(ledger, table)
        assert isinstance(frame.index, pd.RangeIndex)
        expected = {name: kind for kind, names in KINDS[table].items() for name in names.split()}
        assert set(frame.columns) == set(expected)
        for name, kind in expected.items():
            column = frame[name].dtype
            if kind == "words":
                assert isinstance(column, pd.CategoricalDtype), name
                assert all(isinstance(word, str) for word in column.categories), name
            else:
                assert column == DTYPES[kind], name


def test_columns_are_in_the_order_of_the_files(east_west: aidnet.Ledger) -> None:
    for table in TABLES:
        file = pd.read_csv(EAST_WEST / f"{table}.csv", dtype=str)
        frame = getattr(east_west, table)
        assert list(file.columns) == list(frame.columns)
        assert len(file) == len(frame)
        pd.testing.assert_series_equal(
            file.isna().sum(), frame.isna().sum(), check_names=False, obj=table
        )


def test_what_is_not_stated_is_missing(small: aidnet.Ledger) -> None:
    flows = small.flows
    assert flows["value"].isna().tolist() == [False, True, False]
    assert flows["unit"].isna().tolist() == [False, True, False]
    assert flows["start"].tolist()[::2] == ["2019", "2018-06"]
    for column in ("price_year", "note", "part_of", "channel", "lower", "resource"):
        assert flows[column].isna().all(), column


def test_dates_sort_by_the_calendar(small: aidnet.Ledger) -> None:
    dates = ledger_of(
        "donor recipient start; a b 2018-10; a b 2018-09-30; a b 2018; a b 0999"
    ).flows
    assert dates["start"].cat.categories.tolist() == ["0999", "2018", "2018-09-30", "2018-10"]
    assert small.flows["start"].cat.categories.tolist() == ["2018-06", "2019"]


def test_changing_a_frame_changes_no_ledger(east_west: aidnet.Ledger) -> None:
    for table in TABLES:
        before = getattr(east_west, table)
        frame = getattr(east_west, table)
        for name in frame.columns:
            frame[name] = frame[name].to_numpy(copy=False)[::-1]
        frame["more"] = 1
        pd.testing.assert_frame_equal(getattr(east_west, table), before)
    values = east_west.flows["value"].to_numpy()
    longitude = east_west.places["longitude"].array
    total = east_west.flows["value"].sum()
    for array in (values, longitude):
        try:
            array[:] = -1
        except ValueError:  # pandas hands out a read-only view
            assert not array.flags.writeable if isinstance(array, np.ndarray) else True
    assert east_west.flows["value"].sum() == total
    assert (east_west.places["longitude"].dropna() > 0).all()


def test_unknown_columns_are_kept() -> None:
    ledger = aidnet.Ledger.from_frames(
        pd.DataFrame({"donor": ["a"], "colour": ["red"], "recipient": ["b"], "用途": [None]}),
        places={"place": ["p"], "population": [1200]},
    )
    assert ledger.flows.columns[-2:].tolist() == ["colour", "用途"]
    assert ledger.flows["colour"].tolist() == ["red"]
    assert ledger.flows["用途"].isna().all()
    assert ledger.places["population"].tolist() == ["1200"]
    fields = {field["name"] for field in ledger.descriptor["resources"][0]["schema"]["fields"]}
    assert {"colour", "用途"} <= fields


def test_the_dictionary_describes_every_column(east_west: aidnet.Ledger) -> None:
    dictionary = aidnet.Ledger.dictionary()
    assert list(dictionary.columns) == ["table", "column", "description", "words"]
    described = list(zip(dictionary["table"], dictionary["column"], strict=True))
    assert described == [(table, name) for table in TABLES for name in getattr(east_west, table)]
    assert (dictionary["description"].str.len() > 4).all()
    words = dictionary.set_index(["table", "column"])["words"]
    assert words["flows", "direction"] == ("forward", "reverse", "return", "both")
    assert words["flows", "unit"] == ()


def test_the_package_is_described(east_west: aidnet.Ledger, small: aidnet.Ledger) -> None:
    assert east_west.title.startswith("Donor–recipient ledger")
    assert "no complete record" in east_west.description
    assert "CC BY 4.0" in east_west.citation
    assert (small.title, small.description, small.citation) == ("", "", "")
    assert [resource["name"] for resource in small.descriptor["resources"]] == ["flows", "parties"]


def test_reprs() -> None:
    one = ledger_of("donor recipient; a b", programmes="programme; p", sources="source; s")
    assert repr(one) == "<Ledger: 1 flow, 2 parties, 1 programme, 1 source>"
    assert repr(ledger_of("donor recipient")) == "<Ledger: 0 flows>"
    risky = aidnet.Ledger.from_frames(
        {"donor": ["<script>"], "recipient": ["b & c"], "<i>": ["<b>"], "note": ["=1+1"]}
    )
    page = risky._repr_html_()
    assert "<script>" not in page
    assert "<i>" not in page
    assert "&lt;script&gt;" in page
    assert "b &amp; c" in page
    assert "more" not in page
    long = ledger_of("donor recipient;" + "a b;" * 12)
    assert "and 2 more" in long._repr_html_()


def test_a_title_is_escaped(tmp_path: Any) -> None:
    (tmp_path / "flows.csv").write_text("donor,recipient\na,b\n")
    (tmp_path / "datapackage.json").write_text(
        '{"title": "<script>", "resources": [{"name": "flows", "path": "flows.csv"}]}'
    )
    ledger = aidnet.read(tmp_path)
    assert repr(ledger) == "<Ledger '<script>': 1 flow, 2 parties>"
    assert "<script>" not in ledger._repr_html_()


def test_equality_is_by_content(small: aidnet.Ledger, east_west: aidnet.Ledger) -> None:
    same = ledger_of(
        "donor recipient value unit start; a b 2 CNY 2019; b c . . .; a c 3 item 2018-06"
    )
    other = ledger_of(
        "donor recipient value unit start; a b 2 CNY 2019; b c . . .; a c 4 item 2018-06"
    )
    assert small == same
    assert small != other
    assert small != east_west
    assert small != "ledger"
    assert (len(small), len(ledger_of("donor recipient"))) == (3, 0)
    with pytest.raises(TypeError, match="unhashable"):
        hash(small)
    assert copy.copy(small) == copy.deepcopy(small) == small


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_ledgers_are_pickled(protocol: int, small: aidnet.Ledger, east_west: aidnet.Ledger) -> None:
    net = ledger_of("donor recipient value; a b -3; a b 5", negative="net")
    for ledger in (small, east_west, net, ledger_of("donor recipient")):
        again = pickle.loads(pickle.dumps(ledger, protocol))  # noqa: S301
        assert again == ledger
        assert repr(again) == repr(ledger)


def test_networks_are_pickled_with_their_ledger(east_west: aidnet.Ledger) -> None:
    net = east_west.network(unit="CNY", level=("party", "province"), nodes=iter(["shanghai"]))
    again = pickle.loads(pickle.dumps(net))  # noqa: S301
    assert again == net
    assert again.describe() == net.describe()
    assert again.options == net.options
    assert again.ledger == east_west
    assert copy.deepcopy(net) == net

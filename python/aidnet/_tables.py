"""Between a ledger's compiled columns and pandas."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.errors import ValidationError

if TYPE_CHECKING:
    import pandas as pd

    from aidnet import _core

# In the order of the compiled TableId; the first column of a table with ids is the id.
TABLES = ("flows", "parties", "places", "groups", "relations", "programmes", "aliases", "sources")
KEYS = {"flows", "parties", "places", "programmes", "sources"}


def frame(ledger: _core.Ledger, table: str, ids: Mapping[str, Any]) -> pd.DataFrame:
    """One table as a DataFrame; `ids` has the ids of the tables that others refer to.

    Words that repeat are categorical, amounts and coordinates float, other numbers Int64, and what
    is not stated is missing.
    """
    import pandas as pd

    columns: dict[str, Any] = {}
    for name, (kind, *parts) in ledger.columns(table):
        columns[name] = _column(pd, kind, parts, ids)
    return pd.DataFrame(columns, copy=True)


def _column(pd: Any, kind: str, parts: list[Any], ids: Mapping[str, Any]) -> Any:
    if kind == "text":
        return _texts(pd, parts[0])
    if kind == "words":
        words, codes = parts
        return pd.Categorical.from_codes(codes, categories=pd.Index(words, dtype=object))
    if kind == "rows":
        target, rows = parts
        index = ids[TABLES[target]]
        if TABLES[target] == "flows":  # as many ids as rows: a categorical would save nothing
            taken: Any = (
                index.to_numpy(dtype=object).take(rows) if len(index) else np.array([], object)
            )
            return _texts(pd, np.where(rows < 0, None, taken))
        return pd.Categorical.from_codes(rows, categories=index)
    if kind == "integers":
        numbers, missing = parts
        return pd.arrays.IntegerArray(
            np.where(missing, 0, numbers).astype(np.int64), missing.astype(bool)
        )
    return parts[0]


def _texts(pd: Any, values: Any) -> Any:
    """Of the type that pandas gives columns of text, be all of them missing."""
    return pd.array(values, dtype=pd.Series([""]).dtype)


def column_input(column: pd.Series, where: str) -> Any:
    """A column of a caller's DataFrame as the compiled reader takes it."""
    import pandas as pd

    kind = column.dtype
    if isinstance(kind, pd.CategoricalDtype):
        words = kind.categories.tolist()
        if all(isinstance(word, str) for word in words):
            return (words, column.cat.codes.to_numpy())
        return column_input(column.astype(object), where)
    if isinstance(kind, np.dtype) and kind.kind == "f":
        # A narrow float means the shortest decimal that is it, not the double that it becomes.
        values = column.to_numpy()
        narrow = values.astype(str) if kind.itemsize < 8 else values
        return np.ascontiguousarray(narrow, dtype=np.float64)
    if pd.api.types.is_datetime64_any_dtype(kind):
        days = column.dt.strftime("%Y-%m-%d").astype(object)
        return days.where(column.notna(), None).tolist()
    if pd.api.types.is_bool_dtype(kind) and column.notna().any():
        if _is_known(where):
            raise ValidationError(f"{where} is true or false; a ledger has no such column")
        column = column.map({True: "true", False: "false"})
    cells = column.astype(object).where(column.notna(), None).tolist()
    if isinstance(kind, np.dtype) and kind.kind == "O":
        return [_cell(value, where, row) for row, value in enumerate(cells, 1)]
    return cells


def _is_known(where: str) -> bool:
    from aidnet import _core

    table, _, column = where.partition(".")
    known = {(row[0], row[1]) for row in _core.ledger_dictionary()}
    return (table, column) in known | {("flows", "amount"), ("flows", "year")}


def _cell(value: Any, where: str, row: int) -> Any:
    """One value of a column of anything."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return format(value, "f")  # never with an exponent
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, bool | np.bool_) and not _is_known(where):
        return str(value).lower()
    if isinstance(value, bool | np.bool_ | bytes) or np.iterable(value):
        raise ValidationError(
            f"{where}, row {row}: a text, a number or a date was expected, not {value!r}"
        )
    return value


def as_frame(data: Any, where: str) -> pd.DataFrame:
    """Any dataframe, or a mapping of columns, as a pandas DataFrame."""
    import pandas as pd

    if isinstance(data, pd.DataFrame):
        return data
    if hasattr(data, "to_pandas"):  # polars, pyarrow, and others
        data = data.to_pandas()
        if isinstance(data, pd.DataFrame):
            return data
    if isinstance(data, Mapping):
        return _of_columns(data, where)
    if hasattr(data, "__dataframe__"):
        with (
            warnings.catch_warnings()
        ):  # pandas deprecates it, and has no other way without pyarrow
            warnings.simplefilter("ignore", DeprecationWarning)
            return pd.api.interchange.from_dataframe(data)
    raise TypeError(f"{where}: a dataframe or a mapping of columns is needed, not {type(data)}")


def _of_columns(data: Mapping[Any, Any], where: str) -> pd.DataFrame:
    """Row by row: what Series are indexed by is of no account."""
    import pandas as pd

    columns: dict[Any, Any] = {}
    for name, values in data.items():
        if isinstance(values, str | bytes | Mapping) or not np.iterable(values):
            raise TypeError(f"{where}.{name}: a column of values is needed, not {values!r}")
        columns[name] = pd.Series(values if hasattr(values, "__len__") else list(values))
        columns[name] = columns[name].reset_index(drop=True)
    lengths = {name: len(column) for name, column in columns.items()}
    first = next(iter(lengths), None)
    for name, length in lengths.items():
        if length != lengths[first]:
            raise ValidationError(
                f"{where}: the column {name} has {length} rows, {first} has {lengths[first]}"
            )
    return pd.DataFrame(columns)

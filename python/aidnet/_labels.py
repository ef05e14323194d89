"""From labels to indices: any hashable label, in order of first appearance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.errors import UnknownNodeError, ValidationError

if TYPE_CHECKING:
    import pandas as pd


def label_index(labels: Any, what: str) -> pd.Index:
    """`labels` as a flat pandas Index, refusing missing and unhashable ones by row."""
    import pandas as pd

    if isinstance(labels, str | bytes):
        raise TypeError(f"{what} is a single string; a column of labels is needed")
    if isinstance(labels, np.ndarray) and labels.ndim != 1:
        raise ValidationError(f"{what} must be one-dimensional, not of shape {labels.shape}")
    if not isinstance(labels, np.ndarray | pd.Index | pd.Series | pd.api.extensions.ExtensionArray):
        labels = list(labels)
    index = pd.Index(labels, tupleize_cols=False)
    if isinstance(index, pd.MultiIndex):
        index = index.to_flat_index()
    if isinstance(index.dtype, pd.CategoricalDtype):
        index = index.astype(index.dtype.categories.dtype)
    missing = np.flatnonzero(index.isna())
    if missing.size:
        raise ValidationError(f"{what}: row {missing[0]} has no label (it is missing or NaN)")
    if index.dtype == object:
        for row, label in enumerate(index):
            try:
                hash(label)
            except TypeError:
                raise ValidationError(
                    f"{what}: row {row} has a label that cannot be hashed: {label!r}"
                ) from None
    return index


def node_index(nodes: Any) -> pd.Index:
    """The node labels that a caller fixed: as `label_index`, and unique."""
    index = label_index(nodes, "nodes").rename("node")
    if not index.is_unique:
        label = index[index.duplicated()][0]
        raise ValidationError(f"nodes: the label {label!r} is given more than once")
    return index


def encode(
    source: Any, target: Any, nodes: Any | None
) -> tuple[pd.Index, np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """The node Index and the index columns of two columns of labels."""
    import pandas as pd

    from_ = label_index(source, "source")
    to = label_index(target, "target")
    if len(from_) != len(to):
        raise ValidationError(f"{len(from_)} sources but {len(to)} targets")
    rows = len(from_)
    both = from_.append(to) if rows else from_
    if nodes is None:
        # Row by row: the source of a row before its target.
        order = np.arange(2 * rows).reshape(2, rows).T.ravel()
        codes, uniques = pd.factorize(both.take(order))
        index = pd.Index(uniques, tupleize_cols=False, name="node")
        codes = codes.reshape(rows, 2)
        return index, codes[:, 0], codes[:, 1]
    index = node_index(nodes)
    codes = index.get_indexer(both) if rows else np.empty(0, dtype=np.intp)
    unknown = np.flatnonzero(codes < 0)
    if unknown.size:
        k = int(unknown[0])
        column, row = ("source", k) if k < rows else ("target", k - rows)
        raise UnknownNodeError(both[k], index, f" in nodes= ({column}, row {row})")
    return index, codes[:rows], codes[rows:]


def weight_column(weight: Any, rows: int) -> np.ndarray[Any, Any] | None:
    """`weight` as float64, refusing text, missing and infinite values by row."""
    if weight is None:
        return None
    array = np.asarray(weight)
    if array.ndim != 1 or array.size != rows:
        raise ValidationError(f"weight must have one value a row ({rows}), not shape {array.shape}")
    if array.dtype.kind not in "biuf":
        for row, value in enumerate(array.tolist()):
            if isinstance(value, str | bytes | complex) or value is None:
                raise ValidationError(f"weight: row {row} is {value!r}, not a number")
        try:
            array = array.astype(np.float64)
        except (TypeError, ValueError) as error:
            raise ValidationError(f"weight: {error}") from None
    array = array.astype(np.float64, copy=False)
    bad = np.flatnonzero(~np.isfinite(array))
    if bad.size:
        raise ValidationError(
            f"weight: row {bad[0]} is {array[bad[0]]}; weights must be finite "
            "(leave the row out, or give 0 for a tie without a weight)"
        )
    return array


def positions(index: pd.Index, labels: Any, what: str) -> np.ndarray[Any, Any]:
    """Where `labels` stand in `index`."""
    wanted = label_index(labels, what)
    found = index.get_indexer(wanted)
    unknown = np.flatnonzero(found < 0)
    if unknown.size:
        raise UnknownNodeError(wanted[int(unknown[0])], index, f" ({what})")
    return found


def node_values(index: pd.Index, values: Any, what: str) -> np.ndarray[Any, Any]:
    """One float a node from a mapping or Series by label (others get 0), or from an array."""
    import pandas as pd

    if isinstance(values, pd.Series):
        labels, numbers = values.index, values.to_numpy(dtype=np.float64)
    elif hasattr(values, "keys"):
        labels = list(values.keys())
        numbers = np.array([values[label] for label in labels], dtype=np.float64)
    else:
        array = np.array(values, dtype=np.float64)
        if array.shape != (len(index),):
            raise ValidationError(
                f"{what} has shape {array.shape}; give one value a node ({len(index)}) "
                "or a mapping from labels"
            )
        return array
    result = np.zeros(len(index))
    where = positions(index, labels, what)
    if np.unique(where).size != where.size:
        raise ValidationError(f"{what} names a node twice")
    result[where] = numbers
    return result

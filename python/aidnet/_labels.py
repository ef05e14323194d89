"""From labels to indices: any hashable label, in order of first appearance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.errors import UnknownNodeError, ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from aidnet.network import Network


def label_index(labels: Any, what: str) -> pd.Index:
    """`labels` as a flat pandas Index, refusing missing and unhashable ones by row."""
    import pandas as pd

    if isinstance(labels, str | bytes):
        raise TypeError(f"{what} is a single string; a column of labels is needed")
    if isinstance(labels, np.ndarray) and labels.ndim != 1:
        raise ValidationError(f"{what} must be one-dimensional, not of shape {labels.shape}")
    if not isinstance(labels, np.ndarray | pd.Index | pd.Series | pd.api.extensions.ExtensionArray):
        labels = list(labels)
    # Kinds are never cast into one another: beside 0.5, 2**53 + 1 would become 2**53.
    mixed = isinstance(labels, list) and len({type(label) for label in labels}) > 1
    index: pd.Index = pd.Index(labels, tupleize_cols=False, dtype=object if mixed else None)
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
    index: pd.Index = label_index(nodes, "nodes").rename("node")
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
    if nodes is not None:
        given = node_index(nodes)
        where = " in nodes= ({}, row {{row}})"
        sources = _known(given, from_, where.format("source"))
        return given, sources, _known(given, to, where.format("target"))

    # Each column by itself, then their few distinct labels together: far fewer to hash twice.
    if from_.dtype != to.dtype:
        from_, to = from_.astype(object), to.astype(object)
    (from_codes, from_labels), (to_codes, to_labels) = _factorized(from_), _factorized(to)
    together: pd.Index = from_labels.append(to_labels)
    if from_.dtype == object:  # append would look for a kind that holds them all
        labels_of_both = np.concatenate([from_labels.to_numpy(), to_labels.to_numpy()])
        together = pd.Index(labels_of_both, tupleize_cols=False, dtype=object)
    both, labels = _factorized(together)
    renumbered = np.split(both, [len(from_labels)])
    # Order of first appearance, row by row, the source of a row before its target.
    first = np.full(len(labels), np.iinfo(np.int64).max)
    for codes, numbers, side in ((from_codes, renumbered[0], 0), (to_codes, renumbered[1], 1)):
        np.minimum.at(first, numbers, 2 * _first_rows(codes, len(numbers)) + side)
    order = np.argsort(first, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(order.size)
    index: pd.Index = labels.rename("node").take(order)
    return index, place[renumbered[0]][from_codes], place[renumbered[1]][to_codes]


def _factorized(labels: pd.Index) -> tuple[np.ndarray[Any, Any], pd.Index]:
    import pandas as pd

    codes, uniques = pd.factorize(labels)
    return codes, pd.Index(uniques, tupleize_cols=False, dtype=labels.dtype)


def _first_rows(codes: np.ndarray[Any, Any], count: int) -> np.ndarray[Any, Any]:
    """Where each of the codes 0 to count - 1 stands first."""
    first = np.empty(count, dtype=np.int64)
    first[codes[::-1]] = np.arange(codes.size - 1, -1, -1)  # the last one written stays
    return first


def _known(index: pd.Index, labels: pd.Index, where: str) -> np.ndarray[Any, Any]:
    """Where `labels` stand in `index`; an error tells of the first that does not, `where` of it."""
    codes = index.get_indexer(labels)
    unknown = np.flatnonzero(codes < 0)
    if unknown.size:
        row = int(unknown[0])
        raise UnknownNodeError(labels[row], index, where.format(row=row))
    return codes


def weight_column(
    weight: Any, rows: int, named: Callable[[int], str] = "weight: row {}".format
) -> np.ndarray[Any, Any]:
    """`weight` as float64, refusing what is no finite number; `named` says which row."""
    array = np.asarray(weight)
    if array.ndim != 1 or array.size != rows:
        raise ValidationError(f"weight must have one value a row ({rows}), not shape {array.shape}")
    if array.dtype.kind not in "biuf":
        array = np.array([_number(value, row, named) for row, value in enumerate(array.tolist())])
    array = array.astype(np.float64, copy=False)
    bad = np.flatnonzero(~np.isfinite(array))
    if bad.size:
        raise ValidationError(
            f"{named(int(bad[0]))} is {array[bad[0]]}; weights must be finite "
            "(leave it out, or give its weight)"
        )
    return array


def _number(value: Any, row: int, named: Callable[[int], str]) -> float:
    if not isinstance(value, str | bytes | complex) and value is not None:
        try:
            return float(value)
        except OverflowError:
            raise ValidationError(f"{named(row)} is more than a float can be") from None
        except (TypeError, ValueError):
            pass
    raise ValidationError(f"{named(row)} is {value!r}, not a number")


def positions(index: pd.Index, labels: Any, what: str) -> np.ndarray[Any, Any]:
    """Where `labels` stand in `index`."""
    return _known(index, label_index(labels, what), f" ({what})")


def node_values(index: pd.Index, values: Any, what: str) -> np.ndarray[Any, Any]:
    """One float a node from a mapping or Series by label (others get 0), or from an array."""
    import pandas as pd

    if isinstance(values, pd.Series):
        labels: Any = values.index
        numbers = values.to_numpy(dtype=np.float64)
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


def node_field(network: Network, name: str, what: str, of: Any) -> Any:
    """What each node has in a field that a column of `network.node_table` has.

    Or an attribute of nodes, where the network was made of a graph of NetworkX: `of`.
    """
    if hasattr(of, "is_multigraph"):
        field = {node: data[name] for node, data in of.nodes(data=True) if name in data}
        there = {attribute for _, data in of.nodes(data=True) for attribute in data}
    else:
        table = getattr(network, "node_table", {})
        there = {*table}
        field = table.get(name, {})
    if name not in there:
        known = ", ".join(sorted(map(repr, there))) or "labels"
        raise ValidationError(
            f"{what}: nodes have no {name!r}, only {known}; a mapping or Series by label says more"
        )
    return field


def node_groups(index: pd.Index, groups: Any, what: str) -> np.ndarray[Any, Any]:
    """The number of each node's group, from labels of any kind by node, in order, or from sets."""
    import pandas as pd

    if (
        isinstance(groups, list | tuple)
        and groups
        and all(isinstance(members, set | frozenset) for members in groups)
    ):
        nodes: Any = [node for members in groups for node in members]
        names: Any = np.repeat(np.arange(len(groups)), [len(members) for members in groups])
    elif isinstance(groups, pd.Series):
        nodes, names = groups.index, groups.to_numpy()
    elif hasattr(groups, "keys"):
        nodes = list(groups.keys())
        names = [groups[node] for node in nodes]
    else:
        nodes, names = None, groups
    labels = label_index(names, what)
    if nodes is None:
        if len(labels) != len(index):
            raise ValidationError(
                f"{what} has {len(labels)} elements; give one label a node ({len(index)}), "
                "a mapping from labels, or sets of nodes"
            )
        return _factorized(labels)[0].astype(np.float64)
    where = positions(index, nodes, what)
    numbers = np.full(len(index), -1.0)
    numbers[where] = _factorized(labels)[0]
    if np.unique(where).size != where.size:
        raise ValidationError(f"{what} names a node twice")
    left_out = np.flatnonzero(numbers < 0)
    if left_out.size:
        raise ValidationError(f"{what} has no group for node {index[left_out[0]]}")
    return numbers

"""From labels to indices: any hashable label, in order of first appearance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet._numbers import column, numbers
from aidnet.errors import UnknownNodeError, ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from aidnet.network import Network

Array = np.ndarray[Any, Any]


def label_index(
    labels: Any, what: str, place: Callable[[int], str] = lambda row: f"row {row}"
) -> pd.Index:
    """`labels` as a flat pandas Index, refusing missing and unhashable ones by their place."""
    import pandas as pd

    if isinstance(labels, str | bytes) or not hasattr(labels, "__iter__"):
        raise TypeError(f"{what} is {labels!r}; an iterable of labels is needed")
    if isinstance(labels, np.ndarray) and labels.ndim != 1:
        raise ValidationError(f"{what} must be one-dimensional, not of shape {labels.shape}")
    if not isinstance(labels, np.ndarray | pd.Index | pd.Series | pd.api.extensions.ExtensionArray):
        labels = list(labels)
    if not getattr(getattr(labels, "dtype", None), "isnative", True):  # pandas cannot look them up
        labels = np.asarray(labels)
        labels = labels.astype(labels.dtype.newbyteorder("="))
    # Kinds are never cast into one another: beside 0.5, 2**53 + 1 would become 2**53.
    mixed = isinstance(labels, list) and len({type(label) for label in labels}) > 1
    index: pd.Index = pd.Index(labels, tupleize_cols=False, dtype=object if mixed else None)
    if isinstance(index, pd.MultiIndex):
        index = index.to_flat_index()
    if isinstance(index.dtype, pd.CategoricalDtype):
        index = index.astype(index.dtype.categories.dtype)
    missing = np.flatnonzero(index.isna())
    if missing.size:
        raise ValidationError(f"{what}: {place(missing[0])} has no label (it is missing or NaN)")
    if index.dtype == object:
        for row, label in enumerate(index):
            try:
                hash(label)
            except TypeError:
                raise ValidationError(
                    f"{what}: {place(row)} has a label that cannot be hashed: {label!r}"
                ) from None
    return index


def node_index(nodes: Any) -> pd.Index:
    """The node labels that a caller fixed: as `label_index`, and unique."""
    index: pd.Index = label_index(nodes, "nodes").rename("node")
    if not index.is_unique:
        label = index[index.duplicated()][0]
        raise ValidationError(f"nodes: the label {label!r} is given more than once")
    return index


def require_same_rows(columns: dict[str, Any]) -> None:
    """Refuse Series whose indexes differ, because rows are paired by position."""
    import pandas as pd

    series = {name: values for name, values in columns.items() if isinstance(values, pd.Series)}
    first = next(iter(series), "")
    for name, values in series.items():
        like = series[first]
        if len(values) == len(like) and not values.index.equals(like.index):
            raise ValidationError(
                f"{first} and {name} are Series with different indexes; align them, or give "
                f"{name}.to_numpy() to pair their rows by position"
            )


def encode(source: Any, target: Any, nodes: Any | None) -> tuple[pd.Index, Array, Array]:
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
    for codes, places, side in ((from_codes, renumbered[0], 0), (to_codes, renumbered[1], 1)):
        np.minimum.at(first, places, 2 * _first_rows(codes, len(places)) + side)
    order = np.argsort(first, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(order.size)
    index: pd.Index = labels.rename("node").take(order)
    return index, place[renumbered[0]][from_codes], place[renumbered[1]][to_codes]


def _factorized(labels: pd.Index) -> tuple[Array, pd.Index]:
    import pandas as pd

    codes, uniques = pd.factorize(labels)
    return codes, pd.Index(uniques, tupleize_cols=False, dtype=labels.dtype)


def _first_rows(codes: Array, count: int) -> Array:
    """Where each of the codes 0 to count - 1 stands first."""
    first = np.empty(count, dtype=np.int64)
    first[codes[::-1]] = np.arange(codes.size - 1, -1, -1)  # the last one written stays
    return first


def _known(index: pd.Index, labels: pd.Index, where: str) -> Array:
    """Where `labels` stand in `index`; an error tells of the first that does not, `where` of it."""
    codes = index.get_indexer(labels)
    unknown = np.flatnonzero(codes < 0)
    if unknown.size:
        row = int(unknown[0])
        label = labels[row]
        label = label.item() if isinstance(label, np.generic) else label
        raise UnknownNodeError(label, index, where.format(row=row))
    return codes


def positions(index: pd.Index, labels: Any, what: str) -> Array:
    """Where `labels` stand in `index`."""
    return _known(index, label_index(labels, what), f" ({what})")


def node_values(index: pd.Index, values: Any, what: str, *, every: bool = False) -> Array:
    """One float a node from a mapping or Series by label, or from an array in order.

    Of those that are left out it is 0, or an error if `every` node must be there.
    """
    import pandas as pd

    if isinstance(values, pd.Series):
        labels: Any = values.index
        given = values.to_numpy()
    elif hasattr(values, "keys"):
        labels = list(values.keys())
        given = np.fromiter((values[label] for label in labels), object, len(labels))
    else:
        array = column(values)
        if array.shape != (len(index),):
            raise ValidationError(
                f"{what} has shape {array.shape}; give one value a node ({len(index)}) "
                "or a mapping from labels"
            )
        return numbers(array, lambda row: f"{what} of node {index[row]}")
    where = positions(index, labels, what)
    _require_once(where, index, what)
    result = np.full(len(index), np.nan)
    result[where] = numbers(given, lambda row: f"{what} of node {labels[row]}")
    left_out = np.setdiff1d(np.arange(len(index)), where)
    if every and left_out.size:
        raise ValidationError(f"{what} has no value for node {index[left_out[0]]}")
    result[left_out] = 0.0
    return result


def _require_once(where: Array, index: pd.Index, what: str) -> None:
    ordered = np.sort(where)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    if twice.size:
        raise ValidationError(f"{what} names node {index[twice[0]]} twice")


def node_field(network: Network, name: str, what: str, of: Any) -> Any:
    """What each node has in a field that a column of `network.node_table` has.

    Or an attribute of nodes, where the network was made of a graph of NetworkX: `of`.
    """
    said = "a mapping or Series by label says more"
    if hasattr(of, "is_multigraph"):
        field = {node: data[name] for node, data in of.nodes(data=True) if name in data}
        there = {attribute for _, data in of.nodes(data=True) for attribute in data}
    else:
        table = getattr(network, "node_table", {})
        there = {*table}
        field = table.get(name, {})
        said += ", and the graph of NetworkX itself, in place of the network, has its attributes"
    if name not in there:
        known = ", ".join(sorted(map(repr, there))) or "labels"
        raise ValidationError(f"{what}: nodes have no {name!r}, only {known}; {said}")
    return field


def node_groups(index: pd.Index, groups: Any, what: str) -> Array:
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
        labels = label_index(groups, what)
        if len(labels) != len(index):
            raise ValidationError(
                f"{what} has {len(labels)} elements; give one label a node ({len(index)}), "
                "a mapping from labels, or sets of nodes"
            )
        return _factorized(labels)[0]
    labels = label_index(names, what, lambda row: f"node {nodes[row]}")
    where = positions(index, nodes, what)
    numbers = np.full(len(index), -1)
    numbers[where] = _factorized(labels)[0]
    _require_once(where, index, what)
    left_out = np.flatnonzero(numbers < 0)
    if left_out.size:
        raise ValidationError(f"{what} has no group for node {index[left_out[0]]}")
    return numbers

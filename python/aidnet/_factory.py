"""Makes the public function of a measure from its binding row.

The row (see ``python/bindings/measure.hpp``) is the only place that names a measure's options,
defaults and documentation; signature, labels, threads and progress are added here for all alike.
"""

from __future__ import annotations

import inspect
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet._keywords import missing, unexpected, unnamed
from aidnet._labels import node_field, node_groups, node_values, positions
from aidnet._messages import spoken
from aidnet._numbers import LARGEST_FLOAT, LARGEST_INT
from aidnet.capacity import as_capacity
from aidnet.cost import as_cost
from aidnet.errors import AidnetError, ValidationError
from aidnet.length import as_length
from aidnet.network import Network, as_network

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    Columns = dict[str, Any]

Measure = Any

NETWORK_DOC = """network : Network
    Or a NetworkX graph, or a SciPy sparse array, whose element (i, j) is what i gives to j: a
    directed network (``aidnet.from_scipy`` makes undirected ones)."""
LENGTH_DOC = """length : {'unit', 'reciprocal', 'neg_log_share'} or Length, default 'unit'
    How long edges are: a rule, or ``aidnet.Length(values)``. Weights are never used as lengths.
    Lengths of paths are compared exactly; ``Length.in_units`` makes decimal fractions tie."""
COST_DOC = """cost : {'unit'} or Cost, default 'unit'
    What edges cost: 1 each, or ``aidnet.Cost(values)``. Weights are never used as costs."""
CAPACITY_DOC = """capacity : {'weight'} or Capacity, default 'weight'
    What edges can carry: the network's own weights, or ``aidnet.Capacity(values)``."""
CONTROL_DOC = """threads : int, optional
    Most threads to use; by default AIDNET_NUM_THREADS if that is set, else all. The result is the
    same to the last bit for any number.
progress : bool or callable, optional
    True shows a progress bar (tqdm); a callable is given the share of work done, in [0, 1]."""

WEIGHTINGS = {"length": LENGTH_DOC, "capacity": CAPACITY_DOC, "cost": COST_DOC}
"""What edges may be to a measure beside strengths, if its row says so."""

TYPES = {
    "float": "float",
    "int": "int",
    "bool": "bool",
    "node_values": "mapping, pandas.Series or array_like, shape (nodes,), or str",
    "every_node_value": "mapping, pandas.Series or array_like, shape (nodes,), or str",
    "groups": "mapping, pandas.Series, sequence of one label a node, or of sets of nodes, or str",
    "nodes": "iterable of labels",
    "node": "label",
    "ends": "label or iterable of labels",
}

BY_NODE = ("node_values", "every_node_value", "groups")
"""Kinds of options that say something of each node, or name the field that does."""

LABELLED = (*BY_NODE, "nodes", "node", "ends")
"""Kinds of options that speak of nodes by label, and may be None."""


def make_measure(row: Mapping[str, Any]) -> Measure:
    """The public function for one row of ``_core.measures``."""
    name, fields = row["name"], {field["name"]: field for field in row["fields"]}
    weightings = [kind for kind in WEIGHTINGS if row[f"has_{kind}"]]
    allowed = [*fields, *weightings, "threads", "progress"]
    required = [option for option, field in fields.items() if field["required"]]

    def run(
        net: Network, given: dict[str, Any], of: Any = None
    ) -> tuple[Any, Any, Any, dict[str, Any]]:
        for option in given:
            if option not in allowed:
                raise unexpected(name, option, allowed)
        for option in required:
            if given.get(option) is None:
                raise missing(name, option, fields[option]["doc"])
        length = None
        stated: dict[str, str] = {}
        values: dict[str, Any] = {}
        if row["has_length"]:
            rule = as_length(given.pop("length", "unit"))
            length, stated["length"] = rule.resolve(net, of), repr(rule)
        if row["has_cost"]:
            cost = as_cost(given.pop("cost", "unit"))
            values["cost"], stated["cost"] = cost.resolve(net, of), repr(cost)
        if row["has_capacity"]:
            capacity = as_capacity(given.pop("capacity", "weight"))
            values["capacity"], stated["capacity"] = capacity.resolve(net, of), repr(capacity)
        threads = _threads(given.pop("threads", None))
        progress = given.pop("progress", None)
        options = {
            option: _compiled(net, option, fields[option]["kind"], value, of)
            for option, value in given.items()
        }
        with _reporter(progress, name) as report, spoken(net.nodes):
            columns, facts, node_columns = row["call"](
                net.graph, length, options | values, threads, report
            )
        settings = stated | {option: fields[option]["default"] for option in fields} | given
        return columns, facts, node_columns, settings

    def measure(network: Any, *more: Any, **given: Any) -> Any:
        if more:
            raise unnamed(name, more, sorted(allowed, key=lambda option: option not in required))
        net = as_network(network)
        columns, facts, node_columns, settings = run(
            net, given, None if network is net else network
        )
        told = {
            fact: net.nodes.take(value).to_list() if fact in node_columns else value
            for fact, value in facts.items()
        }
        return _labelled(net, row, columns, node_columns, _plain(settings) | told)

    def arrays(net: Network, **given: Any) -> dict[str, Any]:
        """The bare arrays by name, for callers that repeat a measure many times."""
        return dict(run(net, given)[0])

    measure.arrays = arrays  # type: ignore[attr-defined]
    measure.__name__ = measure.__qualname__ = name
    measure.__module__ = "aidnet"
    measure.__signature__ = _signature(row)  # type: ignore[attr-defined]
    measure.__doc__ = _docstring(row)
    return measure


def _compiled(net: Network, option: str, kind: str, value: Any, of: Any) -> Any:
    """An option as the binding takes it: labels become positions."""
    if value is None:
        if kind in LABELLED:
            return None
        raise TypeError(f"{option} must not be None")
    if kind in BY_NODE:
        if isinstance(value, str):
            value = node_field(net, value, option, of)
        if kind == "groups":
            return node_groups(net.nodes, value, option)
        return node_values(net.nodes, value, option, every=kind == "every_node_value")
    if kind == "nodes":
        nodes = positions(net.nodes, value, option)
        if not nodes.size:  # which the compiled part would take for all, where there is a default
            raise ValidationError(f"{option} names no node")
        return nodes
    if kind == "node":
        return positions(net.nodes, [value], option)[0]
    if kind == "ends":
        return positions(net.nodes, [value] if _is_one(net, value) else value, option)
    expected: Any = {"float": (int, float), "int": int, "bool": bool, "choice": str}[kind]
    plain = value.item() if hasattr(value, "item") else value  # NumPy scalars
    if not isinstance(plain, expected) or (isinstance(plain, bool) and kind != "bool"):
        raise TypeError(f"{option} must be {TYPES.get(kind, 'str')}, not {value!r}")
    if kind in ("int", "float") and abs(plain) > (LARGEST_INT if kind == "int" else LARGEST_FLOAT):
        raise ValidationError(f"{option} is {value!r}, beyond the range of {TYPES[kind]}")
    return plain


def _is_one(net: Network, value: Any) -> bool:
    """Whether a label was given, not several of them."""
    if isinstance(value, str | bytes) or not hasattr(value, "__iter__"):
        return True
    try:
        return value in net
    except TypeError:  # lists cannot be hashed
        return False


def _labelled(
    net: Network,
    row: Mapping[str, Any],
    columns: Mapping[str, Any],
    node_columns: Collection[str],
    attrs: dict[Any, Any],
) -> Any:
    if row["shape"] in ("scalar", "boolean"):
        return columns["value"]
    shown = {
        name: net.nodes.take(column) if name in node_columns else column
        for name, column in columns.items()
    }
    result = SHAPES[row["shape"]](net, row["name"], shown)
    if row["shape"] not in ("node_list", "network"):  # which have no attrs
        result.attrs = {"measure": row["name"]} | attrs
    return result


def _plain(settings: Mapping[str, Any]) -> dict[Any, Any]:
    return {k: v for k, v in settings.items() if isinstance(v, str | int | float)}


def _node_series(net: Network, name: str, columns: Columns) -> Any:
    import pandas as pd

    (column,) = columns.values()
    return pd.Series(column, index=net.nodes, name=name, copy=False)


def _node_frame(net: Network, _: str, columns: Columns) -> Any:
    import pandas as pd

    return pd.DataFrame(columns, index=net.nodes, copy=False)


def _node_list(_: Network, name: str, columns: Columns) -> Any:
    (column,) = columns.values()
    return column.rename(name)


def _node_matrix(net: Network, _: str, columns: Columns) -> Any:
    import pandas as pd

    return pd.DataFrame(columns["value"], index=net.nodes, columns=net.nodes, copy=False)


def _edge_series(net: Network, name: str, columns: Columns) -> Any:
    import pandas as pd

    (column,) = columns.values()
    edges = net.edges
    values = column
    if not net.directed:
        values = column[np.unique(net.edge_of_entry(), return_index=True)[1]]
    ends = pd.MultiIndex.from_arrays([edges["source"], edges["target"]])
    return pd.Series(values, index=ends, name=name, copy=False)


def _table(_: Network, __: str, columns: Columns) -> Any:
    import pandas as pd

    return pd.DataFrame(columns)


def _counts(_: Network, name: str, columns: Columns) -> Any:
    import pandas as pd

    return pd.Series(columns, name=name)


def _network(_: Network, __: str, columns: Columns) -> Any:
    import pandas as pd

    graph = columns["graph"]
    return Network(graph, pd.RangeIndex(graph.node_count, name="node"))


SHAPES = {
    "node_series": _node_series,
    "node_frame": _node_frame,
    "node_list": _node_list,
    "node_matrix": _node_matrix,
    "edge_series": _edge_series,
    "table": _table,
    "counts": _counts,
    "network": _network,
}
"""What the columns become, by the shape that the binding row names."""


def _threads(threads: Any) -> int:
    if threads is None:
        threads = os.environ.get("AIDNET_NUM_THREADS") or "0"
        if not threads.isdecimal():
            raise ValidationError(f"AIDNET_NUM_THREADS is {threads!r}; it must be a number")
        return min(int(threads), LARGEST_INT)
    plain = threads.item() if hasattr(threads, "item") else threads
    if isinstance(plain, bool) or not isinstance(plain, int) or plain < 1:
        raise ValidationError(f"threads is {threads!r}; it must be 1 or more, or None")
    return min(plain, LARGEST_INT)


@contextmanager
def _reporter(progress: Any, name: str) -> Iterator[Callable[[float], object] | None]:
    if progress is None or progress is False:
        yield None
    elif progress is not True:
        if not callable(progress):
            raise TypeError("progress must be True, False or a callable that takes a fraction")

        def pass_on(fraction: float) -> None:
            try:
                progress(fraction)
            except AidnetError as error:  # says what it says of nodes in the caller's own words
                raise _CallersError(error) from None

        try:
            yield pass_on
        except _CallersError as passed:
            raise passed.error from None
    else:
        try:
            from tqdm.auto import tqdm
        except ImportError:
            raise ImportError("progress=True needs tqdm: pip install tqdm") from None
        form = "{l_bar}{bar}| {elapsed}<{remaining}"
        with tqdm(total=1.0, desc=name, bar_format=form, file=sys.stderr) as bar:

            def show(fraction: float) -> None:
                bar.n = fraction  # set, not added: increments would round
                bar.refresh()

            yield show


class _CallersError(Exception):
    """An error of the caller's callback, on its way past those who put errors into words."""

    def __init__(self, error: AidnetError) -> None:
        super().__init__(error)
        self.error = error


def _signature(row: Mapping[str, Any]) -> inspect.Signature:
    option = inspect.Parameter.KEYWORD_ONLY
    parameters = [inspect.Parameter("network", inspect.Parameter.POSITIONAL_OR_KEYWORD)]
    parameters += [
        inspect.Parameter(kind, option, default="weight" if kind == "capacity" else "unit")
        for kind in WEIGHTINGS
        if row[f"has_{kind}"]
    ]
    parameters += [
        inspect.Parameter(
            field["name"],
            option,
            default=inspect.Parameter.empty if field["required"] else field["default"],
        )
        for field in row["fields"]
    ]
    parameters += [
        inspect.Parameter("threads", option, default=None),
        inspect.Parameter("progress", option, default=None),
    ]
    return inspect.Signature(parameters)


def _docstring(row: Mapping[str, Any]) -> str:
    head, rest = row["doc"].strip().split("\n\nReturns\n", 1)
    entries = [NETWORK_DOC]
    entries += [text for kind, text in WEIGHTINGS.items() if row[f"has_{kind}"]]
    for field in row["fields"]:
        kind = (
            "{" + ", ".join(map(repr, field["choices"])) + "}"
            if field["choices"]
            else TYPES[field["kind"]]
        )
        default = field["default"]
        tail = ", optional" if default is None else f", default {default!r}"
        if field["required"]:
            tail = ""
        entries.append(f"{field['name']} : {kind}{tail}\n    {field['doc']}")
    entries.append(CONTROL_DOC)
    parameters = "Parameters\n----------\n" + "\n".join(entries)
    return f"{head}\n\n{parameters}\n\nReturns\n{rest}\n"

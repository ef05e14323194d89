"""Ranks by several measures, and what uncertain figures leave of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np

from aidnet import _core
from aidnet import measures as functions
from aidnet._factory import BY_NODE, _reporter
from aidnet._labels import node_field
from aidnet.errors import AidnetError, ConvergenceError, UndefinedError, ValidationError
from aidnet.ledger_network import LedgerNetwork
from aidnet.measures import ROWS
from aidnet.network import Array, Network, as_network

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

Mode = Literal["out", "in", "all"]
COLUMNS = ("score", "rank", "rank_low", "rank_high")
HITS = {"hubs": "hub", "authorities": "authority"}
SIDE_OF_HITS = {"hubs": "out", "authorities": "in"}
NO_SCORES = (
    "hits",
    "weak_components",
    "strong_components",
    "bipartition",
    "eccentricity",  # less is more central
    "second_order",
    "trophic_levels",
    "distances",
    "bottleneck",
    "louvain",
    "leiden",
    "label_propagation",
    "bellman_ford",
)

RANKED = (
    *(
        name
        for name, row in ROWS.items()
        if row["shape"] == "node_series" and name not in NO_SCORES
    ),
    *HITS,
)
"""What `rank_table` can rank by: the measures of one number a node, and both sides of HITS."""

# Scores closer than this share of the largest are ties: they differ by rounding alone.
TIE = 1e-12


class _Ranked(NamedTuple):
    """A measure to rank by, as it is called."""

    label: str
    function: str
    column: str | None
    options: dict[str, Any]
    side: Literal["out", "in"] | None
    """Whom it ranks: donors, recipients, or all nodes."""

    @property
    def call(self) -> tuple[str, str]:
        return self.function, repr(sorted(self.options.items()))


def rank_table(
    network: Any,
    measures: Sequence[str] | Mapping[str, Mapping[str, Any]],
    *,
    mode: Mode | None = None,
    draws: int = 200,
    seed: int = 0,
    level: float = 0.95,
    threads: int | None = None,
    progress: bool | Callable[[float], object] | None = None,
) -> pd.DataFrame:
    """Rank the nodes by several measures, with intervals from the bounds of the weights.

    Each draw takes every edge's weight evenly between its lower and its upper bound, independently
    of the others, computes the measures anew and ranks the nodes. An edge without an upper bound
    stays at its stated weight, because nothing says how far above it to draw; so do edges whose
    amount is missing altogether. The intervals say nothing of either, nor of what no source states.

    Parameters
    ----------
    network : LedgerNetwork
        Any other network has no bounds, and its ranks no width.
    measures : sequence of str, or mapping of str to options
        Measures of one number a node (`RANKED`): strength, pagerank, betweenness and so on; hubs
        and authorities are those of HITS. A mapping gives options: ``{"katz": {"alpha": 1e-9}}``.
    mode : {'in', 'out', 'all'}, optional
        Nodes as recipients ('in'), as donors ('out') or as both, for the measures that have a side.
        It is their option ``mode``, except that PageRank's says which way its walker goes: it finds
        recipients with 'out' and donors with 'in', and is turned round here. By default each
        measure has its own default.

        Nodes that receive nothing, not even an amount that is not stated, are no recipients: with
        'in' these measures and authorities rank the others alone. So do these measures and hubs
        with 'out', where nodes give nothing. A measure that is given its own ``mode`` ranks all.
    draws : int
        How many.
    seed : int
        Draw k is the same for a seed, however many draws there are.
    level : float
        The share of draws within an interval, between 0 and 1.
    threads : int, optional
        For each measure; the result is the same for any number.
    progress : bool or callable, optional
        As for measures.

    Returns
    -------
    pandas.DataFrame
        One row a node in the network's order, with columns (measure, value): ``score`` and ``rank``
        of the stated weights (1 is the largest score; ties have the same, smallest rank; scores
        within 1e-12 of the largest are ties), and ``rank_low`` and ``rank_high``, the quantiles
        (1 - level) / 2 and (1 + level) / 2 of the drawn ranks, rounded outwards. Ranks of nodes
        for which a measure is not defined, or that are no recipients (donors) where these are
        ranked, are missing; the scores of the latter stay.

        The stated rank can lie outside the interval, where stated weights stand at an end of their
        bounds (270餘 is 270 to 280). ``attrs`` has draws, seed, level and mode;
        ``uncertain_edges``, which were drawn, ``unbounded_edges`` and ``zero_edges``, which were
        not; and, by measure, ``options`` and ``undefined_draws``, on which it was not defined.

    Raises
    ------
    ValidationError
        For measures that give no number a node, and options that do not fit.
    UndefinedError, ConvergenceError
        If a measure is not defined on the stated weights; the message names it.

    Examples
    --------
    >>> import aidnet
    >>> from aidnet.ranking import rank_table
    >>> ledger = aidnet.Ledger.from_frames(
    ...     {"donor": ["a", "b", "c"], "recipient": ["x", "x", "x"], "value": [5, 4, 1],
    ...      "upper": [5, 8, 1], "qualifier": ["exact", "over", "exact"]}
    ... )
    >>> table = rank_table(ledger.network(), ["strength"], mode="out")
    >>> table["strength"].loc[["a", "b", "c"], ["rank", "rank_low", "rank_high"]].T.to_dict("list")
    {'a': [1, 1, 2], 'b': [2, 1, 2], 'c': [3, 3, 3]}
    >>> int(table["strength", "rank"].isna().sum())  # x, which gives nothing
    1
    """
    import pandas as pd

    net = as_network(network)
    named = _ranked(measures, mode)
    check_draws(draws, seed, level)
    ranked = [_with_fields(net, one, None if network is net else network) for one in named]
    stated = _scores(net, ranked, threads, strict=True)
    lower, upper = _bounds(net)
    unbounded = np.isinf(upper)
    drawn = np.flatnonzero((lower < upper) & ~unbounded)
    there = {side: on_side(net, side) for side in ("out", "in", None)}
    ranks = {one.label: _ranks(stated[one.label], there[one.side]) for one in ranked}
    replicates = {one.label: np.empty((0, len(net))) for one in ranked}
    undefined = {one.label: 0 for one in ranked}
    if drawn.size:
        replicates = {one.label: np.empty((draws, len(net))) for one in ranked}
        with _reporter(progress, "ranks") as report:
            for k in range(draws):
                random = np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(k,)))
                one_draw = _drawn(net, (lower, upper), drawn, np.random.Generator(random))
                drawn_scores = _scores(one_draw, ranked, threads, strict=False)
                for one in ranked:
                    scores = drawn_scores[one.label]
                    replicates[one.label][k] = _ranks(scores, there[one.side])
                    undefined[one.label] += bool(np.isnan(scores).all() and len(scores))
                if report is not None:
                    report((k + 1) / draws)

    columns: dict[tuple[str, str], Any] = {}
    for one in ranked:
        own = ranks[one.label]
        low, high = _interval(replicates[one.label], level) if drawn.size else (own, own)
        values = (stated[one.label], *map(_whole, (own, low, high)))
        columns |= {(one.label, name): part for name, part in zip(COLUMNS, values, strict=True)}
    table = pd.DataFrame(columns, index=net.nodes)
    table.columns = pd.MultiIndex.from_tuples(columns, names=["measure", "value"])
    table.attrs = {
        "draws": draws,
        "seed": seed,
        "level": level,
        "mode": mode,
        "uncertain_edges": int(drawn.size),
        "unbounded_edges": int(unbounded.sum()),
        "zero_edges": int((net.weights == 0).sum()),
        "options": {one.label: dict(one.options) for one in named},
        "undefined_draws": undefined,
    }
    return table


def check_draws(draws: Any, seed: Any, level: Any) -> None:
    """Refuse what says nothing of how to draw."""
    for name, value, least in (("draws", draws, 1), ("seed", seed, 0)):
        if isinstance(value, bool) or not isinstance(value, int | np.integer) or value < least:
            raise ValidationError(
                f"{name} must be a whole number of {least} or more, not {value!r}"
            )
    if isinstance(level, bool) or not isinstance(level, int | float) or not 0 < level < 1:
        raise ValidationError(f"level must be a number between 0 and 1, not {level!r}")


def _ranked(names: Any, mode: Any) -> list[_Ranked]:
    if mode not in (None, "out", "in", "all"):
        raise ValidationError(f"mode is {mode!r}; it must be one of 'out', 'in', 'all', or None")
    if isinstance(names, str):
        names = [names]
    options = names if isinstance(names, Mapping) else {name: {} for name in names}
    if not options:
        raise ValidationError(f"no measure to rank by; there are {', '.join(RANKED)}")
    ranked = []
    for name, given in options.items():
        if name not in RANKED:
            why = " gives no score a node" if name in ROWS else " is no measure"
            raise ValidationError(f"{name!r}{why}; ranks can be by {', '.join(RANKED)}")
        function = "hits" if name in HITS else name
        sided = any(field["name"] == "mode" for field in ROWS[function]["fields"])
        turned = {"out": "in", "in": "out"} if name == "pagerank" else {}
        own = {"mode": turned.get(mode, mode)} if sided and mode is not None else {}
        ranks_one_side = (
            SIDE_OF_HITS[name] == mode if name in HITS else sided and "mode" not in given
        )
        side = mode if ranks_one_side and mode != "all" else None
        ranked.append(_Ranked(name, function, HITS.get(name), own | dict(given), side))
    return ranked


def _with_fields(net: Network, one: _Ranked, of: Any) -> _Ranked:
    """The same with fields of nodes in place of their names: draws are networks without fields."""
    kinds = {field["name"]: field["kind"] for field in ROWS[one.function]["fields"]}
    fields = {
        option: node_field(net, value, option, of)
        for option, value in one.options.items()
        if isinstance(value, str) and kinds.get(option) in BY_NODE
    }
    return one._replace(options=one.options | fields)


def on_side(net: Network, side: Literal["out", "in"] | None) -> Array:
    """Which nodes give (out) or receive (in), be it an amount of zero; all where side is None."""
    if side is None:
        return np.ones(len(net), dtype=bool)
    if side == "out":
        return np.diff(net.indptr) > 0
    there = np.zeros(len(net), dtype=bool)
    there[net.indices] = True
    return there


def _bounds(net: Network) -> tuple[Array, Array]:
    if isinstance(net, LedgerNetwork):
        return net.lower, net.upper
    return net.weights, net.weights


def _drawn(
    net: Network, bounds: tuple[Array, Array], which: Array, random: np.random.Generator
) -> Network:
    """The network with the weights of some entries drawn evenly between their bounds."""
    low, high = (bound[which] for bound in bounds)
    weights = net.weights.copy()
    weights[which] = low + random.random(which.size) * (high - low)
    graph = _core.Graph.from_csr(net.indptr, net.indices, weights, directed=net.directed)
    return Network(graph, net.nodes)


def _scores(
    net: Network, ranked: list[_Ranked], threads: int | None, *, strict: bool
) -> dict[str, Array]:
    """Scores by label; missing ones for a measure that is not defined, unless `strict`."""
    results: dict[tuple[str, str], Any] = {}
    scores: dict[str, Array] = {}
    for one in ranked:
        if one.call not in results:
            try:
                function = getattr(functions, one.function)
                results[one.call] = function.arrays(net, threads=threads, **one.options)
            except (UndefinedError, ConvergenceError) as error:
                if strict:
                    raise _named(error, one.label) from None
                results[one.call] = None
            except ValidationError:  # of a draw: an option that its weights do not allow
                if strict:
                    raise
                results[one.call] = None
        result = results[one.call]
        if result is None:
            scores[one.label] = np.full(len(net), np.nan)
        else:
            column = one.column or next(iter(result))
            scores[one.label] = np.asarray(result[column], dtype=np.float64)
    return scores


def _named(error: AidnetError, label: str) -> AidnetError:
    """The error, with the measure that it is of, if it does not say so itself."""
    if str(error).startswith(f"{label}:"):
        return error
    message = f"{label}: {error}"
    if isinstance(error, ConvergenceError):
        return ConvergenceError(message, error.iterations, error.residual)
    return type(error)(message)


def _ranks(scores: Array, there: Array) -> Array:
    """1 for the largest of those there; ties have the smallest of their ranks; others none."""
    ranks = np.full(scores.size, np.nan)
    known = np.flatnonzero(there & ~np.isnan(scores))
    if not known.size:
        return ranks
    order = known[np.argsort(-scores[known], kind="stable")]
    falling = scores[order]
    step = np.zeros(order.size, dtype=bool)
    step[0] = True
    step[1:] = falling[:-1] - falling[1:] > TIE * np.abs(falling).max()
    ranks[order] = np.flatnonzero(step)[np.cumsum(step) - 1] + 1
    return ranks


def _interval(replicates: Array, level: float) -> tuple[Array, Array]:
    """The quantiles of each column, rounded outwards, of the draws on which it is known."""
    tail = (1 - level) / 2
    in_order = np.sort(replicates, axis=0)  # missing ones last
    known = (~np.isnan(replicates)).sum(axis=0)
    last = np.maximum(known - 1, 0)
    nodes = np.arange(replicates.shape[1])
    # A whole position that rounding moved by 1e-16 is still that position.
    first = np.floor(np.round(tail * last, 9)).astype(np.int64)
    final = np.ceil(np.round((1 - tail) * last, 9)).astype(np.int64)
    return in_order[first, nodes], in_order[final, nodes]


def _whole(ranks: Array) -> Any:
    import pandas as pd

    missing = np.isnan(ranks)
    return pd.arrays.IntegerArray(np.where(missing, 0, ranks).astype(np.int64), missing)

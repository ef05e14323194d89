"""What must not change a measure, or must change it in a known way; for every public measure.

Relabelling, the order of rows, splitting a row in two, another unit, turning all around, and parts
that stand beside need no expected value: the measure is compared with itself on a network where the
answer must be the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest

import aidnet
from aidnet.measures import ROWS
from support.cases import DEEP, random_network

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = 400 if DEEP else 40
MEASURES = sorted(ROWS)

CHOSEN_BY_ORDER = {
    "all_shortest_paths": "in which order they come",
    "astar_path": "of several paths",
    "bellman_ford_path": "of several paths",
    "bipartition": "which side is the first one",
    "condensation": "the numbers of components",
    "find_cycle": "of several cycles",
    "global_minimum_cut": "of several cuts",
    "gomory_hu_tree": "of several trees",
    "k_shortest_paths": "of paths of the same length",
    "label_propagation": "of labels that are as frequent, and in which order nodes have their turn",
    "leiden": "in which order nodes have their turn",
    "louvain": "in which order nodes have their turn",
    "maximum_flow": "of several flows",
    "maximum_spanning_tree": "of several trees",
    "minimum_cost_flow": "of several flows",
    "minimum_spanning_arborescence": "of several trees",
    "minimum_spanning_tree": "of several trees",
    "approximate_current_flow_betweenness": "which pairs are drawn",
    "sampled_betweenness": "which sources are drawn",
    "sampled_edge_betweenness": "which sources are drawn",
    "shortest_path": "of several paths",
    "topological_order": "of several orders",
    "voterank": "of equal votes",
    "widest_path": "of several paths",
}
"""What the order of nodes decides by the measure's contract; relabelling may change that."""

PARTITIONS = {"biconnected_components", "strong_components", "weak_components"}
"""Which number a group has depends on the order of nodes; what is in it does not."""

SETS = {"ancestors", "articulation_points", "descendants"}
"""Nodes in the order of the network."""

POWERS = {
    "bottleneck": 1,
    "condensation": 1,
    "current_flow_closeness": 1,
    "global_minimum_cut": 1,
    "gomory_hu_tree": 1,
    "maximum_flow": 1,
    "maximum_spanning_tree": 1,
    "minimum_cut": 1,
    "opsahl_degree": 0.5,  # alpha
    "s_core": 1,
    "strength": 1,
}
"""The power of the unit of weights in the result; of all others none."""

UNIT_FIXED = {"bonacich_power", "katz", "minimum_cost_flow"}
"""beta, alpha and demand are set against the weights, whose unit is part of the question."""

ROUNDED_TIES = {
    "global_minimum_cut",
    "gomory_hu_tree",
    "label_propagation",
    "leiden",
    "louvain",
    "maximum_flow",
    "maximum_spanning_tree",
    "minimum_cut",
    "minimum_spanning_arborescence",
    "minimum_spanning_tree",
    "widest_path",
}
"""Equal sums, gains or votes can differ by rounding, which only powers of two leave alone."""

BESIDE_AN_ISOLATED_NODE = {
    "a share of all nodes or pairs": {
        "closeness",
        "communicability_betweenness",
        "global_efficiency",
        "global_reaching",
        "group_closeness",
        "local_efficiency",
        "local_reaching",
        "pagerank",
        "partition_quality",
        "percolation",
    },
    "a sum or a list over all nodes": {
        "estrada_index",
        "strong_components",
        "topological_order",
        "triad_census",
        "weak_components",
    },
    "a place among all nodes": {"onion_layers", "voterank"},
    "infinite or undefined where not everybody reaches everybody": {
        "diameter",
        "eccentricity",
        "global_minimum_cut",
        "minimum_spanning_arborescence",
        "radius",
        "second_order",
    },
    "draws are others": {
        "approximate_current_flow_betweenness",
        "label_propagation",
        "leiden",
        "louvain",
        "sampled_betweenness",
        "sampled_edge_betweenness",
    },
}
"""What a node that gives and receives nothing changes for the others, with normalized=False."""

BESIDE_A_COPY = {
    "a share of all that there is": {
        "birank",
        "cohits",
        "modularity",
        "nominal_assortativity",
        "rich_club",
        "salsa",
    },
    "a list over the network": {
        "articulation_points",
        "biconnected_components",
        "bridges",
        "simple_cycles",
    },
    "not unique where two parts are alike": {"eigenvector", "hits"},
    "of several flows": {"maximum_flow"},
}
"""What else the same network once more, with no tie to the first, changes."""

ONE_SIDED = [name for name in MEASURES if "mode" in {f["name"] for f in ROWS[name]["fields"]}]


def options(name: str, network: aidnet.Network) -> dict[str, Any]:
    """What the measure must be given: always the same parties, whatever their order."""
    labels = sorted(network.nodes, key=lambda label: int(label.split()[1]))
    given: dict[str, Any] = {}
    for field in ROWS[name]["fields"]:
        if field["kind"] in ("node", "ends"):
            given[field["name"]] = labels[len(given) % len(labels)]
        elif field["name"] == "group":
            given["group"] = labels[:2]
        elif field["name"] == "groups":
            given["groups"] = {label: k % 3 for k, label in enumerate(labels)}
        elif field["name"] == "states":
            given["states"] = {label: k % 4 / 4 for k, label in enumerate(labels)}
        elif field["name"] == "demand":
            given["demand"] = {labels[0]: -0.5, labels[-1]: 0.5} if len(labels) > 1 else {}
    return given


def answer(name: str, network: aidnet.Network, **more: Any) -> Any:
    """By label, as plain numbers; or which error there is."""
    if not len(network):
        return None
    try:
        result = getattr(aidnet, name)(network, **options(name, network) | more)
    except aidnet.AidnetError as error:
        return type(error)
    return by_label(name, result)


def by_label(name: str, result: Any) -> Any:
    shape = ROWS[name]["shape"]
    if name in PARTITIONS:
        parts = result.groupby(result).groups.values()
        return {frozenset(map(ends_of, part)) for part in parts}
    if shape == "node_list":
        return set(result) if name in SETS else list(result)
    if shape == "network":
        return result.edges.set_index(["source", "target"])["weight"].to_dict()
    if name == "simple_cycles":  # from whichever node on, and undirected ones either way round
        cycles = [tuple(one["node"]) for _, one in result.groupby("cycle")]
        turns = [[one[k:] + one[:k] for k in range(len(one))] for one in cycles]
        return {min(turn + [one[::-1] for one in turn]) for turn in turns}
    if shape == "table":  # rows of names and numbers, in no order that matters
        named = [c for c in result if result[c].dtype.kind not in "fiu"]
        if len(named) == len(list(result)):
            return {ends_of(row) for row in result.itertuples(index=False, name=None)}
        return result.set_index(named or [result.columns[0]]).stack().to_dict()
    if isinstance(result, pd.DataFrame):
        return result.stack().to_dict()
    if isinstance(result, pd.Series):
        return result.to_dict()
    return {"": result}


def ends_of(key: Any) -> Any:
    """An edge without its direction."""
    return tuple(sorted(key)) if isinstance(key, tuple) else key


def undirected_ends(values: Any) -> Any:
    if not isinstance(values, dict):
        return values
    return {ends_of(key): value for key, value in values.items()}


def assert_same(name: str, actual: Any, expected: Any, seed: int, factor: float = 1.0) -> None:
    if not isinstance(expected, dict) or not isinstance(actual, dict):
        assert actual == expected, f"seed {seed}"
        return
    assert set(actual) == set(expected), f"seed {seed}"
    want = np.array([expected[key] for key in expected], dtype=float) * factor
    have = np.array([actual[key] for key in expected], dtype=float)
    scale = np.max(np.abs(want), initial=0.0, where=np.isfinite(want))
    slack = 1e-9 * scale + (1e-14 if name not in POWERS else 0.0)  # shares of 0 are not exactly 0
    np.testing.assert_allclose(have, want, rtol=0, atol=slack, err_msg=f"seed {seed}")


def edges(network: aidnet.Network) -> tuple[Any, Any, Any]:
    table = network.edges
    return table["source"].to_numpy(), table["target"].to_numpy(), table["weight"].to_numpy()


def compared(name: str, changed: Callable[[aidnet.Network, Any], aidnet.Network]) -> None:
    """The measure on random networks and on what `changed` makes of them."""
    defined = 0
    for seed in range(CASES):
        network = random_network(seed)
        expected = answer(name, network)
        actual = answer(name, changed(network, np.random.default_rng(seed)))
        defined += not isinstance(expected, type | None)
        if not network.directed and ROWS[name]["shape"] == "edge_series":
            expected, actual = undirected_ends(expected), undirected_ends(actual)
        assert_same(name, actual, expected, seed)
    assert defined >= CASES // 20


@pytest.mark.parametrize("name", [name for name in MEASURES if name not in CHOSEN_BY_ORDER])
def test_relabelling_permutes(name: str) -> None:
    def relabelled(network: aidnet.Network, rng: Any) -> aidnet.Network:
        nodes = network.nodes[rng.permutation(len(network))]
        return aidnet.from_edges(*edges(network), nodes=nodes, directed=network.directed)

    compared(name, relabelled)


@pytest.mark.parametrize("name", MEASURES)
def test_the_order_of_rows_and_the_number_of_flows_change_nothing(name: str) -> None:
    def in_pieces(network: aidnet.Network, rng: Any) -> aidnet.Network:
        source, target, weight = (np.concatenate([x, x]) for x in edges(network))
        weight = weight / 2  # exact, as is the sum of the halves
        order = rng.permutation(source.size)
        return aidnet.from_edges(
            source[order],
            target[order],
            weight[order],
            nodes=network.nodes,
            directed=network.directed,
        )

    compared(name, in_pieces)


@pytest.mark.parametrize("name", [name for name in MEASURES if name not in UNIT_FIXED])
@pytest.mark.parametrize("factor", [2.0**40, 1e12, 1e-12])
def test_another_unit(name: str, factor: float) -> None:
    factor = 2.0 ** round(np.log2(factor)) if name in ROUNDED_TIES else factor
    for seed in range(CASES):
        network = random_network(seed)
        source, target, weight = edges(network)
        scaled = aidnet.from_edges(
            source, target, weight * factor, nodes=network.nodes, directed=network.directed
        )
        power = POWERS.get(name, 0)
        assert_same(name, answer(name, scaled), answer(name, network), seed, factor**power)


def names_in(reasons: dict[str, set[str]]) -> set[str]:
    return set().union(*reasons.values())


def check_beside(name: str, original: aidnet.Network, more: dict[str, str], seed: int) -> bool:
    """Nothing changes for the nodes of a network among `more`: names, and whose ties they copy.

    Whether there was anything: what is not defined may be so among others.
    """
    given = options(name, original)
    if any(field["name"] == "normalized" for field in ROWS[name]["fields"]):
        given["normalized"] = False
    source, target, weight = edges(original)
    copies = {model: node for node, model in more.items() if model}
    both = [k for k, (u, v) in enumerate(zip(source, target, strict=True)) if {u, v} <= {*copies}]
    wider = aidnet.from_edges(
        [*source, *(copies[source[k]] for k in both)],
        [*target, *(copies[target[k]] for k in both)],
        [*weight, *weight[both]],
        nodes=[*original.nodes, *more],
        directed=original.directed,
    )
    among = {
        option: {**value, **{node: value[model] if model else 0.75 for node, model in more.items()}}
        for option, value in given.items()
        if option in ("groups", "states")
    }
    expected, actual = answer(name, original, **given), answer(name, wider, **given | among)
    if isinstance(expected, dict) and isinstance(actual, dict):
        actual = {key: value for key, value in actual.items() if key in expected}
    if isinstance(expected, type):
        return False
    assert_same(name, actual, expected, seed)
    return True


def nothing_changes_beside(name: str, more: Callable[[aidnet.Network], dict[str, str]]) -> None:
    networks = [(seed, random_network(seed)) for seed in range(CASES)]
    defined = sum(
        check_beside(name, network, more(network), seed)
        for seed, network in networks
        if len(network)
    )
    assert defined >= CASES // 20


@pytest.mark.parametrize("name", sorted({*MEASURES} - names_in(BESIDE_AN_ISOLATED_NODE)))
def test_an_isolated_node_changes_nothing_for_others(name: str) -> None:
    nothing_changes_beside(name, lambda _: {"alone 99": ""})


@pytest.mark.parametrize(
    "name", sorted({*MEASURES} - names_in(BESIDE_AN_ISOLATED_NODE) - names_in(BESIDE_A_COPY))
)
def test_a_part_that_nothing_joins_changes_nothing(name: str) -> None:
    nothing_changes_beside(
        name, lambda network: {f"like {node.split()[1]}": node for node in network.nodes}
    )


@pytest.mark.parametrize("name", ONE_SIDED)
def test_turned_around_the_other_side(name: str) -> None:
    for seed in range(CASES):
        network = random_network(seed)
        for mode, other in (("out", "in"), ("in", "out"), ("all", "all")):
            actual = answer(name, network.reverse(), mode=other)
            assert_same(name, actual, answer(name, network, mode=mode), seed)


def test_the_lists_name_measures() -> None:
    beside = (names_in(BESIDE_AN_ISOLATED_NODE), names_in(BESIDE_A_COPY))
    for names in (CHOSEN_BY_ORDER, PARTITIONS, SETS, POWERS, UNIT_FIXED, ROUNDED_TIES, *beside):
        assert set(names) <= set(MEASURES)

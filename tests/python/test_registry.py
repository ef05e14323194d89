"""Walks all public measures: what the anatomy promises holds for each, the next one included."""

from __future__ import annotations

import doctest
import functools
import gc
import inspect
import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import aidnet
from aidnet.measures import ROWS

ROOT = Path(__file__).parents[2]
SECTIONS = ["Parameters", "Returns", "Raises", "Notes", "References", "Examples"]
MEASURES = sorted(ROWS)
UNDIRECTED = ("gomory_hu_tree",)
"""Measures that refuse directed networks: they are given the same without directions."""


def header(name: str) -> str:
    """The text of the measure's C++ header, where its contract stands."""
    (path,) = (ROOT / "include/aidnet/algo").rglob(f"{name}.hpp")
    return path.read_text(encoding="utf-8")


# Of what there is too much of in a large network, and what must be given beside nodes.
GIVEN: dict[str, dict[str, Any]] = {
    "simple_cycles": {"max_length": 3},
    "minimum_cost_flow": {"demand": {}},
}

# Which edges are left of the ring where a measure is undefined on cycles, or on odd ones.
PARTS: dict[str, Any] = {
    "topological_order": lambda source, target: source < target,
    "bipartition": lambda source, target: (source + target) % 2 == 1,
}


def measure(name: str) -> Any:
    """The public function; nodes that it must be given are the first, second, … of the network.

    A set that it must be given has the first two; of groups there are three, by turns.
    """
    function = getattr(aidnet, name)
    fields = ROWS[name]["fields"]
    asked = [field["name"] for field in fields if field["kind"] in ("node", "ends")]
    sets = [field["name"] for field in fields if field["kind"] == "nodes" and field["required"]]
    groups = [field["name"] for field in fields if field["kind"] == "groups"]
    if not any((asked, sets, groups)) and name not in GIVEN and name not in UNDIRECTED:
        return function

    @functools.wraps(function)
    def call(network: Any, *args: Any, **given: Any) -> Any:
        if isinstance(network, aidnet.Network):
            nodes: Any = network.nodes
        elif hasattr(network, "nodes"):
            nodes = list(network.nodes)
        else:
            nodes = range(network.shape[0]) if hasattr(network, "shape") else range(9)
        chosen = dict(zip(asked, nodes, strict=False)) | dict.fromkeys(sets, nodes[:2])
        turns = {node: k % 3 for k, node in enumerate(nodes)}
        chosen |= dict.fromkeys(groups, turns)
        if name in UNDIRECTED:
            network = aidnet.as_network(network).to_undirected()
        return function(network, *args, **GIVEN.get(name, {}) | chosen | given)

    return call


def ring_with_chords(nodes: int) -> aidnet.Network:
    """Strongly connected and aperiodic, so that every measure is defined on it.

    Node 0 gives to all, so that the donors' common recipients connect them too.
    """
    k = np.arange(nodes)
    source = np.concatenate([k, k, 0 * k])
    target = np.concatenate([(k + 1) % nodes, (k * 7 + 3) % nodes, k])
    uneven = 1.0 + k % 5
    return aidnet.from_edges(source, target, np.concatenate([uneven, uneven, np.ones(nodes)]))


def network_for(name: str, nodes: int) -> aidnet.Network:
    """The ring with chords, or where need be a part of it."""
    net = ring_with_chords(nodes)
    if name not in PARTS:
        return net
    edges = net.edges[PARTS[name](net.edges["source"], net.edges["target"])]
    return aidnet.from_edges(edges["source"], edges["target"], edges["weight"], nodes=net.nodes)


def arrays_of(result: Any) -> list[np.ndarray[Any, Any]]:
    if isinstance(result, pd.Series | pd.Index):
        return [result.to_numpy()]
    if isinstance(result, pd.DataFrame):
        return [result[column].to_numpy() for column in result]
    if isinstance(result, aidnet.Network):
        return [result.nodes.to_numpy(), result.indptr, result.indices, result.weights]
    return [np.array([result])]


@pytest.mark.parametrize("name", MEASURES)
def test_documentation_is_complete(name: str) -> None:
    doc = inspect.getdoc(measure(name)) or ""
    places = [doc.find(f"\n{section}\n{'-' * len(section)}\n") for section in SECTIONS]
    assert -1 not in places, f"missing: {SECTIONS[places.index(-1)]}"
    assert places == sorted(places), "sections out of order"
    assert len(doc.splitlines()[0]) <= 100
    assert "doctest: +" not in doc


@pytest.mark.parametrize("name", MEASURES)
def test_examples_run(name: str) -> None:
    test = doctest.DocTestParser().get_doctest(
        inspect.getdoc(measure(name)) or "", {}, name, None, 0
    )
    assert len(test.examples) >= 2
    report: list[str] = []
    results = doctest.DocTestRunner(verbose=False).run(test, out=report.append)
    assert results.failed == 0, "".join(report)


@pytest.mark.parametrize("name", MEASURES)
def test_header_and_docstring_agree(name: str) -> None:
    doc = inspect.getdoc(measure(name)) or ""
    doi = re.compile(r"doi:(10\.\d+/[^\s,;]*[^\s,;.)])")
    assert set(doi.findall(doc)) == set(doi.findall(header(name)))


@pytest.mark.parametrize("name", MEASURES)
def test_options_are_those_of_the_header(name: str) -> None:
    match = re.search(r"struct \w+Options \{(.*?)\n\};", header(name), re.DOTALL)
    code = re.sub(r"//[^\n]*", "", match.group(1)) if match else ""
    members = re.findall(r"(\w+)\s*(?:=[^;]*|\{[^;]*\})?;", code)
    assert [field["name"] for field in ROWS[name]["fields"]] == members


@pytest.mark.parametrize("name", MEASURES)
def test_options_are_keyword_only(name: str) -> None:
    first, *rest = inspect.signature(measure(name)).parameters.values()
    assert first.name == "network"
    assert all(p.kind is p.KEYWORD_ONLY for p in rest)
    assert [p.name for p in rest][-2:] == ["threads", "progress"]
    with pytest.raises(TypeError):
        measure(name)(network_for(name, 5), 1)
    with pytest.raises(TypeError, match="unexpected keyword argument 'wieght'"):
        measure(name)(network_for(name, 5), wieght=1)


@pytest.mark.parametrize("name", MEASURES)
def test_result_is_labelled(name: str) -> None:
    net = network_for(name, 12)
    result = measure(name)(net)
    shape = ROWS[name]["shape"]
    if shape == "scalar":
        assert isinstance(result, float)
        return
    if shape == "boolean":
        assert isinstance(result, bool)
        return
    if shape == "node_list":
        assert isinstance(result, pd.Index)
        assert result.name == name
        assert set(result) <= set(net.nodes)
        return
    if shape == "network":
        assert isinstance(result, aidnet.Network)
        return
    if shape.startswith("node_"):
        assert result.index.equals(net.nodes)
        assert result.index.name == "node"
    if shape == "node_matrix":
        assert result.columns.equals(net.nodes)
    if shape == "edge_series":
        assert list(result.index) == list(zip(net.edges.source, net.edges.target, strict=True))
        assert result.index.names == ["source", "target"]
    assert result.attrs["measure"] == name
    if isinstance(result, pd.Series):
        assert result.name == name


# Whose work grows as nodes times edges or faster, though they follow no shortest paths.
DENSE = (
    "approximate_current_flow_betweenness",
    "collective_influence",  # all that is a few steps away from each node
    "communicability",
    "current_flow_closeness",
    "estrada_index",
    "global_minimum_cut",
    "gomory_hu_tree",
    "random_walk_closeness",
    "second_order",
    "subgraph",
)
DENSER = (
    "communicability_betweenness",
    "current_flow_betweenness",
    "edge_current_flow_betweenness",
)


@pytest.fixture(scope="module")
def of_many_chunks() -> dict[str, aidnet.Network]:
    """At least 16 chunks of sources for measures of paths, or else of rows."""
    small, medium, large = map(ring_with_chords, (130, 1_100, 180_000))
    nets = {
        name: medium if row["has_length"] or name in DENSE else large for name, row in ROWS.items()
    }
    nets |= {name: network_for(name, 180_000) for name in PARTS}
    return nets | dict.fromkeys(DENSER, small)


@pytest.mark.parametrize("name", MEASURES)
def test_same_bits_for_any_number_of_threads(
    name: str, of_many_chunks: dict[str, aidnet.Network]
) -> None:
    net = of_many_chunks[name]
    alone = arrays_of(measure(name)(net, threads=1))
    for threads in (2, 3):
        for a, b in zip(alone, arrays_of(measure(name)(net, threads=threads)), strict=True):
            assert a.tobytes() == b.tobytes()


@pytest.mark.parametrize("name", MEASURES)
def test_arrays_outlive_the_network(name: str) -> None:
    net = network_for(name, 300)
    held = arrays_of(measure(name)(net))
    copies = [array.copy() for array in held]
    del net
    gc.collect()
    _ = [np.full(100_000, 7.0) for _ in range(20)]  # whatever was freed is overwritten
    for array, copy in zip(held, copies, strict=True):
        np.testing.assert_array_equal(array, copy)


@pytest.mark.parametrize("name", MEASURES)
def test_exceptions_cross_the_call(name: str) -> None:
    """What a progress callback raises ends the call; the network stays usable."""
    net = network_for(name, 8 if name in DENSER else 50)

    def stop(fraction: float) -> None:
        raise StopIteration(fraction)

    with pytest.raises(StopIteration) as caught:
        measure(name)(net, progress=stop)
    assert 0 < caught.value.value <= 1  # the end, unless the machine is slow
    measure(name)(net)


@pytest.mark.parametrize("name", MEASURES)
def test_accepts_peers_graphs(name: str) -> None:
    net = network_for(name, 10)
    ours = arrays_of(measure(name)(net))
    for peer in (net.to_networkx(), net.to_scipy()):
        for a, b in zip(ours, arrays_of(measure(name)(peer)), strict=True):
            np.testing.assert_array_equal(a, b)
    with pytest.raises(TypeError, match=r"aidnet\.from_edges"):
        measure(name)([("a", "b")])


def test_every_header_is_exposed() -> None:
    names = {
        path.stem
        for path in (ROOT / "include/aidnet/algo").rglob("*.hpp")
        if re.search(r"struct \w+Options|\[\[nodiscard\]\]", path.read_text(encoding="utf-8"))
    }
    assert names == set(MEASURES)

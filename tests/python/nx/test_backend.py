"""How NetworkX finds the backend, when it asks it, and that it really ran."""

from __future__ import annotations

import inspect
import json
import logging
import subprocess
import sys
import traceback
from functools import partial
from importlib.metadata import entry_points
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

import aidnet
from _aidnet_nx import get_info
from aidnet.nx import backend
from aidnet.nx._conversion import view
from aidnet.nx._serve import SERVED, Work
from support.cases import random_network
from support.nx_graphs import outcome, same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(autouse=True)
def no_priorities() -> Iterator[None]:
    quiet = nx.config(warnings_to_ignore=nx.config.warnings_to_ignore | {"cache"})
    with quiet:
        yield


def karate() -> nx.Graph[Any]:
    graph: nx.Graph[Any] = nx.karate_club_graph()
    graph.__networkx_cache__.clear()
    return graph


# ------------------------------------------------------------------------------------ metadata


def test_the_entry_points() -> None:
    (found,) = entry_points(group="networkx.backends", name="aidnet")
    assert found.load() is backend
    (info,) = entry_points(group="networkx.backend_info", name="aidnet")
    assert info.load() is get_info


def test_the_table_is_what_is_served() -> None:
    assert set(get_info()["functions"]) == set(SERVED)
    assert len(SERVED) >= 200
    assert all(served.note.endswith(".") for served in SERVED.values())


@pytest.mark.parametrize("name", sorted(SERVED))
def test_each_function_is_networkx_own(name: str) -> None:
    function = attrgetter(SERVED[name].where)(nx)
    assert "aidnet" in function.backends
    assert function.name == name if hasattr(function, "name") else True
    assert SERVED[name].note in (function.__doc__ or "")


def test_importing_networkx_imports_nothing_of_ours() -> None:
    code = (
        "import sys, json, networkx as nx\n"
        "nx.path_graph(3)\n"
        "ours = [m for m in sys.modules if 'aidnet' in m and not m.startswith('_editable')]\n"
        "first = ours + [m for m in sys.modules if m in ('numpy', 'pandas', 'scipy')]\n"
        "assert 'aidnet' in nx.utils.backends.backends\n"
        "nx.pagerank(nx.path_graph(3), backend='aidnet')\n"
        "print(json.dumps([first, 'aidnet.nx' in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    first, then = json.loads(done.stdout)
    assert sorted(first) == ["_aidnet_nx", "_aidnet_nx.functions"]
    assert then


def test_importing_aidnet_does_not_import_the_backend() -> None:
    code = "import sys, aidnet; assert not {'aidnet.nx', 'networkx'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


# ---------------------------------------------------------------------------------- dispatching


def test_the_log_says_that_it_ran(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="networkx.utils.backends"):
        nx.pagerank(karate(), backend="aidnet")
    assert "Using backend 'aidnet' for call to 'pagerank'" in caplog.text


def test_by_priority(caplog: pytest.LogCaptureFixture) -> None:
    graph = karate()
    with (
        nx.config.backend_priority(algos=["aidnet"]),
        caplog.at_level(logging.DEBUG, logger="networkx.utils.backends"),
    ):
        nx.betweenness_centrality(graph)
        assert "Using backend 'aidnet' for call to 'betweenness_centrality'" in caplog.text
        caplog.clear()
        nx.betweenness_centrality(graph, weight=lambda u, v, _: u + v)
        assert "shouldn't run" in caplog.text
        assert "a weight by a function" in caplog.text
        assert "Using backend 'aidnet'" not in caplog.text


@pytest.mark.parametrize("make", [nx.karate_club_graph, lambda: random_network(1)])
def test_who_asks_for_aidnet_is_told_why_not(make: Callable[[], Any]) -> None:
    """NetworkX has a message of its own; the reason is the cause, which a traceback shows."""
    with pytest.raises(NotImplementedError) as caught:
        nx.betweenness_centrality(make(), weight=lambda *_: 1, backend="aidnet")
    shown = "".join(traceback.format_exception(caught.value))
    assert "aidnet does not serve this: a weight by a function" in shown


def test_linear_functions_are_taken_over_once_the_graph_is_converted() -> None:
    graph = karate()
    assert backend.should_run("number_connected_components", (graph,), {}) == Work.ONE_VISIT.value
    nx.pagerank(graph, backend="aidnet")
    assert backend.should_run("number_connected_components", (graph,), {}) is True
    graph.add_edge(0, 33)
    assert backend.should_run("number_connected_components", (graph,), {}) == Work.ONE_VISIT.value


def test_what_pays() -> None:
    for name in ("pagerank", "betweenness_centrality"):
        assert backend.should_run(name, (karate(),), {}) is True
        assert "small" in str(backend.should_run(name, (nx.path_graph(3),), {}))


def test_a_few_nodes_are_left_to_networkx() -> None:
    graph = karate()
    assert backend.should_run("clustering", (graph,), {}) is True
    assert "a few nodes" in str(backend.should_run("clustering", (graph, 5), {}))
    assert "a few nodes" in str(backend.should_run("single_source_dijkstra", (graph, 0, 9), {}))
    assert "small" in str(backend.should_run("single_source_dijkstra", (graph, 0), {}))
    assert "matrices" in str(backend.should_run("estrada_index", (graph,), {}))
    large = nx.gnm_random_graph(500, 2000, seed=1)
    assert backend.should_run("single_source_dijkstra", (large, 0), {}) is True
    assert backend.should_run("estrada_index", (large,), {}) is True


def test_the_conversion_is_kept_and_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = karate()
    conversions = []
    convert = backend.convert_from_nx
    monkeypatch.setattr(
        backend, "convert_from_nx", lambda g, **o: (conversions.append(1), convert(g, **o))[1]
    )
    nx.pagerank(graph, backend="aidnet")
    nx.pagerank(graph, backend="aidnet", alpha=0.5)
    nx.degree_centrality(graph, backend="aidnet")  # needs less than what is there
    assert len(conversions) == 1
    before = nx.degree_centrality(graph, backend="aidnet")
    graph.add_edge("new", 0)
    after = nx.degree_centrality(graph, backend="aidnet")
    assert len(conversions) == 2
    assert len(after) == len(before) + 1


def test_arguments_are_bound_however_they_come() -> None:
    graph = karate()
    target = {0: 1.0}
    expected = nx.pagerank(graph, personalization=target, backend="networkx", tol=1e-12)
    by_place = nx.pagerank(graph, 0.85, target, 100, 1e-12, backend="aidnet")
    by_name = nx.pagerank(graph, tol=1e-12, personalization=target, backend="aidnet")
    assert by_place == by_name == pytest.approx(expected)


def test_unknown_arguments_are_declined() -> None:
    graph = karate()
    assert "nonsense" in str(backend.should_run("pagerank", (graph,), {"nonsense": 1}))
    with pytest.raises(NotImplementedError) as caught:
        nx.pagerank(graph, backend="aidnet", nonsense=1)
    assert "there is no argument 'nonsense'" in str(caught.value.__cause__)
    with pytest.raises(TypeError, match="missing"):
        nx.descendants(graph, backend="aidnet")


@pytest.mark.parametrize("threads", [None, 1, 3])
def test_threads(threads: int | None) -> None:
    graph = karate()
    expected = nx.betweenness_centrality(graph, backend="aidnet")
    assert nx.betweenness_centrality(graph, backend="aidnet", threads=threads) == expected


def test_a_newer_networkx_argument_is_taken_by_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    served = SERVED["degree_centrality"]

    def newer(G: Any, flavour: str = "plain") -> None:  # noqa: N803
        """A later version of degree_centrality."""

    monkeypatch.setattr(served, "signature", inspect.signature(newer), raising=False)
    graph = view(random_network(3))
    assert len(served(graph)) == len(served(graph, "plain")) == len(graph)
    with pytest.raises(NotImplementedError, match="aidnet takes no other flavour than 'plain'"):
        served(graph, "hot")


# ---------------------------------------------------------------------------------- our networks


@pytest.mark.parametrize("name", sorted(SERVED))
def test_networks_are_taken_directly(name: str) -> None:
    function = attrgetter(SERVED[name].where)(nx)
    parameters = SERVED[name].signature.parameters.values()
    required = [
        p.name for p in parameters if p.default is p.empty and p.kind is p.POSITIONAL_OR_KEYWORD
    ]
    networks = [random_network(seed) for seed in range(1, 40)]
    for seed, network in enumerate(networks):
        if len(network) < 2:
            continue
        node, *others = network.nodes
        given = {
            "source": node, "n": node, "target": others[0], "u": node, "v": others[0],
            "sources": node, "k": 2, "distance": 1, "attribute": "x",
            "communities": [{node}, set(others)],
        }  # fmt: skip
        arguments = {key: given.get(key, {node}) for key in required[1:]}
        if "seed" in SERVED[name].signature.parameters:
            arguments["seed"] = seed
        ours = outcome(partial(function, network, **arguments), most=20)
        graph = network.to_networkx()
        theirs = outcome(partial(function, graph, **arguments, backend="aidnet"), most=20)
        assert same(ours, theirs), (seed, ours, theirs)


def test_networks_of_other_functions() -> None:
    network = random_network(4, directed=False)
    with pytest.raises(NotImplementedError, match="greedy_color"):
        nx.greedy_color(network)
    with nx.config(fallback_to_nx=True):
        assert nx.greedy_color(network) == nx.greedy_color(network.to_networkx())


def test_multigraphs_alone_are_refused_by_networkx() -> None:
    network = aidnet.from_edges(["a", "b"], ["b", "c"], [1.0, 2.0])
    assert nx.core_number(network) == {"a": 1, "b": 1, "c": 1}
    with pytest.raises(nx.NetworkXNotImplemented):
        nx.core_number(nx.MultiDiGraph([("a", "b")]), backend="aidnet")


@pytest.mark.parametrize("node", [7, "x", [1], (5, 6), None, 0])
def test_isolates_that_are_no_nodes(node: Any) -> None:
    graph = nx.path_graph(3)

    def call(**options: Any) -> Any:
        return nx.is_isolate(graph, node, **options)

    assert same(outcome(partial(call, backend="aidnet")), outcome(call))


def test_ledgers_networks_too() -> None:
    network = aidnet.datasets.load_pairings()
    assert isinstance(network, aidnet.Network)
    assert nx.pagerank(network) == pytest.approx(nx.pagerank(network.to_networkx()), abs=1e-12)

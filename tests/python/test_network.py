"""Making networks from columns, graphs and matrices, and what a Network offers."""

from __future__ import annotations

import copy
import decimal
import pickle

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from scipy.sparse import coo_array, csr_array, csr_matrix

import aidnet
from support.cases import networks


@pytest.fixture
def triangle() -> aidnet.Network:
    return aidnet.from_edges(["b", "a", "b"], ["a", "c", "c"], [4.0, 2.0, 1.0])


def edge_list(net: aidnet.Network) -> list[tuple[object, object, float]]:
    return list(net.edges.itertuples(index=False, name=None))


def test_nodes_are_in_order_of_first_appearance(triangle: aidnet.Network) -> None:
    assert list(triangle.nodes) == ["b", "a", "c"]
    assert triangle.nodes.name == "node"
    assert edge_list(triangle) == [("b", "a", 4.0), ("b", "c", 1.0), ("a", "c", 2.0)]


def test_nodes_fix_the_order_and_add_isolates() -> None:
    net = aidnet.from_edges(["b"], ["a"], nodes=["a", "b", "alone"])
    assert list(net) == ["a", "b", "alone"]
    assert (net.node_count, net.edge_count, len(net)) == (3, 1, 3)
    assert "alone" in net
    assert "other" not in net
    with pytest.raises(aidnet.UnknownNodeError, match=r"no node 'b'.*target, row 0"):
        aidnet.from_edges(["a"], ["b"], nodes=["a"])
    with pytest.raises(aidnet.ValidationError, match="'a' is given more than once"):
        aidnet.from_edges([], [], nodes=["a", "a"])


@pytest.mark.parametrize(
    "labels",
    [
        ["大连", "六盘水"],
        [210200, 520200],
        [("city", 1), ("city", 2)],
        [frozenset({1}), "mixed"],
        [1.5, 2.5],
        [pd.Timestamp("2016-01-01"), pd.Timestamp("2021-01-01")],
    ],
    ids=repr,
)
def test_any_hashable_label(labels: list[object]) -> None:
    net = aidnet.from_edges(labels, labels[::-1], [1.0, 2.0])
    assert list(net.nodes) == labels
    assert net.weight(labels[1], labels[0]) == 2.0
    assert pickle.loads(pickle.dumps(net)) == net  # noqa: S301
    again = aidnet.from_networkx(net.to_networkx())
    assert edge_list(again) == edge_list(net)


@pytest.mark.parametrize(
    "make", [list, tuple, np.array, pd.Series, pd.Index, pd.Categorical, iter], ids=str
)
def test_any_column_type(make: object) -> None:
    net = aidnet.from_edges(make(["a", "b"]), make(["b", "c"]))  # type: ignore[operator]
    assert edge_list(net) == [("a", "b", 1.0), ("b", "c", 1.0)]


def test_rows_of_pandas_are_not_paired_against_their_indexes() -> None:
    gifts = pd.DataFrame({"giver": ["a", "b"], "receiver": ["b", "c"], "amount": [1.0, 2.0]})
    turned = gifts["amount"].iloc[::-1]
    with pytest.raises(aidnet.ValidationError, match="source and weight are Series with different"):
        aidnet.from_edges(gifts["giver"], gifts["receiver"], turned)
    with pytest.raises(aidnet.ValidationError, match=r"give target.to_numpy\(\) to pair"):
        aidnet.from_edges(gifts["giver"], gifts["receiver"].iloc[::-1])
    with pytest.raises(aidnet.ValidationError, match="2 sources but 1 targets"):
        aidnet.from_edges(gifts["giver"], gifts["receiver"].iloc[1:])
    by_position = aidnet.from_edges(gifts["giver"], gifts["receiver"], turned.to_numpy())
    assert by_position.weights.tolist() == [2.0, 1.0]


def test_parallel_edges_are_summed_in_any_order() -> None:
    weights = [0.1, 1e16, -1e16, 0.2, 0.3]
    forward = aidnet.from_edges(["a"] * 5, ["b"] * 5, weights)
    backward = aidnet.from_edges(["a"] * 5, ["b"] * 5, weights[::-1])
    assert forward == backward
    assert forward.weight("a", "b") == pytest.approx(0.6)
    many = aidnet.from_edges(["a"] * 1_000_000, ["b"] * 1_000_000, np.full(1_000_000, 0.1))
    assert many.weight("a", "b") == pytest.approx(100_000, abs=1e-9)


def test_duplicates_can_be_refused() -> None:
    with pytest.raises(
        aidnet.ValidationError, match=r"row 2 gives the pair 'a', 'b' again .*row 0"
    ):
        aidnet.from_edges(["a", "b", "a"], ["b", "a", "b"], duplicates="error")
    with pytest.raises(aidnet.ValidationError, match="row 1 gives the pair"):
        aidnet.from_edges(["a", "b"], ["b", "a"], directed=False, duplicates="error")
    with pytest.raises(aidnet.ValidationError, match="one of 'sum', 'error'"):
        aidnet.from_edges(["a"], ["b"], duplicates="drop")  # type: ignore[arg-type]


def test_zero_weights_stay_unless_dropped() -> None:
    assert aidnet.from_edges(["a"], ["b"], [0.0]).edge_count == 1
    assert aidnet.from_edges(["a"], ["b"], [0.0], drop_zeros=True).edge_count == 0


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ((["a", None], ["b", "c"]), "source: row 1 has no label"),
        ((["a"], [float("nan")]), "target: row 0 has no label"),
        ((["a"], [["list"]]), "target: row 0 .*cannot be hashed"),
        ((["a"], ["b", "c"]), "1 sources but 2 targets"),
        ((["a"], ["b"], [1.0, 2.0]), r"one value a row \(1\)"),
        ((["a", "b"], ["b", "c"], [1.0, float("nan")]), "weight: row 1 is nan"),
        ((["a"], ["b"], [float("inf")]), "weight: row 0 is inf"),
        ((["a"], ["b"], ["3"]), "weight: row 0 is '3', not a number"),
        ((["a"], ["b"], [None]), "weight: row 0 is None, not a number"),
        ((["a"], ["b"], [10**400]), "weight: row 0 is more than a float can be"),
        ((np.zeros((2, 2)), ["b"]), "source must be one-dimensional"),
    ],
)
def test_bad_columns_are_named(columns: tuple[object, ...], message: str) -> None:
    with pytest.raises(aidnet.ValidationError, match=message):
        aidnet.from_edges(*columns)


def test_a_string_is_no_column() -> None:
    with pytest.raises(TypeError, match="an iterable of labels is needed"):
        aidnet.from_edges("ab", ["a", "b"])


def test_exact_numbers_are_accepted_as_weights() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"], [decimal.Decimal("2.5"), 3])
    assert net.weights.tolist() == [2.5, 3.0]


def test_unknown_labels_get_suggestions(triangle: aidnet.Network) -> None:
    net = aidnet.from_edges(["Dalian"], ["Liupanshui"])
    for call in (net.partners, lambda label: net.weight(label, "Dalian")):
        with pytest.raises(aidnet.UnknownNodeError, match="did you mean 'Liupanshui'"):
            call("Liupanshiu")
    with pytest.raises(KeyError):
        triangle.weight("a", "z")
    error = pickle.loads(pickle.dumps(aidnet.UnknownNodeError("x", ["xx"])))  # noqa: S301
    assert str(error) == "no node 'x'; did you mean 'xx'?"


def test_undirected() -> None:
    net = aidnet.from_edges(["a", "b", "c"], ["b", "a", "c"], [1.0, 2.0, 5.0], directed=False)
    assert not net.directed
    assert edge_list(net) == [("a", "b", 3.0), ("c", "c", 5.0)]
    assert net.total_weight == 8.0
    assert net.weight("b", "a") == net.weight("a", "b") == 3.0
    assert net.reverse() == net
    assert edge_list(aidnet.from_networkx(net.to_networkx())) == edge_list(net)


def test_partners(triangle: aidnet.Network) -> None:
    assert triangle.partners("b").to_dict() == {"a": 4.0, "c": 1.0}
    assert triangle.partners("c", mode="in").to_dict() == {"b": 1.0, "a": 2.0}
    assert triangle.has_edge("b", "a")
    assert not triangle.has_edge("a", "b")
    with pytest.raises(aidnet.ValidationError, match="mode"):
        triangle.partners("b", mode="both")  # type: ignore[arg-type]


def test_derived_networks(triangle: aidnet.Network) -> None:
    assert edge_list(triangle.reverse().reverse()) == edge_list(triangle)
    assert triangle.reverse().weight("a", "b") == 4.0
    assert edge_list(triangle.subgraph(["c", "b"])) == [("b", "c", 1.0)]
    assert list(triangle.subgraph(["c", "b"]).nodes) == ["c", "b"]
    assert triangle.to_undirected().total_weight == triangle.total_weight
    with pytest.raises(aidnet.UnknownNodeError):
        triangle.subgraph(["z"])


def test_quotient_conserves_totals() -> None:
    for seed, net in networks():
        if not net.node_count:
            continue
        groups = np.random.default_rng(seed).integers(0, 4, net.node_count)
        small = net.quotient(groups)
        assert small.total_weight == pytest.approx(net.total_weight, rel=1e-12)
        matrix = net.to_scipy().toarray()
        same = [np.flatnonzero(groups == group) for group in small.nodes]
        for a, rows in enumerate(same):
            for b, columns in enumerate(same):
                block = matrix[np.ix_(rows, columns)]
                expected = block.sum()
                if a == b and not net.directed:
                    expected = (block.sum() + np.trace(block)) / 2  # each edge once
                assert small.weight(small.nodes[a], small.nodes[b]) == pytest.approx(expected)


def test_quotient_by_label(triangle: aidnet.Network) -> None:
    groups = pd.Series({"c": "west", "b": "east", "a": "east"})
    assert edge_list(triangle.quotient(groups)) == [("east", "east", 4.0), ("east", "west", 3.0)]
    with pytest.raises(aidnet.ValidationError, match="nothing for the node 'a'"):
        triangle.quotient({"b": 1, "c": 2})


def test_networkx_round_trip() -> None:
    for _, net in networks():
        again = aidnet.from_networkx(net.to_networkx())
        assert again == net
        assert again.directed == net.directed


def test_from_networkx_sums_parallel_edges_and_defaults_to_one() -> None:
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", weight=2.0)
    graph.add_edge("a", "b")
    graph.add_node("alone")
    assert edge_list(aidnet.from_networkx(graph)) == [("a", "b", 3.0)]
    assert edge_list(aidnet.from_networkx(graph, weight=None)) == [("a", "b", 2.0)]
    graph.add_edge("b", "a", weight="much")
    with pytest.raises(aidnet.ValidationError, match="edge b → a: its 'weight' is 'much', not a"):
        aidnet.from_networkx(graph)


@pytest.mark.parametrize(
    ("weight", "problem"),
    [
        (10**400, "is more than a float can be"),
        (float("nan"), "is nan; weights must be finite"),
        (None, "is None, not a number"),
        ([1.0], r"is \[1.0\], not a number"),
    ],
    ids=lambda value: str(value)[:9],
)
def test_from_networkx_names_the_edge_of_a_bad_weight(weight: object, problem: str) -> None:
    graph = nx.Graph([("a", "b", {"flow": 1.0}), ("Ningbo", "Yanbian", {"flow": weight})])
    with pytest.raises(
        aidnet.ValidationError, match=f"edge Ningbo → Yanbian: its 'flow' {problem}"
    ):
        aidnet.from_networkx(graph, weight="flow")


def test_scipy_round_trip() -> None:
    for _, net in networks():
        again = aidnet.from_scipy(net.to_scipy(), nodes=net.nodes, directed=net.directed)
        assert again == net


def test_from_scipy_forms() -> None:
    dense = np.array([[0.0, 2.0], [3.0, 0.0]])
    for form in (csr_array, csr_matrix, coo_array):
        assert edge_list(aidnet.from_scipy(form(dense))) == [(0, 1, 2.0), (1, 0, 3.0)]
    twice = coo_array(([1.0, 2.0], ([0, 0], [1, 1])), shape=(2, 2))
    assert edge_list(aidnet.from_scipy(twice, nodes=["a", "b"])) == [("a", "b", 3.0)]
    with pytest.raises(aidnet.ValidationError, match="square"):
        aidnet.from_scipy(csr_array(np.ones((2, 3))))
    with pytest.raises(aidnet.ValidationError, match=r"^weight: b → a is nan"):
        aidnet.from_scipy(csr_array([[0, 0], [np.nan, 1]]), nodes=["a", "b"])
    message = r"^from_scipy: .* symmetric arrays; a → b \(2\) differs from b → a$"
    with pytest.raises(aidnet.ValidationError, match=message):
        aidnet.from_scipy(csr_array(dense), nodes=["a", "b"], directed=False)


def test_from_scipy_leaves_its_argument_alone() -> None:
    unsorted = csr_array(([1.0, 2.0], [1, 0], [0, 2, 2]), shape=(2, 2))
    aidnet.from_scipy(unsorted)
    assert unsorted.indices.tolist() == [1, 0]


def test_equality_copy_and_pickle(triangle: aidnet.Network) -> None:
    same = aidnet.from_edges(["b", "b", "a"], ["a", "c", "c"], [4.0, 1.0, 2.0])
    assert same == triangle
    assert triangle != triangle.reverse()
    assert triangle != aidnet.from_edges(["b", "b", "a"], ["a", "c", "c"], [4.0, 1.0, 9.0])
    assert triangle != "triangle"
    for twin in (copy.copy(triangle), copy.deepcopy(triangle)):
        assert twin == triangle
    with pytest.raises(TypeError, match="unhashable"):
        hash(triangle)
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(triangle, protocol)) == triangle  # noqa: S301


def test_pickle_passes_arrays_out_of_band(triangle: aidnet.Network) -> None:
    buffers: list[pickle.PickleBuffer] = []
    data = pickle.dumps(triangle, protocol=5, buffer_callback=buffers.append)
    assert len(buffers) >= 3
    assert pickle.loads(data, buffers=buffers) == triangle  # noqa: S301


def test_reprs(triangle: aidnet.Network) -> None:
    assert repr(triangle) == "<Network: directed, 3 nodes, 3 edges, total weight 7>"
    risky = aidnet.from_edges(["<script>alert(1)</script>"], ["b & c"])
    page = risky._repr_html_()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "b &amp; c" in page
    long = aidnet.from_edges(range(100), range(1, 101), np.arange(100.0))
    assert len(long._repr_html_()) < 20_000
    assert "90 smaller edges" in long._repr_html_()


def test_empty_network() -> None:
    net = aidnet.from_edges([], [])
    assert (net.node_count, net.edge_count, net.total_weight) == (0, 0, 0.0)
    assert net.edges.empty
    assert net.to_scipy().shape == (0, 0)
    assert aidnet.pagerank(net).empty
    assert pickle.loads(pickle.dumps(net)) == net  # noqa: S301
    assert "0 nodes" in net._repr_html_()


def test_wrong_argument_types_are_explained() -> None:
    with pytest.raises(TypeError, match=r"aidnet\.from_edges makes a network"):
        aidnet.as_network([1, 2])


@pytest.mark.parametrize("kind", [">i8", ">f8", ">U3"])
def test_labels_in_another_byte_order(kind: str) -> None:
    source, target = np.array([1, 2, 2]).astype(kind), np.array([2, 1, 3]).astype(kind)
    native = aidnet.from_edges(source.tolist(), target.tolist())
    for columns in ((source, target), (pd.Series(source), pd.Series(target))):
        net = aidnet.from_edges(*columns, nodes=source[:2].tolist() + target[2:].tolist())
        assert net == native


def test_labels_of_different_kinds_stay_apart() -> None:
    """Casting both columns to floats would merge these integers."""
    big = 2**53
    assert aidnet.from_edges([big, big + 1], [0.5, 0.25]).node_count == 4
    assert aidnet.from_edges([big + 1, big, 0.5], [1, 2, 3]).node_count == 6
    unsigned = np.array([2**63, 2**63 + 1], dtype=np.uint64)
    assert aidnet.from_edges(unsigned, [1, 2]).node_count == 4
    assert list(aidnet.from_edges([1, 2**63], [2, 3]).nodes) == [1, 2, 2**63, 3]
    graph = nx.Graph([(big, big + 1), (big, 0.5)])
    assert aidnet.from_networkx(graph).node_count == 3
    with pytest.raises(aidnet.ValidationError, match="names two nodes"):
        aidnet.Network(aidnet.from_edges([1], [2]).graph, pd.Index(["a", "a"]))


def test_labels_are_found_exactly() -> None:
    net = aidnet.from_edges(pd.to_datetime(["2020-01-01"]), pd.to_datetime(["2020-01-02"]))
    assert "2020-01" not in net
    assert pd.Timestamp("2020-01-02") in net
    with pytest.raises(aidnet.UnknownNodeError):
        net.weight("2020-01", "2020-01")
    with pytest.raises(TypeError, match="unhashable"):
        net.partners([1])  # type: ignore[arg-type]


def test_index_arrays_are_never_wrapped() -> None:
    """A cast to 32 bits would make 2**32 + 1 the node 1, and 0.7 the node 0."""
    compiled = type(aidnet.from_edges(["a"], ["b"]).graph)
    options = {"directed": True, "sum_duplicates": True, "drop_zeros": False}
    with pytest.raises(aidnet.ValidationError, match="sources must be whole numbers"):
        compiled.from_edges(3, np.array([0.7]), np.array([1]), None, **options)
    with pytest.raises((aidnet.SizeError, aidnet.ValidationError)):
        compiled.from_edges(3, np.array([2**32 + 1]), np.array([1]), None, **options)


def test_errors_of_measures_name_the_labels() -> None:
    net = aidnet.from_edges(["JP", "VN"], ["VN", "LA"], [-1.0, 2.0])
    with pytest.raises(aidnet.ValidationError, match=r"negative: JP → VN \(-1\)"):
        aidnet.pagerank(net)


def test_a_misspelt_attribute_is_an_error() -> None:
    graph = nx.Graph()
    graph.add_edge("a", "b", amount=3.0)
    assert aidnet.from_networkx(graph, weight="amount").total_weight == 3.0
    with pytest.raises(aidnet.ValidationError, match=r"'amuont'; there are \['amount'\]"):
        aidnet.from_networkx(graph, weight="amuont")

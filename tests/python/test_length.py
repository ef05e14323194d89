"""Lengths: the rules, the caller's own values, and what is refused."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import aidnet
from aidnet import Length
from support.cases import networks


@pytest.fixture
def net() -> aidnet.Network:
    """Two ways from a to d, and rows that are not in the order of the nodes."""
    return aidnet.from_edges(
        ["c", "a", "b", "a"], ["d", "b", "d", "c"], [5.0, 4.0, 4.0, 1.0], nodes=list("abcd")
    )


def between(net: aidnet.Network, length: object) -> dict[str, float]:
    result: dict[str, float] = aidnet.betweenness(net, length=length, normalized=False).to_dict()
    return result


def resolved(net: aidnet.Network, length: Length) -> list[float]:
    return length.resolve(net).values.tolist()


def test_rules(net: aidnet.Network) -> None:
    # Edges in the order of net.edges: ab 4, ac 1, bd 4, cd 5.
    assert resolved(net, Length.reciprocal()) == [1 / 4, 1, 1 / 4, 1 / 5]
    np.testing.assert_allclose(
        resolved(net, Length.neg_log_share()), [np.log(5 / 4), np.log(5), 0, 0]
    )
    np.testing.assert_allclose(
        resolved(net, Length.neg_log_share(of="recipient")),
        [0, 0, np.log(9 / 4), np.log(9 / 5)],
        rtol=1e-12,
    )
    assert resolved(net, Length.unit()) == []


def test_names_are_the_rules(net: aidnet.Network) -> None:
    assert between(net, "unit") == between(net, Length.unit()) == between(net, Length([1] * 4))
    assert between(net, "reciprocal") == {"a": 0, "b": 1, "c": 0, "d": 0}
    assert between(net, "neg_log_share") == between(net, Length.neg_log_share())
    assert aidnet.betweenness(net).equals(aidnet.betweenness(net, length="unit"))


def test_values_are_in_the_order_of_edges(net: aidnet.Network) -> None:
    # Long through b (ab), then long through c (cd).
    assert between(net, Length([9, 1, 1, 1])) == {"a": 0, "b": 0, "c": 1, "d": 0}
    assert between(net, Length([1, 1, 1, 9])) == {"a": 0, "b": 1, "c": 0, "d": 0}
    assert between(net, Length([1, np.inf, 1, 1])) == {"a": 0, "b": 1, "c": 0, "d": 0}


def of_edges(values: list[float]) -> pd.Series:
    """A column that somebody added to `network.edges`."""
    return pd.Series(values, index=pd.RangeIndex(len(values), name="edge"))


@pytest.mark.parametrize(
    "kind", [list, tuple, np.array, of_edges, lambda v: np.array(v, np.int32)[::1]]
)
def test_any_array_like(net: aidnet.Network, kind: object) -> None:
    assert between(net, Length(kind([9, 1, 1, 1])))["c"] == 1  # type: ignore[operator]


def test_a_column_of_the_table_that_a_network_was_made_of() -> None:
    """Its rows come in another order than edges, which are ordered by node."""
    table = pd.DataFrame(
        {"giver": list("dbcaa"), "receiver": list("acacb"), "km": [50.0, 20, 30, 40, 10]}
    )
    net = aidnet.from_edges(table["giver"], table["receiver"], table["km"])
    for kind in (Length, aidnet.Capacity, aidnet.Cost):
        with pytest.raises(aidnet.ValidationError, match="column of the table that the network"):
            kind(table["km"])
    for values in (
        table.set_index(["giver", "receiver"])["km"],
        net.edges["weight"],
        2 * net.edges["weight"] / 2,
        net.edges.assign(km=net.edges["weight"])["km"].map(float),
    ):
        assert aidnet.distances(net, source="d", length=Length(values))["b"] == 60.0


def test_values_are_copied(net: aidnet.Network) -> None:
    values = np.array([9.0, 1.0, 1.0, 1.0])
    length = Length(values)
    values[:] = -1.0
    assert between(net, length)["c"] == 1


def test_undirected_edges_have_one_length() -> None:
    rng = np.random.default_rng(3)
    source, target = rng.integers(0, 15, (2, 40))
    net = aidnet.from_edges(source, target, directed=False, nodes=range(15))
    lengths = rng.integers(1, 6, net.edge_count).astype(float)
    graph = nx.Graph()
    graph.add_nodes_from(net.nodes)
    rows = net.edges
    graph.add_weighted_edges_from(zip(rows["source"], rows["target"], lengths, strict=True))
    expected = nx.betweenness_centrality(graph, weight="weight")
    ours = aidnet.betweenness(net, length=Length(lengths))
    np.testing.assert_allclose(ours, list(expected.values()), atol=1e-12)


def test_scaled(net: aidnet.Network) -> None:
    assert resolved(net, Length([8.0, 1.2, 0.001, 0.0]).scaled(4)) == [16, 2, 1, 0]
    assert resolved(net, Length.reciprocal().scaled(2)) == [1, 4, 1, 1]
    assert resolved(net, Length.unit().scaled(5)) == []
    plain = Length([8.0, 1.2, 0.001, 0.0])
    plain.scaled(4)
    assert resolved(net, plain) == [8.0, 1.2, 0.001, 0.0]  # scaled() makes another one
    for bits in (0, 41):
        with pytest.raises(aidnet.ValidationError, match="1 to 40"):
            between(net, Length.reciprocal().scaled(bits))


def test_in_units(net: aidnet.Network) -> None:
    # a to d by b and by c: 0.1 + 0.2 and 0.15 + 0.15.
    lengths = Length([0.1, 0.15, 0.2, 0.15])
    assert between(net, lengths) == {"a": 0, "b": 0, "c": 1, "d": 0}
    assert between(net, lengths.in_units(0.05)) == {"a": 0, "b": 0.5, "c": 0.5, "d": 0}
    assert resolved(net, Length([1.0, 2.0, 3.0, np.inf]).in_units(1)) == [1, 2, 3, np.inf]
    assert resolved(net, Length.unit().in_units(0.1)) == []
    # 1 / weight: 1/4, 1, 1/4, 1/5.
    np.testing.assert_allclose(
        resolved(net, Length.reciprocal().in_units(1 / 20)), [1 / 4, 1, 1 / 4, 1 / 5], rtol=1e-9
    )
    far = aidnet.distances(net, length=Length([0.1, 0.2, 0.3, 0.4]).in_units(0.1), source="a")
    np.testing.assert_allclose(far, [0, 0.1, 0.2, 0.4], rtol=1e-9)


@pytest.mark.parametrize("unit", [0.1, 1 / 3, 1e-7])
def test_in_units_ties_as_whole_numbers_do(unit: float) -> None:
    for seed, net in networks():
        whole = np.random.default_rng(seed).integers(1, 5, net.edge_count)
        counted = aidnet.betweenness(net, length=Length(whole))
        ours = aidnet.betweenness(net, length=Length(whole * unit).in_units(unit))
        pd.testing.assert_series_equal(ours, counted, check_exact=True, obj=f"seed {seed}")


def test_zero_weights_are_no_edges() -> None:
    net = aidnet.from_edges(["a", "b", "a"], ["b", "c", "c"], [0.0, 2.0, 1.0])
    assert between(net, Length([1.0, 9.0, 1.0])) == {"a": 0, "b": 0, "c": 0}
    assert between(net, "reciprocal") == {"a": 0, "b": 0, "c": 0}


def test_repr() -> None:
    assert repr(Length([1.0, 2.0])) == "Length(<2 values>)"
    assert repr(Length.reciprocal().scaled(8)) == "Length.reciprocal().scaled(8)"
    assert repr(Length([1.0]).in_units(0.1)) == "Length(<1 values>).in_units(0.1)"
    assert repr(Length.neg_log_share(of="recipient")) == "Length.neg_log_share(of='recipient')"
    assert repr(Length.unit()) == "Length.unit()"


def test_numbers_are_no_lengths(net: aidnet.Network) -> None:
    for numbers in (net.weights, [1, 1, 1, 1], pd.Series([1.0] * 4), 1.0, None):
        with pytest.raises(TypeError, match=r"weights are strengths.*aidnet\.Length\(values\)"):
            aidnet.closeness(net, length=numbers)


def test_what_is_refused(net: aidnet.Network) -> None:
    def refuse(length: object, match: str, where: aidnet.Network = net) -> None:
        with pytest.raises(aidnet.ValidationError, match=match):
            aidnet.betweenness(where, length=length)

    refuse("weight", "'unit', 'reciprocal', 'neg_log_share'")
    refuse(Length([1.0, 2.0]), "2 lengths for 4 edges")
    refuse(Length([1.0, -2.0, 1.0, 1.0]), "^length of a → c is -2")
    refuse(Length([1.0, np.nan, 1.0, 1.0]), "^length of a → c is nan")
    refuse(Length([0.1, 0.25, 0.1, 0.1]).in_units(0.1), r"a → c is 0\.25, which is 2\.5 times 0\.1")
    refuse(Length([1.0] * 4).in_units(-1), r"^Length\.in_units: unit is -1")
    refuse(Length([1e308] * 4), "the length of a path could be more than a double")
    with pytest.raises(aidnet.ValidationError, match="one-dimensional"):
        Length([[1.0], [2.0]])
    with pytest.raises((TypeError, ValueError)):
        Length(["near", "far"])
    refuse(Length.neg_log_share(of="giver"), "'donor', 'recipient'")  # type: ignore[arg-type]
    refuse("neg_log_share", "undirected", net.to_undirected())
    negative = aidnet.from_edges(["a"], ["b"], [-1.0])
    refuse(
        "reciprocal", r"^Length\.reciprocal needs weights of 0 or more; negative: a → b", negative
    )
    refuse("neg_log_share", "a → b", negative)
    refuse("reciprocal", "a → b is 1e-310", aidnet.from_edges(["a"], ["b"], [1e-310]))
    rich = aidnet.from_edges(["a", "a"], ["b", "c"], [1e308, 1e308])
    refuse("neg_log_share", "the weights at node a add up to more than a double", rich)


def test_values_by_ends_are_put_in_the_order_of_edges(net: aidnet.Network) -> None:
    by_ends = {("c", "d"): 4.0, ("b", "d"): 3.0, ("a", "c"): 2.0, ("a", "b"): 1.0}
    assert resolved(net, Length(by_ends)) == [1, 2, 3, 4]
    assert resolved(net, Length(pd.Series(by_ends))) == [1, 2, 3, 4]
    table = net.edges.assign(km=[1.0, 2.0, 3.0, 4.0]).sample(frac=1, random_state=1)
    assert resolved(net, Length(table.set_index(["source", "target"])["km"])) == [1, 2, 3, 4]
    turned = {(v, u): km for (u, v), km in by_ends.items()}
    undirected = net.to_undirected()
    assert resolved(undirected, Length(turned)) == resolved(undirected, Length(by_ends))
    graph = net.to_networkx()
    nx.set_edge_attributes(graph, by_ends, "km")
    lengths = Length(nx.get_edge_attributes(graph, "km"))
    ours = aidnet.distances(net, length=lengths, source="a").to_dict()
    assert ours == nx.single_source_dijkstra_path_length(graph, "a", weight="km")
    assert resolved(aidnet.from_edges([], [], []), Length({})) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({("a", "d"): 1.0}, "a → d is no edge"),
        ({("d", "c"): 1.0}, "d → c is no edge"),
        ({("a", "b"): None}, "a → b is missing"),
        ({"ab": 1.0}, r"pairs \(source, target\)"),
    ],
)
def test_values_by_ends_are_for_edges(
    net: aidnet.Network, change: dict[object, float | None], message: str
) -> None:
    by_ends = {("a", "b"): 1.0, ("a", "c"): 2.0, ("b", "d"): 3.0, ("c", "d"): 4.0} | change
    with pytest.raises(aidnet.ValidationError, match=message):
        resolved(net, Length({pair: x for pair, x in by_ends.items() if x is not None}))


def test_values_by_ends_are_refused_where_they_do_not_say_which(net: aidnet.Network) -> None:
    series = pd.Series({("a", "b"): 1.0, ("a", "c"): 2.0, ("b", "d"): 3.0, ("c", "d"): 4.0})
    twice = Length(pd.concat([series, series[:1]]))
    with pytest.raises(aidnet.ValidationError, match="a → b is there more than once"):
        resolved(net, twice)
    turned = Length(pd.concat([series, pd.Series({("b", "a"): 1.0})]))
    undirected = net.to_undirected()
    with pytest.raises(aidnet.ValidationError, match="a → b is there more than once"):
        resolved(undirected, turned)
    renamed = Length(series.rename({"a": "z"}))
    with pytest.raises(aidnet.UnknownNodeError, match="lengths"):
        resolved(net, renamed)
    with pytest.raises(aidnet.ValidationError, match="index of the lengths"):
        Length(pd.Series([1.0, 2.0, 3.0, 4.0], index=[3, 2, 1, 0]))


def test_values_by_the_name_of_an_attribute(net: aidnet.Network) -> None:
    km = {("a", "b"): 9.0, ("a", "c"): 1.0, ("b", "d"): 1.0, ("c", "d"): 1.0}
    graph = net.to_networkx()
    nx.set_edge_attributes(graph, km, "km")
    assert repr(Length("km")) == "Length('km')"
    by_name = aidnet.betweenness(graph, length=Length("km"))
    assert by_name.equals(aidnet.betweenness(net, length=Length(km)))
    assert by_name.attrs["length"] == "Length('km')"
    undirected = graph.to_undirected()
    assert aidnet.distances(undirected, length=Length("km"), source="d").to_dict() == (
        nx.single_source_dijkstra_path_length(undirected, "d", weight="km")
    )
    # Columns of the network's own edges, such as the bounds of a ledger's.
    assert resolved(net, Length("weight")) == net.weights.tolist()
    for measured in (net, net.to_scipy()):
        with pytest.raises(
            aidnet.ValidationError, match=r"^lengths: edges have no 'km'.*set_index"
        ):
            aidnet.betweenness(measured, length=Length("km"))
    with pytest.raises(aidnet.ValidationError, match="no 'hours', only 'km', 'weight'"):
        aidnet.betweenness(graph, length=Length("hours"))
    del graph.edges["b", "d"]["km"]
    with pytest.raises(aidnet.ValidationError, match="b → d is missing"):
        aidnet.betweenness(graph, length=Length("km"))


@pytest.mark.parametrize("directed", [True, False])
def test_an_attribute_of_a_multigraph(net: aidnet.Network, directed: bool) -> None:
    single = net.to_networkx() if directed else net.to_undirected().to_networkx()
    nx.set_edge_attributes(single, dict(zip(single.edges, [9.0, 1.0, 1.0, 1.0], strict=True)), "km")
    graph = (nx.MultiDiGraph if directed else nx.MultiGraph)(single)
    found = aidnet.betweenness(graph, length=Length("km"))
    assert found.equals(aidnet.betweenness(single, length=Length("km")))
    graph.add_edge("b", "d", km=0.5)
    with pytest.raises(aidnet.ValidationError, match="several edges b → d") as caught:
        aidnet.betweenness(graph, length=Length("km"))
    # What the message offers works.
    least = eval("{" + str(caught.value).partition("{")[2], {"graph": graph})  # noqa: S307
    assert least["b", "d"] == 0.5
    aidnet.betweenness(graph, length=Length(least))


@pytest.mark.parametrize("kind", [aidnet.Length, aidnet.Capacity, aidnet.Cost])
def test_text_is_no_number(net: aidnet.Network, kind: type) -> None:
    what = {"Length": "lengths", "Capacity": "capacities", "Cost": "costs"}[kind.__name__]
    edge, row = f"^{what}: a → b is '1', not a number", f"^{what}: the value of row 0 of network"
    with pytest.raises(aidnet.ValidationError, match=edge):
        kind({("a", "b"): "1"})
    with pytest.raises(aidnet.ValidationError, match=edge):
        kind(pd.Series(["1"], index=pd.MultiIndex.from_tuples([("a", "b")])))
    for values in (["1", "2"], np.array(["1", "2"]), of_edges(["1", "2"]), [None, 1.0]):
        with pytest.raises(aidnet.ValidationError, match=row):
            kind(values)
    graph = net.to_networkx()
    nx.set_edge_attributes(graph, "1", "km")
    with pytest.raises(aidnet.ValidationError, match=edge):
        kind("km").resolve(net, graph)
    with pytest.raises(aidnet.ValidationError, match=f"^{what}: edges have no 'source', only"):
        kind("source").resolve(net)


@pytest.mark.parametrize("given", [None, 5, 5.0])
def test_one_value_is_not_one_an_edge(given: object) -> None:
    message = f"^lengths cannot be {given}; give one value an edge, by \\(source, target\\)"
    with pytest.raises(aidnet.ValidationError, match=message):
        Length(given)

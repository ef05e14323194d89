"""Messages of the compiled part in the words of the package."""

from __future__ import annotations

import pandas as pd
import pytest

import aidnet
from aidnet._messages import in_words


def test_nodes_are_named_once() -> None:
    """Labels that look like numbers, or like what a message says of them, are not read again."""
    nodes = pd.Index([2, 0, "node 1", "0 → 2"], dtype=object)
    assert in_words(nodes, "cost of 0 → 1 is -1") == "cost of 2 → 0 is -1"
    assert in_words(nodes, "round 0 → 2 → 3 → 0") == "round 2 → node 1 → 0 → 2 → 2"
    assert in_words(nodes, "node 2 and node 3") == "node node 1 and node 0 → 2"
    assert in_words(nodes, "node 9 is none of the 4 nodes") == "node 9 is none of the 4 nodes"


def test_names_are_those_of_python() -> None:
    nodes = pd.Index(["a"])
    assert in_words(nodes, "see Graph::to_undirected") == "see Network.to_undirected"
    assert in_words(nodes, "Length::reciprocal: no") == "Length.reciprocal: no"
    assert in_words(nodes, "CSR: no") == "from_scipy: no"


def test_errors_of_measures_and_weightings() -> None:
    net = aidnet.from_edges([10, 20], [20, 30], [2.0, 1.0])
    with pytest.raises(aidnet.ValidationError, match=r"^length of 20 → 30 is -1; it must be 0"):
        aidnet.closeness(net, length=aidnet.Length([1.0, -1.0]))
    with pytest.raises(aidnet.ValidationError, match=r"see Network\.to_undirected$"):
        aidnet.gomory_hu_tree(net)
    with pytest.raises(aidnet.ValidationError, match="group has node 20 twice"):
        aidnet.group_degree(net, group=[20, 20])

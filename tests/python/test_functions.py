"""Functions that the package does not have by the name that another library has for them."""

from __future__ import annotations

import pytest

import aidnet
from aidnet._functions import PEERS


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("betweenness_centrality", "betweenness"),
        ("betweenness_centrality_subset", "betweenness"),
        ("approximate_current_flow_betweenness_centrality", "approximate_current_flow_betweenness"),
        ("eigenvector_centrality_numpy", "eigenvector"),
        ("in_degree_centrality", "degree"),
        ("rich_club_coefficient", "rich_club"),
        ("k_truss", "truss"),
        ("k_core", "core_number"),
        ("louvain_communities", "louvain"),
        ("community_leiden", "leiden"),
        ("maximum_flow_value", "maximum_flow"),
        ("number_weakly_connected_components", "weak_components"),
        ("attribute_assortativity_coefficient", "nominal_assortativity"),
        ("pagrank", "pagerank"),
        ("from_networx", "from_networkx"),
    ],
)
def test_the_one_that_was_meant_is_named(theirs: str, ours: str) -> None:
    message = f"^module 'aidnet' has no attribute '{theirs}'; did you mean aidnet.{ours}\\?$"
    with pytest.raises(AttributeError, match=message):
        getattr(aidnet, theirs)


@pytest.mark.parametrize("name", ["closeness_vitality", "qqq", "__wrapped__", "_core2"])
def test_nothing_is_made_up(name: str) -> None:
    with pytest.raises(AttributeError, match=f"^module 'aidnet' has no attribute '{name}'$"):
        getattr(aidnet, name)


def test_the_names_meant_are_names() -> None:
    assert all(hasattr(aidnet, name) for name in PEERS.values())
    assert not any(hasattr(aidnet, name) for name in PEERS)

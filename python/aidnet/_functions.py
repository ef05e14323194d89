"""What is said of a function that the package does not have by that name."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PEERS = {
    "all_pairs_dijkstra_path_length": "distance_matrix",
    "all_pairs_shortest_path_length": "distance_matrix",
    "asyn_lpa_communities": "label_propagation",
    "attribute_assortativity_coefficient": "nominal_assortativity",
    "authority_score": "hits",
    "average_clustering": "clustering",
    "connected_components": "weak_components",
    "degree_assortativity_coefficient": "assortativity",
    "dijkstra_path": "shortest_path",
    "edge_connectivity": "global_minimum_cut",
    "floyd_warshall": "distance_matrix",
    "hub_score": "hits",
    "information_centrality": "current_flow_closeness",
    "k_shell": "core_number",
    "min_cost_flow": "minimum_cost_flow",
    "mincut": "minimum_cut",
    "minimum_spanning_edges": "minimum_spanning_tree",
    "network_simplex": "minimum_cost_flow",
    "overall_reciprocity": "reciprocity",
    "shortest_path_length": "distances",
    "shortest_simple_paths": "k_shortest_paths",
    "single_source_dijkstra_path_length": "distances",
    "single_source_shortest_path_length": "distances",
    "stoer_wagner": "global_minimum_cut",
    "strongly_connected_components": "strong_components",
    "triadic_census": "triad_census",
    "weakly_connected_components": "weak_components",
}
"""What NetworkX and igraph call them where no rule tells."""

BEFORE = (
    "is_", "has_", "k_", "in_", "out_", "number_", "community_", "all_pairs_", "bidirectional_",
)  # fmt: skip
BEHIND = (
    "_centrality", "_coefficient", "_communities", "_parameter", "_subset", "_numpy", "_value",
    "_length", "_cost",
)  # fmt: skip
"""What their names have before and behind the term that is the name here."""


def unknown(name: str, known: Sequence[str]) -> AttributeError:
    """The error for an attribute that the package does not have, with what was probably meant."""
    found = None if name.startswith("_") else meant(name, known)
    hint = f"; did you mean aidnet.{found}?" if found else ""
    return AttributeError(f"module 'aidnet' has no attribute {name!r}{hint}")


def meant(name: str, known: Sequence[str]) -> str | None:
    """Which of the names that are `known` is probably meant by `name`."""
    if same := counterpart(name, known):
        return same
    terms = _terms(name)
    for term in terms:
        longer = [one for one in known if one.startswith(f"{term}_")]
        if len(longer) == 1:
            return longer[0]
    near = [difflib.get_close_matches(term, known, n=1, cutoff=0.8) for term in reversed(terms)]
    return next((found[0] for found in near if found), None)


def counterpart(name: str, known: Sequence[str]) -> str | None:
    """What is called `name` in another library, by the rule alone."""
    for term in _terms(name):
        if term in PEERS:
            return PEERS[term]
        if term in known:
            return term
    return None


def _terms(name: str) -> list[str]:
    """The name without what others have before and behind it, longest first."""
    terms = [name]
    for term in terms:  # which grows: a part may stand before another one
        terms += [term.removeprefix(part) for part in BEFORE if term.startswith(part)]
        terms += [term.removesuffix(part) for part in BEHIND if term.endswith(part)]
    return terms

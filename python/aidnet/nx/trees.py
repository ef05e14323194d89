"""networkx.algorithms.tree.recognition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aidnet.nx._serve import serves

if TYPE_CHECKING:
    from aidnet.nx._graph import NxGraph


def _require_any_node(graph: NxGraph) -> None:
    import networkx as nx

    if len(graph) == 0:
        raise nx.NetworkXPointlessConcept("G has no nodes.")


def _at_most_one_parent(graph: NxGraph) -> bool:
    return int(graph.totals()[1].max()) <= 1


@serves()
def is_forest(graph: NxGraph) -> bool:
    """Each component has one edge less than nodes."""
    _require_any_node(graph)
    return len(graph) - graph.components[1] == graph.edge_count


@serves()
def is_tree(graph: NxGraph) -> bool:
    """Connected, with one edge less than nodes."""
    _require_any_node(graph)
    return len(graph) - 1 == graph.edge_count and graph.components[1] == 1


@serves()
def is_branching(graph: NxGraph) -> bool:
    """A forest whose nodes have one parent at most."""
    return is_forest(graph) and _at_most_one_parent(graph)


@serves()
def is_arborescence(graph: NxGraph) -> bool:
    """A tree whose nodes have one parent at most."""
    return is_tree(graph) and _at_most_one_parent(graph)

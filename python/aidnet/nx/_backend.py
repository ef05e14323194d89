"""The interface that NetworkX's dispatching asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aidnet.network import Network
from aidnet.nx._conversion import read
from aidnet.nx._graph import NxGraph
from aidnet.nx._serve import SERVED

if TYPE_CHECKING:
    from collections.abc import Mapping

FEW = "of a few nodes NetworkX looks at the surroundings, aidnet at the whole graph"


class Backend:
    """What NetworkX loads: an attribute for each function served, and how graphs are converted."""

    def __init__(self) -> None:
        for name, served in SERVED.items():
            setattr(self, name, served)

    @staticmethod
    def convert_from_nx(
        graph: Any,
        *,
        edge_attrs: Mapping[Any, Any] | None = None,
        node_attrs: Mapping[Any, Any] | None = None,
        preserve_edge_attrs: bool = False,
        preserve_node_attrs: bool = False,
        **_: Any,
    ) -> NxGraph | Network:
        """Read a NetworkX graph; NotImplementedError where its attributes are no numbers."""
        if isinstance(graph, NxGraph | Network):
            return graph
        has_all = preserve_edge_attrs or preserve_node_attrs
        return read(graph, edge_attrs or {}, node_attrs, has_all=has_all)

    @staticmethod
    def convert_to_nx(result: Any, **_: Any) -> Any:
        """A Network as NetworkX's graph; results are NetworkX's own kind already."""
        return result.to_networkx() if isinstance(result, Network) else result

    @staticmethod
    def can_run(*_: Any) -> bool:
        """Yes: what is not served says so when it is called.

        Of a reason given here NetworkX tells nobody who asks for this backend by name; of an
        exception it does. By priority `should_run` sends the call elsewhere before that.
        """
        return True

    @staticmethod
    def should_run(name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> bool | str:
        """Whether these arguments are served and it pays to convert the graph; if not, why.

        Always, once it is converted.
        """
        served = SERVED[name]
        if objection := served.objection(args, kwargs):
            return objection
        if served.asks_for_few(args, kwargs):
            return FEW
        graph = served.graph(args, kwargs)
        cache = getattr(graph, "__networkx_cache__", None) or {}
        if cache.get("backends", {}).get("aidnet"):
            return True
        return served.work.pays(len(graph), graph.number_of_edges()) or served.work.value

    @staticmethod
    def on_start_tests(items: list[Any]) -> None:
        """NetworkX's own tests are about to run: none is skipped, none is expected to fail."""


def make_backend() -> Backend:
    """The backend with all families of functions."""
    from aidnet.nx import (  # noqa: F401
        assortativity,
        bellman_ford,
        betweenness,
        bipartite,
        blocks,
        centrality,
        clusters,
        community,
        components,
        connectivity,
        cores,
        costs,
        currents,
        cuts,
        cycles,
        dag,
        degrees,
        distances,
        exponential,
        flows,
        groups,
        guided_paths,
        holes,
        hubs,
        link_analysis,
        matrices,
        mixing,
        paths,
        reaching,
        spanning,
        traversal,
        trees,
        trophic,
        weighted_paths,
    )

    return Backend()

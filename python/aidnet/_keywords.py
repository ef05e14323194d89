"""What is said of a keyword that a measure does not take, or lacks."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PEERS = {
    "C": ("group",),
    "S": ("group",),
    "alpha": ("damping",),
    "attribute": ("groups",),
    "communities": ("groups",),
    "cutoff": ("max_length", "limit"),
    "directed": ("mode",),
    "distance": ("length",),
    "epsilon": ("tolerance", "error"),
    "gamma": ("resolution",),
    "k": ("error", "limit", "count"),
    "max_iter": ("max_iterations", "iterations"),
    "membership": ("groups",),
    "n_jobs": ("threads",),
    "niter": ("max_iterations", "iterations"),
    "nodes": ("group", "sources"),
    "number_of_nodes": ("count",),
    "partition": ("groups",),
    "random_state": ("seed",),
    "reset": ("personalization",),
    "resolution_parameter": ("resolution",),
    "s": ("source",),
    "t": ("target",),
    "tol": ("tolerance",),
    "to": ("target",),
    "types": ("groups",),
    "u": ("source", "node"),
    "v": ("target", "node"),
    "vertex": ("node", "source"),
    "vertices": ("group", "sources"),
    "weight": ("length", "cost", "capacity", "weighted"),
    "weights": ("length", "cost", "capacity", "weighted"),
}
"""What NetworkX and igraph call them, and the names here of which the measure may have one."""

WEIGHTS = (
    "weights are those of the network: "
    "aidnet.from_networkx(graph, weight=...) or aidnet.from_edges(source, target, weight)"
)


def unexpected(measure: str, given: str, allowed: Sequence[str]) -> TypeError:
    """The error for a keyword that `measure` does not take, with what was probably meant."""
    meant = [name for name in PEERS.get(given, ()) if name in allowed]
    meant += difflib.get_close_matches(given, allowed, n=1)
    hint = f"; did you mean {meant[0]!r}?" if meant else ""
    if given in ("weight", "weights"):
        hint += f"; {WEIGHTS}"
    return TypeError(
        f"{measure}() got an unexpected keyword argument {given!r}{hint}"
        f"{' It' if hint.endswith('?') else '; it'} takes {', '.join(allowed)}"
    )


def unnamed(measure: str, values: Sequence[object], allowed: Sequence[str]) -> TypeError:
    """The error for options without their names; `allowed` has first what must be given."""
    named = ", ".join(f"{name}={value!r}" for name, value in zip(allowed, values, strict=False))
    return TypeError(
        f"{measure}() takes the network, and options by name: {measure}(network, {named})"
    )


def missing(measure: str, name: str, meaning: str) -> TypeError:
    """The error for a keyword without which there is nothing to measure."""
    return TypeError(f"{measure}() needs the keyword argument {name!r}: {meaning}")

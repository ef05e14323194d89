"""A network between the places of its parties."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from aidnet._coordinates import Gazetteer
from aidnet.errors import ValidationError
from aidnet.ledger_network import LedgerNetwork
from aidnet.plot._checks import mapping, pair

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from aidnet.network import Array, Network
    from aidnet.plot._view import View


@dataclass(frozen=True)
class Coordinates:
    """By node: longitude and latitude, NaN where none are known."""

    degrees: Array
    place: list[str]
    """The name of the place that stands there; the node's own where they were given."""
    how: list[str]
    """'own', 'below' (at the mean of places within its own) or 'above' (at one above it)."""


def coordinates_of(view: View, given: Mapping[Hashable, tuple[float, float]] | None) -> Coordinates:
    """The coordinates of all nodes: those given, or else those of the ledger's places."""
    mapping("coordinates", given)
    degrees = np.full((view.size, 2), np.nan)
    place, how = list(view.names), ["own"] * view.size
    net = view.net
    if isinstance(net, LedgerNetwork):
        gazetteer = Gazetteer(net.ledger)
        places = net.ledger.shared_table("places")
        column = places[f"name_{view.language}"]
        named = dict(
            zip(places["place"], column.where(column.notna(), places["place"]), strict=True)
        )
        table = net.node_table
        for k, (kind, own) in enumerate(zip(table["kind"], table["id"], strict=True)):
            found = gazetteer.find(kind, own)
            if found is not None:
                degrees[k], how[k] = (found.longitude, found.latitude), found.how
                place[k] = str(named[found.place])
    elif given is None:
        raise ValidationError(
            "a map needs coordinates: those of a ledger's places, or coordinates= with longitude "
            "and latitude by node"
        )
    for k, label in enumerate(net.nodes):
        if given is not None and label in given:
            degrees[k], place[k], how[k] = pair("coordinates", given, label), view.names[k], "own"
    wrong = np.flatnonzero((np.abs(degrees[:, 1]) > 90) | (np.abs(degrees[:, 0]) > 360))
    if wrong.size:
        k = int(wrong[0])
        raise ValidationError(
            f"{view.names[k]!r} lies at longitude {degrees[k, 0]:g}, latitude {degrees[k, 1]:g}; "
            "degrees were expected, longitude first"
        )
    return Coordinates(degrees, place, how)


def by_place(view: View, found: Coordinates) -> tuple[View, list[int]]:
    """The network between places that have coordinates, and the place of each node or -1."""
    number: dict[tuple[float, float], int] = {}
    first = [
        -1 if np.isnan(at).any() else number.setdefault(tuple(at), len(number))
        for at in found.degrees.tolist()
    ]
    place = _strongest_first(view, first, len(number))
    inside: dict[int, list[int]] = {}
    for k, one in enumerate(place):
        inside.setdefault(one, []).append(k)
    names = [_place_name(view, found, inside[one]) for one in range(len(number))]
    edges: dict[tuple[int, int], list[float]] = {}
    for k in range(len(view.weight)):
        u, v = place[view.source[k]], place[view.target[k]]
        if u >= 0 and v >= 0:
            pair = (u, v) if view.net.directed else (min(u, v), max(u, v))
            held = edges.setdefault(pair, [0.0, 0.0, 0.0, 0.0])
            held[0] += view.weight[k]
            held[1] += view.lower[k]
            held[2] += view.upper[k]
            held[3] = max(held[3], view.unknown[k])
    pairs = sorted(edges)
    columns = np.array([edges[pair] for pair in pairs]).reshape(-1, 4)
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    net = _network(ends, columns[:, 0], len(number), directed=view.net.directed)
    return replace(
        view, net=net, names=names, source=ends[:, 0], target=ends[:, 1], weight=columns[:, 0],
        lower=columns[:, 1], upper=columns[:, 2], unknown=columns[:, 3] > 0,
    ), place  # fmt: skip


def _strongest_first(view: View, place: list[int], places: int) -> list[int]:
    """Places counted by what runs between them, so that small dots are drawn over large ones."""
    at = np.array(place, dtype=np.int64)
    u, v = at[view.source], at[view.target]
    on_map = (u >= 0) & (v >= 0)
    strength = np.zeros(places)
    for ends in (u, v):
        np.add.at(strength, ends[on_map], np.abs(view.weight[on_map]))
    rank = np.empty(places, dtype=np.int64)
    rank[np.argsort(-strength, kind="stable")] = np.arange(places)
    return [int(rank[k]) if k >= 0 else -1 for k in place]


def _network(ends: Array, weight: Array, places: int, *, directed: bool) -> Network:
    import pandas as pd

    from aidnet import from_edges

    return from_edges(
        ends[:, 0], ends[:, 1], weight, nodes=pd.RangeIndex(places), directed=directed
    )


def _place_name(view: View, found: Coordinates, nodes: list[int]) -> str:
    """One party has its own name; several have that of their place, or of the first of them."""
    if len(nodes) == 1:
        return view.names[nodes[0]]
    places = {found.place[k] for k in nodes}
    return min(places, key=lambda name: (len(name), name)) if len(places) > 1 else places.pop()


def place_notes(view: View, found: Coordinates, places: int) -> list[str]:
    """Who is not on the map, who shares a dot, and who stands elsewhere than at its own place."""
    nowhere = np.flatnonzero(np.isnan(found.degrees[:, 0]))
    notes = []
    if nowhere.size:
        strength = view.strength()
        order = nowhere[np.argsort(-strength[nowhere], kind="stable")]
        names = view.say("list").join(view.names[k] for k in order[:3])
        if len(order) > 3:
            names = view.say("and_more", names=names, n=len(order) - 3)
        off = np.isin(view.source, nowhere) | np.isin(view.target, nowhere)
        notes.append(view.say("unplaced", names=names, edges=_edges(view, off)))
    on_map = view.size - len(nowhere)
    if places < on_map:
        notes.append(view.say("merged", n=on_map, places=places))
    for how, key in (("below", "within_place"), ("above", "above_place")):
        if how in found.how:
            notes.append(view.say(key, n=found.how.count(how)))
    return notes


def _edges(view: View, which: Array) -> str:
    """How many edges there are and of what amount, as far as one is stated."""
    n, silent = int(which.sum()), int((which & view.unstated).sum())
    amount = view.amount(float(view.weight[which].sum()))
    key = "edges_unstated" if silent == n else "edges_partly" if silent else "edges"
    return view.say(key, n=n, amount=amount, silent=silent)

"""Where parties and places are, as far as a ledger's places know it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from aidnet.ledger import Ledger
    from aidnet.network import Array

BROAD = {"country", "region", "province"}
"""Levels so wide that the middle of what is known of one says nothing of another place in it."""


class Location(NamedTuple):
    """Longitude and latitude in degrees, and whose they are."""

    longitude: float
    latitude: float
    place: str
    """The id of the place that stands there: the one asked for, or one above it."""
    how: Literal["own", "below", "above"]
    """Its own coordinates, the mean of places within it, or those of the place above it."""


class Gazetteer:
    """Where the places and parties of a ledger are.

    A place is at its own coordinates (or those under its earlier or later name); without any, at
    the mean of the nearest places within it that have some; else where the nearest place above it
    is. The mean of a country, region or province serves no place within.
    """

    def __init__(self, ledger: Ledger) -> None:
        places, parties = ledger.shared_table("places"), ledger.shared_table("parties")
        longitude, latitude = (_column(places, "place", one) for one in ("longitude", "latitude"))
        self._at = {place: (x, latitude[place]) for place, x in longitude.items()
                    if place in latitude}  # fmt: skip
        self._share_names(_column(places, "place", "successor"))
        self._level = _column(places, "place", "level")
        self._above = _column(places, "place", "parent")
        self._below: dict[str, list[str]] = {}
        for place, above in self._above.items():
            self._below.setdefault(above, []).append(place)
        self._place = _column(parties, "party", "place")
        self._parent = _column(parties, "party", "parent")
        self._found: dict[str, Location | None] = {}

    def find(self, kind: str, own: str) -> Location | None:
        """Where a node is, by its kind and id as in `LedgerNetwork.node_table`; None if unknown."""
        place = own if kind == "place" else self.place_of(own) if kind == "party" else None
        if place is None:
            return None
        if place not in self._found:
            self._found[place] = self._search(place)
        return self._found[place]

    def place_of(self, party: str) -> str | None:
        """The place of a party, or of the nearest institution above it that has one."""
        one: str | None = party
        passed: set[str] = set()
        while one is not None and one not in passed:
            passed.add(one)
            if one in self._place:
                return str(self._place[one])
            one = self._parent.get(one)
        return None

    def _share_names(self, successor: dict[str, str]) -> None:
        """A place and what it has become are at one point, whichever of them is located."""
        for _ in successor:  # a chain of names is no longer than this
            before = len(self._at)
            for early, late in successor.items():
                for known, other in ((early, late), (late, early)):
                    if known in self._at:
                        self._at.setdefault(other, self._at[known])
            if len(self._at) == before:
                break

    def _search(self, first: str) -> Location | None:
        place: str | None = first
        passed: set[str] = set()
        while place is not None and place not in passed:
            passed.add(place)
            own = place == first
            if place in self._at:
                return Location(*self._at[place], place, "own" if own else "above")
            if own or self._level.get(place) not in BROAD:
                middle = self._mean(place)
                if middle is not None:
                    return Location(*middle, place, "below" if own else "above")
            place = self._above.get(place)
        return None

    def _mean(self, place: str) -> tuple[float, float] | None:
        """The mean of the places within it, so many steps down as the first that has some."""
        level, passed = [place], {place}
        while level:
            inner = [one for above in level for one in self._below.get(above, ())]
            level = [one for one in inner if one not in passed]
            passed.update(level)
            # Once each: a place has the same point under its earlier name.
            found = list(dict.fromkeys(self._at[one] for one in level if one in self._at))
            if found:
                longitude, latitude = np.array(found).T
                # As ways from the first: the mean of 179 and -179 is 180, not 0.
                east = (longitude - longitude[0] + 180) % 360 - 180
                middle = float(longitude[0] + east.mean())
                if abs(middle) > 180:
                    middle = (middle + 180) % 360 - 180
                return middle, float(latitude.mean())
        return None


def _column(table: Any, key: str, value: str) -> dict[str, Any]:
    """One column by another, without what is missing."""
    known = table[table[value].notna()]
    return dict(zip(known[key], known[value], strict=True))


def unwrapped(degrees: Array) -> Array:
    """Longitudes cut where the Earth is emptiest, so that no flow runs round the wrong side.

    `degrees` has longitude and latitude by row, NaN where they are not known.
    """
    turned = degrees.copy()
    known = np.flatnonzero(~np.isnan(degrees[:, 0]))
    if not known.size:
        return turned
    turned[known, 0] -= 360 * np.floor((turned[known, 0] + 180) / 360)
    around = np.unique(turned[known, 0])
    gaps = np.diff(np.append(around, around[0] + 360))
    widest = int(np.argmax(gaps))
    if widest < len(around) - 1:
        turned[known, 0] += np.where(turned[known, 0] <= around[widest], 360, 0)
    return turned

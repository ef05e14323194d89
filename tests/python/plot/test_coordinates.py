"""Where places and parties are, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

import aidnet
from aidnet._coordinates import Gazetteer, unwrapped
from support.ledgers import ledger_of

# west > p (no degrees) > two counties with, and one without; q has only a town, two steps down.
PLACES = (
    "place level parent longitude latitude successor;"
    "land country . . . .; west province land 100 30 .; bare province land . . .;"
    "p prefecture west . . .; c1 county p 102 26 .; c2 county p 104 29 .; c3 county p . . .;"
    "q prefecture bare . . .; d county q . . .; t township d 90 40 .; r prefecture bare . . .;"
    "old county west 111 33 new; new county west . . .; next county west . . last;"
    "last county west 107 27 .; half county west 101 . .; alone county . . . ."
)
LEDGER = ledger_of(
    "donor recipient value; a b 1",
    parties="party parent place; a . c1; b a .; c b c3; nobody . .; ring1 ring2 .; ring2 ring1 .",
    places=PLACES,
)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("c1", (102, 26, "c1", "own")),
        ("p", (103, 27.5, "p", "below")),  # the mean of c1 and c2
        ("c3", (103, 27.5, "p", "above")),  # not at west, which is farther up
        ("q", (90, 40, "q", "below")),  # two steps down
        ("d", (90, 40, "d", "below")),
        ("bare", (90, 40, "bare", "below")),
        ("r", None),  # the middle of a province says nothing of another place in it
        ("new", (111, 33, "new", "own")),  # as it was before it had its name
        ("next", (107, 27, "next", "own")),
        ("half", (100, 30, "west", "above")),  # half a pair of degrees is none
        ("alone", None),
        ("unheard of", None),
    ],
)
def test_places(place: str, found: tuple[float, float, str, str] | None) -> None:
    at = Gazetteer(LEDGER).find("place", place)
    assert (at if at is None else tuple(at)) == found


def test_the_middle_of_a_country_is_of_its_nearest_places() -> None:
    """West has degrees, so that those of its counties do not count."""
    at = Gazetteer(LEDGER).find("place", "land")
    assert at == (100, 30, "land", "below")


def test_parties_are_at_their_place_or_their_institution() -> None:
    gazetteer = Gazetteer(LEDGER)
    assert gazetteer.find("party", "a") == (102, 26, "c1", "own")
    assert gazetteer.find("party", "b") == (102, 26, "c1", "own")  # of a, its institution
    assert gazetteer.find("party", "c") == (103, 27.5, "p", "above")
    for nowhere in ("nobody", "ring1", "unheard of"):
        assert gazetteer.find("party", nowhere) is None
    assert gazetteer.find("side", "east") is None


def test_circles_end() -> None:
    ledger = ledger_of(
        "donor recipient; x y", places="place parent longitude latitude; a b . .; b a . .; c a 1 2"
    )
    gazetteer = Gazetteer(ledger)
    assert gazetteer.find("place", "b") == (1, 2, "b", "below")


def test_the_middle_of_places_beside_the_date_line() -> None:
    """Fiji: 179 east and 179 west are two degrees apart."""
    ledger = ledger_of(
        "donor recipient; x y",
        places="place parent longitude latitude; f . . .; v f 178 -17; w f -178 -19; u f -179 -18",
    )
    at = Gazetteer(ledger).find("place", "f")
    assert at is not None
    assert at.longitude == pytest.approx((178 + 182 + 181) / 3 - 360)
    assert at.latitude == pytest.approx(-18)


def test_a_place_and_its_earlier_name_count_once() -> None:
    ledger = ledger_of(
        "donor recipient; x y",
        places=(
            "place parent longitude latitude successor; p . . . .;"
            "old p 10 20 new; new p . . .; other p 20 40 ."
        ),
    )
    assert Gazetteer(ledger).find("place", "p") == (15, 30, "p", "below")


def test_what_the_embedded_ledger_cannot_place_is_no_place_of_its_own() -> None:
    """Regions and provinces of which nothing is known are nowhere, not in the middle of China."""
    ledger = aidnet.datasets.load_east_west()
    gazetteer = Gazetteer(ledger)
    places = ledger.places
    nowhere = {p for p in places["place"] if gazetteer.find("place", p) is None}
    levels = places.set_index("place")["level"]
    own = places[places["longitude"].notna()]
    for _, place in own.iterrows():
        found = gazetteer.find("place", place["place"])
        assert found == (place["longitude"], place["latitude"], place["place"], "own")
    assert {"cn_eastern", "cn_western", "cn_360100"} <= nowhere
    assert not nowhere & set(own["place"])
    assert len(levels) - len(nowhere) > len(own)


def test_longitudes_are_cut_where_nobody_is() -> None:
    degrees = np.array([[170.0, 0], [-170, 0], [179, 0], [np.nan, np.nan]])
    assert unwrapped(degrees)[:3, 0].tolist() == [170, 190, 179]
    degrees = np.array([[-100.0, 0], [10, 0], [120, 0]])
    assert unwrapped(degrees)[:, 0].tolist() == [-100, 10, 120]

"""The nodes of a report: each stands once, with both names, and the others refer to its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aidnet._coordinates import Gazetteer
from aidnet._words import has, word
from aidnet.report._values import text

if TYPE_CHECKING:
    from aidnet.ledger import Ledger
    from aidnet.report._nets import Node

TABLES = {"party": "parties", "place": "places", "programme": "programmes"}
LONGEST = 200
"""Names are cut behind so many characters."""


class Nodes:
    """Numbers the nodes that a document refers to, in the order in which it does."""

    def __init__(self, ledger: Ledger) -> None:
        self._tables = {kind: _rows(ledger, table, kind) for kind, table in TABLES.items()}
        self._gazetteer = Gazetteer(ledger)
        self._number: dict[Node, int] = {}

    def __call__(self, node: Node) -> int:
        """The number of a node."""
        return self._number.setdefault(node, len(self._number))

    def document(self) -> list[dict[str, Any]]:
        """All nodes that have a number, in its order."""
        return [self._described(kind, own) for kind, own in self._number]

    def _described(self, kind: str, own: str) -> dict[str, Any]:
        row = self._tables.get(kind, {}).get(own, {})
        names = {"en": row.get("name_en", ""), "zh": row.get("name_zh", "")}
        if kind == "side" and has(f"side.{own}"):
            names = {"en": word(f"side.{own}", "en"), "zh": word(f"side.{own}", "zh")}
        english = names["en"] or names["zh"] or own
        chinese = names["zh"] or names["en"] or own
        found: dict[str, Any] = {
            "id": shortened(own), "kind": kind, "en": shortened(english), "zh": shortened(chinese),
        }  # fmt: skip
        if kind == "party":
            place = self._gazetteer.place_of(own)
            found |= {"pk": row.get("kind", ""), "place": self._place(place)}
        if kind == "place":
            found |= {"level": row.get("level", ""), "side": row.get("side", "")}
        if kind in ("party", "place"):
            found |= self._located(kind, own)
        return found

    def _place(self, place: str | None) -> dict[str, str] | None:
        if place is None:
            return None
        row = self._tables["place"].get(place, {})
        english, chinese = row.get("name_en", ""), row.get("name_zh", "")
        return {
            "en": shortened(english or chinese or place),
            "zh": shortened(chinese or english or place),
        }

    def _located(self, kind: str, own: str) -> dict[str, Any]:
        at = self._gazetteer.find(kind, own)
        if at is None:
            return {"lon": None, "lat": None}
        found: dict[str, Any] = {"lon": round(at.longitude, 5), "lat": round(at.latitude, 5)}
        return found | ({"near": True} if at.how != "own" else {})


def _rows(ledger: Ledger, table: str, key: str) -> dict[str, dict[str, str]]:
    frame = ledger.shared_table(table)
    wanted = [name for name in ("name_en", "name_zh", "kind", "level", "side") if name in frame]
    columns = [text(frame[name]).tolist() for name in wanted]
    rows = zip(*columns, strict=True) if columns else ([] for _ in range(len(frame)))
    return {
        str(own): dict(zip(wanted, map(str, row), strict=True))
        for own, row in zip(frame[key], rows, strict=True)
    }


def shortened(words: str, longest: int = LONGEST) -> str:
    """A text that is cut where it is too long for a page."""
    return words if len(words) <= longest else words[: longest - 1] + "…"

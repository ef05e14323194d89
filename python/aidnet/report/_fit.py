"""The largest document of a draft whose page is small enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aidnet.report._document import document_of
from aidnet.report._limits import LADDER, LARGEST, may_fit, rungs
from aidnet.report._page import json_of, page_of

if TYPE_CHECKING:
    from aidnet.report._draft import Draft
    from aidnet.report._limits import Limits

SHARE = 0.6
"""Of the size that states are expected to have, what they have at least."""


def fitted(draft: Draft, meta: dict[str, Any], language: str) -> tuple[dict[str, Any], str]:
    """The document and its page, within the widest limits that keep it small."""
    for limits in rungs():
        if limits in LADDER and not may_fit(draft, limits):
            continue
        document = document_of(draft, limits, meta)
        page = page_of(document, language)
        if len(page.encode()) < LARGEST:
            break
    return document, page


def pairs_may_fit(draft: Draft, meta: dict[str, Any]) -> bool:
    """Whether a page can have room for states of a resource in a year, before these are made.

    Each is taken to be as large as that of its resource in all years, less what has fewer edges.
    """
    wide = [limits for limits in LADDER if limits.filters == 2]
    return not draft.pairs or any(
        may_fit(draft, limits) and _size_with_pairs(draft, limits, meta) < LARGEST
        for limits in wide
    )


def _size_with_pairs(draft: Draft, limits: Limits, meta: dict[str, Any]) -> float:
    document = document_of(draft, limits, meta)
    states = document["states"]
    size: dict[str, float] = {}
    expected = 0.0
    for pair in draft.pairs.values():
        key = pair.lens.key_of(pair.resource)
        if key not in size:
            edges = min(draft.states[key].nets["party"].count, limits.edges)
            size[key] = len(json_of(states[key]).encode()) / edges
        expected += size[key] * min(pair.edges, limits.edges)
    return len(json_of(document).encode()) + SHARE * expected

"""The options of `Ledger.network` as the compiled part takes them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from numbers import Real
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet import _core
from aidnet._dates import date_text
from aidnet.errors import ValidationError

if TYPE_CHECKING:
    from aidnet.ledger import Ledger

# Those that are one word each, and go as they are.
CHOICES = ("spread", "above", "weight", "groups", "orientation", "totals", "missing")


def kept(options: dict[str, Any]) -> dict[str, Any]:
    """The options as a network keeps them: iterators are read, and nobody else can change them."""
    return {name: _kept(name, value) for name, value in options.items()}


def _kept(name: str, value: Any) -> Any:
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        return value
    return dict(value.items()) if name == "key" and hasattr(value, "items") else tuple(value)


def compiled_options(ledger: Ledger, options: dict[str, Any]) -> dict[str, Any]:
    """Names become rows, single values lists, and what is not asked for is left out."""
    compiled: dict[str, Any] = {name: _word(name, options[name]) for name in CHOICES}
    compiled |= {
        name: _share(name, options[name])
        for name in ("about", "nearly")
        if options[name] is not None
    }
    if options["unit"] is not None:
        (compiled["unit"],) = _known(
            "unit", _word("unit", options["unit"]), [*ledger.compiled.units, ""]
        )
    if options["resource"] is not None:
        compiled["resource"] = _words("resource", options["resource"])
    if options["status"] != "latest":
        compiled["status"] = _words("status", options["status"])
    if options["side"] is not None:
        compiled["side"] = _known("side", options["side"], ledger.compiled.sides)
    for name, table in (("programme", "programmes"), ("source", "sources"), ("place", "places")):
        if options[name] is not None:
            compiled[name] = [ledger.row(table, text) for text in _words(name, options[name])]
    compiled |= _period(options["period"])
    if options["period"] is None and options["spread"] in ("equal", "days"):
        raise ValidationError("spread= says how much of a flow counts in a period: give period=")
    compiled |= _levels(options["level"])
    compiled |= _nodes(ledger, options["nodes"])
    if options["key"] is not None:
        if options["groups"] != "key":
            raise ValidationError("key= is for groups='key'")
        compiled["key"] = _key(ledger, options["key"], compiled)
    elif options["groups"] == "key":
        raise ValidationError("groups='key' needs key=: a resource, or numbers by party")
    return compiled


def _word(option: str, value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{option} must be a str, not {value!r}")
    return value


def _share(option: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError(f"{option} must be a number between 0 and 1, not {value!r}")
    return float(value)


def _words(option: str, value: Any, *, empty: bool = False) -> list[str]:
    if isinstance(value, str):
        return [value]
    if not isinstance(value, Iterable):
        raise TypeError(f"{option} must be a str or a list of them, not {value!r}")
    words = [_word(option, one) for one in value]
    if not words and not empty:  # the compiled part takes that for all
        raise ValidationError(f"{option} is an empty list, of which no flow can be")
    return words


def _pair(option: str, value: Any) -> tuple[Any, Any]:
    """Both of a pair, or one thing twice."""
    if not isinstance(value, tuple | list):
        return value, value
    if len(value) != 2:
        raise ValidationError(f"{option} must be one or a pair, not {value!r}")
    return value[0], value[1]


def _known(option: str, value: Any, known: list[str]) -> list[str]:
    """Words of an open vocabulary: one that the ledger does not have is a slip of the pen."""
    words = _words(option, value)
    for word in words:
        if word not in known:
            raise ValidationError(
                f"{option} is {word!r}, which the ledger does not have; it has "
                f"{', '.join(map(repr, known)) or 'none'}"
            )
    return words


def _period(period: Any) -> dict[str, str]:
    if period is None:
        return {}
    first, last = _pair("period", period)
    return {
        name: date_text(given, "period")
        for name, given in (("period_start", first), ("period_end", last))
        if given is not None
    }


def _levels(level: Any) -> dict[str, str]:
    donor, recipient = _pair("level", level)
    if level == "programme":  # a network of programmes alone would have no recipients
        recipient = "party"
    return {"donor_level": _word("level", donor), "recipient_level": _word("level", recipient)}


def _nodes(ledger: Ledger, nodes: Any) -> dict[str, Any]:
    if isinstance(nodes, str):
        if nodes == "given":
            raise ValidationError("nodes: 'touched', 'all' or a list of parties was expected")
        return {"nodes": nodes}
    rows = [ledger.row("parties", text) for text in _words("nodes", nodes, empty=True)]
    return {"nodes": "given", "given_parties": rows}


def _key(ledger: Ledger, key: Any, compiled: dict[str, Any]) -> list[float]:
    """One number a party: what it gives and receives of a resource, or what the caller says."""
    if isinstance(key, str | tuple):
        resource, unit = (key, None) if isinstance(key, str) else _pair("key", key)
        selection = ("status", "period_start", "period_end", "spread", "about", "nearly")
        chosen = {name: compiled[name] for name in selection if name in compiled}
        if unit is not None:
            (chosen["unit"],) = _known("key", _word("key", unit), [*ledger.compiled.units, ""])
        _word("key", resource)
        make = _core.LedgerNetwork.key_from_resource
        try:
            by_side = [make(ledger.compiled, resource, side, chosen) for side in (False, True)]
        except ValidationError as error:
            raise ValidationError(
                f"key={key!r}: {error} (for the key itself, as a pair of resource and unit)"
            ) from None
        total: list[float] = np.sum(by_side, axis=0).tolist()
        return total
    if not isinstance(key, dict):
        raise TypeError(
            "key must be a resource, a pair of resource and unit, or a mapping of parties to "
            f"numbers, not {key!r}"
        )
    numbers = [0.0] * ledger.compiled.rows("parties")
    for party, number in key.items():
        if isinstance(number, bool) or not isinstance(number, Real | Decimal):
            raise TypeError(f"key of {party!r} must be a number, not {number!r}")
        numbers[ledger.row("parties", _word("key", party))] = float(number)
    return numbers

"""The options of `Ledger.network` on the command line: taken from its signature and its words."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

from aidnet.cli._errors import in_terminal_words
from aidnet.ledger import OPTIONS, Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable

    import click

# Options that may be given more than once; words of these vocabularies also with commas between.
WORDS = ("resource", "status", "side")
REPEATED = (*WORDS, "programme", "source", "place", "nodes", "key")
NUMBERS = ("about", "nearly")
# What the documentation says of several options together, one by one.
APART = {
    "programme": "Only flows under these programmes, or those below; by id or name, repeated.",
    "source": "Only flows of these sources; by id, repeated.",
    "place": "Only flows with either end in these places, or below; by id or name, repeated.",
    "about": 'A tolerance: "about v" lies within v (1 - ABOUT) and v (1 + ABOUT). By default it '
    "counts as exact.",
    "nearly": 'A share: "nearly v" lies between v NEARLY and v (0.9: at least 90 % of it). By '
    "default it is anything up to v.",
}
HOW_TO_WRITE = {
    "period": "2018, 2018-06, 2016:2020, or open: 2016: or :2020.",
    "level": "One for both ends, or DONORS:RECIPIENTS.",
    "key": "RESOURCE, RESOURCE:UNIT, or PARTY=NUMBER, repeated.",
    "nodes": "'touched', 'all', or a party, repeated.",
    "status": "Repeat it, or put commas between; '' is: not stated.",
    "resource": "Repeat it, or put commas between.",
}


def choices(name: str) -> tuple[str, ...]:
    """The words that an option takes; none for those that are not a choice."""
    annotation = inspect.signature(Ledger.network).parameters[name].annotation
    if not re.fullmatch(r"Literal\[(['\"]\w+['\"](, )?)+\]", annotation):
        return ()
    return tuple(re.findall(r"['\"](\w+)['\"]", annotation))


def documented() -> dict[str, str]:
    """What the documentation of `Ledger.network` says of each option, in the terminal's words."""
    text = inspect.getdoc(Ledger.network) or ""
    section = text.partition("Parameters\n----------\n")[2].partition("\n\n")[0]
    words: dict[str, str] = {}
    for entry in re.split(r"\n(?=\S)", section):
        head, _, body = entry.partition("\n")
        said = in_terminal_words(" ".join(body.split()))
        said = said.replace("`", "").replace("None: open", "either may be open")
        words |= dict.fromkeys(head.partition(" :")[0].split(", "), said)
    return words


def network_parameters() -> list[click.Parameter]:
    """One option of the command line for each of `Ledger.network`, by the same name."""
    import click

    said = documented()
    parameters: list[click.Parameter] = []
    for name in OPTIONS:
        words = choices(name)
        default = inspect.signature(Ledger.network).parameters[name].default
        text = " ".join(
            filter(None, (APART.get(name) or said.get(name, ""), HOW_TO_WRITE.get(name)))
        )
        kind: Any = click.Choice(words) if words else str
        if name in NUMBERS:
            kind = click.FloatRange(0, 1)
        if default is not None:
            text += f"  [default: {default}]"
        parameters.append(
            click.Option(
                [f"--{name}"],
                type=kind,
                multiple=name in REPEATED,
                default=None,
                metavar=None if words else name.upper(),
                help=text,
            )
        )
    return parameters


def given(parameters: dict[str, Any]) -> dict[str, Any]:
    """Take the options of `Ledger.network` out of a command's parameters; those that were given."""
    stated = {name: parameters.pop(name) for name in OPTIONS if name in parameters}
    return {
        name: value_of(name, value)
        for name, value in stated.items()
        if value is not None and value != ()
    }


def value_of(name: str, value: Any) -> Any:
    """An option as `Ledger.network` takes it."""
    if name in WORDS:
        words = [one for text in value for one in (text.split(",") if text else [""])]
        return "latest" if name == "status" and words == ["latest"] else words
    if name == "nodes":
        return value[0] if value in (("touched",), ("all",)) else list(value)
    if name == "key":
        return _key(value)
    if name == "period" and ":" in value:
        first, _, last = value.partition(":")
        return first or None, last or None
    if name == "level" and ":" in value:
        return tuple(value.split(":"))
    return list(value) if isinstance(value, tuple) else value


def _key(values: Iterable[str]) -> Any:
    import click

    texts = list(values)
    if all("=" in text for text in texts):
        pairs = [text.rpartition("=") for text in texts]
        try:
            return {party: float(number) for party, _, number in pairs}
        except ValueError:
            raise click.UsageError(
                f"--key {' '.join(texts)}: PARTY=NUMBER was expected behind each --key"
            ) from None
    if len(texts) > 1:
        raise click.UsageError("--key: one RESOURCE, or several PARTY=NUMBER, were expected")
    resource, colon, unit = texts[0].partition(":")
    return (resource, unit) if colon else resource


def parsed(texts: Iterable[str], what: str) -> dict[str, Any]:
    """Options that are written as OPTION=VALUE, for one side of a comparison."""
    import click

    collected: dict[str, Any] = {}
    for text in texts:
        name, sign, value = text.partition("=")
        if not sign or name not in OPTIONS:
            raise click.UsageError(
                f"{what} {text!r}: OPTION=VALUE was expected, where OPTION is one of "
                f"{', '.join(OPTIONS)}"
            )
        words = choices(name)
        if words and value not in words:
            raise click.UsageError(f"{what} {text!r}: {name} is one of {', '.join(words)}")
        if name in REPEATED:
            collected[name] = (*collected.get(name, ()), value)
        elif name in collected:
            raise click.UsageError(f"{what}: {name} is given twice")
        else:
            collected[name] = _number(what, text, value) if name in NUMBERS else value
    return {name: value_of(name, value) for name, value in collected.items()}


def _number(what: str, text: str, value: str) -> float:
    import click

    try:
        return float(value)
    except ValueError:
        raise click.UsageError(f"{what} {text!r}: a number was expected") from None

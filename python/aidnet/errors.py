"""The exceptions that aidnet raises on purpose."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class AidnetError(Exception):
    """Base of all of aidnet's own exceptions."""


class ValidationError(AidnetError, ValueError):
    """An argument or a datum does not meet the documented requirements."""


class AidnetWarning(UserWarning):
    """Something that is used as it is, and may not be what was meant."""


class Problem(NamedTuple):
    """One thing that is wrong with a ledger's input, and where."""

    file: str
    row: int
    """Counted from 1 without the header; 0 for the file as a whole."""
    line: int
    """In the file, counted from 1; 0 where there are no lines."""
    column: str
    text: str
    expected: str


class LedgerError(ValidationError):
    """Everything that is wrong with a ledger's input: `problems`, up to a cap, of `total`."""

    def __init__(self, message: str, problems: Sequence[Sequence[object]], total: int) -> None:
        super().__init__(message, problems, total)
        self.problems = [Problem(*problem) for problem in problems]  # type: ignore[arg-type]
        self.total = total

    def __str__(self) -> str:
        return str(self.args[0])


class UndefinedError(AidnetError, ValueError):
    """The measure is not defined, or not unique, on the given network."""


class CycleError(UndefinedError):
    """Undefined because the network has a cycle.

    `cycle` has the labels of its nodes in order, each once; the last one's edge leads to the first.
    """

    def __init__(self, message: str, cycle: Sequence[object]) -> None:
        super().__init__(message, cycle)
        self.cycle = list(cycle)

    def __str__(self) -> str:
        return str(self.args[0])


class NegativeCycleError(CycleError):
    """Costs add up to less than zero round a cycle, so that no way is the cheapest."""


class SizeError(AidnetError, OverflowError):
    """More nodes, edges or bytes than fit."""


class ConvergenceError(AidnetError, ArithmeticError):
    """An iteration stopped before it reached its tolerance."""

    def __init__(self, message: str, iterations: int, residual: float) -> None:
        super().__init__(message, iterations, residual)
        self.iterations = iterations
        self.residual = residual

    def __str__(self) -> str:
        return str(self.args[0])


class UnknownNodeError(AidnetError, KeyError):
    """A label that the network does not have; the message suggests similar ones."""

    def __init__(self, label: object, known: Iterable[object] = (), where: str = "") -> None:
        super().__init__(label)
        self.label = label
        self.message = f"no node {label!r}{where}"
        if isinstance(label, str):
            names = [name for name in known if isinstance(name, str)]
            similar = difflib.get_close_matches(label, names, n=3, cutoff=0.6)
            if similar:
                self.message += "; did you mean " + " or ".join(map(repr, similar)) + "?"

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> tuple[object, ...]:
        return _unknown_node, (self.label, self.message)


class UnknownPartyError(UnknownNodeError):
    """A name that no party (place, programme) of the ledger bears; the message suggests some."""

    def __init__(self, name: object, message: str = "") -> None:
        super().__init__(name)
        self.message = message or self.message

    def __reduce__(self) -> tuple[object, ...]:
        return UnknownPartyError, (self.label, self.message)


class AmbiguousNameError(ValidationError):
    """A name that several parties (places, programmes) bear; `candidates` are their ids."""

    def __init__(self, message: str, candidates: Sequence[str]) -> None:
        super().__init__(message, candidates)
        self.candidates = list(candidates)

    def __str__(self) -> str:
        return str(self.args[0])


def _unknown_node(label: object, message: str) -> UnknownNodeError:
    error = UnknownNodeError(label)
    error.message = message
    return error

"""Exit codes, and errors as a reader of the terminal needs them."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aidnet.cli._text import clean
from aidnet.errors import AidnetError, ConvergenceError, LedgerError, SizeError, UndefinedError

if TYPE_CHECKING:
    from collections.abc import Iterator

OK, REFUSED, USAGE, FINDING, INTERRUPTED = 0, 1, 2, 3, 130
SHOWN_PROBLEMS = 20


class InputError(AidnetError):
    """What was to be read is refused; its cause says why."""


@dataclass
class Outcome:
    """How a command ended."""

    code: int = OK


@contextmanager
def handled() -> Iterator[Outcome]:
    """Errors on purpose become a message and an exit code; any other is a fault of ours."""
    import click

    outcome = Outcome()
    try:
        yield outcome
    except click.Abort:
        outcome.code = _say("interrupted", INTERRUPTED)
    except KeyboardInterrupt:
        outcome.code = _say("interrupted", INTERRUPTED)
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        hint = f"\n`{context.command_path} --help` shows what there is" if context else ""
        outcome.code = _say(error.format_message() + hint, USAGE)
    except InputError as error:
        outcome.code = _say(_of_input(error), REFUSED)
    except (UndefinedError, ConvergenceError, SizeError) as error:
        outcome.code = _say(str(error), REFUSED)
    except AidnetError as error:
        outcome.code = _say(in_terminal_words(str(error)), USAGE)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        outcome.code = _say(f"{where}{error.strerror or error}", REFUSED)
    except ImportError as error:
        if error.name is not None and error.name.partition(".")[0] == "aidnet":
            raise
        outcome.code = _say(str(error), REFUSED)


def _of_input(error: InputError) -> str:
    cause = error.__cause__
    if not isinstance(cause, LedgerError):
        return in_terminal_words(str(error))
    lines = str(cause).splitlines()[: SHOWN_PROBLEMS + 1]
    if cause.total > SHOWN_PROBLEMS:
        lines += ["…", "`aidnet validate`, with the same --input, lists them all"]
    return in_terminal_words("\n".join(lines))


def in_terminal_words(message: str) -> str:
    """Options as they are typed here: unit= is --unit, and groups='key' is --groups key."""
    from aidnet.ledger import OPTIONS

    names = "|".join((*OPTIONS, "negative", "encoding"))
    message = re.sub(
        r"^unit is '([^']*)', which .*; it has (.*)$", _unit, message, flags=re.MULTILINE
    )
    message = message.replace("say its encoding where it is read", "say its encoding by --encoding")
    message = re.sub(rf"\bthe option `({names})`", r"--\1", message)
    message = re.sub(rf"\b({names})='([^']*)'", r"--\1 \2", message)
    return re.sub(rf"(?<![-\w])({names})=", r"--\1", message)


def _unit(found: re.Match[str]) -> str:
    """A unit that the ledger does not have: the one that may be meant, and those that it has."""
    from difflib import get_close_matches

    asked, units = found[1], re.findall(r"'([^']+)'", found[2])
    if not units:
        return f"--unit {asked}: the ledger states no unit"
    folded = {unit.casefold(): unit for unit in units}
    nearest = [folded[one] for one in get_close_matches(asked.casefold(), folded, 1)]
    meant = [unit for unit in [_money(asked), *nearest] if unit in units]
    hint = f"; {meant[0]} may be meant" if meant else ""
    return f"--unit {asked}: the ledger does not have it{hint}; it has {', '.join(units)}"


def _money(asked: str) -> str | None:
    """The unit of amounts that are written with this word: CNY for RMB, yuan or 元."""
    from aidnet.quantity import parse_quantity

    try:
        return parse_quantity(f"1 {asked}").unit
    except AidnetError:
        return None


def _say(message: str, code: int) -> int:
    """Tell on stderr, wrapped; lists that a message gives in one line are set below it."""
    width = max(40, shutil.get_terminal_size((100, 24)).columns)
    head, colon, listed = message.partition(" There are ")
    if colon and listed.count("; ") > 2:
        message = f"{head} There are\n  " + "\n  ".join(listed.split("; "))
    lines = []
    for line in f"aidnet: {message}".splitlines():
        own = len(line) - len(line.lstrip())
        text = clean(line.strip())
        lines += textwrap.wrap(
            text, width, initial_indent=" " * own, subsequent_indent=" " * (own + 2),
            break_long_words=False, break_on_hyphens=False,
        ) or [""]  # fmt: skip
    try:
        sys.stderr.write("\n".join(lines) + "\n")
    except UnicodeEncodeError:
        sys.stderr.buffer.write(os.linesep.join(lines).encode("ascii", "backslashreplace") + b"\n")
    return code

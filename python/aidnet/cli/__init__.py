"""The command line, ``aidnet``: from a ledger to ranked answers in the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from aidnet.cli._errors import OK, REFUSED, handled

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; by default that of ``sys.argv``. Returns the exit code."""
    try:
        import click  # noqa: F401
    except ImportError:
        sys.stderr.write("aidnet: the command line needs click: pip install 'aidnet[cli]'\n")
        return REFUSED
    from aidnet.cli._app import app

    with handled() as outcome:
        code = app().main(
            args=None if arguments is None else list(arguments),
            prog_name="aidnet",
            standalone_mode=False,
        )
        outcome.code = code if isinstance(code, int) else OK
    return outcome.code


__all__ = ["main"]

"""What all commands have in common: where the ledger comes from, and how the answer goes out."""

from __future__ import annotations

import sys
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aidnet.cli._answer import Answer, send
from aidnet.cli._errors import InputError
from aidnet.cli._network_options import given, network_parameters
from aidnet.errors import AidnetError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import click

    from aidnet.ledger import Ledger
    from aidnet.ledger_network import LedgerNetwork

EMBEDDED = "embedded"


@dataclass(frozen=True)
class Common:
    """The options that every command has."""

    input: str | None
    encoding: str
    negative: str
    language: str
    limit: int | None
    """None: the command's own; 0: no limit."""
    network: dict[str, Any]
    writes: str
    """The suffix of the file that is written; "" where the answer is printed."""

    def ledger(self, *, max_problems: int = 100) -> Ledger:
        """The ledger asked for; an `InputError` where it is refused."""
        import aidnet

        if self.input is None:
            return aidnet.datasets.load_east_west()
        entering: Any = {"encoding": self.encoding, "negative": self.negative}
        try:
            with warnings.catch_warnings(record=True, action="always") as told:
                ledger = aidnet.read(self.input, max_problems=max_problems, **entering)
        except AidnetError as error:
            raise InputError(str(error)) from error
        for warning in told:
            sys.stderr.write(f"aidnet: warning: {warning.message}\n")
        return ledger

    def build(self, ledger: Ledger, options: dict[str, Any] | None = None) -> LedgerNetwork:
        """The network asked for, with nodes by the names asked for."""
        return self.named(ledger.network(**(self.network if options is None else options)))

    def named(self, network: LedgerNetwork) -> LedgerNetwork:
        """The network with nodes by the names asked for."""
        return network if self.language == "id" else network.with_names(self.language)  # type: ignore[arg-type]

    def shown(self, usual: int) -> int | None:
        """How many rows a reader sees; None: all."""
        limit = usual if self.limit is None else self.limit
        return limit or None

    def head(self, command: str) -> dict[str, Any]:
        """How each JSON document begins."""
        import aidnet

        return {
            "aidnet": aidnet.__version__,
            "command": command,
            "input": EMBEDDED if self.input is None else self.input,
        }


def make(
    name: str,
    run: Callable[..., Answer],
    help_: str,
    arguments: Sequence[click.Parameter] = (),
    *,
    network: bool = False,
) -> click.Command:
    """A command that calls `run(common, …)` with its own arguments, and sends the answer."""
    import click

    def callback(**parameters: Any) -> int:
        output, as_json = parameters.pop("output"), parameters.pop("json")
        common = Common(
            network=given(parameters),
            writes=Path(output).suffix.lower() if output and not as_json else "",
            **{
                one: parameters.pop(one)
                for one in ("input", "encoding", "negative", "language", "limit")
            },
        )
        return send(run(common, **parameters), output=output, as_json=as_json)

    return click.Command(
        name,
        callback=callback,
        help=help_,
        params=[*arguments, *(network_parameters() if network else []), *_shared()],
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )


def _shared() -> list[click.Parameter]:
    import click

    return [
        click.Option(
            ["-i", "--input"],
            type=click.Path(),
            help="The ledger: a data package's folder, its datapackage.json, or a CSV file; "
            "by default the embedded East-West ledger.",
        ),
        click.Option(
            ["--encoding"], default="utf-8", help="Of the input's files. [default: utf-8]"
        ),
        click.Option(
            ["--negative"],
            type=click.Choice(["error", "reverse", "net", "drop"]),
            default="error",
            help="What amounts below zero in the input are: refused, gifts of the recipient to the "
            "donor, subtracted, or left out.  [default: error]",
        ),
        click.Option(
            ["--language"],
            type=click.Choice(["en", "zh", "id"]),
            default="en",
            help="Whether nodes have their English or Chinese names (those without one their id), "
            "or their ids.  [default: en]",
        ),
        click.Option(
            ["--limit"],
            type=click.IntRange(min=0),
            metavar="N",
            help="How many rows of a table are shown; 0 is all. JSON and files have all rows "
            "unless it is given.",
        ),
        click.Option(["--json"], is_flag=True, help="Print one JSON document."),
        click.Option(
            ["-o", "--output"],
            type=click.Path(),
            help="Write into this file instead; its suffix says in which format.",
        ),
    ]

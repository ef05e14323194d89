"""The group of commands; each is a module, loaded when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click

COMMANDS = {
    "info": "What the ledger holds, and how sure it is.",
    "validate": "Read a ledger and tell all that is wrong with it.",
    "audit": "Compare each flow with the text of its source.",
    "names": "What a name can mean.",
    "network": "Make a network of the flows, and export it.",
    "rank": "Rank the parties by several measures, with intervals.",
    "flows": "The statements behind a party, or between two.",
    "compare": "Two networks side by side: statuses, periods, levels.",
    "report": "The ledger as one HTML file that works offline.",
    "completion": "Completion of commands and options for your shell.",
}

HELP = """Who helps whom, with what, and how much.

Every command reads the embedded East-West ledger, or yours by --input.
`aidnet COMMAND --help` has its options and examples.
"""

EPILOG = """\b
Exit codes: 0 done; 1 the input is refused, or the measure not defined on it;
2 the command is not right; 3 check or audit found something; 130 interrupted.

\b
Tables fit the terminal; in a pipe nothing is wrapped or cut, unless COLUMNS
says how wide it is. NO_COLOR turns colours off. In JSON, what is missing or
infinite is null, and upper_unbounded tells the one from the other.
"""


def app() -> click.Group:
    """The command line, as click has it."""
    import click

    class Commands(click.Group):
        def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
            return list(COMMANDS)

        def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
            if cmd_name not in COMMANDS:
                return None
            command: click.Command = import_module(f"aidnet.cli.{cmd_name}").command()
            command.short_help = COMMANDS[cmd_name]
            return command

    from aidnet import __version__

    group = Commands(
        "aidnet",
        help=HELP,
        epilog=EPILOG,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    return click.version_option(__version__, prog_name="aidnet", message="%(prog)s %(version)s")(
        group
    )

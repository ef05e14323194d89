"""`aidnet completion`: the script by which a shell completes commands, options and choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click

HELP = """Completion of commands, options and choices for your shell.

\b
  bash:  echo 'eval "$(aidnet completion bash)"' >> ~/.bashrc
  zsh:   echo 'eval "$(aidnet completion zsh)"' >> ~/.zshrc
  fish:  aidnet completion fish > ~/.config/fish/completions/aidnet.fish
"""


def command() -> click.Command:
    """The command."""
    import click
    from click.shell_completion import get_completion_class

    from aidnet.cli._answer import print_text

    def run(shell: str) -> int:
        from aidnet.cli._app import app

        script = get_completion_class(shell)
        if script is None:  # pragma: no cover: the shells are click's own
            raise click.UsageError(f"there is no completion for {shell}")
        print_text(script(app(), {}, "aidnet", "_AIDNET_COMPLETE").source())
        return 0

    return click.Command(
        "completion",
        callback=run,
        help=HELP,
        params=[click.Argument(["shell"], type=click.Choice(["bash", "zsh", "fish"]))],
        context_settings={"help_option_names": ["-h", "--help"]},
    )

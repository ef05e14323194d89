"""The command line as a whole: its commands, options, exit codes and manners."""

from __future__ import annotations

import inspect
import os
import pty
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest

import aidnet as api
from aidnet.cli import _app
from aidnet.cli._network_options import WORDS, choices, documented
from aidnet.ledger import OPTIONS

HEAVY = {"pandas", "scipy", "networkx", "matplotlib", "tqdm", "opencc"}
COMMANDS = list(_app.COMMANDS)


def test_help_lists_every_command_and_the_exit_codes(aidnet: Any) -> None:
    done = aidnet("--help")
    assert done.code == 0
    for name, says in _app.COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(says)}$", done.out, re.MULTILINE)
    for code in ("0 done", "1 the input", "2 the command", "3 check or audit", "130 interrupted"):
        assert code in done.out
    modules = {path.stem for path in Path(_app.__file__).parent.glob("[!_]*.py")}
    assert modules == set(COMMANDS)


def test_version(aidnet: Any) -> None:
    assert aidnet("--version").out == f"aidnet {api.__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_examples_that_parse(name: str, aidnet: Any) -> None:
    done = aidnet(name, "--help", width=100)
    assert done.code == 0
    examples = re.findall(r"^ +aidnet (.+)$", done.out, re.MULTILINE)
    assert examples or name == "completion"
    for example in examples:
        words = [word.strip("\"'") for word in example.split()]
        command = import_module(f"aidnet.cli.{words[0]}").command()
        command.make_context(words[0], words[1:])  # a wrong option would raise


@pytest.mark.parametrize("arguments", [["--help"], ["rank", "--help"], ["network", "--help"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from aidnet.cli import main\n"
        f"main({arguments!r}); print('loaded', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = done.stdout.partition("loaded ")[2].split()
    assert "click" in loaded
    assert not HEAVY & set(loaded)


@pytest.mark.parametrize("name", ["network", "rank", "flows", "compare"])
def test_every_option_of_the_network_is_an_option(name: str) -> None:
    command: click.Command = import_module(f"aidnet.cli.{name}").command()
    options = {option.name: option for option in command.params if isinstance(option, click.Option)}
    signature = inspect.signature(api.Ledger.network).parameters
    for option in OPTIONS:
        assert options[option].opts == [f"--{option}"]
        assert options[option].default is None  # not given is not passed on
        stated = signature[option].default
        assert (f"[default: {stated}]" in (options[option].help or "")) == (stated is not None)
    shared = {"input", "encoding", "negative", "language", "limit", "json", "output"}
    assert shared <= set(options)


def test_choices_are_those_of_the_signature() -> None:
    assert choices("spread") == ("none", "equal", "days")
    assert choices("groups") == ("group", "equal", "share", "key", "all_pairs")
    assert choices("level") == choices("nodes") == choices("unit") == ()
    for option in OPTIONS:
        if choices(option):
            assert inspect.signature(api.Ledger.network).parameters[option].default in choices(
                option
            )


def test_each_option_is_explained_in_the_terminals_words() -> None:
    said = documented()
    assert set(said) == set(OPTIONS)
    assert said["groups"].endswith("(with --weight presence).")
    assert said["key"].startswith("For --groups key:")
    assert not [text for text in said.values() if "`" in text or "=" in text]
    assert set(WORDS) < set(OPTIONS)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["nonsense"], 2, "No such command 'nonsense'"),
        (["info", "--nonsense"], 2, "No such option"),
        (["network", "--unit", "CNY", "--spread", "fair"], 2, "'none', 'equal', 'days'"),
        (["network", "--unit", "EUR"], 2, "--unit EUR: the ledger does not have it; it has"),
        (["rank", "--unit", "RMB"], 2, "not have it; CNY may be meant; it has person, household,"),
        (["network", "--unit", "元"], 2, "--unit 元: the ledger does not have it; CNY may be"),
        (["network", "--unit", "Persn"], 2, "does not have it; person may be meant; it has"),
        (["compare", "unit=cny", "unit=person"], 2, "cny: the ledger does not have it; CNY may"),
        (["network"], 2, "choose one with --unit"),
        (["network", "--unit", "CNY", "--groups", "key"], 2, "--groups key needs --key"),
        (["flows", "中山"], 2, "dalian_zhongshan: 大连市中山区"),
        (["flows", "Dalain"], 2, "did you mean Dalian"),
        (["info", "-i", "/nowhere/at-all"], 1, "there is no such file or folder"),
        (["rank", "--unit", "CNY", "--by", "eigenvector"], 1, "eigenvector: the graph has no"),
        (["audit", "/nowhere/at-all"], 1, "there is no such folder"),
        (["info", "-o", "/nowhere/at-all.json"], 1, "No such file or directory"),
        (["info", "-o", "."], 2, "ends in .json, .txt was expected"),
    ],
)
def test_errors_are_told_on_stderr_alone(
    arguments: list[str], code: int, says: str, aidnet: Any
) -> None:
    done = aidnet(*arguments)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith("aidnet: ")
    assert says in " ".join(done.err.split())
    assert "Traceback" not in done.err
    assert all(len(line) <= 80 for line in done.err.splitlines() if " " in line.strip())


def test_a_unit_in_a_ledger_without_any(tmp_path: Path, aidnet: Any) -> None:
    (tmp_path / "a.csv").write_text("donor,recipient,amount\na,b,1\n")
    done = aidnet("network", "-i", tmp_path / "a.csv", "--unit", "RMB")
    assert (done.code, done.err) == (2, "aidnet: --unit RMB: the ledger states no unit\n")


def test_units_that_cannot_be_added_are_listed_one_a_line(aidnet: Any) -> None:
    lines = aidnet("network").err.splitlines()
    assert "  CNY: 32 flows, 30838000" in lines
    assert "  person: 118 flows, 20582" in lines


def test_an_error_of_ours_is_not_hidden(aidnet: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise TypeError("a fault")

    monkeypatch.setattr("aidnet.cli.info.gathered", fail)
    with pytest.raises(TypeError, match="a fault"):
        aidnet("info")


def test_interrupting_is_quiet(aidnet: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("aidnet.cli.info.gathered", interrupt)
    done = aidnet("info")
    assert (done.code, done.out, done.err.strip()) == (130, "", "aidnet: interrupted")


@pytest.mark.parametrize(
    ("arguments", "code"), [(["network", "--weight", "count", "--json"], 0), (["--help"], None)]
)
def test_a_reader_that_has_had_enough_is_no_error(arguments: list[str], code: int | None) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "aidnet.cli", *arguments],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert done.stderr == b""
    assert code is None or done.returncode == code


def test_without_click_it_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['click'] = None\n"
        "from aidnet.cli import main; sys.exit(main(['info']))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr == "aidnet: the command line needs click: pip install 'aidnet[cli]'\n"


def test_the_installed_command_is_this_one() -> None:
    import tomllib

    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["scripts"] == {"aidnet": "aidnet.cli:main"}
    assert any(
        one.startswith("click") for one in project["project"]["optional-dependencies"]["cli"]
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(shell: str, aidnet: Any) -> None:
    done = aidnet("completion", shell)
    assert done.code == 0
    assert f"_AIDNET_COMPLETE={shell}_complete" in done.out


@pytest.mark.parametrize(
    ("words", "last", "expected"),
    [
        ("aidnet ra", 1, {"rank"}),
        ("aidnet rank --spread ", 3, {"none", "equal", "days"}),
        ("aidnet rank --by strength,page", 3, {"strength,pagerank"}),
        ("aidnet network --orient", 2, {"--orientation"}),
    ],
)
def test_completions(words: str, last: int, expected: set[str], process: Any) -> None:
    done = process(
        env={"_AIDNET_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(last)}
    )
    assert {line.partition(",")[2] for line in done.stdout.splitlines()} == expected


def on_terminal(arguments: list[str], stream: str, **env: str) -> tuple[str, str]:
    """What a command writes into a terminal that is one of its streams, and into the other."""
    own, its = pty.openpty()
    other = "stderr" if stream == "stdout" else "stdout"
    plain = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")}
    done = subprocess.run(
        [sys.executable, "-m", "aidnet.cli", *arguments],
        env=plain | {"TERM": "xterm", "PYTHONIOENCODING": "utf-8"} | env,
        check=True,
        **{stream: its, other: subprocess.PIPE},  # type: ignore[call-overload]
    )
    os.close(its)
    shown = b""
    while True:
        try:
            piece = os.read(own, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(own)
    return shown.decode(), getattr(done, other).decode()


def test_colours_are_for_terminals() -> None:
    shown, errors = on_terminal(["names", "dalian"], "stdout")
    assert "\x1b[1m" in shown
    assert errors == ""
    assert "\x1b" not in on_terminal(["names", "dalian"], "stdout", NO_COLOR="1")[0]
    assert "\x1b" not in on_terminal(["names", "dalian"], "stdout", TERM="dumb")[0]


def test_progress_is_for_terminals_and_on_stderr(aidnet: Any) -> None:
    rank = ["rank", "--unit", "CNY", "--draws", "10", "--limit", "1"]
    shown, out = on_terminal(rank, "stderr")
    assert "ranking: 50 %" in shown
    assert shown.endswith("\r\x1b[K")  # nothing stays
    assert "\x1b" not in out
    assert aidnet(*rank).err == ""

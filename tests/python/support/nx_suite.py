"""NetworkX's own tests, with every graph converted and every function served run by aidnet.

PYTHONPATH=tests/python python -m support.nx_suite [--whole] [--page]

No test may fail, none is marked by us as expected to, and aidnet must really have been asked: of
each function that NetworkX tests, a test at least. Without --whole only the modules about what
aidnet serves are run; --page runs all and writes docs/networkx-functions.md anew.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

import networkx as nx

from support.nx_page import PAGE, SERVED, called, rows, write

FEWEST = {False: 2000, True: 6000}
"""So many tests there are in NetworkX 3.6, of its parts and of the whole."""


class Outcome(NamedTuple):
    """What became of the tests."""

    status: int
    counts: dict[str, int]
    """Passed, failed, skipped, …"""
    tests: dict[str, set[str]]
    """By served name, the tests that aidnet had an answer for."""
    kernels: dict[str, set[str]]
    """By served name, what calculated it."""
    report: str


def source_of(name: str) -> Path:
    """The module of NetworkX that has the function."""
    function = attrgetter(SERVED[name].where)(nx)
    original = getattr(function, "orig_func", None) or function
    return Path(sys.modules[original.__module__].__file__ or "")


def modules() -> list[str]:
    """The test modules about what aidnet serves: beside a function's own, and naming it."""
    chosen = set()
    for name, served in SERVED.items():
        word = re.compile(rf"\b{served.where.rpartition('.')[2]}\b")
        beside = source_of(name).parent / "tests"
        chosen.update(p for p in beside.glob("test_*.py") if word.search(p.read_text("utf-8")))
    return [str(path) for path in sorted(chosen)]


def run_suite(
    paths: list[str], folder: Path, *, backend: str = "aidnet", show: bool = False
) -> Outcome:
    """Run these parts of NetworkX's suite in a process of their own."""
    environment = {
        **os.environ,
        "NETWORKX_TEST_BACKEND": backend,
        "NETWORKX_FALLBACK_TO_NX": "1",
        "PYTHONWARNINGS": "",
        "AIDNET_NX_COUNTS": str(folder),
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *sys.path]),
    }
    environment.pop("PYTEST_ADDOPTS", None)
    # In a worker of ours the run would take its name, and write over what its own worker saw.
    environment.pop("PYTEST_XDIST_WORKER", None)
    if not backend:
        del environment["NETWORKX_TEST_BACKEND"]
    workers = ["-n", os.environ.get("AIDNET_NUM_WORKERS", "2")]
    plugins = ["-p", "no:cacheprovider", "-p", "support.nx_counts"]
    command = [sys.executable, "-m", "pytest", "-q", *plugins, *workers]
    lines = []
    with subprocess.Popen(
        [*command, "--import-mode=importlib", "-c", os.devnull, "--rootdir", folder, *paths],
        env=environment,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as running:
        for line in running.stdout or ():
            lines.append(line)
            if show:
                sys.stdout.write(line)
                sys.stdout.flush()
    tests: dict[str, set[str]] = {}
    kernels: dict[str, set[str]] = {}
    for file in folder.glob("*.json"):
        for name, (found, used) in json.loads(file.read_text()).items():
            tests.setdefault(name, set()).update(found)
            kernels.setdefault(name, set()).update(used)
    counts = {what: int(n) for n, what in re.findall(r"(\d+) (\w+)", lines[-1] if lines else "")}
    return Outcome(running.returncode, counts, tests, kernels, "".join(lines)[-5000:])


def complaints(outcome: Outcome, fewest: int) -> list[str]:
    """What is wrong with a run."""
    found = []
    if outcome.status or {"failed", "error", "errors", "xpassed"} & set(outcome.counts):
        found.append(f"tests failed: {outcome.counts}")
    if outcome.counts.get("passed", 0) < fewest:
        found.append(f"fewer tests than {fewest}: {outcome.counts}")
    counts = rows()
    tested = {name for where, name in called().items() if counts.get(where)}
    if idle := sorted(tested - outcome.tests.keys()):
        found.append(f"aidnet was not asked for {', '.join(idle)}")
    return found


def main(arguments: list[str]) -> int:
    """Run the suite; 1 if anything is wrong."""
    whole = "--whole" in arguments or "--page" in arguments
    with tempfile.TemporaryDirectory() as folder:
        paths = ["--pyargs", "networkx"] if whole else modules()
        outcome = run_suite(paths, Path(folder), show=True)
    if "--page" in arguments:
        write(outcome.tests, outcome.kernels)
        sys.stdout.write(f"wrote {PAGE}\n")
    wrong = complaints(outcome, FEWEST[whole])
    for complaint in wrong:
        sys.stderr.write(f"{complaint}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

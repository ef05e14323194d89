"""Other people's projects, configured, built and run; another build of our own."""

import os
import subprocess
import sys
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path

ROOT = Path(__file__).parents[3]


def run(*command: str | Path, env: dict[str, str] | None = None, cwd: Path | None = None) -> str:
    """Run a command and return what it printed; show that when the command fails."""
    done = subprocess.run(
        [str(word) for word in command],
        env={**os.environ, **(env or {})},
        cwd=cwd,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def fails(*command: str | Path) -> str:
    """Run a command that must fail and return what it printed."""
    done = subprocess.run(
        [str(word) for word in command],
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert done.returncode != 0, done.stdout
    return done.stdout


def cmake_build(source: Path, build: Path, *options: str) -> None:
    run("cmake", "-S", source, "-B", build, "-G", "Ninja", *options)
    run("cmake", "--build", build)


class OtherCore:
    """Finds aidnet's extension module in the folder of a build, before it is found elsewhere."""

    def __init__(self, build: Path) -> None:
        (self._file,) = (build / "python").glob("_core.*.so")

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        return spec_from_file_location(name, self._file) if name == "aidnet._core" else None

    def come_first(self) -> None:
        sys.meta_path.insert(0, self)
        taken = import_module("aidnet._core").__file__
        assert taken == str(self._file), f"{taken} had been imported before"

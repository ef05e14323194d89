"""What `import aidnet` costs and promises."""

from __future__ import annotations

import subprocess
import sys

import pytest

import aidnet

HEAVY = ["pandas", "scipy", "networkx", "matplotlib", "tqdm", "igraph", "pytest"]


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_import_loads_numpy_at_most() -> None:
    loaded = run("import aidnet, sys; print(*sorted(sys.modules))").split()
    assert not set(HEAVY) & set(loaded)


def test_import_starts_no_thread() -> None:
    code = "import aidnet, os; print(len(os.listdir('/proc/self/task')))"
    alone = "import numpy, os; print(len(os.listdir('/proc/self/task')))"
    assert run(code) == run(alone)


def test_all_names_exist() -> None:
    for name in aidnet.__all__:
        assert hasattr(aidnet, name), name
    assert len(set(aidnet.__all__)) == len(aidnet.__all__)


def test_the_namespace_has_the_public_names_and_modules_only() -> None:
    assert [name for name in dir(aidnet) if not name.startswith("__")] == sorted(
        name for name in aidnet.__all__ if not name.startswith("__")
    )
    others = {
        name
        for name, value in vars(aidnet).items()
        if not name.startswith("_") and name not in aidnet.__all__
    }
    # Modules of the package that were imported are its attributes, whether one likes it or not.
    assert others == {name for name in others if f"aidnet.{name}" in sys.modules}


def test_errors_are_also_the_builtin_ones() -> None:
    assert issubclass(aidnet.ValidationError, ValueError)
    assert issubclass(aidnet.UnknownNodeError, KeyError)
    for name in ("ValidationError", "UnknownNodeError", "ConvergenceError", "UndefinedError"):
        assert issubclass(getattr(aidnet, name), aidnet.AidnetError)


@pytest.mark.parametrize("name", ["get_include", "get_cmake_dir"])
def test_the_package_knows_its_cpp_side(name: str) -> None:
    assert getattr(aidnet, name)().startswith("/")

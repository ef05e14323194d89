"""The layers of the house: who may include or import whom.

``core`` <- ``adapt`` <- ``algo`` and ``core`` <- ``ledger`` <- ``io`` <- ``datasets``; ``algo`` and
the ledger's side never meet. Bindings stand on the public headers and alone know pybind11; Python
modules import heavy packages on use.
"""

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Which layers of ours the headers, and which further ones the sources, of a layer may include.
HEADERS = {
    "core": {"core"},
    "adapt": {"core", "adapt"},
    "algo": {"core", "algo"},
    "ledger": {"core", "ledger"},
    "io": {"core", "ledger", "io"},
    "datasets": {"core", "ledger", "io", "datasets"},
    "bindings": {"core", "adapt", "algo", "ledger", "io", "datasets", "bindings"},
    "support": {"core", "ledger", "io", "support"},
}
SOURCES_TOO = {"algo": {"adapt"}}

# No kernel checks itself: verifiers see types of algo, and these headers not at all.
KERNELS_OF_LEDGER = r"include/aidnet/(ledger/(bounds|check|match|network|quantity)\.hpp|io/.*)"

# Which libraries, by the beginning of the include, a place may use beside the standard library.
LIBRARIES = {
    r"include/aidnet/adapt/boost(/\w+)?\.hpp": ("boost/",),
    r"include/aidnet/adapt/eigen(/\w+)?\.hpp": ("Eigen/",),
    r"src/core/parallel\.cpp": ("oneapi/tbb", "sched.h"),
    r"src/algo/.*": ("boost/", "Eigen/", "Spectra/"),
    r"src/(io|datasets)/.*": ("nlohmann/",),
    r"src/io/atomic_files\.cpp": ("fcntl.h", "unistd.h"),  # flushing to disk is not in the standard
    r"python/bindings/.*": ("pybind11/",),
    r"tests/support/.*": ("catch2/", "boost/", "Eigen/", "pthread.h"),
    r"tests/support/in_child\.hpp": ("sys/wait.h", "unistd.h"),
}

LIGHT_PACKAGES = {"aidnet", "numpy", *sys.stdlib_module_names}


def layer_of(path: str) -> str:
    """Name the layer of a file or of an include, both relative to the repository."""
    if match := re.match(r"(?:include/aidnet|src)/(\w+)/", path):
        return match[1]
    if path.startswith("python/bindings/"):
        return "bindings"
    if path.startswith("tests/support/"):
        return "support"
    return "core" if path == "include/aidnet/version.hpp" else "umbrella"


def resolve(includer: str, include: str, files: Mapping[str, object]) -> str | None:
    """Find the file of ours that an include means; None for other people's headers."""
    folders = [includer.rpartition("/")[0], "include", "src"]
    folders += ["tests/support"] if includer.startswith("tests/") else []
    for folder in folders:
        if f"{folder}/{include}" in files:
            return f"{folder}/{include}"
    if include.startswith("aidnet/"):  # made by the build, or missing: its place says its layer
        return f"include/{include}"
    return None


def wrong_includes(files: Mapping[str, list[str]]) -> list[str]:
    """Return "file includes what" for each arrow that the layers do not allow."""
    return [
        f"{path} includes {include}"
        for path, includes in files.items()
        for include in includes
        if not allowed(path, include, files)
    ]


def allowed(path: str, include: str, files: Mapping[str, list[str]]) -> bool:
    layer = layer_of(path)
    target = resolve(path, include, files)
    if layer == "umbrella":  # aidnet.hpp
        return target is not None and layer_of(target) != "adapt"
    if target is None:
        if re.fullmatch(r"[a-z_0-9]+", include):  # the standard library
            return True
        places = (begin for place, begin in LIBRARIES.items() if re.fullmatch(place, path))
        return any(include.startswith(begin) for begin in places)
    layers = set(HEADERS[layer])
    if path.startswith("src/"):
        layers |= SOURCES_TOO.get(layer, set())
    if path.startswith("include/") and not target.startswith("include/"):
        return False  # a public header must not need a private one
    if layer == "bindings" and target.startswith("src/"):
        return False
    if layer == "support" and layer_of(target) == "algo":
        return source_of(target) not in files  # a header of types only
    if path.startswith("tests/support/verify/") and re.fullmatch(KERNELS_OF_LEDGER, target):
        return False
    return layer_of(target) in layers


def source_of(header: str) -> str:
    return header.replace("include/aidnet/", "src/").replace(".hpp", ".cpp")


def includes_of(text: str) -> list[str]:
    return re.findall(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', text, re.MULTILINE)


def read_cpp() -> dict[str, list[str]]:
    folders = ["include", "src", "python/bindings", "tests/support"]
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*.[ch]pp")]
    return {
        path.relative_to(ROOT).as_posix(): includes_of(path.read_text(encoding="utf-8"))
        for path in paths
    }


def imports_at_load(node: ast.AST) -> Iterator[str]:
    """Yield the top-level packages that a module imports when it is itself imported."""
    match node:
        case ast.Import():
            yield from (name.name.partition(".")[0] for name in node.names)
        case ast.ImportFrom(level=0, module=str(module)):
            yield module.partition(".")[0]
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            for part in node.orelse:
                yield from imports_at_load(part)
        case _:
            for part in ast.iter_child_nodes(node):
                yield from imports_at_load(part)


def heavy_imports(source: str) -> list[str]:
    return [name for name in imports_at_load(ast.parse(source)) if name not in LIGHT_PACKAGES]


def test_cpp_layers() -> None:
    files = read_cpp()
    assert "include/aidnet/version.hpp" in files
    assert wrong_includes(files) == []


PLANTED = [
    ("include/aidnet/core/graph.hpp", "aidnet/algo/paths/a.hpp"),
    ("include/aidnet/core/graph.hpp", "Eigen/Sparse"),
    ("include/aidnet/core/graph.hpp", "boost/graph/graph_traits.hpp"),
    ("include/aidnet/core/graph.hpp", "unistd.h"),
    ("include/aidnet/core/graph.hpp", "core/graph_detail.hpp"),
    ("include/aidnet/adapt/boost.hpp", "Eigen/Sparse"),
    ("include/aidnet/algo/paths/a.hpp", "aidnet/adapt/eigen.hpp"),
    ("include/aidnet/algo/paths/a.hpp", "aidnet/ledger/flow.hpp"),
    ("src/algo/a.cpp", "aidnet/ledger/flow.hpp"),
    ("src/core/graph.cpp", "oneapi/tbb/parallel_for.h"),
    ("include/aidnet/ledger/flow.hpp", "aidnet/algo/paths/a.hpp"),
    ("src/ledger/flow.cpp", "aidnet/io/csv.hpp"),
    ("include/aidnet/aidnet.hpp", "aidnet/adapt/boost.hpp"),
    ("python/bindings/module.cpp", "core/graph_detail.hpp"),
    ("python/bindings/module.cpp", "Eigen/Sparse"),
    ("src/io/csv.cpp", "pybind11/pybind11.h"),
    ("src/io/csv.cpp", "fcntl.h"),
    ("src/io/csv.cpp", "unistd.h"),
    ("src/io/atomic_files.cpp", "sys/socket.h"),
    ("tests/support/verify.hpp", "aidnet/algo/paths/a.hpp"),
    ("tests/support/verify.hpp", "unistd.h"),
    ("tests/support/verify/flows.hpp", "aidnet/ledger/network.hpp"),
    ("tests/support/verify/flows.hpp", "aidnet/io/package.hpp"),
]

RIGHT = [
    ("include/aidnet/core/graph.hpp", "vector"),
    ("include/aidnet/core/graph.hpp", "aidnet/core/config.hpp"),
    ("include/aidnet/adapt/boost.hpp", "boost/graph/graph_traits.hpp"),
    ("include/aidnet/algo/paths/a.hpp", "aidnet/core/graph.hpp"),
    ("src/algo/a.cpp", "aidnet/adapt/eigen.hpp"),
    ("src/algo/a.cpp", "Eigen/Sparse"),
    ("src/core/graph.cpp", "core/graph_detail.hpp"),
    ("src/core/graph.cpp", "graph_detail.hpp"),
    ("src/core/parallel.cpp", "oneapi/tbb/parallel_for.h"),
    ("include/aidnet/io/csv.hpp", "aidnet/ledger/flow.hpp"),
    ("src/io/atomic_files.cpp", "fcntl.h"),
    ("src/io/atomic_files.cpp", "unistd.h"),
    ("tests/support/ledger.hpp", "aidnet/ledger/network.hpp"),
    ("tests/support/verify/flows.hpp", "aidnet/ledger/network_options.hpp"),
    ("include/aidnet/aidnet.hpp", "aidnet/core/graph.hpp"),
    ("python/bindings/module.cpp", "pybind11/pybind11.h"),
    ("tests/support/verify.hpp", "aidnet/algo/types.hpp"),
    ("tests/support/verify.hpp", "Eigen/Dense"),
]


def tree_with(path: str, include: str) -> dict[str, list[str]]:
    paths = {name for name, _ in PLANTED + RIGHT}
    paths |= {"src/core/graph_detail.hpp", "src/algo/paths/a.cpp"}
    return {**{name: [] for name in paths}, path: [include]}


@pytest.mark.parametrize(("path", "include"), PLANTED)
def test_a_planted_wrong_include_is_found(path: str, include: str) -> None:
    assert wrong_includes(tree_with(path, include)) == [f"{path} includes {include}"]


@pytest.mark.parametrize(("path", "include"), RIGHT)
def test_a_right_include_is_left_alone(path: str, include: str) -> None:
    assert wrong_includes(tree_with(path, include)) == []


def test_includes_are_read() -> None:
    assert includes_of('#include <a>\n  # include "b/c.hpp"\n// #include <d>\n') == ["a", "b/c.hpp"]


def test_the_umbrella_has_every_public_header_but_the_adapters() -> None:
    files = {path.removeprefix("include/") for path in read_cpp() if path.startswith("include/")}
    public = {path for path in files if "/adapt/" not in path} - {"aidnet/aidnet.hpp"}
    umbrella = includes_of((ROOT / "include/aidnet/aidnet.hpp").read_text(encoding="utf-8"))
    made_by_the_build = "aidnet/core/config.hpp"  # every other header includes it
    assert sorted(set(umbrella) - {made_by_the_build}) == sorted(public)


def test_every_header_has_its_guard() -> None:
    headers = [path for path in read_cpp() if path.endswith(".hpp")]
    assert [path for path in headers if "#pragma once" not in (ROOT / path).read_text()] == []


def test_python_modules_import_heavy_packages_on_use() -> None:
    modules = list((ROOT / "python" / "aidnet").rglob("*.py"))
    assert modules
    heavy = {
        path.name: names
        for path in modules
        if (names := heavy_imports(path.read_text(encoding="utf-8")))
    }
    assert heavy == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import pandas as pd", ["pandas"]),
        ("from scipy.sparse import csr_array", ["scipy"]),
        ("try:\n  import networkx\nexcept ImportError:\n  import tqdm", ["networkx", "tqdm"]),
        ("class A:\n  import pandas", ["pandas"]),
        ("if TYPE_CHECKING:\n  import pandas\nelse:\n  import scipy", ["scipy"]),
        ("def f():\n  import pandas", []),
        ("import numpy\nimport os.path\nfrom aidnet import _core\nfrom . import a", []),
    ],
)
def test_heavy_imports_are_found(source: str, found: list[str]) -> None:
    assert heavy_imports(source) == found

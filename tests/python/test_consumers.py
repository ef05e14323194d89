"""Other people's projects build against aidnet in every way that it offers."""

import os
import re
import shutil
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

import aidnet
from support.building import ROOT, cmake_build, fails, run
from support.cases import DEEP

CONSUMERS = ROOT / "tests" / "consumer"
CXX = os.environ.get("CXX", "c++")
BUILT = {".pyc", ".so"}  # what running and building in place leaves among the sources
# The deep run builds the wheel as a user's pip does: from the sdist, with the build requirements
# downloaded anew. Else it is made of what `./dev` has compiled for the package in place.
COMPILED = None if DEEP else os.environ.get("AIDNET_PACKAGE_BUILD_DIR")

# `./dev test` gives a file to one worker, so that what these tests share is built once.
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def library(prefix: Path) -> Path:
    return next(prefix.glob("lib*/**/libaidnet.*"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sdist")
    hook = "import sys; from scikit_build_core.build import build_sdist; build_sdist(sys.argv[1])"
    run(sys.executable, "-c", hook, folder, cwd=ROOT)
    return next(folder.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    options = [] if DEEP else ["--no-build-isolation"]
    options += ["-C", f"build-dir={COMPILED}"] if COMPILED else []
    source = ROOT if COMPILED else sdist
    # pip unpacks the sdist at a new place each time; ccache, if it is used, should not mind.
    env = {"CCACHE_BASEDIR": str(Path(os.environ.get("TMPDIR", "/tmp")).resolve())}  # noqa: S108
    run(sys.executable, "-m", "pip", "wheel", "--no-deps", *options, "-w", folder, source, env=env)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a fresh environment that has the wheel, and our NumPy and pandas."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    interpreter = folder / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", interpreter, "install", "--no-deps", wheel)
    site = next(folder.glob("lib/python*/site-packages"))
    # Later on the path than the environment's own packages, and without our editable aidnet.
    (site / "outer.pth").write_text(sysconfig.get_path("platlib") + "\n")
    return interpreter


def test_find_package(prefix: Path, tmp_path: Path) -> None:
    cmake_build(CONSUMERS / "find_package", tmp_path, f"-DCMAKE_PREFIX_PATH={prefix}")
    assert aidnet.__version__ in run(tmp_path / "plain")
    run(tmp_path / "adapters")


def test_find_package_needs_neither_boost_nor_eigen(prefix: Path, tmp_path: Path) -> None:
    options = ["-DWITH_ADAPTERS=OFF", "-DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON"]
    options += ["-DCMAKE_DISABLE_FIND_PACKAGE_Eigen3=ON", f"-DCMAKE_PREFIX_PATH={prefix}"]
    cmake_build(CONSUMERS / "find_package", tmp_path, *options)
    run(tmp_path / "plain")
    targets = "".join(path.read_text() for path in prefix.glob("**/aidnetTargets*.cmake"))
    assert "Eigen" not in targets
    assert "Boost" not in targets


def test_readme_programs_compile_and_run(prefix: Path, tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    short, whole, ledger, fragment = re.findall(r"```cpp\n(.*?)```", text, re.DOTALL)
    (tmp_path / "short.cpp").write_text(short)
    (tmp_path / "main.cpp").write_text(whole)
    (tmp_path / "ledger.cpp").write_text(ledger)
    (tmp_path / "fragment.cpp").write_text(
        "#include <aidnet/aidnet.hpp>\nvoid show(double);\n"
        f"void f(const aidnet::Graph& graph, std::stop_token token) {{\n{fragment}}}\n"
    )
    (tmp_path / "CMakeLists.txt").write_text(
        "cmake_minimum_required(VERSION 3.25)\nproject(readme LANGUAGES CXX)\n"
        "find_package(aidnet CONFIG REQUIRED)\nadd_executable(main main.cpp)\n"
        "add_executable(short short.cpp)\ntarget_link_libraries(short PRIVATE aidnet::aidnet)\n"
        "add_executable(ledger ledger.cpp)\nadd_library(fragment OBJECT fragment.cpp)\n"
        "target_link_libraries(main PRIVATE aidnet::aidnet)\n"
        "target_link_libraries(ledger PRIVATE aidnet::aidnet)\n"
        "target_link_libraries(fragment PRIVATE aidnet::aidnet)\n"
    )
    cmake_build(tmp_path, tmp_path / "build", f"-DCMAKE_PREFIX_PATH={prefix}")
    *scores, last = run(tmp_path / "build/main").splitlines()
    assert sum(map(float, scores)) == pytest.approx(1.0, abs=1e-4)
    assert last.startswith("node 1 is between: ")
    money = aidnet.datasets.load_east_west().network(unit="CNY")
    received = dict(line.rsplit(" ", 1) for line in run(tmp_path / "build/short").splitlines())
    strengths = aidnet.strength(money, mode="in").to_dict()
    assert {party: float(text) for party, text in received.items()} == pytest.approx(strengths)
    given = money.partners("dalian")
    lines = run(tmp_path / "build/ledger").splitlines()
    heads = [line.partition(":") for line in lines if not line.startswith(" ")]
    assert {party: float(text.split(",")[0]) for party, _, text in heads} == given.to_dict()
    behind = [flow for party in given.index for flow in money.flows_of("dalian", party).index]
    assert [line.split()[0] for line in lines if line.startswith(" ")] == behind


def test_add_subdirectory(tmp_path: Path) -> None:
    cmake_build(CONSUMERS / "add_subdirectory", tmp_path)
    run(tmp_path / "plain")
    run(tmp_path / "adapters")


@pytest.mark.skipif(not shutil.which("pkg-config"), reason="pkg-config is not installed")
def test_pkg_config(prefix: Path, tmp_path: Path) -> None:
    env = {"PKG_CONFIG_PATH": str(next(prefix.glob("**/aidnet.pc")).parent)}
    run(CONSUMERS / "pkg_config" / "build.sh", tmp_path / "plain", env={**env, "CXX": CXX})
    run(tmp_path / "plain")


def test_other_index_width_does_not_compile(prefix: Path) -> None:
    main = CONSUMERS / "find_package" / "main.cpp"
    command = [CXX, "-std=c++20", "-fsyntax-only", f"-I{prefix}/include", main]
    run(*command)
    assert "built with AIDNET_INDEX_64=0" in fails(*command, "-DAIDNET_INDEX_64=1")


def test_other_index_width_does_not_link(prefix: Path, library: Path, tmp_path: Path) -> None:
    include = tmp_path / "include"
    shutil.copytree(prefix / "include", include)
    config = include / "aidnet" / "core" / "config.hpp"
    text = config.read_text()
    config.write_text(text.replace("INDEX_64 0", "INDEX_64 1").replace("ABI i32", "ABI i64"))
    main = CONSUMERS / "find_package" / "main.cpp"
    message = fails(CXX, "-std=c++20", f"-I{include}", main, library, "-o", tmp_path / "program")
    assert "undefined reference" in message
    assert "i64" in message


def test_sdist_has_the_sources_and_nothing_else(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {member.name.partition("/")[2] for member in archive if member.isfile()}
    expected = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "pyproject.toml"}
    for folder in ["include", "src", "python"]:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix not in BUILT:
                expected.add(path.relative_to(ROOT).as_posix())
    assert expected <= names
    assert not {name.split("/")[0] for name in names} & {"build", ".venv", ".git", "dist", ".ci"}


def test_wheel_contents(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert wheel.name.startswith(f"aidnet-{aidnet.__version__}-")
    for name in ["py.typed", "_core.pyi", "include/aidnet/aidnet.hpp", "lib/libaidnet.a"]:
        assert f"aidnet/{name}" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    # Only the package, what NetworkX asks of it, and the metadata beside them.
    roots = {name.split("/")[0].partition("-")[0] for name in names}
    assert roots == {"aidnet", "_aidnet_nx"}


def test_wheel_works_in_a_fresh_environment(python: Path) -> None:
    code = "import aidnet; n = aidnet.from_edges(['a'], ['b']); print(aidnet.pagerank(n)['b'])"
    assert float(run(python, "-I", "-c", code)) == pytest.approx(0.925 / 1.425)
    where = run(python, "-I", "-c", "import aidnet; print(aidnet.__file__)")
    assert where.startswith(str(python.parents[1]))


def test_the_installed_command_works(python: Path, tmp_path: Path) -> None:
    command = python.with_name("aidnet")
    assert f"aidnet {aidnet.__version__}" in run(command, "--version").replace(",", "")
    assert "494" in run(command, "info", cwd=tmp_path)
    page = tmp_path / "report.html"
    run(command, "report", "--draws", "2", "-o", page, cwd=tmp_path)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "{{" not in text
    assert "Taijiang County Secondary Vocational School" in text


@pytest.mark.parametrize("way", ["find_package", "include"])
def test_cpp_against_the_wheel(python: Path, tmp_path: Path, way: str) -> None:
    ask = "import aidnet; print(aidnet.get_cmake_dir()); print(aidnet.get_include())"
    cmake_dir, include = map(Path, run(python, "-I", "-c", ask).split())
    if way == "find_package":
        cmake_build(CONSUMERS / "find_package", tmp_path, f"-Daidnet_DIR={cmake_dir}")
        run(tmp_path / "adapters")
    else:
        main = CONSUMERS / "find_package" / "main.cpp"
        link = [f"-L{include.parent / 'lib'}", "-laidnet", "-pthread"]
        run(CXX, "-std=c++20", f"-I{include}", main, *link, "-o", tmp_path / "plain")
    run(tmp_path / "plain")

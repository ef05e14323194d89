"""What several files of tests share and should make once."""

import os
from pathlib import Path

import pytest

from support.building import ROOT, OtherCore, cmake_build, run

if build := os.environ.get("AIDNET_CORE_BUILD_DIR"):  # with a sanitizer, say
    OtherCore(Path(build)).come_first()


@pytest.fixture(scope="session")
def prefix(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where ``cmake --install`` put the library; built here unless AIDNET_BUILD_DIR has it."""
    folder = tmp_path_factory.mktemp("prefix")
    build = Path(os.environ.get("AIDNET_BUILD_DIR") or tmp_path_factory.mktemp("build"))
    if not (build / "CMakeCache.txt").exists():
        cmake_build(ROOT, build, "-DAIDNET_BUILD_TESTS=OFF")
    run("cmake", "--install", build, "--prefix", folder)
    return folder

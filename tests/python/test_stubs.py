"""The committed stubs are what the generator makes of this build."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stubs")
    generator = ROOT / "python/bindings/make_stubs.py"
    subprocess.run([sys.executable, generator, folder], check=True, timeout=120)
    return folder


@pytest.mark.parametrize("name", ["measures.pyi", "_core.pyi"])
def test_stub_is_fresh(fresh: Path, name: str) -> None:
    committed = (ROOT / "python/aidnet" / name).read_text(encoding="utf-8")
    assert committed == (fresh / name).read_text(encoding="utf-8"), "run ./dev stubs"

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


@pytest.mark.parametrize(
    "path", ["aidnet/measures.pyi", "aidnet/_core.pyi", "_aidnet_nx/functions.py"]
)
def test_stub_is_fresh(fresh: Path, path: str) -> None:
    committed = (ROOT / "python" / path).read_text(encoding="utf-8")
    assert committed == (fresh / Path(path).name).read_text(encoding="utf-8"), "run ./dev stubs"

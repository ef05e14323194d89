"""NetworkX's own tests with every graph converted and every function served run by aidnet.

No test of NetworkX may fail, and none is marked by us as expected to. In every run its modules
about what aidnet serves, with AIDNET_DEEP all of them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

PARTS = [
    "assortativity/tests",
    "bipartite/tests/test_basic.py",
    "bipartite/tests/test_centrality.py",
    "centrality/tests",
    "community/tests/test_quality.py",
    "components/tests",
    "link_analysis/tests",
    "shortest_paths/tests/test_generic.py",
    "shortest_paths/tests/test_unweighted.py",
    "traversal/tests",
    "tree/tests/test_recognition.py",
    *(
        f"tests/test_{name}.py"
        for name in (
            "boundary",
            "bridges",
            "core",
            "cuts",
            "dag",
            "distance_measures",
            "dominating",
            "efficiency",
            "euler",
            "hierarchy",
            "isolate",
            "reciprocity",
            "regular",
            "smetric",
            "tournament",
            "wiener",
        )
    ),
]

FEWEST = 1500
"""So many tests are in these parts of NetworkX 3.6; a path that is not found is an error."""

OUTSIDE = [
    "classes/tests/test_function.py",
    "linalg/tests",
    "tests/test_convert_scipy.py",
    "tests/test_convert_numpy.py",
]


def suite(*paths: str, folder: Path) -> dict[str, int]:
    """Run these parts of NetworkX's suite and count what became of them."""
    environment = {
        **os.environ,
        "NETWORKX_TEST_BACKEND": "aidnet",
        "NETWORKX_FALLBACK_TO_NX": "1",
        "PYTHONWARNINGS": "",
    }
    environment.pop("PYTEST_ADDOPTS", None)
    workers = ["-n", os.environ.get("AIDNET_NUM_WORKERS", "2")]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *workers]
    done = subprocess.run(
        [*command, "--import-mode=importlib", "-c", os.devnull, "--rootdir", folder, *paths],
        env=environment,
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )
    counts = {what: int(n) for n, what in re.findall(r"(\d+) (\w+)", done.stdout.splitlines()[-1])}
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
    return counts


def test_the_suite_of_networkx(tmp_path: Path) -> None:
    root = Path(nx.__file__).parent
    if os.environ.get("AIDNET_DEEP"):
        paths, fewest = ["--pyargs", "networkx"], 5000
    else:
        parts = [root / "algorithms" / part for part in PARTS]
        parts += [root / part for part in OUTSIDE]
        paths, fewest = [str(path) for path in parts], FEWEST
    counts = suite(*paths, folder=tmp_path)
    assert counts.get("passed", 0) >= fewest, counts
    assert not {"failed", "error", "errors", "xpassed"} & set(counts), counts


@pytest.mark.parametrize("name", PARTS)
def test_the_parts_exist(name: str) -> None:
    assert (Path(nx.__file__).parent / "algorithms" / name).exists()

"""What the compiled part says, in the words of the package: labels for numbers, Python's names."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.errors import CycleError, UndefinedError, ValidationError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

NAMES = (
    (r"\bGraph::(\w+)", r"Network.\1"),
    (r"\b(Length|Capacity|Cost)::(\w+)", r"\1.\2"),
    (r"^CSR: ", "from_scipy: "),
)
"""What has one name in C++ and another one in Python."""


@contextmanager
def spoken(nodes: pd.Index) -> Iterator[None]:
    """Errors of the compiled part, inside, speak of nodes by label."""
    try:
        yield
    except CycleError as error:
        cycle = nodes.take(np.array(error.cycle, dtype=np.intp)).to_list()
        raise type(error)(in_words(nodes, str(error)), cycle) from None
    except (ValidationError, UndefinedError) as error:
        raise type(error)(in_words(nodes, str(error))) from None


def in_words(nodes: pd.Index | list[Any], message: str) -> str:
    """A message of the compiled part, which knows nodes by number: "node 5", "3 → 7"."""

    def label(number: str) -> str:
        return str(nodes[int(number)]) if int(number) < len(nodes) else number

    def labels(found: re.Match[str]) -> str:
        if found[1] is not None:
            return f"node {label(found[1])}"
        return " → ".join(map(label, found[0].split(" → ")))

    for pattern, name in NAMES:
        message = re.sub(pattern, name, message)
    return re.sub(r"\bnode (\d+)\b|\b\d+(?: → \d+)+\b", labels, message)

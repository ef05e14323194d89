"""What NetworkX is told of its backend aidnet when NetworkX is imported.

That happens in every program that uses NetworkX, with or without aidnet: nothing is imported here
but the table of functions, neither aidnet nor NumPy.
"""

from __future__ import annotations

from _aidnet_nx.functions import FUNCTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

THREADS = {
    "threads : int, optional": (
        "Most threads to use; by default all. The result is the same for any number."
    )
}


def get_info() -> dict[str, Any]:
    """What NetworkX shows in its own documentation: ``help(nx.pagerank)``, section Backends."""
    return {
        "backend_name": "aidnet",
        "project": "aidnet",
        "package": "aidnet",
        "short_summary": "Compiled and parallel, by a C++ library for donor-recipient networks.",
        "functions": {
            name: {"additional_docs": note, "additional_parameters": THREADS}
            for name, note in FUNCTIONS.items()
        },
    }

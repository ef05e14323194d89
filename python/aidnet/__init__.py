"""Donor-recipient networks: who helps whom, with what, and how much."""

import importlib as _importlib
import logging as _logging
import pathlib as _pathlib
import typing as _typing

from aidnet import datasets, errors
from aidnet._core import __version__
from aidnet._functions import unknown as _unknown
from aidnet.capacity import Capacity
from aidnet.cost import Cost
from aidnet.errors import (
    AidnetError,
    AidnetWarning,
    AmbiguousNameError,
    ConvergenceError,
    CycleError,
    LedgerError,
    NegativeCycleError,
    SizeError,
    UndefinedError,
    UnknownNodeError,
    UnknownPartyError,
    ValidationError,
)
from aidnet.ledger import Ledger
from aidnet.ledger_network import LedgerNetwork
from aidnet.length import Length
from aidnet.measures import *  # noqa: F403
from aidnet.measures import __all__ as _measures
from aidnet.network import Network, as_network, from_edges, from_networkx, from_scipy
from aidnet.quantity import Quantity, parse_quantity
from aidnet.ranking import rank_table
from aidnet.reading import read

if _typing.TYPE_CHECKING:
    from aidnet import export, plot, report

_logging.getLogger("aidnet").addHandler(_logging.NullHandler())


def get_include() -> str:
    """The folder of the C++ headers that this package installed."""
    return str(_prefix() / "include")


def get_cmake_dir() -> str:
    """The folder of aidnetConfig.cmake, for ``find_package(aidnet CONFIG)``."""
    return str(_prefix() / "lib" / "cmake" / "aidnet")


def __getattr__(name: str) -> _typing.Any:
    # Not everybody who imports aidnet draws or writes: these load when they are first named.
    if name in ("export", "plot", "report"):
        return _importlib.import_module(f"aidnet.{name}")
    raise _unknown(name, __all__)


def __dir__() -> list[str]:
    return sorted({*(name for name in globals() if name.startswith("__")), *__all__})


def _prefix() -> _pathlib.Path:
    from aidnet import _core

    return _pathlib.Path(_core.__file__).parent


__all__ = [  # noqa: PLE0604
    "AidnetError",
    "AidnetWarning",
    "AmbiguousNameError",
    "Capacity",
    "ConvergenceError",
    "Cost",
    "CycleError",
    "Ledger",
    "LedgerError",
    "LedgerNetwork",
    "Length",
    "NegativeCycleError",
    "Network",
    "Quantity",
    "SizeError",
    "UndefinedError",
    "UnknownNodeError",
    "UnknownPartyError",
    "ValidationError",
    "__version__",
    "as_network",
    "datasets",
    "errors",
    "export",
    "from_edges",
    "from_networkx",
    "from_scipy",
    "get_cmake_dir",
    "get_include",
    "parse_quantity",
    "plot",
    "rank_table",
    "read",
    "report",
    *_measures,
]

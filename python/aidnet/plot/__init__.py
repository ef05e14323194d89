"""Plots of networks and ledgers for notebooks and papers, on Matplotlib.

Each takes and returns Matplotlib Axes (new ones where none are given), draws in vectors, leaves
nothing to chance, and says in a note what it leaves out. Matplotlib is imported on first use.
"""

from __future__ import annotations

from aidnet.plot._fonts import MissingFontError
from aidnet.plot._map import map  # noqa: A004
from aidnet.plot._matrix import matrix
from aidnet.plot._network import network
from aidnet.plot._ranks import ranks
from aidnet.plot._sankey import sankey
from aidnet.plot._timeline import timeline

__all__ = ["MissingFontError", "map", "matrix", "network", "ranks", "sankey", "timeline"]

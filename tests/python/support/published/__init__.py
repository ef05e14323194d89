"""Values that others published, and where; `measures/test_published.py` compares them."""

from support.published import centrality, cores, distance, flows, groups, paths, structure, walks
from support.published.row import Row, is_numeric, numbers

ROWS = [
    *centrality.ROWS,
    *distance.ROWS,
    *walks.ROWS,
    *cores.ROWS,
    *structure.ROWS,
    *groups.ROWS,
    *paths.ROWS,
    *flows.ROWS,
]

__all__ = ["ROWS", "Row", "is_numeric", "numbers"]

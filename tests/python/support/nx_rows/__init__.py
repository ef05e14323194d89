"""How each function served is called and compared; what needs no arguments is not named."""

from __future__ import annotations

from support.nx_rows import centrality, flows, paths, structure

ROWS = centrality.ROWS | flows.ROWS | paths.ROWS | structure.ROWS

"""aidnet as a backend of NetworkX: ``nx.pagerank(G, backend="aidnet")``.

NetworkX loads `backend` by itself when it is first needed; nobody has to import this package. Each
module holds the functions of one family, as `aidnet.nx._serve.serves` enters them.
"""

from __future__ import annotations

from aidnet.nx._backend import make_backend

backend = make_backend()

__all__ = ["backend"]

"""NetworkX's graph that another form of it was read from, and whether it is still the same."""

from __future__ import annotations

import weakref
from abc import ABC, abstractmethod
from typing import Any


class Origin(ABC):
    """What remembers NetworkX's graph, without keeping it alive."""

    _read: weakref.ref[Any] | None = None
    _mark: object = None

    def read_from(self, graph: Any) -> None:
        """Mark NetworkX's cache on the graph, which every method that changes the graph clears."""
        cache = getattr(graph, "__networkx_cache__", None)
        if cache is not None:
            self._read = weakref.ref(graph)
            self._mark = cache.setdefault("aidnet", object())

    @property
    def read_graph(self) -> Any:
        """The graph that this was read from, be it the same or not; None if there is none left."""
        return self._read() if self._read else None

    @property
    def origin(self) -> Any:
        """NetworkX's graph that this was read from, as long as it is the same."""
        if not self._read:
            return self._to_networkx()
        graph = self.read_graph
        if graph is None or self.changed:
            raise NotImplementedError("the graph that was converted is gone or has changed")
        return graph

    @property
    def changed(self) -> bool:
        """Whether the graph that this was read from has been changed since."""
        graph = self.read_graph
        cache = getattr(graph, "__networkx_cache__", None) or {}
        return graph is not None and cache.get("aidnet") is not self._mark

    @abstractmethod
    def _to_networkx(self) -> Any:
        """A graph of NetworkX's made anew, where this was read from none."""

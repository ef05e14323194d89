"""Nodes by number, as the compiled part has them, and NetworkX's results by node."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aidnet.nx._rows import Array


class Labels:
    """The nodes of a graph in its order, and what comes back for them."""

    nodes: list[Any]
    numbers: dict[Any, int]
    directed: bool

    def __len__(self) -> int:
        return len(self.nodes)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.nodes)

    def __contains__(self, node: Any) -> bool:
        try:
            return node in self.numbers
        except TypeError:  # NetworkX's graphs, too, do not contain what cannot be hashed
            return False

    def number(self, node: Any) -> int:
        """The number of a node; NetworkX's error where it is none."""
        import networkx as nx

        try:
            return self.numbers[node]
        except KeyError:
            kind = "digraph" if self.directed else "graph"
            raise nx.NetworkXError(f"The node {node} is not in the {kind}.") from None

    def require(self, node: Any, message: str, error: str = "NodeNotFound") -> None:
        """NetworkX's error of that name, with this message, where it is no node."""
        if node not in self:
            import networkx as nx

            raise getattr(nx, error)(message)

    def marks(self, nodes: Iterable[Any]) -> Array:
        """True for each node that is among `nodes`; what is no node does not count."""
        marked = np.zeros(len(self), dtype=bool)
        marked[[self.numbers[node] for node in nodes if node in self]] = True
        return marked

    def bunch(self, nodes: Any) -> list[Any]:
        """The nodes of a bunch as NetworkX's nbunch_iter has it; all for None."""
        if nodes is None:
            return self.nodes
        if nodes in self:
            return [nodes]
        given = nodes
        try:
            given = list(nodes)
            return [node for node in given if node in self.numbers]
        except TypeError:
            import networkx as nx

            list(nx.Graph().nbunch_iter(given))  # has an error for what is no bunch
            raise

    def by_node(self, values: Array) -> dict[Any, Any]:
        """NetworkX's way to return one value a node."""
        return dict(zip(self.nodes, values.tolist(), strict=True))

    def of_bunch(self, nodes: Any, values: Array | list[Any]) -> Any:
        """One value a node, for a bunch of nodes or, where `nodes` is one, for it alone."""
        listed = values.tolist() if isinstance(values, np.ndarray) else values
        if nodes is not None and nodes in self:
            return listed[self.numbers[nodes]]
        return {node: listed[self.numbers[node]] for node in self.bunch(nodes)}

    def labels(self, numbers: Array) -> list[Any]:
        """The nodes with these numbers."""
        nodes = self.nodes
        return [nodes[k] for k in numbers.tolist()]

    def groups(self, group: Array, count: int) -> list[list[Any]]:
        """The nodes of each group 0 … count − 1, in their order."""
        order = np.argsort(group, kind="stable")
        return self._cut(self.labels(order), np.bincount(group, minlength=count))

    def groups_in_order(self, numbers: Array, group: Array) -> list[list[Any]]:
        """The nodes with these numbers, cut where `group`, which never falls, rises."""
        return self._cut(self.labels(numbers), np.bincount(group))

    @staticmethod
    def _cut(labels: list[Any], sizes: Array) -> list[list[Any]]:
        ends = np.cumsum(sizes).tolist()
        return [labels[a:b] for a, b in zip([0, *ends], ends, strict=False)]

"""
The compiled part of aidnet. Use the aidnet package, which adds labels.
"""
from __future__ import annotations
import numpy
import numpy.typing
import typing
__all__: list[str] = ['Graph', 'Length', 'measures', 'pairings_csv']
class Graph:
    """
    An immutable weighted graph on the nodes 0 … n − 1 (CSR).
    """
    @staticmethod
    def from_csr(indptr: numpy.ndarray, indices: numpy.ndarray, weights: typing.Annotated[numpy.typing.ArrayLike, numpy.float64], *, directed: bool) -> Graph:
        ...
    @staticmethod
    def from_edges(nodes: typing.SupportsInt | typing.SupportsIndex, source: numpy.ndarray, target: numpy.ndarray, weight: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None, *, directed: bool, sum_duplicates: bool, drop_zeros: bool) -> Graph:
        ...
    def find_entry(self, source: typing.SupportsInt | typing.SupportsIndex, target: typing.SupportsInt | typing.SupportsIndex) -> int:
        ...
    def quotient(self, groups: numpy.ndarray, group_count: typing.SupportsInt | typing.SupportsIndex) -> Graph:
        ...
    def reverse(self) -> Graph:
        ...
    def same_as(self, other: Graph) -> bool:
        ...
    def subgraph(self, nodes: numpy.ndarray) -> Graph:
        ...
    def to_undirected(self) -> Graph:
        ...
    @property
    def directed(self) -> bool:
        ...
    @property
    def edge_count(self) -> int:
        ...
    @property
    def entry_count(self) -> int:
        ...
    @property
    def indices(self) -> numpy.typing.NDArray[numpy.int32]:
        ...
    @property
    def indptr(self) -> numpy.typing.NDArray[numpy.int32]:
        ...
    @property
    def loop_count(self) -> int:
        ...
    @property
    def node_count(self) -> int:
        ...
    @property
    def total_weight(self) -> float:
        ...
    @property
    def weights(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
class Length:
    """
    How long each entry of one graph is.
    """
    @staticmethod
    def given(graph: Graph, values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> Length:
        ...
    @staticmethod
    def neg_log_share(graph: Graph, of: str) -> Length:
        ...
    @staticmethod
    def reciprocal(graph: Graph) -> Length:
        ...
    @staticmethod
    def unit() -> Length:
        ...
    def scaled(self, bits: typing.SupportsInt | typing.SupportsIndex) -> Length:
        ...
    @property
    def values(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
def pairings_csv() -> str:
    """
    The embedded table of pairings.
    """
__version__: str
measures: tuple[dict[str, typing.Any], ...]

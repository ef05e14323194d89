"""
The compiled part of aidnet. Use the aidnet package, which adds labels.
"""
from __future__ import annotations
import collections.abc
import numpy
import numpy.typing
import os
import typing
__all__: list[str] = ['Adjacency', 'Capacity', 'Cost', 'Graph', 'Ledger', 'LedgerNetwork', 'Length', 'Matcher', 'check_ledger', 'decimals_of', 'doubtful_columns', 'east_west', 'fold_name', 'ledger_dictionary', 'measures', 'pairings_csv', 'parse_quantity', 'power_iteration', 'similar_names']
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
    def in_units(self, graph: Graph, unit: typing.SupportsFloat | typing.SupportsIndex) -> Length:
        ...
    def scaled(self, bits: typing.SupportsInt | typing.SupportsIndex) -> Length:
        ...
    @property
    def values(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
class Capacity:
    """
    How much each entry of one graph can carry.
    """
    @staticmethod
    def given(graph: Graph, values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> Capacity:
        ...
    @staticmethod
    def of_weights(graph: Graph) -> Capacity:
        ...
    @property
    def values(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
class Cost:
    """
    What it costs to take one unit along each entry of one graph.
    """
    @staticmethod
    def given(graph: Graph, values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> Cost:
        ...
    @staticmethod
    def unit() -> Cost:
        ...
    @property
    def values(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
class Ledger:
    """
    The tables of a ledger, validated and immutable.
    """
    @staticmethod
    def from_columns(tables: list, *, descriptor: str, negative: str, max_problems: typing.SupportsInt | typing.SupportsIndex) -> Ledger:
        ...
    @staticmethod
    def read(path: os.PathLike | str | bytes, *, negative: str, max_problems: typing.SupportsInt | typing.SupportsIndex) -> Ledger:
        ...
    @staticmethod
    def read_files(files: collections.abc.Mapping[str, bytes], *, package: bool, negative: str, max_problems: typing.SupportsInt | typing.SupportsIndex) -> Ledger:
        ...
    def columns(self, table: str) -> list:
        ...
    def csv(self, table: str) -> bytes:
        ...
    def find(self, table: str, id: str) -> int:
        ...
    def ids(self, table: str) -> list:
        ...
    def listed(self, table: str) -> int:
        ...
    def rows(self, table: str) -> int:
        ...
    def write(self, folder: os.PathLike | str | bytes) -> None:
        ...
    @property
    def descriptor(self) -> str:
        ...
    @property
    def files(self) -> dict:
        ...
    @property
    def sides(self) -> list:
        ...
    @property
    def units(self) -> list:
        ...
class LedgerNetwork:
    """
    A network made of a ledger.
    """
    @staticmethod
    def key_from_resource(ledger: Ledger, resource: str, of_recipients: bool, options: dict) -> list[float]:
        ...
    @staticmethod
    def make(ledger: Ledger, options: dict) -> LedgerNetwork:
        ...
    def flows_of(self, entries: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex]) -> dict:
        ...
    def with_weights(self, which: str) -> Graph:
        ...
    @property
    def description(self) -> dict:
        ...
    @property
    def fates(self) -> tuple:
        ...
    @property
    def flow_counts(self) -> numpy.typing.NDArray[numpy.int32]:
        ...
    @property
    def graph(self) -> Graph:
        ...
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def nodes(self) -> tuple:
        ...
    @property
    def total(self) -> str:
        ...
    @property
    def unit(self) -> str:
        ...
    @property
    def unknown_counts(self) -> numpy.typing.NDArray[numpy.int32]:
        ...
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
class Matcher:
    """
    Finds rows of a ledger by id, code or name.
    """
    def __init__(self, ledger: Ledger, fold: collections.abc.Callable[[str], str]) -> None:
        ...
    def candidates(self, table: str | None, text: str, *, on: str, scheme: str | None) -> list:
        ...
    def find(self, table: str, text: str, *, on: str, scheme: str | None) -> tuple:
        ...
class Adjacency:
    """
    Neighbours in the order of NetworkX's dictionaries; parallel edges are one entry.
    """
    @staticmethod
    def read(rows: dict, numbers: dict, multigraph: bool, attributes: list) -> tuple:
        ...
    def __init__(self, indptr: numpy.ndarray, indices: numpy.ndarray) -> None:
        ...
    def astar_path(self, lengths: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None, source: typing.SupportsInt | typing.SupportsIndex, target: typing.SupportsInt | typing.SupportsIndex, heuristic: collections.abc.Callable[[int], typing.SupportsFloat | typing.SupportsIndex], cutoff: typing.SupportsFloat | typing.SupportsIndex) -> numpy.typing.NDArray[numpy.int32]:
        ...
    def bellman_ford(self, lengths: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None, whole: typing.Annotated[numpy.typing.ArrayLike, numpy.int8] | None, sources: typing.Annotated[numpy.typing.ArrayLike, numpy.int64], heuristic: bool) -> tuple[numpy.typing.NDArray[numpy.int32], numpy.typing.NDArray[numpy.float64], numpy.typing.NDArray[numpy.int8], numpy.typing.NDArray[numpy.int32], numpy.typing.NDArray[numpy.int32], int]:
        ...
    def biconnected(self) -> tuple[numpy.typing.NDArray[numpy.int32], numpy.typing.NDArray[numpy.int32], numpy.typing.NDArray[numpy.int32], numpy.typing.NDArray[numpy.int32]]:
        ...
    def breadth_first(self, sources: typing.Annotated[numpy.typing.ArrayLike, numpy.int64], depth_limit: typing.SupportsInt | typing.SupportsIndex) -> tuple[numpy.typing.NDArray[numpy.int32], numpy.typing.NDArray[numpy.int32], numpy.typing.NDArray[numpy.int32]]:
        ...
    def canonical_order(self) -> numpy.typing.NDArray[numpy.int32]:
        ...
    def crossing(self, values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None, from_: typing.Annotated[numpy.typing.ArrayLike, numpy.bool], to: typing.Annotated[numpy.typing.ArrayLike, numpy.bool]) -> float:
        ...
    def depth_first(self, roots: typing.Annotated[numpy.typing.ArrayLike, numpy.int64], depth_limit: typing.SupportsInt | typing.SupportsIndex, all_steps: bool) -> tuple[numpy.typing.NDArray[numpy.int32], numpy.typing.NDArray[numpy.int32], numpy.typing.NDArray[numpy.int8]]:
        ...
    def dijkstra(self, lengths: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None, whole: typing.Annotated[numpy.typing.ArrayLike, numpy.int8] | None, sources: typing.Annotated[numpy.typing.ArrayLike, numpy.int64], target: typing.SupportsInt | typing.SupportsIndex, cutoff: typing.SupportsFloat | typing.SupportsIndex) -> tuple[numpy.typing.NDArray[numpy.int32], numpy.typing.NDArray[numpy.int32], numpy.typing.NDArray[numpy.float64], numpy.typing.NDArray[numpy.int8]]:
        ...
    def graph(self, values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64], directed: bool) -> Graph:
        ...
    def meeting_dijkstra(self, back: Adjacency, lengths: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None, back_lengths: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None, whole: typing.Annotated[numpy.typing.ArrayLike, numpy.int8] | None, back_whole: typing.Annotated[numpy.typing.ArrayLike, numpy.int8] | None, source: typing.SupportsInt | typing.SupportsIndex, target: typing.SupportsInt | typing.SupportsIndex, hidden: typing.Annotated[numpy.typing.ArrayLike, numpy.bool] | None = None, hidden_first: typing.Annotated[numpy.typing.ArrayLike, numpy.bool] | None = None) -> tuple[numpy.typing.NDArray[numpy.int32], float, bool]:
        ...
    def meeting_path(self, back: Adjacency, source: typing.SupportsInt | typing.SupportsIndex, target: typing.SupportsInt | typing.SupportsIndex, hidden: typing.Annotated[numpy.typing.ArrayLike, numpy.bool] | None = None, hidden_first: typing.Annotated[numpy.typing.ArrayLike, numpy.bool] | None = None) -> numpy.typing.NDArray[numpy.int32]:
        ...
    def period(self) -> int:
        ...
    def reached(self, from_: typing.Annotated[numpy.typing.ArrayLike, numpy.bool]) -> numpy.typing.NDArray[numpy.int8]:
        ...
    def reversed(self) -> Adjacency:
        ...
    def strong_components(self) -> tuple[numpy.typing.NDArray[numpy.int32], int]:
        ...
    def topological_generations(self) -> tuple[numpy.typing.NDArray[numpy.int32], numpy.typing.NDArray[numpy.int32]]:
        ...
    def totals(self, values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None = None) -> tuple[numpy.typing.NDArray[numpy.float64], numpy.typing.NDArray[numpy.float64], numpy.typing.NDArray[numpy.float64]]:
        ...
    def two_colors(self, back: Adjacency) -> typing.Any:
        ...
    def voterank(self, directed: bool, count: typing.SupportsInt | typing.SupportsIndex) -> numpy.typing.NDArray[numpy.int32]:
        ...
    @property
    def copies(self) -> numpy.typing.NDArray[numpy.int32]:
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
def check_ledger(ledger: Ledger, *, about: typing.SupportsFloat | typing.SupportsIndex | None, nearly: typing.SupportsFloat | typing.SupportsIndex | None) -> list:
    """
    What a reader should know of a ledger before believing its sums.
    """
def decimals_of(unit: str) -> int:
    """
    How many decimals the amounts of a unit have.
    """
def doubtful_columns(ledger: Ledger) -> list:
    ...
def east_west() -> Ledger:
    """
    The embedded East-West ledger.
    """
def fold_name(name: str) -> str:
    """
    Width, case, spaces, dashes and quotes to one form.
    """
def ledger_dictionary() -> list:
    """
    The data dictionary: (table, column, description).
    """
def pairings_csv() -> str:
    """
    The embedded table of pairings.
    """
def parse_quantity(text: str) -> tuple[typing.Any, typing.Any, typing.Any, str, str]:
    """
    (value, lower, upper, qualifier, unit) of a figure; numbers as text.
    """
def power_iteration(graph: Graph, *, start: typing.Annotated[numpy.typing.ArrayLike, numpy.float64], constant: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None, shift: typing.SupportsFloat | typing.SupportsIndex, factor: typing.SupportsFloat | typing.SupportsIndex, unit: bool, max_iterations: typing.SupportsInt | typing.SupportsIndex, tolerance: typing.SupportsFloat | typing.SupportsIndex, threads: typing.SupportsInt | typing.SupportsIndex) -> typing.Any:
    """
    NetworkX's power methods, step for step; None without convergence.
    """
def similar_names(ledger: Ledger, fold: collections.abc.Callable[[str], str]) -> list:
    """
    Sets of rows that may be one and the same.
    """
__version__: str
measures: tuple[dict[str, typing.Any], ...]

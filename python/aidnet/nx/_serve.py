"""The table of functions that aidnet serves to NetworkX, and how a call reaches one."""

from __future__ import annotations

import enum
import inspect
from functools import cached_property
from operator import attrgetter
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from aidnet._messages import in_words
from aidnet.errors import SizeError, UndefinedError, ValidationError
from aidnet.nx._conversion import view
from aidnet.nx._kernels import using

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SERVED: dict[str, Served] = {}
"""By NetworkX's dispatch name; `serves` fills it."""


class Work(enum.Enum):
    """How much NetworkX's own function does, which says when a conversion pays.

    Measured by benchmarks/nx_backend.py: a call costs 0.1 ms and 0.2 microseconds an edge to
    convert, a visit of an edge in Python about as much, a call that makes sets or subgraphs of what
    it visits several times that.
    """

    ONE_VISIT = "NetworkX is through before the graph is converted"
    MANY_VISITS = "the graph is so small that NetworkX is as fast"
    SORTED_VISITS = "NetworkX is through a small graph before it is converted"
    ALL_PAIRS = "the graph is so small that NetworkX is faster"
    MATRICES = "the graph is so small that NetworkX's matrices are faster"

    def pays(self, nodes: int, edges: int) -> bool:
        """Whether converting a graph of this size and running takes less time than NetworkX."""
        least = {
            Work.MANY_VISITS: 100,
            Work.SORTED_VISITS: 2000,
            Work.ALL_PAIRS: 60,
            Work.MATRICES: 800,
        }
        return self in least and nodes + edges >= least[self]


class Served:
    """One function: the call by NetworkX's signature, whichever is installed."""

    def __init__(
        self,
        name: str,
        function: Callable[..., Any],
        work: Work,
        where: str,
        ignores: tuple[str, ...],
        refuses: Callable[[Any], str | None] | None,
        few: tuple[str, ...],
    ) -> None:
        self.name = name
        self.work = work
        self.note = (function.__doc__ or "").partition("\n")[0]
        self.family = function.__module__
        self._function = function
        self.where = where
        self._refuses = refuses
        self._few = few
        self._known = list(inspect.signature(function).parameters)[1:]
        self._settled = {*self._known, *ignores, "threads"}

    @cached_property
    def signature(self) -> inspect.Signature:
        """That of the installed NetworkX, whose defaults and order of arguments count."""
        import networkx as nx

        return inspect.signature(attrgetter(self.where)(nx))

    def bind(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> dict[str, Any]:
        """All arguments by name, with NetworkX's defaults; the graph comes first."""
        bound = self.signature.bind(*args, **kwargs)
        bound.apply_defaults()
        arguments = dict(bound.arguments)
        arguments.pop("backend", None)
        extra: dict[str, Any] = arguments.pop("backend_kwargs", {})
        return arguments | extra

    def objection(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> str | None:
        """Why these arguments are left to NetworkX; None if they are not."""
        try:
            return self._objection_to(self.bind(args, kwargs))
        except TypeError as error:
            return str(error)

    def _objection_to(self, arguments: dict[str, Any]) -> str | None:
        for name in list(arguments)[1:]:
            if name in self._settled:
                continue
            if name not in self.signature.parameters:
                return f"there is no argument {name!r}"
            default = self.signature.parameters[name].default
            if not _same(arguments[name], default):
                return f"aidnet takes no other {name} than {default!r}"
        return self._refuses(SimpleNamespace(**arguments)) if self._refuses else None

    def asks_for_few(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> bool:
        """Whether the call names some nodes, where aidnet calculates all."""
        arguments = self.bind(args, kwargs)
        return any(arguments[name] is not None for name in self._few)

    def graph(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
        """The graph among the arguments."""
        return next(iter(self.bind(args, kwargs).values()))

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        arguments = self.bind(args, kwargs)
        if objection := self._objection_to(arguments):
            raise NotImplementedError(f"aidnet does not serve this: {objection}")
        graph = view(next(iter(arguments.values())))
        known = {name: arguments[name] for name in self._known if name in arguments}
        with using(arguments.get("threads")):
            try:
                return self._function(graph, **known)
            except (ValidationError, UndefinedError, SizeError) as error:
                reason = in_words(graph.nodes, str(error))
                raise NotImplementedError(f"aidnet does not serve this: {reason}") from error


def _same(value: Any, default: Any) -> bool:
    plain = isinstance(value, str | int | float) and type(value) is type(default)
    return value is default or (plain and bool(value == default))


def serves(
    work: Work = Work.ONE_VISIT,
    *,
    name: str = "",
    where: str = "",
    ignores: tuple[str, ...] = (),
    refuses: Callable[[Any], str | None] | None = None,
    few: tuple[str, ...] = (),
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Enter a function into the table.

    It gets an `NxGraph` and, by name, those of NetworkX's arguments that it declares; any other
    argument must have its default for aidnet to take the call, unless it `ignores` it because it
    makes no difference. `name` is the dispatch name and `where` the path in the networkx package,
    each by default the function's own name; `refuses` looks at all arguments (graphs unconverted)
    and says why not, or None. `few` are arguments that name nodes, where aidnet works for all.
    """

    def enter(function: Callable[..., Any]) -> Callable[..., Any]:
        dispatched = name or function.__name__
        SERVED[dispatched] = Served(
            dispatched, function, work, where or function.__name__, ignores, refuses, few
        )
        return function

    return enter

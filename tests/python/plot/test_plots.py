"""What holds for every plot: import, outputs, examples, axes of all kinds, and figures closed."""

from __future__ import annotations

import doctest
import importlib
import inspect
import io
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import matplotlib.pyplot as plt
import pytest

import aidnet
import aidnet.plot
from aidnet._words import table
from aidnet.plot import _words
from aidnet.ranking import rank_table
from support.artists import SMALL, by_gid, drawn, extents, legend_of, note_of, outside, overlaps
from support.ledgers import ROOT, ledger_of

if TYPE_CHECKING:
    from collections.abc import Callable

MONEY = SMALL.network(unit="CNY")
AT = {"a": (120.0, 30.0), "b": (110.0, 40.0), "c": (104.0, 30.0), "d": (100.0, 26.0)}

PLOTS: dict[str, Callable[..., Any]] = {
    "network": lambda ax: aidnet.plot.network(MONEY, ax),
    "sankey": lambda ax: aidnet.plot.sankey(MONEY, ax),
    "map": lambda ax: aidnet.plot.map(MONEY, ax, coordinates=AT),
    "matrix": lambda ax: aidnet.plot.matrix(MONEY, ax),
    "ranks": lambda ax: aidnet.plot.ranks(rank_table(MONEY, ["strength"], draws=5), ax),
    "timeline": lambda ax: aidnet.plot.timeline(MONEY, ax),
}
EACH = pytest.mark.parametrize("name", list(PLOTS))


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_every_plot_is_here() -> None:
    assert set(PLOTS) == set(aidnet.plot.__all__) - {"MissingFontError"}


def test_import_loads_no_matplotlib() -> None:
    loaded = run("import aidnet, aidnet.plot, sys; print(*sys.modules)").split()
    assert "aidnet.plot" in loaded
    assert not {"matplotlib", "pandas", "scipy"} & set(loaded)


def test_without_matplotlib_the_error_says_what_to_install() -> None:
    code = """
import sys
sys.modules["matplotlib"] = None
import aidnet, aidnet.plot
try:
    aidnet.plot.network(aidnet.from_edges(["a"], ["b"]))
except ImportError as error:
    print(error)
"""
    assert "pip install 'aidnet[plot]'" in run(code)


@EACH
def test_new_axes_and_given_ones(name: str) -> None:
    ax = PLOTS[name](None)
    assert plt.get_fignums() == [ax.figure.number]
    plt.close(ax.figure)
    figure, axes = plt.subplots(1, 2, figsize=(12, 5))
    assert PLOTS[name](axes[1]) is axes[1]
    assert plt.get_fignums() == [figure.number]
    whole = plt.figure(figsize=(12, 5), layout="constrained")
    own = whole.subfigures(1, 2)[0].subplots()
    assert PLOTS[name](own) is own
    drawn(own)
    plt.close("all")
    assert plt.get_fignums() == []


def test_panels_in_a_layout() -> None:
    """What has names beside it is drawn first; the others then keep the size they are made for."""
    order = ("matrix", "ranks", "timeline", "map", "sankey", "network")
    figure, axes = plt.subplots(2, 3, figsize=(15, 10), layout="constrained")
    made = {name: PLOTS[name](ax) for name, ax in zip(order, axes.flat, strict=True)}
    before = {name: made[name].get_window_extent().bounds for name in order[3:]}
    figure.canvas.draw()
    for name, bounds in before.items():
        assert made[name].get_window_extent().bounds == pytest.approx(bounds, rel=0.03), name
        boxes = extents(made[name], ("name-", "note"))
        assert overlaps(boxes) == []
        assert outside(made[name], boxes) == []


@EACH
def test_figures_without_pyplot(name: str) -> None:
    """As in a program with windows or a web server of its own."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 5))
    PLOTS[name](figure.subplots())
    assert plt.get_fignums() == []
    out = io.BytesIO()
    figure.savefig(out, format="pdf")
    assert out.getvalue().startswith(b"%PDF")


@EACH
def test_vector_output_holds_no_picture(name: str) -> None:
    ax = PLOTS[name](None)
    svg, pdf = io.StringIO(), io.BytesIO()
    ax.figure.savefig(svg, format="svg")
    ax.figure.savefig(pdf, format="pdf", metadata={"CreationDate": None})
    images = svg.getvalue().count("<image")
    assert images == (1 if name == "matrix" else 0)  # the colour bar's gradient
    assert len(pdf.getvalue()) > 5000


@EACH
def test_the_same_data_give_the_same_bytes(name: str) -> None:
    def svg() -> str:
        ax = PLOTS[name](None)
        out = io.StringIO()
        with plt.rc_context({"svg.hashsalt": "x"}):
            ax.figure.savefig(out, format="svg", metadata={"Date": None})
        plt.close(ax.figure)
        return out.getvalue()

    assert svg() == svg()


@EACH
def test_no_setting_of_matplotlib_is_changed(name: str) -> None:
    before = dict(plt.rcParams)
    PLOTS[name](None)
    assert dict(plt.rcParams) == before


@EACH
def test_drawing_twice_into_the_same_axes_leaves_one_note(name: str) -> None:
    _, ax = plt.subplots()
    PLOTS[name](ax)
    assert len([text for text in ax.texts if text.get_gid() == "note"]) <= 1


@EACH
def test_examples_run_and_options_are_documented(name: str) -> None:
    module = importlib.import_module(f"aidnet.plot._{name}")
    function = getattr(aidnet.plot, name)
    text = inspect.getdoc(function) or ""
    for section in ("Parameters", "Returns", "Examples"):
        assert f"\n{section}\n---" in text, section
    for option in inspect.signature(function).parameters:
        assert re.search(rf"^\**{option}\b.*$", text, re.MULTILINE), option
    found = doctest.DocTestFinder().find(function, name, module)
    results = doctest.DocTestRunner().run(found[0])
    assert (results.failed, results.attempted > 2) == (0, True)


def test_the_page_on_plots_runs() -> None:
    """Every plot is shown there, and what is shown works."""
    page = (ROOT / "docs/plots.md").read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"```python\n(.*?)```", page, re.DOTALL))
    for name in PLOTS:
        assert f"plot.{name}(" in code, name
    assert "savefig" in code
    saved: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("matplotlib.figure.Figure.savefig", lambda _, path: saved.append(str(path)))
        exec(compile(code, "docs/plots.md", "exec"), {})  # noqa: S102
    assert saved


@EACH
def test_gids_are_unique(name: str) -> None:
    assert by_gid(PLOTS[name](None), "") is not None


@pytest.mark.parametrize("name", ["network", "sankey", "map", "matrix"])
def test_edges_that_may_be_more_are_counted(name: str) -> None:
    """Of two flows one states its amount; where flows are counted, nothing is missing."""
    ledger = ledger_of("donor recipient value; a b 5; a b .; b c 2")
    options = {"coordinates": AT} if name == "map" else {}
    plot = getattr(aidnet.plot, name)
    told = "Edges that may be more, as some of their flows state no amount: 1."
    assert told in note_of(plot(ledger.network(), **options))
    assert "may be more" not in note_of(plot(ledger.network(weight="count"), **options))


def test_short_units_stand_upright() -> None:
    ax = aidnet.plot.timeline(SMALL, unit="CNY", language="zh")
    assert (ax.get_ylabel(), ax.yaxis.label.get_rotation()) == ("元", 0)
    ax = aidnet.plot.timeline(SMALL, unit="CNY")
    assert (ax.get_ylabel(), ax.yaxis.label.get_rotation()) == ("CNY", 90)


def test_short_units_stand_beside_their_numbers() -> None:
    """On the left of a timeline and on the right of a colour bar."""
    timeline = aidnet.plot.timeline(SMALL, weight="count", language="zh")
    matrix = aidnet.plot.matrix(MONEY, language="zh")
    for ax, unit in ((timeline, "笔数"), (matrix.child_axes[0], "元")):
        renderer = drawn(ax)
        assert ax.get_ylabel() == unit
        label = ax.yaxis.label.get_window_extent(renderer)
        numbers = [text.get_window_extent(renderer) for text in ax.get_yticklabels()]
        left = unit == "笔数"
        beside = label.x1 <= min(box.x0 for box in numbers) + 1
        assert beside if left else label.x0 >= max(box.x1 for box in numbers) - 1
        assert 0 <= label.x0 < label.x1 <= ax.figure.bbox.x1 + 1


def test_every_word_has_both_languages() -> None:
    words = {key: both for key, both in table().items() if key.startswith("plot.")}
    assert len(words) > 40
    for key, (english, chinese) in words.items():
        assert english, key
        bare = re.sub(r"\{\w+\}", "", chinese)
        assert not bare or any(_words.is_chinese(sign) for sign in bare), key
        holes = [sorted(re.findall(r"\{(\w+)\}", text)) for text in (english, chinese)]
        assert holes[0] == holes[1], key


def test_every_word_is_said_somewhere() -> None:
    """And what is said is in the table."""
    code = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "python/aidnet/plot").glob("*.py")
    )
    words = {key.removeprefix("plot.") for key in table() if key.startswith("plot.")}
    assert {key for key in words if f'"{key}"' not in code} == set()
    said = set(re.findall(r'\bsay\(\s*(?:\w+, )?"(\w+)"', code))
    assert len(said) > 15
    assert said <= words


@pytest.mark.parametrize("language", ["en", "zh"])
def test_all_plots_speak_both_languages(language: str) -> None:
    """Of a ledger with every sign that a plot can need."""
    for draw in (
        lambda: aidnet.plot.network(MONEY, language=language),
        lambda: aidnet.plot.sankey(MONEY, middle="resource", top=2, language=language),
        lambda: aidnet.plot.map(MONEY, coordinates=AT, language=language),
        lambda: aidnet.plot.matrix(MONEY, language=language),
        lambda: aidnet.plot.timeline(MONEY, by="resource", language=language),
        lambda: aidnet.plot.ranks(rank_table(MONEY, ["strength"], draws=5), language=language),
    ):
        ax = draw()
        told = " ".join([note_of(ax), *legend_of(ax)])
        assert any(_words.is_chinese(sign) for sign in told) == (language == "zh"), told


@pytest.mark.parametrize("name", ["network", "sankey", "matrix", "ranks", "timeline", "map"])
def test_axes_that_hold_nothing_have_no_frame(name: str) -> None:
    nothing = aidnet.from_edges([], [])
    made = {
        "map": lambda: aidnet.plot.map(nothing, coordinates={}),
        "ranks": lambda: aidnet.plot.ranks(rank_table(MONEY, ["strength"], draws=5).iloc[:0]),
        "timeline": lambda: aidnet.plot.timeline(ledger_of("donor recipient value; a b 3")),
    }
    ax = made.get(name, lambda: getattr(aidnet.plot, name)(nothing))()
    assert [text.get_text() for text in ax.texts if text.get_gid() is None] in (
        ["no flows"], ["no ranks"],
    )  # fmt: skip
    assert not ax.axison or not any(side.get_visible() for side in ax.spines.values())
    assert (ax.get_xlabel(), ax.get_ylabel(), len(ax.get_xticks())) == ("", "", 0)


WRONG = [
    ("network", {"fontsize": 0}, "fontsize is 0; a number above zero"),
    ("network", {"max_width": -1}, "max_width is -1; a number above zero"),
    ("network", {"max_width": float("nan")}, "max_width is nan"),
    ("network", {"scale": float("inf")}, "scale is inf; a number above zero"),
    ("network", {"mode": "both"}, "mode is 'both'; it must be one of"),
    ("network", {"labels": -1}, "labels is -1; 0 or more"),
    ("network", {"language": "de"}, "language is 'de'; it must be one of 'en', 'zh'"),
    ("network", {"positions": dict.fromkeys("abcd", (0, "up"))}, "two numbers were expected"),
    ("map", {"scale": 0}, "scale is 0; a number above zero"),
    ("sankey", {"top": 0}, "top is 0; 1 or more"),
    ("matrix", {"nodes": "some"}, "nodes is 'some'; it must be one of"),
    ("matrix", {"order": ["strength"]}, "order is .'strength'.; it must be one of"),
    ("ranks", {"top": 0}, "top is 0; 1 or more"),
    ("timeline", {"by": "colour"}, "no column 'colour'"),
    ("timeline", {"by": "amount"}, "no column 'amount'"),
]
TYPES = [
    ("network", {"labels": 2.5}, "labels must be a whole number, not 2.5"),
    ("network", {"labels": True}, "labels must be a whole number, not True"),
    ("network", {"labels": "a"}, "labels must be a whole number, not 'a'"),
    ("network", {"positions": [(0, 0)]}, "positions must be a mapping by node, not list"),
    ("network", {"scale": "5"}, "scale must be a number, not '5'"),
    ("network", {"ax": "figure"}, "ax must be Matplotlib Axes, not str"),
    ("sankey", {"top": 2.0}, "top must be a whole number, not 2.0"),
    ("sankey", {"fontsize": "small"}, "fontsize must be a number, not 'small'"),
    ("ranks", {"top": "all"}, "top must be a whole number, not 'all'"),
    ("timeline", {"by": ["status"]}, "by must be a str"),
    ("timeline", {"ax": 3}, "ax must be Matplotlib Axes, not int"),
]


def drawn_with(name: str, options: dict[str, Any]) -> None:
    data = rank_table(MONEY, ["strength"], draws=5) if name == "ranks" else MONEY
    more = {"coordinates": AT} if name == "map" else {}
    getattr(aidnet.plot, name)(data, **more, **options)


@pytest.mark.parametrize(("name", "options", "message"), WRONG)
def test_wrong_options_are_refused(name: str, options: dict[str, Any], message: str) -> None:
    with pytest.raises(aidnet.ValidationError, match=message):
        drawn_with(name, options)
    assert plt.get_fignums() == []  # nothing is begun and left


@pytest.mark.parametrize(("name", "options", "message"), TYPES)
def test_wrong_types_are_refused(name: str, options: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        drawn_with(name, options)
    assert plt.get_fignums() == []


@pytest.mark.parametrize("name", ["network", "sankey", "map", "matrix"])
def test_what_is_no_network_is_refused(name: str) -> None:
    plot = getattr(aidnet.plot, name)
    for data in ("abc", None, 3, {"a": 1}):
        with pytest.raises((TypeError, aidnet.AidnetError)):
            plot(data)
    with pytest.raises((TypeError, aidnet.AidnetError), match=r"[Nn]etwork"):
        plot(SMALL)
    assert plt.get_fignums() == []


def test_weights_that_are_no_numbers_are_refused() -> None:
    import networkx as nx

    graph = nx.DiGraph()
    graph.add_edge("a", "b", weight=float("nan"))
    for plot in (aidnet.plot.network, aidnet.plot.sankey, aidnet.plot.matrix):
        with pytest.raises(aidnet.ValidationError, match=r"nan|finite"):
            plot(graph)


def test_networks_without_bounds_are_exact() -> None:
    """A plain network of the same weights has neither tones nor signs of what is uncertain."""
    net = SMALL.network(unit="CNY")
    plain = aidnet.from_edges(
        net.edges["source"], net.edges["target"], net.edges["weight"], nodes=net.nodes
    )
    for draw in (
        aidnet.plot.network, aidnet.plot.sankey, aidnet.plot.matrix,
        lambda one: aidnet.plot.map(one, coordinates=AT),
    ):  # fmt: skip
        told = set(legend_of(draw(net))) - set(legend_of(draw(plain)))
        assert {"no amount stated", "no upper bound"} <= told
        assert not {"at least", "at most", "stated"} & set(legend_of(draw(plain)))
        assert "zero" in legend_of(draw(plain))


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (3_250_000, "3.25 million", "325万"),
        (2_598_000, "2.598 million", "259.8万"),
        (20_582, "20,582", "20,582"),
        (120_000, "120,000", "12万"),
        (30_838_000, "30.84 million", "3084万"),
        (1.8e9, "1.8 billion", "18亿"),
        (14978.1, "14,978", "14,978"),
        (0.25, "0.25", "0.25"),
        (0, "0", "0"),
        (-4000, "−4,000", "−4,000"),
        (float("inf"), "∞", "∞"),
    ],
)
def test_amounts(value: float, english: str, chinese: str) -> None:
    assert _words.amount("en", value) == english
    assert _words.amount("zh", value) == chinese


@pytest.mark.parametrize(
    ("bounds", "english", "chinese"),
    [
        ((5, 5, 5), "5", "5"),
        ((6.4e6, 6.4e6, 6.5e6), "6.4–6.5 million", "640–650万"),
        ((1e6, 1e6, float("inf")), "≥ 1 million", "≥ 100万"),
        ((9.5e5, 1e6, 1.2e6), "1 million (950,000–1.2 million)", "100万 (95–120万)"),
        ((9500, 10000, 12000), "10,000 (9,500–12,000)", "10,000 (9,500–12,000)"),
        ((0, 4000, 4000), "0–4,000", "0–4,000"),
        ((2, 5, float("inf")), "5 (≥ 2)", "5 (≥ 2)"),
    ],
)
def test_intervals(bounds: tuple[float, float, float], english: str, chinese: str) -> None:
    assert _words.interval("en", *bounds) == english
    assert _words.interval("zh", *bounds) == chinese


@pytest.mark.parametrize("name", ["network", "map"])
def test_sizes_stand_for_no_amount_where_none_is_stated(name: str) -> None:
    ledger = ledger_of(
        "donor recipient value unit; a x . CNY",
        parties="party place; a A; x X",
        places="place longitude latitude; A 120 30; X 100 30",
    )
    ax = getattr(aidnet.plot, name)(ledger.network(unit="CNY"))
    assert "no amount stated" in legend_of(ax)
    assert not [text.get_text() for text in ax.texts if "smallest" in text.get_text()]


@pytest.mark.parametrize("name", ["matrix", "ranks"])
@pytest.mark.parametrize("long", ["a" * 120, "a" * 400, "字" * 130])
def test_names_without_spaces_leave_room(name: str, long: str) -> None:
    net = aidnet.from_edges([f"{long}1", f"{long}2"], ["x", "y"], [9.0, 1.0])
    given = rank_table(net, ["strength"], mode="out", draws=1) if name == "ranks" else net
    ax = getattr(aidnet.plot, name)(given)
    drawn(ax)  # a layout without room warns, which is an error here
    assert ax.get_position().width > 0.3
    assert [text.get_text()[-1] for text in ax.get_yticklabels()] == ["1", "2"]
    assert all("…" in text.get_text() for text in ax.get_yticklabels())

"""What the page shows is what the API says: totals, ranks, statements behind a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import aidnet

if TYPE_CHECKING:
    from support.browser import Page

VIEWS = [
    ("CNY", "*", "*"), ("CNY", "funding", "*"), ("CNY", "*", "2020"), ("person", "*", "*"),
    ("person", "training", "2018"), ("count", "*", "*"), ("count", "service", "2020"),
]  # fmt: skip


def network(ledger: aidnet.Ledger, view: tuple[str, str, str], **more: Any) -> Any:
    lens, resource, year = view
    options: dict[str, Any] = {"weight": "count"} if lens == "count" else {"unit": lens}
    if resource != "*":
        options["resource"] = resource
    if year != "*":
        options |= {"period": int(year), "spread": "equal"}
    return ledger.network(**options, **more)


def address(view: tuple[str, str, str], more: str = "") -> str:
    return "lang=en&lens={}&resource={}&year={}".format(*view) + more


def show_all(page: Page, table: str) -> None:
    """Show all rows of a table; the last button below it does, if there are more."""
    page.run(
        "[...document.querySelectorAll(arguments[0])].at(-1)?.click()",
        f".table-box:has(#table-{table}) > .table-foot .page",
    )


def values(page: Page, selector: str) -> list[float]:
    return [float(value) for value in page.attributes(selector, "data-value")]


@pytest.mark.parametrize("view", VIEWS, ids="-".join)
def test_totals_and_ranks_are_those_of_the_network(
    page: Page, east_west: aidnet.Ledger, view: tuple[str, str, str]
) -> None:
    page.open(address(view, "&level=province"))
    net = network(east_west, view, level="province")
    told = net.describe()
    figures = values(page, "#holdings .stats .n")
    if view[0] == "count":
        assert figures[0] == told["used"]
    else:
        expected = [float(told["total"]), told["used"], told["missing"], told["unbounded"]]
        assert figures[:4] == pytest.approx(expected)
    assert values(page, ".used .n") == [told["used"]]

    for table, mode in (("donors", "out"), ("recipients", "in")):
        strength = aidnet.strength(net, mode=mode)
        ends = net.edges["source" if mode == "out" else "target"]
        # Who has only ties without an amount is listed too, but not with a 0.
        stated = (net.edges["unknown"] < net.edges["flows"]) | (view[0] == "count")
        known = set(ends[stated])
        everyone = strength[strength.index.isin(set(ends))].sort_values(ascending=False)
        strength = everyone[everyone.index.isin(known)]
        show_all(page, f"rank-{table}")
        rows = page.texts(f"#table-rank-{table} tbody th .d")
        cells = f"#table-rank-{table} td:nth-child(2) .n"
        amounts = values(page, f"{cells}[data-value]")
        assert amounts == pytest.approx(strength.tolist())
        assert page.count(cells) == len(everyone)
        assert page.texts(f"{cells}:not([data-value])") == (
            ["not stated"] * (len(everyone) - len(strength))
        )
        labels = net.with_names("en").nodes
        given = page.attributes(cells, "data-value")
        shown = {row: float(one) for row, one in zip(rows, given, strict=True) if one is not None}
        for node, amount in strength.items():
            name = labels[net.nodes.get_loc(node)].removesuffix(f" ({node})")
            if rows.count(name) == 1:
                assert shown[name] == pytest.approx(amount), name


@pytest.mark.parametrize("view", VIEWS[:4], ids="-".join)
def test_tables_behind_charts_have_every_edge(
    page: Page, east_west: aidnet.Ledger, view: tuple[str, str, str]
) -> None:
    page.open(address(view))
    net = network(east_west, view)
    page.click("#figure-network figcaption button")
    show_all(page, "network")
    edges = net.edges
    assert page.count("#table-network tbody tr") == len(edges)
    stated = edges[(edges["weight"] > 0) | (edges["unknown"] == 0)]
    shown = values(page, "#table-network td:nth-child(3) .n")
    assert sorted(shown) == pytest.approx(sorted(stated["weight"]))
    counts = values(page, "#table-network td:last-child .n")
    assert sorted(counts) == sorted(edges["flows"].tolist())


def test_a_number_opens_exactly_the_statements_behind_it(
    page: Page, east_west: aidnet.Ledger
) -> None:
    page.open("lang=en&lens=CNY&level=province")
    net = east_west.network(unit="CNY", level="province")
    order = net.edges.sort_values("weight", ascending=False)
    for source in order["source"].unique()[:4]:
        name = page.names[source][0]
        at = page.texts("#table-rank-donors tbody th .d").index(name)
        page.click("#table-rank-donors td:nth-child(2) .n", at)
        own = order[order["source"] == source]
        behind = [flow for t in own["target"] for flow in net.flows_of(source, t).index]
        assert sorted(page.panel()) == sorted(behind)
        page.click(".panel .close")
        # An opened row lists the edges, each with its own statements.
        page.click("#table-rank-donors .expand", at)
        targets = page.texts("#table-rank-donors tr.opened li .d")
        assert sorted(targets) == sorted(page.names[t][0] for t in own["target"])
        for k, target in enumerate(own["target"]):
            where = targets.index(page.names[target][0])
            page.click("#table-rank-donors tr.opened li .n", where)
            assert sorted(page.panel()) == sorted(net.flows_of(source, target).index), k
            page.click(".panel .close")
        page.click("#table-rank-donors .expand", at)


def test_a_statement_is_told_in_full(page: Page, east_west: aidnet.Ledger) -> None:
    page.open("lang=en")
    page.one("#search").send_keys("ew_002_041")
    page.wait(lambda: page.count("#table-statements tbody tr") == 1)
    page.click("#table-statements .n")
    assert page.panel() == ["ew_002_041"]
    row = east_west.table("flows").set_index("flow").loc["ew_002_041"]
    text = page.texts(".panel .statement")[0]
    source = east_west.table("sources").set_index("source").loc[row["source"]]
    for part in (row["figure"], source["title"], "3.25 million CNY", row["note"] or ""):
        assert part in text
    first, last = (f"{int(row[end]):,}" for end in ("span_start", "span_end"))
    assert f"characters {first}–{last}" in text
    # Other measures of the same help lead on, and back again.
    page.one("#search").clear()
    page.one("#search").send_keys("ew_000_020")
    page.wait(lambda: page.texts("#table-statements .id") == ["ew_000_020"])
    page.click(".panel .close")
    page.click("#table-statements .n")
    others = east_west.table("flows").query("same_as == 'ew_000_020'")["flow"].tolist()
    assert len(others) > 1
    for k, other in enumerate(others):
        page.click(".panel .statement dd li .link", k)
        assert page.panel() == [other]
        page.click(".panel .panel-bar .quiet")
        assert page.panel() == ["ew_000_020"]


def test_statements_can_be_searched_narrowed_down_and_turned_over(
    page: Page, east_west: aidnet.Ledger
) -> None:
    flows = east_west.table("flows")
    page.open("lang=en")
    assert page.count("#table-statements tbody tr") == 20
    first = page.texts("#table-statements .id")
    page.click("#statements .page:not(:disabled)")
    assert not set(first) & set(page.texts("#table-statements .id"))
    page.pick("[data-filter=resource]", "funding")
    page.pick("[data-filter=status]", "planned")
    wanted = flows.query("resource == 'funding' and status == 'planned'")["flow"].tolist()
    assert wanted
    show_all(page, "statements")
    assert sorted(page.texts("#table-statements .id")) == sorted(wanted)
    page.pick("[data-filter=resource]", "")
    page.pick("[data-filter=status]", "")
    page.pick("[data-filter=unit]", "CNY")
    show_all(page, "statements")
    page.click("#table-statements [data-sort=value]")
    amounts = values(page, "#table-statements td:nth-child(4) .n[data-value]")
    expected = flows.query("unit == 'CNY'")["value"].dropna().tolist()
    assert amounts == sorted(map(float, expected), reverse=True)
    page.click("#table-statements [data-sort=value]")
    assert values(page, "#table-statements td:nth-child(4) .n[data-value]") == sorted(amounts)


def test_tables_sort_by_each_measure(page: Page) -> None:
    page.open("lang=en&lens=person")
    show_all(page, "rank-donors")
    for name in page.attributes("#table-rank-donors [data-sort]", "data-sort")[1:]:
        at = page.attributes("#table-rank-donors [data-sort]", "data-sort").index(name) + 1
        page.click(f"#table-rank-donors [data-sort={name}]")
        cells = f"#table-rank-donors tbody tr > :nth-child({at}) .rank"
        shown = page.texts(cells)
        ranks = [int(text.removesuffix("=")) for text in shown]
        assert [text.endswith("=") for text in shown] == [ranks.count(one) > 1 for one in ranks]
        assert ranks == sorted(ranks)
        assert ranks[0] == 1
        assert page.attributes(
            "#table-rank-donors th[aria-sort=ascending] button", "data-sort"
        ) == [name]
        page.click(f"#table-rank-donors [data-sort={name}]")
        shown = page.texts(cells)
        ranks = [int(text.removesuffix("=")) for text in shown]
        assert [text.endswith("=") for text in shown] == [ranks.count(one) > 1 for one in ranks]
        assert ranks == sorted(ranks, reverse=True)


def test_filters_change_every_part(page: Page, east_west: aidnet.Ledger) -> None:
    page.open("lang=en&lens=CNY")
    before = page.texts("#figure-sankey .name")
    page.click("[data-lens=person]")
    page.pick("[data-pick=resource]", "training")
    page.pick("[data-pick=year]", "2018")
    assert page.texts("#figure-sankey .name") != before
    scope = "People · training · 2018"
    parts = ("holdings", "ranks", "sankey", "map", "network", "concentration")
    assert page.texts(", ".join(f"#{part} .scope" for part in parts)) == [scope] * 6
    options: dict[str, Any] = {"unit": "person", "resource": "training", "spread": "equal"}
    for chart, level in (("sankey", ("province", "prefecture")), ("network", "party")):
        net = east_west.network(period=2018, level=level, **options)
        mark = ".band" if chart == "sankey" else ".edge"
        ends = [
            page.attributes(f"#figure-{chart} {mark}", f"data-{end}")
            for end in ("source", "target")
        ]
        assert set(zip(*ends, strict=True)) == {
            (e.source, e.target) for e in net.edges.itertuples()
        }
    # And back: what was chosen leaves nothing behind.
    page.pick("[data-pick=resource]", "*")
    page.pick("[data-pick=year]", "*")
    page.click("[data-lens=CNY]")
    assert page.texts("#figure-sankey .name") == before


@pytest.mark.parametrize(("side", "mode"), [("donors", "out"), ("recipients", "in")])
def test_concentration_is_that_of_the_api(
    page: Page, east_west: aidnet.Ledger, side: str, mode: Any
) -> None:
    page.open("lang=en&lens=CNY&level=province")
    net = east_west.network(unit="CNY", level="province")
    hhi = aidnet.hhi(net, mode=mode)
    show_all(page, f"concentration-{side}")
    cells = {
        name: page.texts(f"#table-concentration-{side} tbody tr > :nth-child({at})")
        for name, at in (("partners", 3), ("largest", 4), ("share", 5), ("hhi", 6))
    }
    names = page.texts(f"#table-concentration-{side} tbody th .d")
    edges = net.edges[net.edges["weight"] > 0]
    own, other = ("source", "target") if mode == "out" else ("target", "source")
    seen = 0
    for k, name in enumerate(names):
        nodes = [node for node in net.nodes if page.names[node][0] == name]
        if len(nodes) != 1 or cells["hhi"][k] == "–":
            continue
        seen += 1
        ties = edges[edges[own] == nodes[0]].set_index(other)["weight"]
        assert cells["hhi"][k] == f"{hhi[nodes[0]]:.2f}"
        assert cells["partners"][k].split(" ")[0] == str(len(ties))
        assert cells["largest"][k] == page.names[ties.idxmax()][0]
        share = 100 * ties.max() / ties.sum()
        assert float(cells["share"][k].rstrip("%")) == pytest.approx(share, abs=0.51)
    assert seen >= 4


def test_movement_is_counted_by_the_way_people_go(page: Page, east_west: aidnet.Ledger) -> None:
    page.open("lang=en")
    people = ["staff", "training", "students", "employment", "service"]
    net = east_west.network(unit="person", level="side", orientation="movement", resource=people)
    seen = 0
    for direction, ends in (("east", ("west", "east")), ("west", ("east", "west"))):
        flows = net.flows_of(*ends)
        going = flows[flows["direction"] != "return"]  # going home is told apart
        for resource, own in going.groupby("resource", observed=True):
            bar = f"#figure-movement [data-kind=out][data-travels={direction}]"
            bar += f"[data-resource={resource}]"
            assert [float(x) for x in page.attributes(bar, "data-total")] == [own["amount"].sum()]
            page.click(bar)
            assert sorted(page.panel()) == sorted(own.index)
            page.click(".panel .close")
            seen += 1
    assert seen > 5

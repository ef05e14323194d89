"""What is too large for a page is cut, and said; its sums and counts stay those of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import aidnet
from support.browser import Page, page_of

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 400


@pytest.fixture(scope="module")
def many_ties(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[Page, Any]:
    """1,120 edges: `lone` has the largest sum, and none of the 400 largest; some state nothing."""
    pairs = [(f"d{k // 3}", f"r{k}", None if k % 3 == 2 else 100.0 + k % 3)
             for k in range(3 * 350)]  # fmt: skip
    pairs += [("lone", f"q{k}", 90.0) for k in range(60)]
    pairs += [(f"m{k}", "z", None) for k in range(10)]
    donor, recipient, value = map(list, zip(*pairs, strict=True))
    ledger = aidnet.Ledger.from_frames(
        {"donor": donor, "recipient": recipient, "value": value, "unit": ["CNY"] * len(pairs)}
    )
    return page_of(browser, ledger, tmp_path_factory.mktemp("ties")), ledger.network(unit="CNY")


@pytest.fixture(scope="module")
def many_flows(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[Page, Any]:
    """6,500 statements, of which a page holds 6,000, and a group of 700."""
    count = 6500
    frame = {
        "donor": [f"d{k % 50}" for k in range(count)],
        "recipient": [f"r{k % 130}" for k in range(count)],
        "value": [None if k % 10 == 0 else 1.0 + k % 7 for k in range(count)],
        "unit": ["CNY"] * count,
        "status": ["planned" if k % 4 else "spent" for k in range(count)],
        "start": [str(2000 + k % 3) for k in range(count)],
        "end": [str(2001 + k % 3) for k in range(count)],
    }
    groups = {"group": ["G"] * 700, "member": [f"d{k}" for k in range(700)]}
    ledger = aidnet.Ledger.from_frames(frame, groups=groups)
    return page_of(browser, ledger, tmp_path_factory.mktemp("flows")), ledger


def test_sums_of_cut_networks_are_whole(many_ties: tuple[Page, Any]) -> None:
    page, net = many_ties
    page.open("lang=en&lens=CNY")
    number = {node["id"]: k for k, node in enumerate(page.data["nodes"])}
    strength = aidnet.strength(net, mode="out")
    assert "lone" not in {page.data["nodes"][page.data["states"]["CNY|*|*"]["party"]["n"][s]]["id"]
                          for s in page.data["states"]["CNY|*|*"]["party"]["s"]}  # fmt: skip
    # The first row is the one all of whose edges are left out: its sum stands, in full.
    assert page.texts("#table-rank-donors tbody th .d")[0] == "lone"
    page.click("#table-rank-donors .expand")
    assert page.texts("#table-rank-donors .opened h3 .n") == [f"{strength['lone']:,.0f} CNY"]
    page.click("#table-rank-donors td:nth-child(2) .n")
    assert page.texts(".panel h2, .panel .soft")[0] == (
        "60 statements, none of which is in this file."
    )
    page.click(".panel .close")
    page.click("#table-rank-donors tbody .link")
    assert page.texts(".panel h2") == ["lone"]
    assert page.texts(".panel h3 .n") == [f"{strength['lone']:,.0f} CNY"]
    page.click(".panel .close")
    # Of d1 two of three edges state an amount; whatever is drawn, the sum is of all.
    page.run("openParty(arguments[0])", number["d1"])
    facts = page.texts(".panel .facts dd")
    assert facts[0] == f"{strength['d1']:,.0f} CNY +?"
    assert facts[1] == "3 statements"
    page.click(".panel .close")
    dots = dict(
        zip(
            page.attributes("#figure-network .dot", "data-node"),
            map(float, page.attributes("#figure-network .dot", "data-strength")),
            strict=True,
        )
    )
    given = {node: sum_ for node, sum_ in dots.items() if node.startswith("d")}
    assert len(given) > 100
    assert given == {node: strength[node] for node in given}
    assert page.complaints() == []


def test_a_cut_is_told_with_its_amount(many_ties: tuple[Page, Any]) -> None:
    page, net = many_ties
    page.open("lang=en&lens=CNY")
    weights = sorted(net.weights, reverse=True)
    rest = sum(weights[LARGEST:])
    notes = page.texts("#figure-network .notes p")
    assert (
        f"Only the 400 largest ties are in this file; {len(weights) - LARGEST} smaller ones, of "
        f"{rest:,.0f} CNY, are left out."
    ) in notes
    assert page.attributes("#holdings .stats .n", "aria-label")[0].endswith(
        f"show {len(weights):,} statements"
    )


def test_ties_without_an_amount_are_cut_without_one(browser: Any, tmp_path: Path) -> None:
    count = 450
    ledger = aidnet.Ledger.from_frames({
        "donor": [f"d{k}" for k in range(count)], "recipient": ["r"] * count,
        "value": [5.0 if k < 10 else None for k in range(count)], "unit": ["CNY"] * count,
    })  # fmt: skip
    page = page_of(browser, ledger, tmp_path).open("lang=en&lens=CNY")
    assert (
        "Only the 400 largest ties are in this file; 50 others, which add no amount, are left out."
    ) in page.texts("#figure-network .notes p")
    silent = [text for text in page.texts("#table-rank-donors tbody tr") if "d10" in text]
    assert silent == [] or all("not stated" in text for text in silent)
    assert page.complaints() == []


def test_counts_are_of_the_whole_ledger(many_flows: tuple[Page, Any]) -> None:
    page, ledger = many_flows
    page.open("lang=en&lens=CNY")
    flows = ledger.table("flows")
    held = len(page.data["flows"]["id"])
    assert held < len(flows) == page.data["meta"]["left_out"]["flows"] + held
    grid = "#holdings .grid > div"
    shown = [
        dict(zip(
            page.run(f"return [...document.querySelectorAll('{grid}')[{at}]"
                     ".querySelectorAll('.bar-label')].map(e => e.textContent)"),
            page.run(f"return [...document.querySelectorAll('{grid}')[{at}]"
                     ".querySelectorAll('.n')].map(e => Number(e.dataset.value))"),
            strict=True,
        ))
        for at in range(page.count(grid))
    ]  # fmt: skip
    status = flows["status"].value_counts()
    assert shown[0] == {"Planned": status["planned"], "Spent": status["spent"]}
    # The year is that of the end.
    assert shown[4] == flows["end"].str[:4].value_counts().to_dict()
    named = set(flows["donor"]) | set(flows["recipient"])
    assert f"between {len(named)} parties" in page.texts(".lead")[0]
    used = ledger.network(unit="CNY").describe()["used"]
    assert page.texts(".used .n") == [f"{used:,}"]
    page.click(".used .n")
    assert f"of {used:,} statements" in page.texts(".panel h2")[0]
    assert page.complaints() == []


def test_members_of_a_large_group_are_counted(many_flows: tuple[Page, Any]) -> None:
    page, _ = many_flows
    page.open("lang=en&lens=CNY")
    assert page.texts("#table-groups tbody td")[0] == "700"
    page.click("#table-groups .expand")
    listed = page.count("#table-groups .opened .link")
    assert page.texts("#table-groups .opened .notes") == [
        f"The first {listed} of 700 are in this file."
    ]
    left = page.texts("#method ul li")
    assert f"{700 - listed} members of large groups." in left
    out = page.data["meta"]["left_out"]["flows"]
    assert f"{out} statements, so that the file stays small. All totals include them." in left

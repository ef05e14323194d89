"""`aidnet compare` on ledgers worked by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from support.ledgers import ledger_of

if TYPE_CHECKING:
    from pathlib import Path

# Planned: a b 10, a c 5; delivered: a b 4 to 6, d c 5.
TWO = ledger_of(
    "donor recipient value lower upper qualifier unit status;"
    "a b 10 . . exact item planned; a c 5 . . exact item planned;"
    "a b 4 4 6 over item disbursed; d c 5 . . exact item disbursed"
)


def test_comparing(tmp_path: Path, aidnet: Any) -> None:
    TWO.write(tmp_path / "l")
    compare = ("compare", "-i", tmp_path / "l")
    document = aidnet(*compare, "status=planned", "status=disbursed", "--json").document
    edges = {
        (e["source"], e["target"]): (e["a"], e["b"], e["difference"]) for e in document["edges"]
    }
    assert edges == {
        ("a", "b"): (10, 4, -6),
        ("a", "c"): (5, None, None),
        ("d", "c"): (None, 5, None),
    }
    assert [(e["source"], e["target"]) for e in document["edges"]] == list(edges)  # largest first
    assert (document["edges"][0]["b_lower"], document["edges"][0]["b_upper"]) == (4, 6)
    bounds = [(e["difference_lower"], e["difference_upper"]) for e in document["edges"]]
    assert bounds == [(-6, -4), (None, None), (None, None)]  # 4 to 6 less 10
    given = {n["node"]: (n["a"], n["b"], n["difference"]) for n in document["given"]}
    assert given == {"a": (15, 4, -11), "d": (None, 5, None)}
    received = {n["node"]: (n["a"], n["b"], n["difference"]) for n in document["received"]}
    assert received == {"b": (10, 4, -6), "c": (5, 5, 0)}
    page = aidnet(*compare, "--a", "status=planned", "--b", "status=disbursed", width=None).out
    lines = [line.split() for line in page.splitlines()]
    assert ["a", "b", "10", "4~", "-6"] in lines
    assert ["d", "c", "–", "5", "–"] in lines
    assert "Edges, in item: 1 in both, 1 only in A, 1 only in B" in page
    assert "No difference: 1 row" in page


# Planned: a b 3 and an amount not stated, a c not stated, a d 0; delivered: a b 5, a c 2, a e and
# f e not stated.
UNSTATED = ledger_of(
    "donor recipient value unit status;"
    "a b 3 item planned; a b . item planned; a c . item planned; a d 0 item planned;"
    "a b 5 item disbursed; a c 2 item disbursed; a e . item disbursed; f e . item disbursed"
)


def test_what_is_not_stated_is_not_zero(tmp_path: Path, aidnet: Any) -> None:
    UNSTATED.write(tmp_path / "l")
    compare = ("compare", "-i", tmp_path / "l", "status=planned", "status=disbursed")
    document = aidnet(*compare, "--json").document
    names = ("a", "a_flows", "a_without_amount", "b", "b_flows", "b_without_amount", "difference")
    edges = {
        f"{e['source']}{e['target']}": tuple(e[name] for name in names) for e in document["edges"]
    }
    assert edges == {
        "ab": (3, 2, 1, 5, 1, 0, 2), "ac": (None, 1, 1, 2, 1, 0, None),
        "ad": (0, 1, 0, None, 0, 0, None), "ae": (None, 0, 0, None, 1, 1, None),
        "fe": (None, 0, 0, None, 1, 1, None),
    }  # fmt: skip
    for edge in document["edges"]:
        for side in ("a", "b"):
            unstated = edge[side] is None
            assert (edge[f"{side}_lower"] is None) == (edge[f"{side}_upper"] is None) == unstated
            assert not edge[f"{side}_upper_unbounded"]
    given = {n["node"]: (n["a"], n["b"], n["difference"]) for n in document["given"]}
    assert given == {"a": (3, 7, 4), "f": (None, None, None)}
    page = aidnet(*compare, width=None).out
    lines = [line.split() for line in page.partition("Given")[0].splitlines()]
    assert ["a", "b", "3", "5", "+2"] in lines
    assert ["a", "c", "no", "amount", "2", "–"] in lines
    assert ["a", "d", "0", "–", "–"] in lines
    assert ["a", "e", "–", "no", "amount", "–"] in lines
    assert "Edges, in item: 2 in both, 1 only in A, 2 only in B" in page
    # Counted, not added, the same flows are ones: a statement without an amount is a statement.
    counted = aidnet(*compare, "--weight", "count", "--json").document["edges"]
    by_ends = {f"{e['source']}{e['target']}": (e["a"], e["b"], e["difference"]) for e in counted}
    assert by_ends["ab"] == (2, 1, -1)
    assert by_ends["ac"] == (1, 1, 0)
    assert by_ends["ae"] == (None, 1, None)


def test_the_largest_of_what_has_no_difference_comes_first(tmp_path: Path, aidnet: Any) -> None:
    ledger_of(
        "donor recipient value unit status;"
        "a b 1 item planned; a b 2 item disbursed; a c 3 item planned; a d 9 item disbursed"
    ).write(tmp_path / "l")
    edges = aidnet(
        "compare", "-i", tmp_path / "l", "status=planned", "status=disbursed", "--json"
    ).document["edges"]
    assert [edge["target"] for edge in edges] == ["b", "d", "c"]


def test_options_for_both_and_for_one(tmp_path: Path, aidnet: Any) -> None:
    TWO.write(tmp_path / "l")
    compare = ("compare", "-i", tmp_path / "l", "--json", "--status", "planned")
    document = aidnet(
        *compare, "weight=sum", "--b", "weight=sum", "--b", "status=planned,disbursed"
    )
    assert document.document["a"]["description"]["used"] == 2
    assert document.document["b"]["description"]["used"] == 4
    one = aidnet(*compare, "--b", "status=disbursed").document
    assert one["a"]["options"] == {}
    assert one["b"]["options"] == {"status": ["disbursed"]}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("", "A and B are the same; say what differs"),
        ("status=planned status=planned", "A and B are the same"),
        ("unit=CNY unit=person", "A is in CNY and B in person"),
        ("planned status=spent", "A 'planned': OPTION=VALUE was expected"),
        ("totals=some totals=total", "totals is one of parts, total"),
        ("about=x about=0", "a number was expected"),
        ("period=2018 --a period=2019 period=2020", "period is given twice"),
    ],
)
def test_wrong_comparisons(arguments: str, says: str, aidnet: Any) -> None:
    done = aidnet("compare", *arguments.split(), width=300)
    assert (done.code, done.out) == (2, "")
    assert says in done.err

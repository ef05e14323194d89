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
    assert edges == {("a", "b"): (10, 4, -6), ("a", "c"): (5, None, -5), ("d", "c"): (None, 5, 5)}
    assert [(e["source"], e["target"]) for e in document["edges"]] == list(edges)  # largest first
    assert (document["edges"][0]["b_lower"], document["edges"][0]["b_upper"]) == (4, 6)
    given = {n["node"]: (n["a"], n["b"], n["difference"]) for n in document["given"]}
    assert given == {"a": (15, 4, -11), "d": (None, 5, 5)}
    received = {n["node"]: (n["a"], n["b"], n["difference"]) for n in document["received"]}
    assert received == {"b": (10, 4, -6), "c": (5, 5, 0)}
    page = aidnet(*compare, "--a", "status=planned", "--b", "status=disbursed", width=None).out
    lines = [line.split() for line in page.splitlines()]
    assert ["a", "b", "10", "4~", "-6"] in lines
    assert ["d", "c", "–", "5", "+5"] in lines
    assert "Edges, in item: 1 in both, 1 only in A, 1 only in B" in page
    assert "No difference: 1 row" in page


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

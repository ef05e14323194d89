"""What a network says of itself: what is in it, what was left out, and why."""

from __future__ import annotations

import copy
import pickle

import pytest

import aidnet
from aidnet._description import FATES, REMARKS
from support.ledgers import ledger_of

LEDGER = ledger_of(
    "flow donor recipient value unit qualifier status resource start fulfils part_of scope;"
    "c a b 1000 CNY exact committed funding 2018 . . .;"
    "d a b 400 CNY exact disbursed funding 2018 c . .;"
    "e a b 250.5 CNY about disbursed funding 2019 c . .;"
    "f b b 20 CNY over . . . . . .;"
    "g b c . CNY . . . . . . .;"
    "i a c 5 person exact spent training . . . .;"
    "j a c 60 CNY exact spent interest . . . .;"
    "t a d 90 CNY exact spent . . . . .;"
    "u a e 30 CNY exact spent . . . t .;"
    "n a b 99999 CNY exact spent . . . . aggregate"
)


def test_the_text_is_all_there_is_to_know() -> None:
    """650.5 disbursed of 1000; 20; 30 of the total of 90, and 60 that are left of it: 760.5."""
    expected = """
6 of 10 flows are in the network: 760.5 CNY, between 760.5 and unbounded
resources:
        4  not stated
        2  funding
statuses:
        2  not stated
        2  disbursed
        2  spent
figures:
        1  not stated
        3  exact
        1  about
        1  over
to know:
        1  without an amount: an edge of weight 0 or more, to which they add nothing
        1  "about" without a tolerance: taken as exact
        1  without an upper bound
        1  within one node
        1  totals keep 60 that no part accounts for
        1  chains that fall short of an earlier status, not added: by 349.5
left out:
        1  repayment, interest or purchase, which enter only when named
        1  in another unit, or in none
        1  overtaken by a linked flow of a more advanced status
        1  national or programme-wide totals, which would count others twice
"""
    assert str(LEDGER.network(unit="CNY").describe()) == expected.strip()


def test_a_description_is_a_dict() -> None:
    described = LEDGER.network(unit="CNY").describe()
    assert described["unit"] == "CNY"
    assert (described["flows"], described["used"]) == (10, 6)
    assert described["fates"] == {
        "used": 5, "used_remainder": 1,
        "not_aid": 1, "other_unit": 1, "superseded": 1, "aggregate": 1,
    }  # fmt: skip
    assert described["statuses"] == {"not stated": 2, "disbursed": 2, "spent": 2}
    assert described["qualifiers"] == {"not stated": 1, "exact": 3, "about": 1, "over": 1}
    assert described["resources"] == {"not stated": 4, "funding": 2}
    assert described["units"] == {"CNY": 6}
    # Sums are exact decimal text.
    sums = {name: described[name] for name in described if name.endswith("_sum")}
    assert sums == {"unexecuted_sum": "349.5", "remainder_sum": "60", "dropped_sum": "0"}
    assert (described["total"], described["total_upper"]) == ("760.5", "unbounded")
    for again in (pickle.loads(pickle.dumps(described)), copy.copy(described)):  # noqa: S301
        assert again == described
    assert repr(described) == str(described)


def test_sums_are_exact_where_floats_are_not() -> None:
    """0.1 ten times, and an amount of yuan and fen that no double is."""
    rows = "a b 0.1 CNY;" * 10
    assert ledger_of(f"donor recipient value unit; {rows}").network().describe()["total"] == "1"
    big = ledger_of("donor recipient value unit; a b 90071992547409.93 CNY; a b 0.01 CNY").network()
    assert big.describe()["total"] == "90071992547409.94"
    assert "90,071,992,547,409.94 CNY" in str(big.describe())


@pytest.mark.parametrize(
    ("value", "shown"), [("-0.5", "-0.5"), ("-1234.5", "-1,234.5"), ("0", "0")]
)
def test_numbers_are_grouped_with_their_sign(value: str, shown: str) -> None:
    net = ledger_of(f"donor recipient value unit; a b {value} CNY", negative="net").network()
    assert f": {shown} CNY, between {shown} and {shown}\n" in str(net.describe())
    assert net.describe()["negative"] == (value != "0")


def test_joint_gifts_and_levels_are_told() -> None:
    ledger = ledger_of(
        "donor recipient value unit start end; g x 10 person 2018 2020; h x 3 person 2018 .",
        groups="group member role; g a donor; g b donor; h c recipient",
        parties="party place; a A; b .; x X; c A",
        places="place level side; A province east; X province west",
    )
    kept = ledger.network()
    assert kept.describe()["groups_kept"] == 2
    assert "2  ends that are groups, kept as nodes" in str(kept.describe())
    # b has no place, and so no node: its half of 10 is out. h has no donors.
    split = ledger.network(groups="equal", level="province", above="drop", period=2018)
    text = str(split.describe())
    assert "1 of 2 flows are in the network: 5 person" in text
    assert "1  shares of joint gifts without a node at the level, left out: 5 in all" in text
    assert "1  ends that are groups, split among their members" in text
    assert "1  reaching beyond the period, counted whole" in text
    assert "1  with an end that has no node at the level" in text
    whole = ledger.network(groups="equal", level="province").describe()
    assert (whole["groups_unsplit"], whole["nodes_without_place"]) == (1, 2)
    assert "2  nodes that are parties without a place at the level" in str(whole)


def test_every_fate_and_count_has_its_words() -> None:
    net = LEDGER.network(weight="count")
    fates = set(net.fates.cat.categories)
    assert fates - set(FATES) == {"used", "used_remainder"}
    assert set(FATES) <= fates
    numbers = {name for name, value in net.describe().items() if isinstance(value, int)}
    told_otherwise = {"flows", "used", "remainders", "unexecuted", "shares_dropped"}
    assert numbers - set(REMARKS) == told_otherwise
    assert len(set(FATES.values()) | set(REMARKS.values())) == len(FATES) + len(REMARKS)


def test_networks_without_amounts_or_flows() -> None:
    count = LEDGER.network(weight="count")
    assert str(count.describe()).startswith("6 of 10 flows are in the network\nresources:")
    assert "without an amount" not in str(count.describe())
    assert "1  chains that fall short of an earlier status, not added\n" in str(count.describe())
    empty = ledger_of("donor recipient").network()
    assert str(empty.describe()) == "0 of 0 flows are in the network"
    assert repr(empty) == "<LedgerNetwork: directed, 0 nodes, 0 edges, total weight 0>"


def test_reprs() -> None:
    net = LEDGER.network(unit="CNY")
    assert repr(net) == "<LedgerNetwork: directed, 5 nodes, 5 edges, total weight 760.5 CNY>"
    risky = aidnet.Ledger.from_frames(
        {"donor": ["<b>"], "recipient": ["&"], "value": [1]}
    ).network()
    page = risky._repr_html_()
    assert "<b>" not in page
    assert "&lt;b&gt;" in page
    assert "LedgerNetwork" in page
    described = net.describe()._repr_html_()
    assert described.startswith("<pre>6 of 10 flows")
    assert '"about"' not in described
    assert "&quot;about&quot;" in described

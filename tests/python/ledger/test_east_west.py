"""The embedded ledger as users load it: facts that can be checked against the five texts."""

from __future__ import annotations

import csv

import pytest

import aidnet
from support.ledgers import EAST_WEST, TABLES, weights_of


@pytest.fixture(scope="module")
def ledger() -> aidnet.Ledger:
    return aidnet.datasets.load_east_west()


def test_it_is_the_tables_of_the_repository(ledger: aidnet.Ledger) -> None:
    for table in TABLES:
        with (EAST_WEST / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        frame = getattr(ledger, table)
        assert list(frame.columns) == header
        assert frame.iloc[:, 0].tolist() == [row[0] for row in rows]
        assert frame.notna().sum().tolist() == [
            sum(bool(row[k]) for row in rows) for k in range(len(header))
        ]
    assert len(ledger) == 494
    assert aidnet.datasets.load_east_west() == ledger


def test_nothing_was_made_up(ledger: aidnet.Ledger) -> None:
    """Every party and place that is named is listed in its own table."""
    for table in ("parties", "places", "programmes", "sources"):
        assert ledger._compiled.listed(table) == len(getattr(ledger, table)), table


def test_money(ledger: aidnet.Ledger) -> None:
    """In thousands of yuan, by text: 1100 + 300 + 500 + 1000 + 2 * 300 + 3 * 100 + 2 * 100 = 4000;
    600 + 6400 + 2 * 2000 + 2598 + 1000 + 8680 = 23 278; 3250 + 120 + 100 + 3 * 30 = 3560.
    """
    net = ledger.network(unit="CNY")
    by_text = {
        source: ledger.network(unit="CNY", source=source).describe()["total"]
        for source in ("s000", "s001", "s002")
    }
    assert by_text == {"s000": "4000000", "s001": "23278000", "s002": "3560000"}
    assert net.describe()["total"] == "30838000"
    assert net.weight("dalian", "shuicheng_training_centre") == 3_250_000
    assert net.weight("renmin_university", "lanping") == 6_400_000
    assert net.flows_of("renmin_university", "lanping")["amount_upper"].tolist() == [6_500_000]
    assert net.flows_of("shunde", "liangshan")["figure"].tolist() == ["超過100萬元"]
    # Yearly amounts are flows of their own, and are added up: three times 30 000.
    assert net.weight("dalian_aoke_electronics", "shuicheng_yezhong") == 90_000


def test_totals_do_not_change_with_the_level(ledger: aidnet.Ledger) -> None:
    for unit in ("CNY", "person", "item", "m2"):
        for orientation in ("help", "movement"):
            totals = {
                ledger.network(unit=unit, level=level, orientation=orientation).describe()["total"]
                for level in ("party", "institution", "county", "prefecture", "province", "side")
            }
            assert len(totals) == 1, (unit, orientation, totals)


def test_money_by_side(ledger: aidnet.Ledger) -> None:
    """Of 30 838: 500 to, and 300 from, parties without a place; 8680 within Sichuan."""
    net = ledger.network(unit="CNY", level="side")
    assert weights_of(net) == {
        "east > west": 21_358_000,
        "east > spark_trainees": 500_000,
        "west > west": 8_680_000,
        "yasha_holding > west": 300_000,
        "kaijin > west": 0,
    }
    assert net.node_table["kind"].tolist() == ["side", "side", "party", "party", "party"]


def test_other_measures_of_one_gift(ledger: aidnet.Ledger) -> None:
    """11 machines (1 + 5 + 5) worth 3.25 million: each has its own network, and is counted once."""
    flows = ledger.flows.set_index("flow")
    (value,) = flows.index[flows["figure"] == "325万元"]
    machines = flows.loc[value, "same_as"]
    assert flows.loc[machines, ["figure", "value"]].tolist() == ["11台", 11.0]
    parts = flows.index[flows["part_of"] == machines]
    assert flows.loc[parts, "value"].tolist() == [1.0, 5.0, 5.0]

    def network(**options: str) -> aidnet.LedgerNetwork:
        return ledger.network(resource="equipment", **options)  # type: ignore[arg-type]

    pair = ("dalian", "shuicheng_training_centre")
    assert network(unit="CNY").weight(*pair) == 3_250_000
    assert network(unit="item").weight(*pair) == 11
    count = network(weight="count")
    assert count.weight(*pair) == 3
    assert count.fates[[machines, value]].tolist() == ["replaced_by_parts", "same_as"]
    assert (count.fates[parts] == "used").all()


def test_figures_of_all_kinds_are_there(ledger: aidnet.Ledger) -> None:
    stated = ledger.flows.dropna(subset=["figure"])
    assert {"exact", "over", "at_least", "nearly", "about", "range"} <= set(stated["qualifier"])
    assert len(stated) == 136
    unstated = ledger.flows[ledger.flows["figure"].isna()]
    assert unstated[["value", "lower", "upper"]].isna().all(axis=None)
    assert set(unstated["qualifier"]) == {"unknown"}


def test_every_span_points_at_a_text(ledger: aidnet.Ledger) -> None:
    flows = ledger.flows
    assert not flows[["source", "span_start", "span_end"]].isna().any(axis=None)
    assert (flows["span_start"] < flows["span_end"]).all()
    sources = ledger.sources.set_index("source")
    for source in flows["source"].unique():
        assert len(sources.loc[source, "sha256"]) == 64
        assert sources.loc[source, "file"].endswith(".txt")
    assert flows["source"].nunique() == 5

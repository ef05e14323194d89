"""The one table of words: both languages, every enumeration, and nothing that nobody says."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

import aidnet
from aidnet import _description, _words
from aidnet.report import _movement, _ranks, _stages

PACKAGE = Path(aidnet.__file__).parent
ENUMERATIONS = {
    ("flows", "resource"): "resource",
    ("flows", "status"): "status",
    ("flows", "qualifier"): "qualifier",
    ("flows", "confidence"): "confidence",
    ("flows", "direction"): "direction",
    ("flows", "part_kind"): "part_kind",
    ("parties", "kind"): "kind",
    ("places", "level"): "level",
    ("groups", "role"): "role",
}
HAN = re.compile("[\u3400-\u9fff]")


def rows() -> list[list[str]]:
    with (PACKAGE / "words.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def of(prefix: str) -> set[str]:
    """What follows a prefix among the keys."""
    return {key.partition(".")[2] for key in _words.table() if key.startswith(f"{prefix}.")}


def test_each_key_stands_once_with_both_languages() -> None:
    head, *body = rows()
    assert head == ["key", "en", "zh"]
    assert all(len(row) == 3 and all(cell.strip() for cell in row) for row in body)
    keys = [row[0] for row in body]
    assert len(set(keys)) == len(keys)
    assert not [key for key, english, _ in body if HAN.search(english)]


def test_chinese_is_simplified() -> None:
    from opencc import OpenCC

    simplify = OpenCC("t2s").convert
    assert not [key for key, _, chinese in rows()[1:] if simplify(chinese) != chinese]


def test_both_languages_have_the_same_placeholders() -> None:
    def names(text: str) -> set[str]:
        return {one.partition("|")[0] for one in re.findall(r"\{([^}]*)\}", text)}

    assert not [key for key, en, zh in rows()[1:] if names(en) != names(zh)]


@pytest.mark.parametrize(("table", "column"), ENUMERATIONS)
def test_each_word_of_the_ledger_is_translated(table: str, column: str) -> None:
    known = aidnet.Ledger.dictionary().set_index(["table", "column"])["words"]
    assert of(ENUMERATIONS[table, column]) == set(known[table, column])


def test_what_the_report_tells_is_translated() -> None:
    assert of("fate") == {"used", "used_remainder", *_description.FATES}
    assert of("stage") == {*_stages.STAGES, "open"}
    assert of("movement") == set(_movement.ORDER)
    assert of("verdict") == {"consistent", "inconsistent", "undecided"}
    assert of("reason") == {"undefined", "no_convergence", "refused", "too_large"}
    assert of("node") == {"party", "place", "side", "programme"}
    measures = {name for _, names in _ranks.SIDES.values() for name in names}
    measures |= {"betweenness", "in", "out"}
    assert of("measure") == measures | {f"{name}.help" for name in measures}
    kinds = re.search(r"Kinds: (.+?)\.\n", str(aidnet.Ledger.check.__doc__), re.DOTALL)
    assert kinds
    listed = re.sub(r"\([^)]*\)|\band\b", " ", kinds[1])
    assert of("check") == set(listed.replace(",", " ").split())


def test_the_embedded_ledger_has_no_unknown_word() -> None:
    ledger = aidnet.datasets.load_east_west()
    assert set(ledger.flows["unit"].dropna()) <= of("unit")
    assert set(ledger.flows["scope"].dropna()) <= of("scope")
    assert set(ledger.places["side"].dropna()) <= of("side")
    assert set(ledger.sources["lang"].dropna()) <= of("lang")


def test_the_page_says_only_what_there_is_and_all_of_it() -> None:
    scripts = "\n".join(
        path.read_text(encoding="utf-8") for path in (PACKAGE / "report/assets").glob("*.js")
    )
    keys = set(_words.table())
    literal = set(re.findall(r'"(ui\.[\w.]+)"', scripts))
    assert literal <= keys
    # What a template makes: `ui.level_${one}` says each key of that form.
    forms = [
        re.sub(r"\\\$\\\{[^}]*\\\}", r"[\\w]+", re.escape(form))
        for form in re.findall(r"`(ui\.[^`]*\$\{[^`]*)`", scripts)
    ]
    made = {key for key in keys if any(re.fullmatch(form, key) for form in forms)}
    assert {key for key in keys if key.startswith("ui.")} - literal - made == set()


def test_no_script_is_dead() -> None:
    """Words in a function or table that nothing uses would count as used."""
    folder = PACKAGE / "report/assets"
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.js"))
    code = re.sub(r"^\s*//.*$", "", scripts, flags=re.MULTILINE)
    declared = re.findall(r"^(?:async )?(?:function\*?|const|let|class) (\w+)", code, re.MULTILINE)
    assert len(declared) > 100
    assert [name for name in declared if len(re.findall(rf"\b{name}\b", code)) < 2] == []


def test_words_by_key() -> None:
    assert _words.has("resource.funding")
    assert not _words.has("resource.gold")
    assert _words.word("resource.funding", "zh") == "资金"
    assert _words.word("resource.gold", "en", "gold") == "gold"
    with pytest.raises(KeyError, match="gold"):
        _words.word("resource.gold", "en")

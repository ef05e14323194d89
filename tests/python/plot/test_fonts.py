"""Names in Chinese: a font that has them is found, or the error says what to install."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest
from matplotlib import font_manager

import aidnet
import aidnet.plot
from aidnet.plot import _fonts
from support.artists import drawn, legend_of, names_of, note_of

TEXT = ["大连市 Dalian"]
NET = aidnet.from_edges(["大连市", "宁波市"], ["六盘水市", "延边朝鲜族自治州"], [3.0, 5.0])


@pytest.fixture
def without_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Matplotlib as on a machine where only its own fonts are installed."""
    own = [
        entry
        for entry in font_manager.fontManager.ttflist
        if "matplotlib" in Path(entry.fname).parts
    ]
    assert own
    monkeypatch.setattr(font_manager.fontManager, "ttflist", own)
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda *_, **__: [])
    font_manager.fontManager._findfont_cached.cache_clear()  # type: ignore[attr-defined]


def test_no_chinese_needs_no_other_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_fonts, "_installed", lambda: pytest.fail("looked for a font"))
    assert _fonts.families(["Dalian", "é", "№ 1"]) == mpl.rcParams["font.family"]


@pytest.mark.usefixtures("without_fonts")
@pytest.mark.parametrize("kind", ["network", "sankey", "map", "matrix"])
def test_a_missing_font_is_an_error_that_says_what_to_install(kind: str) -> None:
    options: dict[str, Any] = {"coordinates": {"大连市": (121, 39), "六盘水市": (105, 26)}}
    plot = getattr(aidnet.plot, kind)
    with pytest.raises(
        aidnet.plot.MissingFontError, match="apt-get install fonts-noto-cjk"
    ) as told:
        plot(NET, **(options if kind == "map" else {}))
    assert "fonts-wqy-microhei" in str(told.value)
    assert "font.family" in str(told.value)
    assert isinstance(told.value, aidnet.AidnetError)


@pytest.mark.usefixtures("without_fonts")
def test_english_names_need_no_font() -> None:
    ax = aidnet.plot.network(aidnet.datasets.load_pairings())
    drawn(ax)
    assert names_of(ax)


def test_a_font_is_found_and_has_the_glyphs() -> None:
    families = _fonts.families(TEXT)
    assert families[: len(mpl.rcParams["font.family"])] == mpl.rcParams["font.family"]
    found = font_manager.get_font(
        font_manager.findfont(font_manager.FontProperties(family=[families[-1]]))
    )
    assert all(found.get_char_index(ord(sign)) for sign in "大连市")


def test_matplotlib_misses_no_glyph() -> None:
    """Warnings are errors here, and a glyph that is missing is a warning."""
    ledger = aidnet.datasets.load_east_west()
    net = ledger.network(unit="person", level="province").with_names("zh")
    for kind in ("network", "sankey", "map", "matrix"):
        ax = getattr(aidnet.plot, kind)(net)
        drawn(ax)
        for form in ("pdf", "svg", "png"):
            ax.figure.savefig(io.BytesIO(), format=form)
        plt.close("all")


def test_legend_and_notes_speak_the_names_language() -> None:
    ax = aidnet.plot.network(NET)
    assert legend_of(ax)[:2] == ["给予", "接受"]
    assert legend_of(aidnet.plot.network(NET, language="en"))[:2] == ["gives", "receives"]
    english = aidnet.from_edges(["a"], ["b"])
    assert legend_of(aidnet.plot.network(english))[0] == "gives"
    ax = aidnet.plot.timeline(aidnet.datasets.load_east_west(), unit="CNY", language="zh")
    assert ax.get_ylabel() == "元"
    assert "无日期的往来" in note_of(ax)
    with pytest.raises(aidnet.ValidationError, match="language is 'fr'"):
        aidnet.plot.network(english, language="fr")


def test_the_users_own_font_is_enough() -> None:
    (family,) = [name for name in _fonts.families(TEXT) if name in _fonts.FAMILIES]
    mpl.rcParams["font.family"] = [family]
    assert _fonts.families(TEXT) == [family]


def test_a_font_installed_after_matplotlib_looked_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    entry = next(e for e in font_manager.fontManager.ttflist if e.name in _fonts.FAMILIES)
    known = [e for e in font_manager.fontManager.ttflist if e.name not in _fonts.FAMILIES]
    new = tmp_path / Path(entry.fname).name
    shutil.copy(entry.fname, new)
    monkeypatch.setattr(font_manager.fontManager, "ttflist", known)
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda *_, **__: [str(new)])
    assert _fonts.families(TEXT)[-1] in _fonts.FAMILIES

"""A font with Chinese glyphs, found among those that are installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aidnet.errors import AidnetError
from aidnet.plot._words import is_chinese

if TYPE_CHECKING:
    from collections.abc import Iterable

# The better first: sans serif before serif, the forms of the mainland before those of elsewhere.
FAMILIES = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN",
    "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei", "Sarasa Gothic SC", "HarmonyOS Sans SC", "Droid Sans Fallback", "SimHei",
    "Heiti SC", "STHeiti", "Arial Unicode MS", "Noto Sans CJK TC", "Noto Sans CJK HK",
    "Noto Sans CJK JP", "Noto Sans CJK KR", "Source Han Sans", "Microsoft JhengHei",
    "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", "AR PL UMing CN",
)  # fmt: skip


class MissingFontError(AidnetError, RuntimeError):
    """Names are Chinese, and no font that is installed can write them."""


def families(texts: Iterable[str]) -> list[str]:
    """The font families with which Matplotlib can write the texts, in the order in which it tries.

    Those of its own setting (rcParams["font.family"]) come first; where they lack Chinese glyphs,
    the first of `FAMILIES` that is installed follows.
    """
    from matplotlib import rcParams

    own = list(rcParams["font.family"])
    needed = {ord(sign) for text in texts for sign in text if is_chinese(sign)}
    if not needed or not _lacking(own, needed):
        return own
    for family in _installed():
        if not _lacking([family], needed):
            return [*own, family]
    closest = min(_installed(), key=lambda family: len(_lacking([family], needed)), default=None)
    missing = needed if closest is None else _lacking([closest], needed)
    if closest is not None and len(missing) < len(needed):
        return [*own, closest]  # of the rest, Matplotlib itself says that it is missing
    raise MissingFontError(
        f"no installed font has the Chinese characters {_some(missing)}. Install one: on Debian or "
        "Ubuntu apt-get install fonts-noto-cjk (or the smaller fonts-wqy-microhei), elsewhere Noto "
        "Sans CJK or Source Han Sans. If you have one under another name, set "
        "matplotlib.rcParams['font.family'] to it. English names need none: "
        "network.with_names('en')"
    )


def _installed() -> list[str]:
    """Which of `FAMILIES` there are, also those installed after Matplotlib last looked."""
    known = _known()
    if not known:
        _look_again()
        known = _known()
    return known


def _known() -> list[str]:
    from matplotlib.font_manager import fontManager

    names = {entry.name for entry in fontManager.ttflist}
    return [family for family in FAMILIES if family in names]


def _look_again() -> None:
    """Matplotlib keeps its list of fonts in a file, and does not notice new ones."""
    from matplotlib.font_manager import findSystemFonts, fontManager

    listed = {entry.fname for entry in fontManager.ttflist}
    for path in sorted(set(findSystemFonts()) - listed):
        try:
            fontManager.addfont(path)
        except (OSError, RuntimeError):  # broken, or not a font that Matplotlib reads
            continue


def _lacking(of: list[str], needed: set[int]) -> set[int]:
    """Which code points none of the families can write."""
    from matplotlib.font_manager import FontProperties, findfont, get_font

    left = set(needed)
    for family in of:
        font = get_font(findfont(FontProperties(family=[family])))
        left = {code for code in left if not font.get_char_index(code)}
    return left


def _some(codes: set[int], shown: int = 8) -> str:
    signs = "".join(map(chr, sorted(codes)[:shown]))
    return f"{signs} …" if len(codes) > shown else signs

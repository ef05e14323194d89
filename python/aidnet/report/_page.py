"""The page: a template, style and script from the package's files, and the document in it."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

from aidnet._words import table

POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
    "style-src 'sha256-{style}'; script-src 'sha256-{script}'"
)
"""Nothing is loaded, and nothing runs but the page's own style and script."""


def page_of(document: dict[str, Any], language: str) -> str:
    """The document as one HTML file."""
    style, script = assets(".css"), assets(".js")
    own = document["meta"]["title"] or table()["report.untitled"]
    values = {
        "title": html.escape(own if isinstance(own, str) else own[language == "zh"]),
        "lang": language,
        "csp": POLICY.format(style=_digest(style), script=_digest(script)),
        "style": style,
        "script": script,
        "data": json_of(document),
    }
    # One pass, so that nothing within a value is taken for a placeholder.
    return re.sub(r"\{\{(\w+)\}\}", lambda place: values[place[1]], _read("report.html"))


@cache
def assets(suffix: str) -> str:
    """All style sheets or scripts, in the order of ``assets/order.txt``."""
    names = [name for name in _read("order.txt").split() if name.endswith(suffix)]
    return "\n" + "".join(_read(name) for name in names)


@cache
def _read(name: str) -> str:
    text = (files("aidnet.report") / "assets" / name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")  # as an HTML parser does, whose text the policy hashes


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def json_of(document: dict[str, Any]) -> str:
    """The document as compact JSON that no HTML parser can take for markup."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text

"""Reading a ledger from files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aidnet import _core
from aidnet._entry import MAX_PROBLEMS, Negative, entry_options, warn_of_columns
from aidnet._tables import TABLES
from aidnet.errors import ValidationError
from aidnet.ledger import Ledger

if TYPE_CHECKING:
    import os

DESCRIPTOR = "datapackage.json"


def read(
    path: str | os.PathLike[str],
    *,
    encoding: str = "utf-8",
    negative: Negative = "error",
    max_problems: int = MAX_PROBLEMS,
) -> Ledger:
    """Read a ledger: a data package, or one CSV table of flows.

    Parameters
    ----------
    path : path
        The folder of a data package (datapackage.json beside CSV files, or the CSV files alone:
        only flows.csv is required), its datapackage.json, or a CSV file with at least the columns
        donor and recipient (`amount` is another name of value, `year` gives start and end).
    encoding : str
        Of the files, where it is not UTF-8.
    negative : {'error', 'reverse', 'net', 'drop'}
        What to do with amounts below zero: refuse them, take them as positive ones from the
        recipient to the donor, keep them so that they are subtracted, or leave the flows out.
    max_problems : int
        How many problems an error lists; the others are counted.

    Returns
    -------
    Ledger

    Warns
    -----
    AidnetWarning
        For a column that is unknown, and so not used, but resembles a known one (ammount).

    Raises
    ------
    LedgerError
        With everything that is wrong: file, row, line, column, the text and what was expected.
    ValidationError
        Where there is no such file.
    """
    entering = entry_options(negative, max_problems)
    if encoding.lower().replace("_", "-") in ("utf-8", "utf8", "utf-8-sig"):
        compiled = _core.Ledger.read(Path(path), **entering)
    else:
        package, files = _decoded(Path(path), encoding)
        compiled = _core.Ledger.read_files(files, package=package, **entering)
    warn_of_columns(compiled)
    return Ledger(compiled)


def _decoded(path: Path, encoding: str) -> tuple[bool, dict[str, bytes]]:
    """The files of a package, or one table, in UTF-8 from another encoding."""
    if path.is_file() and path.name != DESCRIPTOR:
        return False, {path.name: _text(path, encoding).encode()}
    folder = path.parent if path.name == DESCRIPTOR else path
    if not path.exists():
        raise ValidationError(f"{path}: there is no such file or folder")
    files: dict[str, bytes] = {}
    resources: list[Any] = []
    if (folder / DESCRIPTOR).is_file():
        descriptor, resources = _descriptor_in_utf8(_text(folder / DESCRIPTOR, "utf-8"))
        files[DESCRIPTOR] = descriptor.encode()
    for resource in [{"name": table, "path": f"{table}.csv"} for table in TABLES] + resources:
        name = _path_of(resource)
        file = folder / name
        if not file.is_file():
            continue  # the compiled part says so where it matters
        if not file.resolve().is_relative_to(folder.resolve()):
            raise ValidationError(f"{name}: lies outside the package's folder")
        is_table = resource.get("name") in TABLES
        files[name] = _text(file, encoding).encode() if is_table else file.read_bytes()
    return True, files


def _path_of(resource: dict[str, Any]) -> str:
    path = resource.get("path")
    return str(path[0] if isinstance(path, list) and len(path) == 1 else path)


def _descriptor_in_utf8(text: str) -> tuple[str, list[Any]]:
    """A descriptor, and its resources, when its tables have been decoded."""
    try:
        descriptor = json.loads(text)
        resources = [one for one in descriptor["resources"] if isinstance(one, dict)]
    except (ValueError, TypeError, LookupError, RecursionError):
        return text, []  # the compiled part says what is wrong
    for resource in resources:
        if resource.get("name") in TABLES and "encoding" in resource:
            resource["encoding"] = "utf-8"
    return json.dumps(descriptor, ensure_ascii=False, indent=2), resources


def _text(file: Path, encoding: str) -> str:
    try:
        return file.read_bytes().decode(encoding).removeprefix("\ufeff")
    except (UnicodeDecodeError, LookupError) as error:
        raise ValidationError(f"{file}: {error}") from None

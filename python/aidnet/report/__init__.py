"""A ledger as one self-contained HTML file: every number in it leads back to its statements.

``aidnet.report.build(ledger).write("report.html")`` makes it; `docs/report.md` says how each of its
numbers is made. The file needs no network and no other file.
"""

from aidnet.report._report import Report, build

__all__ = ["Report", "build"]

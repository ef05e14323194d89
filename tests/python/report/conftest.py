"""What the tests of the report share."""

from support.browser import browser, east_west, page
from support.reports import data, ledger

__all__ = ["browser", "data", "east_west", "ledger", "page"]

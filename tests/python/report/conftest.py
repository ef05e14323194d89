"""What the tests of the report share."""

from support.browser import browser, east_west, page

__all__ = ["browser", "east_west", "page"]

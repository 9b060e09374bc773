"""Windows in which nothing of earlier tests is left but what a browser keeps of scripts and styles.

Gradio's scripts take a browser that has never seen them a second of two cores to fetch and compile, each time that it is new.
"""

from __future__ import annotations

import json
from collections import defaultdict
from urllib.parse import urlsplit

# What a page can keep in a browser, but cookies.
_KEPT_BY_PAGES = "cache_storage,file_systems,indexeddb,local_storage,service_workers"


def by_day_and_night(page):
    """Shows a page in light colours, then in dark ones, without loading it anew; gives the name of each."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        yield scheme


class Windows:
    """Opens windows, each like one of a browser of its own until `forget`; the next that is like it takes over its cache."""

    def __init__(self, browser):
        self._browser = browser
        self._free = defaultdict(list)
        self._taken = []

    def open(self, width, height, *, color_scheme="light", reduced_motion="no-preference", **options):
        """A page of that size, for a reader with these wishes; `options` are those of Playwright's contexts."""
        like = json.dumps(options, sort_keys=True)
        free = self._free[like]
        context = free.pop() if free else self._browser.new_context(**options)
        self._taken.append((like, context))
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=color_scheme, reduced_motion=reduced_motion)
        return page

    def forget(self):
        """Closes all windows and what their pages kept."""
        for like, context in self._taken:
            for page in context.pages:
                place = urlsplit(page.url)
                if place.scheme.startswith("http"):
                    origin = {"origin": f"{place.scheme}://{place.netloc}", "storageTypes": _KEPT_BY_PAGES}
                    context.new_cdp_session(page).send("Storage.clearDataForOrigin", origin)
                page.close()
            context.clear_cookies()
            self._free[like].append(context)
        self._taken.clear()

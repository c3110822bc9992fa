"""What the first view of a page costs on the wire."""

from collections import Counter
from typing import Any

from playwright.sync_api import Page

# How Chromium names the kinds of what it loads.
KINDS = {"Document": "html", "Stylesheet": "css", "Script": "js", "Font": "font", "Image": "picture"}


def weigh(page: Page, address: str) -> Counter[str]:
    """Open the page with an empty cache; return compressed bytes by kind, all on the wire, and the requests.

    Headers count in "all" and "without_pictures" only.
    """
    begun: dict[str, dict[str, Any]] = {}
    weights: Counter[str] = Counter()

    def finished(event: dict[str, Any]) -> None:
        start = begun[event["requestId"]]
        kind = KINDS.get(start["type"], "other")
        size = int(event["encodedDataLength"])
        weights.update({kind: size - int(start["response"]["encodedDataLength"]), "all": size, "requests": 1})
        weights.update({"without_pictures": 0 if kind == "picture" else size})

    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.on("Network.responseReceived", lambda event: begun.update({event["requestId"]: event}))
    protocol.on("Network.loadingFinished", finished)
    page.goto(address, wait_until="networkidle")
    return weights

"""What every response tells the browser: load nothing from outside, show it in no other site, keep no copy."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

# The browser itself refuses everything from outside. Gradio's page runs inline scripts and compiles its templates.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors 'none'"
)
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    # To our own pages the origin is told; without it a browser sends forms with the origin «null».
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "X-Robots-Tag": "noindex, nofollow",
}
_PUBLIC_ASSETS = ("assets/", "static/", "svelte/")
# A year; said only where the operator has said that the site is reached by https.
_ONLY_HTTPS = "max-age=31536000"


def with_security_headers(send: Send, path: str, *, secure: bool) -> Send:
    """`send`, with the headers put on. A file keeps the Cache-Control of its own route; what says nothing is not kept."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _ALWAYS.items():
                headers[name] = value
            if secure:
                headers["Strict-Transport-Security"] = _ONLY_HTTPS
            if "text/html" in headers.get("content-type", ""):
                headers["Content-Security-Policy"] = _POLICY
                headers["Cache-Control"] = "no-store"
            elif not any(folder in path for folder in _PUBLIC_ASSETS):
                headers.setdefault("Cache-Control", "no-store")
            # Gradio lets other pages of this machine read along.
            for name in [name for name in headers if name.lower().startswith("access-control-")]:
                del headers[name]
        await send(message)

    return sending

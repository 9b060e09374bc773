"""Pages without Gradio: the log-in, and what is said where a page is not to be had. They need no script."""

from __future__ import annotations

from html import escape

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from radsassistent.web import texts
from radsassistent.web.language import Language, Translator


def plain_page(t: Translator, title: str, body: str, status: int = 200, head: str = "") -> Response:
    """A page of our own in the language of `t`; `title` is text, `body` and `head` are HTML."""
    product = escape(t(texts.TITLE))
    return HTMLResponse(
        f'<!doctype html>\n<html lang="{t.language.value}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} – {product}</title>"
        f'<link rel="icon" href="/favicon.ico"><link rel="stylesheet" href="/stil.css">{head}</head>'
        f'<body class="plain"><main><p class="product">{product}</p><h1>{escape(title)}</h1>{body}</main></body></html>\n',
        status_code=status,
    )


def once_more(t: Translator, path: str) -> Response:
    """A page that opens the page of a path, one of ours, as if the reader had followed a link on it."""
    told = f'<p><a href="{escape(path)}">{escape(t("Gå videre"))}</a></p>'
    return plain_page(t, t(texts.TITLE), told, head=f'<meta http-equiv="refresh" content="0; url={escape(path)}">')


def refusal(headers: Headers, language: Language, title: str, said: str, status: int, **fills: object) -> Response:
    """Why there is nothing: a page for a browser that opens one, else the sentence alone. Both texts are in Bokmål."""
    t = Translator(language)
    if "text/html" not in headers.get("accept", ""):
        return PlainTextResponse(t(said, **fills), status_code=status)
    back = f'<p><a href="{language.path}/">{escape(t("Til forsiden"))}</a></p>'
    return plain_page(t, t(title), f"<p>{escape(t(said, **fills))}</p>{back}", status)

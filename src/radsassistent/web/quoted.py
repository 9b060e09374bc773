"""What documents and answers say, as HTML that tells a reader of another language's pages that it is Norwegian."""

from __future__ import annotations

from html import escape

from radsassistent.web.language import Language, Translator


def tongue(t: Translator) -> str:
    """The attribute for an element of which all is the documents' words; "" on the pages that are Norwegian themselves."""
    return "" if t.language is Language.BOKMAL else ' lang="nb"'


def quoted(text: str, t: Translator) -> str:
    """The documents' words within a text of the page, escaped."""
    marked = tongue(t) if any(map(str.isalpha, text)) else ""
    return f"<span{marked}>{escape(text)}</span>" if marked else escape(text)

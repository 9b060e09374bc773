"""The API's description as a page that a person can read: HTML made of the OpenAPI document, with nothing from outside."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

_Schema = Mapping[str, Any]

_INTRO = (
    "For andre programmer. Adressene står på norsk, feltene på engelsk. Feil kommer som "
    "<code>application/problem+json</code> (RFC 9457). Et program ser det samme som den som er logget inn; "
    "på egen maskin trengs ingen innlogging."
)


def api_page(described: _Schema, path: str) -> str:
    """The page; `described` is the OpenAPI document, `path` where the API is."""
    components = described.get("components", {}).get("schemas", {})
    operations = "".join(
        _operation(method, f"{path}{address}", operation, components)
        for address, methods in described["paths"].items()
        for method, operation in methods.items()
    )
    types = "".join(_type(name, schema) for name, schema in sorted(components.items()))
    title = escape(described["info"]["title"])
    return (
        f'<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>API – {title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="icon" href="/favicon.ico"><link rel="stylesheet" href="/stil.css"></head>'
        f'<body class="api"><main><h1>API, versjon {escape(described["info"]["version"])}</h1><p>{_INTRO}</p>'
        f'<p><a href="{path}/openapi.json">OpenAPI-beskrivelsen</a> · <a href="/">Til forsiden</a></p>'
        f'<div lang="en">{operations}<h2>Types</h2>{types}</div></main></body></html>'
    )


def _operation(method: str, address: str, operation: _Schema, components: _Schema) -> str:
    sends = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    gets = operation["responses"]["200"]["content"]["application/json"]["schema"]
    parameters = [
        (each["name"], each["schema"], each.get("description", "")) for each in operation.get("parameters", ())
    ]
    table = _table(
        (escape(name), _kind(schema).removesuffix(" or null"), escape(said)) for name, schema, said in parameters
    )
    given = f"<p>Sends {_kind(sends)}, gets {_kind(gets)}.</p>" if sends else f"<p>Gets {_kind(gets)}.</p>"
    return (
        f"<h2><code>{method.upper()} {escape(address)}</code></h2><p>{escape(operation['summary'])}</p>"
        f"{given}{table if parameters else ''}"
    )


def _type(name: str, schema: _Schema) -> str:
    needed = schema.get("required", ())
    rows = (
        (
            f"{escape(field)}{'' if field in needed else ' <small>(may be left out)</small>'}",
            _kind(each),
            escape(str(each.get("description", ""))),
        )
        for field, each in schema.get("properties", {}).items()
    )
    said = escape(str(schema.get("description", "")))
    values = f"<p>{_kind(schema)}</p>" if "enum" in schema else ""
    table = _table(rows) if "properties" in schema else ""
    return f'<h3 id="{escape(name)}">{escape(name)}</h3><p>{said}</p>{values}{table}'


def _table(rows: Iterator[tuple[str, str, str]]) -> str:
    body = "".join(
        f"<tr><th scope='row'><code>{name}</code></th><td>{kind}</td><td>{said}</td></tr>" for name, kind, said in rows
    )
    return f"<table><tbody>{body}</tbody></table>"


def _kind(schema: _Schema) -> str:
    """What a field holds, in few words."""
    if "$ref" in schema:
        name = escape(schema["$ref"].rsplit("/", 1)[-1])
        return f'<a href="#{name}">{name}</a>'
    if "anyOf" in schema:
        return " or ".join(_kind(each) for each in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(f"<code>{escape(json.dumps(each, ensure_ascii=False))}</code>" for each in schema["enum"])
    if schema.get("type") == "array":
        most = f", at most {schema['maxItems']}" if "maxItems" in schema else ""
        return f"list of {_kind(schema['items'])}{most}"
    kind = escape(str(schema.get("format") or schema.get("type", "anything")))
    limits = [said.format(schema[key]) for key, said in _LIMITS.items() if key in schema]
    return ", ".join([kind, *limits])


_LIMITS = {"minimum": "at least {}", "maximum": "at most {}", "maxLength": "at most {} characters"}

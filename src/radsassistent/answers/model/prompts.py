"""The texts that a language model is sent: one file each in prompts/."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

# What the model writes when the passages do not tell; shared by the prompt, the code and the tests.
NO_ANSWER = "INGEN SVAR"


@cache
def prompt(name: str) -> str:
    """The prompt of a name. It ships in the package; an editable install has it at the top of the checkout."""
    packaged = resources.files("radsassistent") / "prompts" / f"{name}.md"
    if packaged.is_file():
        return packaged.read_text(encoding="utf-8")
    return (Path(__file__).parents[4] / "prompts" / f"{name}.md").read_text(encoding="utf-8")

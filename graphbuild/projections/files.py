"""Writes a file whole or not at all.

A run that stops in the middle of `graph.ttl` must not leave half a graph where a whole one stood.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO


@contextmanager
def replacing(path: str | Path) -> Iterator[IO[bytes]]:
    """Open a file to write bytes to; it takes the place of `path` once the block ends without an error.

    >>> import tempfile
    >>> target = Path(tempfile.mkdtemp()) / "graph.nq"
    >>> with replacing(target) as file:
    ...     _ = file.write(b"whole")
    >>> target.read_bytes()
    b'whole'
    """
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
        partial = Path(file.name)
        try:
            yield file.file
            file.flush()
            os.chmod(partial, _mode(target))
            file.close()
            partial.replace(target)
        except BaseException:  # Ctrl-C too
            file.close()
            partial.unlink(missing_ok=True)
            raise


def _mode(target: Path) -> int:
    """Return the permissions of the file that is replaced, or those that a new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

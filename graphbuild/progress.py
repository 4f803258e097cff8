"""Progress on stderr: a bar where it is a terminal, nothing that scrolls where it is not."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


class Progress:
    """Says on stderr how far the work is."""

    def say(self, text: str) -> None:
        """Print one line; what strangers wrote in it cannot steer the terminal."""
        print("".join(c if c.isprintable() else "�" for c in text), file=sys.stderr)  # noqa: T201

    def count(self, things: Iterable[T], done: str) -> Iterator[T]:
        """Pass things through and say at the end how many there were."""
        n = 0
        for thing in things:
            n += 1
            yield thing
        self.say(f"{done} {n} report{'' if n == 1 else 's'}")

    def bar(self, things: Sequence[T], label: str) -> Iterator[T]:
        """Pass things through under a progress bar."""
        if not sys.stderr.isatty():
            self.say(label)
            yield from things
            return
        from rich.console import Console
        from rich.progress import track

        yield from track(things, description=label, console=Console(stderr=True), transient=True)

    @contextmanager
    def rows(self, label: str) -> Iterator[Callable[[int, int], None]]:
        """Give a function that takes the number of rows done and of rows to do."""
        if not sys.stderr.isatty():
            self.say(label)
            yield lambda done, total: None
            return
        from rich.console import Console
        from rich.progress import Progress as Bar

        with Bar(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(label, total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)


progress = Progress()

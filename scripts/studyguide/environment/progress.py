"""A short line per long step, with the seconds it took; on a terminal the line shows what is being done."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO


class Step:
    """One running step. On a terminal `note` rewrites the line; elsewhere only its beginning and end are printed."""

    def __init__(self, title: str, stream: TextIO) -> None:
        self.title = title
        self.stream = stream
        self.started = time.monotonic()
        self.live = stream.isatty()

    def note(self, text: str) -> None:
        """Show what the step is doing now."""
        if self.live:
            self.stream.write(f"\r\033[K{self._line(text)}"[:110])
            self.stream.flush()

    def begin(self) -> None:
        """Print the title without ending the line."""
        self.stream.write(f"guide: {self.title} ...")
        self.stream.flush()

    def end(self, word: str) -> None:
        """End the line with the seconds and, when it did not go well, a word."""
        text = f"{word}{time.monotonic() - self.started:.1f} s"
        self.stream.write(f"\r\033[K{self._line(text)}\n" if self.live else f" {text}\n")
        self.stream.flush()

    def _line(self, text: str) -> str:
        return f"guide: {self.title} ... {text}"


@contextmanager
def step(title: str, stream: TextIO | None = None) -> Iterator[Step]:
    """Show a step while the body runs. Goes to standard output: standard error is for the one line of an error."""
    running = Step(title, stream or sys.stdout)
    running.begin()
    try:
        yield running
    except BaseException:
        running.end("stopped after ")
        raise
    running.end("")

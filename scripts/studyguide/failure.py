"""The one value for "this cannot go on": what happened and what to do about it, in one line."""

from __future__ import annotations


class Failure(Exception):
    """Something outside the guide's pages is in the way (network, disk, a port, a missing program).

    Problems in pages are `Problem` values; a Failure ends the command with exit code 2.
    """

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}; {remedy}")
        self.what = what
        self.remedy = remedy

    def line(self) -> str:
        """The message as a person reads it on the terminal: always one line."""
        return " ".join(f"guide: {self.what}; {self.remedy}".split())

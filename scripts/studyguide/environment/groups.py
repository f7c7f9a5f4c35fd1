"""Which set of packages each command needs. The sets nest: dev contains check, check contains site."""

from __future__ import annotations

# In order: each group's lock holds everything that the groups before it hold, at the same versions.
GROUPS = ("site", "check", "dev")

COMMAND_GROUPS = {
    "serve": "site",
    "build": "site",
    "check": "check",
    "test": "dev",
    "new": "site",
    "lock": "dev",
}


def groups_within(group: str) -> tuple[str, ...]:
    """The groups that are complete once `group` is installed, itself included."""
    return GROUPS[: GROUPS.index(group) + 1]

"""Start the guide: refuse a Python that is too old, otherwise prepare the environment and run the command.

Every Python since 2.7 can read this file, so that an old one answers with a sentence and not with a syntax error.
All that needs a newer Python stands behind the import at the end.
"""

import sys

OLDEST_PYTHON = (3, 11, 5)


def refusal(version):  # type: ignore[no-untyped-def]
    """The one line that an old Python prints; version is (major, minor, micro)."""
    numbers = OLDEST_PYTHON + tuple(version[:3])
    text = "guide: Python %d.%d.%d or newer is needed, this is %d.%d.%d; run ./scripts/guide, which looks for one"
    return text % numbers


if __name__ == "__main__":
    if tuple(sys.version_info[:3]) < OLDEST_PYTHON:
        sys.stderr.write(refusal(sys.version_info) + "\n")  # type: ignore[no-untyped-call]
        sys.exit(2)

    from studyguide.start import main

    sys.exit(main(sys.argv[1:]))

"""What pip, venv and the operating system say, turned into one line with a remedy.

Order matters: pip ends a failed download with "No matching distribution", so the cause is looked for first.
"""

from __future__ import annotations

import errno
import re

from studyguide.failure import Failure

AGAIN = "run the same command again"

NETWORK = re.compile(
    r"""(?xi)
      NewConnectionError | Failed\ to\ establish\ a\ new\ connection | after\ connection\ broken\ by
    | name\ resolution | Name\ or\ service\ not\ known | nodename\ nor\ servname | getaddrinfo\ failed
    | NameResolutionError
    | Network\ is\ unreachable | No\ route\ to\ host | Connection\ (?:refused|reset|aborted|timed\ out)
    | (?:Connect|Read)Timeout | Read\ timed\ out | ProxyError | Cannot\ connect\ to\ proxy
    | Max\ retries\ exceeded | RemoteDisconnected | IncompleteRead | (?:unable|failed)\ to\ connect
    """
)
# Without retries pip keeps the cause to itself. That not even the first package is offered by an index says enough;
# later ones may have no build for this machine.
NOTHING_OFFERED = re.compile(r"\(from versions: none\)")
INDEX_ANSWERED = re.compile(r"^\s*(?:Downloading|Using cached) ", re.MULTILINE)
CERTIFICATE = re.compile(r"CERTIFICATE_VERIFY_FAILED|SSLCertVerificationError|certificate verify failed", re.IGNORECASE)
DISK_FULL = re.compile(r"No space left on device|Disk quota exceeded|not enough space on the disk", re.IGNORECASE)
NOT_PERMITTED = re.compile(
    r"Permission denied|Read-only file system|Access is denied|Operation not permitted", re.IGNORECASE
)
WRONG_HASH = re.compile(r"DO NOT MATCH THE HASHES|Hashes are required", re.IGNORECASE)
NO_VERSION = re.compile(
    r"No matching distribution found for (\S+)|Could not find a version that satisfies .*? (\S+==\S+)"
)
NEEDS_BUILDING = re.compile(r"Failed building wheel|Failed to build|subprocess-exited-with-error", re.IGNORECASE)
NO_VENV_MODULE = re.compile(
    r"ensurepip is not available|No module named '?(?:venv|ensurepip)|python3[\d.]*-venv", re.IGNORECASE
)

DISK_FULL_FAILURE = ("the disk is full", f"free about 500 MB and {AGAIN}")
NO_SUCH_PROGRAM = "install it or correct its path"


def explain_pip(output: str, log: str) -> Failure:
    """The Failure for what pip printed before it gave up; `log` is where the whole of it can be read."""
    details = f"details: {log}"
    if DISK_FULL.search(output):
        return Failure(*DISK_FULL_FAILURE)
    if CERTIFICATE.search(output):
        return Failure(
            "the package index has a certificate that this machine does not trust",
            f"set PIP_CERT to your network's certificate file and {AGAIN} ({details})",
        )
    if index_is_unreachable(output):
        return Failure("the package index cannot be reached", f"check the network or proxy and {AGAIN} ({details})")
    if NOT_PERMITTED.search(output):
        return Failure("pip may not write here", f"check who owns the folder and {AGAIN} ({details})")
    if WRONG_HASH.search(output):
        return Failure(
            "a downloaded package differs from the one in requirements/",
            f"nothing was installed; clear pip's cache (pip cache purge) and {AGAIN} ({details})",
        )
    if missing := NO_VERSION.search(output):
        package = missing.group(1) or missing.group(2)
        return Failure(
            f"the package index does not offer {package}", f"check the index that pip is set to use ({details})"
        )
    if NEEDS_BUILDING.search(output):
        return Failure(
            "a package has no ready-made build for this machine",
            f"use Python 3.11 to 3.14 on Linux, macOS or Windows, or install a compiler ({details})",
        )
    return Failure(f"pip failed: {last_error(output)}", f"read {log} and {AGAIN}")


def index_is_unreachable(output: str) -> bool:
    """Whether pip stopped because it could not download: it then has not changed what is installed."""
    nothing = NOTHING_OFFERED.search(output) and not INDEX_ANSWERED.search(output)
    return bool(NETWORK.search(output) or nothing)


def explain_venv(output: str, python: str) -> Failure:
    """The Failure for what `python -m venv` printed."""
    if NO_VENV_MODULE.search(" ".join(output.split())):
        return Failure(
            f"{python} cannot make virtual environments",
            f"install its venv module (Debian, Ubuntu: apt install python3-venv) and {AGAIN}",
        )
    if DISK_FULL.search(output):
        return Failure(*DISK_FULL_FAILURE)
    if NOT_PERMITTED.search(output):
        return Failure("this folder cannot be written to", f"check who owns it, or set GUIDE_VENV, and {AGAIN}")
    return Failure(f"{python} -m venv failed: {last_error(output)}", f"check this Python and {AGAIN}")


def explain_system(error: OSError) -> Failure:
    """The Failure for an error of the operating system while files were written or programs started."""
    where = f" ({error.filename})" if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Failure(*DISK_FULL_FAILURE)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Failure(f"no permission to write{where}", f"check who owns it, or set GUIDE_VENV, and {AGAIN}")
    if error.errno == errno.ENOENT:
        return Failure(f"not found{where}", NO_SUCH_PROGRAM)
    return Failure(f"{error.strerror or error}{where}", AGAIN)


def last_error(output: str) -> str:
    """The last line that says "error", else the last line, shortened to fit one line of a terminal."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower()]
    return (errors or lines or ["no message"])[-1][:160]

"""Serve the guide on this machine and show every saved change in the browser.

Words, styles, templates, the bibliography and the glossary are watched by MkDocs. When a Python file of the guide's
own extensions changes, MkDocs is started again, because a running Python does not notice.
"""

from __future__ import annotations

import argparse
import errno
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

from studyguide.commands._mkdocs import mkdocs_command, mkdocs_variables
from studyguide.failure import Failure

HELP = "show the guide at http://127.0.0.1:8000 and follow every change"
SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_TO_STOP = 5.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `guide serve`."""
    parser.add_argument("--port", type=port_number, default=8000, help="port to serve on (default: 8000)")
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to serve on (default: 127.0.0.1, this machine only)"
    )
    parser.add_argument("--open", action="store_true", help="open the guide in the browser")


def port_number(text: str) -> int:
    """A port as a number. Raises ArgumentTypeError outside 1 to 65535."""
    if not (text.isascii() and text.isdecimal()) or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f'"{text}" is not a port; choose a number from 1 to 65535')
    return int(text)


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Serve until Ctrl-C; returns 0 then. Raises Failure when the port cannot be had."""
    require_free_port(arguments.host, arguments.port)
    signal.signal(signal.SIGTERM, _interrupt)
    first = True
    try:
        while True:
            command = serve_command(root, arguments.host, arguments.port, open_browser=arguments.open and first)
            code = _serve_until_code_changes(command, serve_variables(arguments.host, arguments.port), root)
            if code is not None:
                return code
            print("guide: Python files changed; starting again", flush=True)
            first = False
    except KeyboardInterrupt:
        return 0


def serve_command(root: Path, host: str, port: int, *, open_browser: bool) -> list[str]:
    """MkDocs' live server. `--livereload` is said aloud: with some versions of Click its default is lost."""
    watched = [
        argument for name in ("overrides",) if (root / name).is_dir() for argument in ("--watch", str(root / name))
    ]
    opened = ["--open"] if open_browser else []
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    return mkdocs_command(root, "serve", "--no-strict", "--livereload", "--dev-addr", address, *watched, *opened)


def serve_variables(host: str, port: int) -> dict[str, str]:
    """The environment of the live server: unless the reader set an address, the guide is at the root of the host."""
    variables = mkdocs_variables()
    variables.setdefault("GUIDE_SITE_URL", f"http://{host}:{port}/")
    return variables


def require_free_port(host: str, port: int) -> None:
    """Raise Failure when nothing can listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name != "nt":
            # As MkDocs does; otherwise a port that was in use a minute ago counts as taken.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise _port_failure(error, host, port) from error


def _port_failure(error: OSError, host: str, port: int) -> Failure:
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return Failure(
            f"{host} is not an address of this machine", "use --host 127.0.0.1, or 0.0.0.0 for all addresses"
        )
    if error.errno == errno.EACCES:
        return Failure(f"port {port} needs more rights than you have", "choose one above 1023, as in --port 8000")
    other = port + 1 if port < 65535 else port - 1
    return Failure(f"port {port} is in use", f"choose another with --port {other} or stop the other program")


def _serve_until_code_changes(command: list[str], variables: dict[str, str], root: Path) -> int | None:
    """Run the server; returns its exit code, or None after stopping it because a Python file changed."""
    before = code_times(root)
    with subprocess.Popen(command, env=variables, cwd=root) as server:
        try:
            while server.poll() is None:
                time.sleep(SECONDS_BETWEEN_LOOKS)
                if code_times(root) != before:
                    _stop(server)
                    return None
        except KeyboardInterrupt:
            _stop(server)
            raise
        return server.returncode


def code_times(root: Path) -> dict[Path, int]:
    """When each Python file of the package was last changed."""
    times = {}
    for path in (root / "scripts" / "studyguide").rglob("*.py"):
        try:
            times[path] = path.stat().st_mtime_ns
        except FileNotFoundError:  # an editor replaces a file by renaming another over it
            continue
    return times


def _stop(server: subprocess.Popen[bytes]) -> None:
    """End the server as Ctrl-C would, and for certain."""
    if os.name == "nt":
        server.terminate()
    else:
        server.send_signal(signal.SIGINT)
    try:
        server.wait(SECONDS_TO_STOP)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        server.kill()
        server.wait()


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt

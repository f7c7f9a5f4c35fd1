import argparse
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from studyguide.commands import serve
from studyguide.failure import Failure


@pytest.fixture
def taken():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_in_use_is_one_line_with_the_next_port(taken, tmp_path):
    with pytest.raises(Failure) as failure:
        serve.run(argparse.Namespace(host="127.0.0.1", port=taken, open=False), tmp_path)
    assert failure.value.line() == (
        f"guide: port {taken} is in use; choose another with --port {taken + 1} or stop the other program"
    )


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_a_foreign_host(host):
    with pytest.raises(Failure, match=re.escape(f"{host} is not an address of this machine; use --host 127.0.0.1")):
        serve.require_free_port(host, 8000)


@pytest.mark.parametrize("text", ["0", "65536", "-1", "80a", "", "٣"])
def test_ports_that_cannot_be(text):
    with pytest.raises(argparse.ArgumentTypeError):
        serve.port_number(text)


def test_the_preview_is_never_strict_and_always_reloads(tmp_path):
    (tmp_path / "overrides").mkdir()
    command = serve.serve_command(tmp_path, "127.0.0.1", 8000, open_browser=False)
    assert {"--no-strict", "--livereload"} <= set(command)
    assert command[command.index("--watch") + 1] == str(tmp_path / "overrides")
    assert "--open" not in command


def test_the_readers_own_address_is_kept(monkeypatch):
    monkeypatch.delenv("GUIDE_SITE_URL", raising=False)
    assert serve.serve_variables("127.0.0.1", 8001)["GUIDE_SITE_URL"] == "http://127.0.0.1:8001/"
    monkeypatch.setenv("GUIDE_SITE_URL", "https://fork.example/guide/")
    assert serve.serve_variables("127.0.0.1", 8001)["GUIDE_SITE_URL"] == "https://fork.example/guide/"


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_serves_starts_again_for_python_and_ends_quietly(tmp_path):
    """The whole life of the live server, over a site of one page."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Hello\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: A guide\n")
    code = tmp_path / "scripts" / "studyguide" / "extension.py"
    code.parent.mkdir(parents=True)
    code.touch()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = (
        "import argparse, pathlib, sys; from studyguide.commands import serve; "
        f"options = argparse.Namespace(host='127.0.0.1', port={port}, open=False); "
        f"sys.exit(serve.run(options, pathlib.Path({str(tmp_path)!r})))"
    )
    variables = os.environ | {"PYTHONPATH": str(serve.__file__).rsplit("/studyguide/", 1)[0]}
    with subprocess.Popen(
        [sys.executable, "-c", program], env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        assert "Hello" in wait_for_page(port)
        os.utime(code, ns=(1, 1))
        line = wait_for_line(server, "guide: ")
        assert line == "guide: Python files changed; starting again\n"
        assert "Hello" in wait_for_page(port)
        server.send_signal(signal.SIGINT)
        rest = server.stdout.read() if server.stdout else ""
    assert server.returncode == 0
    assert "Traceback" not in rest
    serve.require_free_port("127.0.0.1", port)


def wait_for_page(port: int) -> str:
    deadline = time.monotonic() + 20
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
                return answer.read().decode()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def wait_for_line(server: subprocess.Popen[str], start: str) -> str:
    assert server.stdout
    return next(line for line in server.stdout if line.startswith(start))

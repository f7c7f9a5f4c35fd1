import errno

import pytest

from studyguide.environment.explain import explain_pip, explain_system, explain_venv, last_error

DNS = """WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(...: Failed to establish
a new connection: [Errno -3] Temporary failure in name resolution')': /simple/mkdocs/
ERROR: Could not find a version that satisfies the requirement mkdocs==1.6.1 (from versions: none)
ERROR: No matching distribution found for mkdocs==1.6.1
"""


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (DNS, "the package index cannot be reached; check the network or proxy"),
        ("ERROR: Could not install: [Errno 111] Connection refused", "the package index cannot be reached"),
        ("pip._vendor.urllib3.exceptions.ReadTimeoutError: Read timed out.", "the package index cannot be reached"),
        ("ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed'))", "check the network or proxy"),
        ("SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]')", "PIP_CERT"),
        ("ERROR: Could not install packages: [Errno 28] No space left on device", "the disk is full; free about"),
        ("OSError: [Errno 13] Permission denied: '/x'\nConsider using", "pip may not write here"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "differs from the one in req"),
        (
            "ERROR: Could not find a version that satisfies the requirement a==1 (from versions: none)",
            "the package index cannot be reached",
        ),
        (
            "  Downloading a-1.whl\nERROR: No matching distribution found for b==1 (from versions: none)",
            "does not offer b==1",
        ),
        ("ERROR: No matching distribution found for pint==0.25.3", "does not offer pint==0.25.3"),
        ("error: subprocess-exited-with-error\n× Building wheel", "no ready-made build for this machine"),
        ("ERROR: something new\nbye", "pip failed: ERROR: something new; read .venv/setup.log"),
        ("", "pip failed: no message"),
    ],
)
def test_pip(output, expected):
    line = explain_pip(output, ".venv/setup.log").line()
    assert line.startswith("guide: ")
    assert expected in line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("The virtual environment was not created successfully because ensurepip is not\navailable.", "python3-venv"),
        ("/usr/bin/python3: No module named venv", "apt install python3-venv"),
        ("Error: [Errno 13] Permission denied: '/usr/.venv'", "this folder cannot be written to"),
        ("Error: [Errno 28] No space left on device", "the disk is full"),
        ("Error: odd", "-m venv failed: Error: odd"),
    ],
)
def test_venv(output, expected):
    assert expected in explain_venv(output, "/usr/bin/python3").line()


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "no permission to write (/x)"),
        (errno.EROFS, "no permission to write (/x)"),
        (errno.EIO, "Input/output error (/x)"),
    ],
)
def test_system(number, expected):
    error = OSError(number, "Input/output error", "/x")
    assert expected in explain_system(error).line()


def test_last_error_prefers_the_line_that_says_so():
    assert last_error("ok\nERROR: this\nnote: that\n") == "ERROR: this"
    assert len(last_error("error " + "x" * 500)) == 160

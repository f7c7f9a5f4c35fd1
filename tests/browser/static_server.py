"""A loopback server for a built site, as plain as the hosts it will live on."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


@contextmanager
def serve(site: Path, published: str) -> Iterator[str]:
    """Serve `site` at the path of its `published` address while the context lasts; gives the address on this machine.

    An unknown path gets the site's 404.html. The sitemap names the served address instead of the published one, because
    the theme's instant navigation works only among the pages of the sitemap.
    """
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _handler(site, published))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{urlsplit(published).path}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(site: Path, published: str) -> type[http.server.SimpleHTTPRequestHandler]:
    base = urlsplit(published).path

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            if not path.startswith(base):
                self.send_error(404)
            elif path == f"{base}sitemap.xml":
                served = f"http://127.0.0.1:{self.server.server_port}{base}"
                text = (site / "sitemap.xml").read_text(encoding="utf-8").replace(published, served)
                self._answer(200, "application/xml", text.encode())
            else:
                super().do_GET()

        def translate_path(self, path: str) -> str:
            self.directory = str(site)
            return super().translate_path("/" + path.removeprefix(base))

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            if code == 404:
                self._answer(404, "text/html; charset=utf-8", (site / "404.html").read_bytes())
            else:
                super().send_error(code, message, explain)

        def end_headers(self) -> None:
            # As long as one run lasts the files do not change.
            self.send_header("Cache-Control", "max-age=600")
            super().end_headers()

        def _answer(self, code: int, kind: str, body: bytes) -> None:
            self.send_response(code)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: Any) -> None:
            """Say nothing."""

    return Handler

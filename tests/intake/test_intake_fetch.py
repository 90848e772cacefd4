"""Fetching, against a server of our own on this machine."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.errors import EmptyPage, FetchFailed, ForbiddenAddress, NoArticle, TooLarge
from sayso.intake import address
from sayso.intake.address import check_address, is_public
from sayso.intake.fetch import fetch
from sayso.intake.gather import gather
from sayso.model import Document

STORY = (
    "<h1>Quay shut</h1>" + "<p>The harbour master a dit qu'il était fermé, café compris.</p>" * 4
)


class Handler(BaseHTTPRequestHandler):
    """One path a way in which servers answer."""

    def do_GET(self) -> None:
        answer = getattr(self, "answer_" + self.path.strip("/").replace("/", "_"), None)
        if answer is None:
            self.send_error(404)
        else:
            answer()

    def page(self, body: bytes, **headers: str) -> None:
        self.send_response(200)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.end_headers()

    def answer_page(self) -> None:
        self.page(f"<html>{STORY}".encode("latin-1"), Content_Type="text/html; charset=iso-8859-1")

    def answer_zipped(self) -> None:
        self.page(gzip.compress(STORY.encode()), Content_Encoding="gzip")

    def answer_bomb(self) -> None:
        self.page(gzip.compress(b"x" * 3_000_000), Content_Encoding="gzip")

    def answer_empty(self) -> None:
        self.page(b"")

    def answer_host(self) -> None:
        self.page(self.headers["Host"].encode())

    def answer_moved(self) -> None:
        self.redirect("/page")

    def answer_loop(self) -> None:
        self.redirect("/loop")

    def answer_inside(self) -> None:
        self.redirect("http://169.254.10.10/latest")

    def answer_file(self) -> None:
        self.redirect("file:///etc/hosts")

    def answer_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"x" * 65536)
        except OSError:
            pass

    def answer_dripping(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    def answer_silent(self) -> None:
        time.sleep(1.5)

    def log_message(self, *args: object) -> None:
        """Nothing on stderr."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    served = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.daemon_threads = True
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{served.server_address[1]}"
    served.shutdown()
    served.server_close()
    thread.join()


def test_a_page_in_the_encoding_that_the_server_declares(server: str) -> None:
    page = fetch(f"{server}/page", allow_local=True)
    assert page.charset == "iso-8859-1"
    (document,) = gather(f"{server}/page", allow_local=True)
    assert isinstance(document, Document)
    assert "était fermé" in document.text
    assert document.url == f"{server}/page"


def test_a_redirect_is_followed(server: str) -> None:
    assert fetch(f"{server}/moved", allow_local=True).url == f"{server}/page"


def test_a_zipped_page_is_unpacked(server: str) -> None:
    assert fetch(f"{server}/zipped", allow_local=True).data == STORY.encode()


@pytest.mark.parametrize(
    ("path", "error", "says"),
    [
        ("missing", FetchFailed, "answered 404"),
        ("empty", EmptyPage, "empty page"),
        ("loop", FetchFailed, "more than 5 redirects"),
        ("file", ForbiddenAddress, "only pages of the web"),
    ],
)
def test_bad_answers(server: str, path: str, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        fetch(f"{server}/{path}", allow_local=True)


def test_an_endless_body_stops_at_the_limit(server: str) -> None:
    with pytest.raises(TooLarge):
        fetch(f"{server}/endless", allow_local=True, max_bytes=1_000_000)


def test_a_packed_body_counts_unpacked(server: str) -> None:
    with pytest.raises(TooLarge):
        fetch(f"{server}/bomb", allow_local=True, max_bytes=1_000_000)


@pytest.mark.parametrize("path", ["silent", "dripping"])
def test_a_slow_server_is_left(server: str, path: str) -> None:
    begun = time.monotonic()
    with pytest.raises(FetchFailed, match="time limit"):
        fetch(f"{server}/{path}", allow_local=True, timeout=0.4)
    assert time.monotonic() - begun < 1.4


def test_a_closed_port_and_an_unknown_host() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    with pytest.raises(FetchFailed, match="nobody answers"):
        fetch(f"http://127.0.0.1:{port}/", allow_local=True)
    with pytest.raises(FetchFailed, match="no host named"):
        fetch("http://no-such-host.invalid/", allow_local=True)


def test_a_server_without_tls_is_no_https(server: str) -> None:
    with pytest.raises(FetchFailed, match="TLS"):
        fetch(server.replace("http:", "https:"), allow_local=True)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://192.168.0.1/",
        "http://169.254.169.254/",
        "http://0.0.0.0/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://2130706433/",
        "ftp://a.example/",
        "file:///etc/hosts",
        "http://user:word@a.example/",
        "http:///nothing",
        "http://[bad/",
    ],
)
def test_forbidden_addresses(url: str) -> None:
    with pytest.raises(ForbiddenAddress):
        fetch(url)


def resolve_to(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Let host names resolve to these addresses, one answer a look-up; collect the names."""
    asked: list[str] = []
    left = list(answers)

    def answer(host: str, port: int, url: str) -> list[str]:
        asked.append(host)
        return left.pop(0) if len(left) > 1 else left[0]

    monkeypatch.setattr(address, "resolve", answer)
    return asked


def test_a_redirect_to_a_private_host_is_refused(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "is_public", lambda ip: ip == "127.0.0.1" or is_public(ip))
    with pytest.raises(ForbiddenAddress, match="private"):
        fetch(f"{server}/inside")


def test_the_address_that_was_checked_is_the_one_connected_to(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = resolve_to(monkeypatch, ["127.0.0.1"], ["192.0.2.1"])
    port = server.rpartition(":")[2]
    page = fetch(f"http://news.example:{port}/host", allow_local=True, timeout=3)
    assert page.data.decode() == f"news.example:{port}"
    assert asked == ["news.example"]


def test_one_private_address_among_public_ones_refuses_the_host(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    resolve_to(monkeypatch, ["93.184.215.14", "10.0.0.7"])
    with pytest.raises(ForbiddenAddress):
        check_address("http://news.example/")


def test_a_gathered_address_gives_its_error(server: str) -> None:
    (error,) = gather(f"{server}/missing", allow_local=True)
    assert isinstance(error, FetchFailed)
    assert error.where == f"{server}/missing"
    assert not isinstance(error, NoArticle)

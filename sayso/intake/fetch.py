"""Fetch one page from the web: checked addresses, limited time, limited size."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from sayso import __version__
from sayso.errors import EmptyPage, FetchFailed, SaysoError, TooLarge
from sayso.intake.address import Target, check_address
from sayso.intake.page import MAX_BYTES

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse
    from urllib3.connectionpool import HTTPConnectionPool

MAX_REDIRECTS = 5
CHUNK = 65_536
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
HEADERS = {
    "User-Agent": f"sayso/{__version__} (reads news pages)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered with.

    Attributes:
        data: the bytes of the page.
        url: where it was in the end, after redirects.
        content_type: as the server names it, or None.
    """

    data: bytes
    url: str
    content_type: str | None

    @property
    def charset(self) -> str | None:
        """The encoding that the server declares, or None.

        >>> Fetched(b"", "", "text/html; charset=ISO-8859-1").charset
        'ISO-8859-1'
        """
        match = CHARSET.search(self.content_type or "")
        return match[1] if match else None


def fetch(
    url: str, *, allow_local: bool = False, timeout: float = 15.0, max_bytes: int = MAX_BYTES
) -> Fetched:
    """Fetch a page.

    Args:
        url: an http(s) address.
        allow_local: also ask private and loopback hosts.
        timeout: seconds for all of it, redirects and body included.
        max_bytes: size, unpacked, from which on a page is refused.

    Raises:
        ForbiddenAddress: not http(s), or a private host; redirects are checked again.
        FetchFailed: no such host, no answer in time, an error status, too many redirects.
        EmptyPage: an answer without a page.
        TooLarge: `max_bytes` or more.
    """
    deadline = time.monotonic() + timeout
    address = url
    for _ in range(MAX_REDIRECTS + 1):
        target = check_address(address, allow_local=allow_local)
        answer = _ask(target, deadline, max_bytes)
        if isinstance(answer, Fetched):
            return answer
        address = urljoin(address, answer)
    raise FetchFailed(f"more than {MAX_REDIRECTS} redirects", where=url, todo="try the last one")


def _ask(target: Target, deadline: float, max_bytes: int) -> Fetched | str:
    """The page at a target, or the address that it redirects to."""
    import urllib3

    pool = _pool(target, deadline)
    try:
        response = pool.request(
            "GET", target.path, headers=_headers(target), redirect=False, preload_content=False
        )
        location = response.get_redirect_location()
        if location:
            return str(location)
        _refuse_status(target, response)
        data = _body(target, response, deadline, max_bytes)
        return Fetched(data, target.url, response.headers.get("Content-Type"))
    except urllib3.exceptions.HTTPError as error:
        raise _failure(target, error) from error
    finally:
        pool.close()


def _headers(target: Target) -> dict[str, str]:
    name = f"[{target.host}]" if ":" in target.host else target.host
    usual = {"http": 80, "https": 443}[target.scheme] == target.port
    return HEADERS | {"Host": name if usual else f"{name}:{target.port}"}


def _pool(target: Target, deadline: float) -> HTTPConnectionPool:
    """A pool that connects to the checked address, and asks there for the host's name."""
    import urllib3

    left = max(deadline - time.monotonic(), 0.01)
    timeout = urllib3.Timeout(connect=left, read=left)
    if target.scheme == "http":
        return urllib3.HTTPConnectionPool(target.ip, target.port, timeout=timeout, retries=False)
    return urllib3.HTTPSConnectionPool(
        target.ip,
        target.port,
        timeout=timeout,
        retries=False,
        server_hostname=target.host,
        assert_hostname=target.host,
        cert_reqs="CERT_REQUIRED",
    )


def _refuse_status(target: Target, response: BaseHTTPResponse) -> None:
    if response.status != 200:
        reason = response.reason or ""
        raise FetchFailed(
            f"the server answered {response.status} {reason}".rstrip(),
            where=target.url,
            expected="200 and a page",
            todo="check the address in a browser",
        )


def _body(target: Target, response: BaseHTTPResponse, deadline: float, max_bytes: int) -> bytes:
    """The body, unpacked, read piece by piece so that both limits hold while it comes in."""
    parts: list[bytes] = []
    size = 0
    # read1 gives what there is: read(CHUNK) would wait for a slow server to fill the chunk.
    while part := response.read1(CHUNK, decode_content=True):
        parts.append(part)
        size += len(part)
        if size >= max_bytes:
            raise TooLarge(
                f"the page goes on after {size:,} bytes",
                where=target.url,
                expected=f"less than {max_bytes:,} bytes",
            )
        if time.monotonic() > deadline:
            raise _late(target)
    if not size:
        raise EmptyPage("the server answered with an empty page", where=target.url)
    return b"".join(parts)


def _late(target: Target) -> FetchFailed:
    return FetchFailed(
        "no whole page within the time limit", where=target.url, todo="try again later"
    )


def _failure(target: Target, error: Exception) -> SaysoError:
    """What went wrong underneath, in one clause."""
    import urllib3

    where = target.url
    # A refused connection is a kind of timeout to urllib3, so it is asked for first.
    if isinstance(error, urllib3.exceptions.NewConnectionError):
        return FetchFailed("nobody answers at this address", where=where)
    if isinstance(error, urllib3.exceptions.TimeoutError):
        return _late(target)
    if isinstance(error, urllib3.exceptions.SSLError):
        return FetchFailed("the server's certificate is not trusted, or TLS failed", where=where)
    return FetchFailed(f"the connection broke ({type(error).__name__})", where=where)

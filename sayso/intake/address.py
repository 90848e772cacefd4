"""Which addresses may be asked: http(s), and no host inside the own network."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from sayso.errors import FetchFailed, ForbiddenAddress


@dataclass(frozen=True, slots=True)
class Target:
    """An address that was checked, and the IP address that it leads to.

    Attributes:
        url: the whole address.
        scheme: "http" or "https".
        host: name of the host, as written.
        port: port, 80 or 443 where none is written.
        path: path and query, at least "/".
        ip: the checked IP address; only it is connected to, so that a second look-up of the
            name (DNS rebinding) cannot lead elsewhere.
    """

    url: str
    scheme: str
    host: str
    port: int
    path: str
    ip: str


def check_address(url: str, *, allow_local: bool = False) -> Target:
    """Resolve an address and refuse what may not be asked.

    Args:
        url: an http(s) address.
        allow_local: let private, loopback, link-local and reserved hosts pass.

    Raises:
        ForbiddenAddress: another scheme, a user name in it, or a host of the own network.
        FetchFailed: no such host.

    >>> check_address("ftp://delta.example/")
    Traceback (most recent call last):
    sayso.errors.ForbiddenAddress: ftp://delta.example/: only pages of the web are fetched; \
expected an address that begins with http:// or https://
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ForbiddenAddress(f"this is no address ({error})", where=url) from error
    if parts.scheme not in ("http", "https") or not host:
        raise ForbiddenAddress(
            "only pages of the web are fetched",
            where=url,
            expected="an address that begins with http:// or https://",
        )
    if parts.username is not None or parts.password is not None:
        raise ForbiddenAddress("there is a user name or password in the address", where=url)
    port = port or (443 if parts.scheme == "https" else 80)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    ip = _choose(resolve(host, port, url), url, allow_local)
    return Target(url, parts.scheme, host, port, path, ip)


def resolve(host: str, port: int, url: str) -> list[str]:
    """Every IP address of a host.

    Raises:
        FetchFailed: the name is not known.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchFailed(
            f"there is no host named {host}", where=url, todo="check the address and the network"
        ) from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(ip: str) -> bool:
    """True for an address of the public internet.

    >>> is_public("93.184.215.14"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    address = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or _translated(address)
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not address.is_multicast and not address.is_reserved


def _translated(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address inside a NAT64 one (64:ff9b::/96)."""
    if address in ipaddress.IPv6Network("64:ff9b::/96"):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def _choose(ips: list[str], url: str, allow_local: bool) -> str:
    """The address to connect to; one private address among public ones refuses them all."""
    if not allow_local and not all(is_public(ip) for ip in ips):
        raise ForbiddenAddress(
            "the address leads to a private or loopback host",
            where=url,
            expected="a host of the public internet",
            todo="allow local addresses (--allow-local) if you mean it",
        )
    # IPv4 first: a machine without IPv6 would wait for nothing.
    return min(ips, key=lambda ip: ":" in ip)

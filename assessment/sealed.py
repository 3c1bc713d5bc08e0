"""A file under a passphrase: scrypt makes the key, AES-256-GCM keeps the content secret and whole.

A header of 64 bytes: 8 bytes HUANDEQI, the version, scrypt's N as a power of two, its r, its p (a byte each), 16 bytes
of salt, two nonces of 12 bytes, 12 bytes for the length of what follows (big-endian). Then 16 bytes that prove the
passphrase (nothing, encrypted under the first nonce, with the header as associated data), then the content (encrypted
under the second nonce, with header and proof as associated data). Sources: RFC 7914, NIST SP 800-38D.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass
from struct import Struct
from typing import Literal

Why = Literal["newer", "short", "strange", "passphrase", "damaged", "unreadable"]
"""Why a file is not opened; "unreadable" is for whoever reads what lies inside."""
LEAST_LETTERS = 8
MOST_BYTES = 8 * 2**20
_MAGIC, _VERSION = b"HUANDEQI", 1
_HEADER = Struct(">8sBBBB16s12s12s12s")
_TAG = 16


class NotOpened(Exception):
    """A file that is not opened, and why."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Cost:
    """scrypt's cost: N as a power of two, r and p. 128 N r bytes of memory."""

    power: int = 17
    r: int = 8
    p: int = 1

    @property
    def bearable(self) -> bool:
        """Not so little that guessing is cheap, nor so much that a file could eat memory or hours."""
        return 14 <= self.power <= 18 and self.r == 8 and 1 <= self.p <= 4


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says of itself before it is opened."""

    written: bytes
    cost: Cost
    salt: bytes
    of_proof: bytes
    of_content: bytes


def is_sealed(data: bytes) -> bool:
    """Whether these are the bytes of such a file, whole or not."""
    return data.startswith(_MAGIC)


def seal(content: bytes, passphrase: str, cost: Cost = Cost()) -> bytes:
    """The content under a passphrase. Raises ValueError where it is too large."""
    if len(content) > MOST_BYTES:
        raise ValueError("too large")
    salt, of_proof, of_content = (secrets.token_bytes(size) for size in (16, 12, 12))
    length = (len(content) + _TAG).to_bytes(12)
    written = _HEADER.pack(_MAGIC, _VERSION, cost.power, cost.r, cost.p, salt, of_proof, of_content, length)
    key = derived(_letters(passphrase), salt, cost)
    proof = locked(key, of_proof, b"", written)
    return written + proof + locked(key, of_content, content, written + proof)


def unseal(data: bytes, passphrase: str) -> bytes:
    """What lies in such a file. Raises NotOpened."""
    from cryptography.exceptions import InvalidTag

    head = looked_at(data)
    key = derived(_letters(passphrase), head.salt, head.cost)
    proof, inside = data[_HEADER.size : _HEADER.size + _TAG], data[_HEADER.size + _TAG :]
    try:
        unlocked(key, head.of_proof, proof, head.written)
    except InvalidTag:
        raise NotOpened("passphrase") from None
    try:
        return unlocked(key, head.of_content, inside, head.written + proof)
    except InvalidTag:
        raise NotOpened("damaged") from None


def looked_at(data: bytes) -> Head:
    """What such a file says of itself. Raises NotOpened where no passphrase could open it."""
    if len(data) > len(_MAGIC) and data[len(_MAGIC)] > _VERSION:
        raise NotOpened("newer")
    if len(data) < _HEADER.size:
        raise NotOpened("short")
    written = data[: _HEADER.size]
    _magic, version, power, r, p, salt, of_proof, of_content, size = _HEADER.unpack(written)
    cost, length = Cost(power, r, p), int.from_bytes(size)
    if version != _VERSION or not cost.bearable or not _TAG <= length <= MOST_BYTES + _TAG:
        raise NotOpened("strange")
    rest = len(data) - _HEADER.size - _TAG
    if rest != length:
        raise NotOpened("short" if rest < length else "damaged")
    return Head(written, cost, salt, of_proof, of_content)


def _letters(passphrase: str) -> bytes:
    """Full-width letters and composed signs count as the plain ones, whatever keyboard wrote them."""
    return unicodedata.normalize("NFKC", passphrase).encode()


def derived(passphrase: bytes, salt: bytes, cost: Cost, length: int = 32) -> bytes:
    """scrypt (RFC 7914)."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=length, n=2**cost.power, r=cost.r, p=cost.p).derive(passphrase)


def locked(key: bytes, nonce: bytes, content: bytes, beside: bytes) -> bytes:
    """AES-GCM (NIST SP 800-38D): the content encrypted, then 16 bytes that also vouch for what stands beside."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key).encrypt(nonce, content, beside)


def unlocked(key: bytes, nonce: bytes, data: bytes, beside: bytes) -> bytes:
    """The way back. Raises InvalidTag where a single bit is another."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key).decrypt(nonce, data, beside)

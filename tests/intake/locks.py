"""Files under a password, in each of the ways Office has had."""

from __future__ import annotations

from hashlib import md5, sha1
from io import BytesIO
from pathlib import Path
from struct import pack, unpack

import olefile
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB
from msoffcrypto.format.ooxml import OOXMLFile
from msoffcrypto.method.container.ecma376_encrypted import ECMA376Encrypted
from msoffcrypto.method.ecma376_standard import ECMA376Standard
from msoffcrypto.method.rc4 import DocumentRC4

OLD = (Path(__file__).parent / "files" / "debts.xls").read_bytes()
"""借呗 5000 at 18.25 % and 京东金条 8000, as LibreOffice saves it in the format of Excel 97."""
_SALT = bytes(range(16))
_WRITE_ACCESS, _FILE_PASS, _NOTHING = 0x5C, 0x2F, 0x0FFF
_IN_THE_CLEAR = {0x809, 0x2F, 0x194, 0x195, 0xE1, 0x196, 0x138}
_SHEET = 0x85


def agile(data: bytes, password: str) -> bytes:
    """As Office 2010 and later lock a workbook."""
    out = BytesIO()
    OOXMLFile(BytesIO(data)).encrypt(password, out)
    return out.getvalue()


def standard(data: bytes, password: str) -> bytes:
    """As Office 2007 locks a workbook."""
    key = ECMA376Standard.makekey_from_password(password, 0x660E, 0x8004, 0x18, 128, 16, _SALT)
    box = Cipher(AES(key), ECB()).encryptor()
    verifier = bytes(16)
    proof = box.update(verifier) + pack("<I", 20) + box.update(sha1(verifier).digest() + bytes(12))
    header = pack("<8I", 0x24, 0, 0x660E, 0x8004, 128, 0x18, 0, 0) + "AES\0".encode("utf-16-le")
    info = pack("<HHII", 3, 2, 0x24, len(header)) + header + pack("<I", 16) + _SALT + proof
    inside = pack("<Q", len(data)) + box.update(data + bytes(-len(data) % 16))
    out = BytesIO()
    ECMA376Encrypted(inside, info).write_to(out)
    return out.getvalue()


def old(password: str) -> bytes:
    """As Excel 97 locks a workbook; the record of who saved it makes room for the lock."""
    file = BytesIO(OLD)
    container = olefile.OleFileIO(file, write_mode=True)
    records = list(_records(container.openstream("Workbook").read()))
    place = next(at for at, (kind, _told) in enumerate(records) if kind == _WRITE_ACCESS)
    lock = pack("<HHH", 1, 1, 1) + _SALT + _proof(password)
    room = len(records[place][1]) - len(lock) - 4
    records[place : place + 1] = [(_FILE_PASS, lock), (_NOTHING, bytes(room))]
    container.write_stream("Workbook", _locked(records, password))
    return file.getvalue()


def _records(stream: bytes):
    place = 0
    while place + 4 <= len(stream):
        kind, size = unpack("<HH", stream[place : place + 4])
        yield kind, stream[place + 4 : place + 4 + size]
        place += 4 + size


def _proof(password: str) -> bytes:
    verifier = bytes(16)
    return DocumentRC4.decrypt(password, _SALT, BytesIO(verifier + md5(verifier).digest())).read()


def _locked(records: list[tuple[int, bytes]], password: str) -> bytes:
    whole = b"".join(pack("<HH", kind, len(told)) + told for kind, told in records)
    hidden = bytearray(DocumentRC4.decrypt(password, _SALT, BytesIO(whole), blocksize=1024).read())
    place = 0
    for kind, told in records:
        size = 4 + (len(told) if kind in _IN_THE_CLEAR else 4 if kind == _SHEET else 0)
        hidden[place : place + size] = whole[place : place + size]
        place += 4 + len(told)
    return bytes(hidden)

"""A file under a passphrase: by published vectors, by another library, and by everything that may happen to it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import sealed
from assessment.sealed import Cost, NotOpened, derived, locked, seal, unseal

CHEAP = Cost(power=14)
FILE = seal("京东金条 8000".encode(), "correct horse", CHEAP)
HEADER, PROOF = 64, 16


def why(data, passphrase="correct horse"):
    with pytest.raises(NotOpened) as refused:
        unseal(data, passphrase)
    return refused.value.why


@pytest.mark.parametrize(
    ("passphrase", "salt", "cost", "key"),
    [
        (b"", b"", Cost(4, 1, 1), "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"),
        (b"password", b"NaCl", Cost(10, 8, 16), "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"),
        (b"pleaseletmein", b"SodiumChloride", Cost(14, 8, 1), "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"),
    ],
)  # fmt: skip
def test_the_key_is_that_of_rfc_7914_section_12(passphrase, salt, cost, key):
    assert derived(passphrase, salt, cost, length=64).hex() == key


_SPEC_KEY = bytes.fromhex("feffe9928665731c6d6a8f9467308308" * 2)
_SPEC_NONCE = bytes.fromhex("cafebabefacedbaddecaf888")
_SPEC_BESIDE = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
_SPEC_CONTENT = bytes.fromhex(
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
)


@pytest.mark.parametrize(
    ("key", "nonce", "content", "beside", "whole"),
    [
        (bytes(32), bytes(12), b"", b"", "530f8afbc74536b9a963b4f1c4cb738b"),
        (bytes(32), bytes(12), bytes(16), b"", "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"),
        (_SPEC_KEY, _SPEC_NONCE, _SPEC_CONTENT, _SPEC_BESIDE, "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b"),
    ],
    ids=["case 13", "case 14", "case 16"],
)  # fmt: skip
def test_the_lock_is_that_of_the_gcm_specification(key, nonce, content, beside, whole):
    """McGrew and Viega's test cases for 256-bit keys, which NIST took over."""
    assert locked(key, nonce, content, beside).hex() == whole
    assert sealed.unlocked(key, nonce, bytes.fromhex(whole), beside) == content


def test_a_file_can_be_opened_by_what_its_description_says_alone():
    """By OpenSSL through hashlib, byte by byte from the module's first lines."""
    data = seal(b"content", "pass", CHEAP)
    assert data[:12] == b"HUANDEQI" + bytes((1, 14, 8, 1))
    key = hashlib.scrypt(b"pass", salt=data[12:28], n=2**14, r=8, p=1, dklen=32, maxmem=2**26)
    assert int.from_bytes(data[52:64]) == len(data) - HEADER - PROOF
    assert AESGCM(key).decrypt(data[28:40], data[64:80], data[:64]) == b""
    assert AESGCM(key).decrypt(data[40:52], data[80:], data[:80]) == b"content"


def test_a_file_written_by_the_first_version_still_opens():
    data = (Path(__file__).parent / "files" / "first-version.huandeqi").read_bytes()
    assert json.loads(unseal(data, "月亮 楼梯 五角钱"))["case"]["debts"][0]["name"] == "京东金条"


def test_the_usual_cost_is_not_cheap_to_guess():
    assert Cost() == Cost(17, 8, 1)
    assert seal(b"", "x" * 8)[8:12] == bytes((1, 17, 8, 1))


@settings(max_examples=20, deadline=None)
@given(content=st.binary(max_size=3000), passphrase=st.text(min_size=1, max_size=40))
def test_what_goes_in_comes_out(content, passphrase):
    data = seal(content, passphrase, CHEAP)
    assert unseal(data, passphrase) == content
    assert len(data) == HEADER + PROOF + len(content) + 16


def test_letters_count_whatever_keyboard_wrote_them():
    assert unseal(seal(b"x", "Ａｂｃ１２３４５é", CHEAP), "Abc12345e\u0301") == b"x"


def test_the_same_content_never_looks_the_same():
    one, other = seal(b"x" * 64, "pass", CHEAP), seal(b"x" * 64, "pass", CHEAP)
    assert len({one[12:28], other[12:28], one[28:40], one[40:52], other[28:40], other[40:52]}) == 6
    assert one[80:] != other[80:]


@pytest.mark.parametrize("wrong", ["correct hors", "Correct horse", "correct horse ", "", "correct\u3000\u3000horse"])
def test_a_wrong_passphrase_is_said_to_be_one(wrong):
    assert why(FILE, wrong) == "passphrase"


def test_any_flipped_bit_of_the_header_or_the_proof_is_refused():
    for place in range(HEADER + PROOF):
        flipped = bytearray(FILE)
        flipped[place] ^= 1 << place % 8
        if place >= 8:
            assert why(bytes(flipped)) in {"newer", "strange", "passphrase", "short", "damaged"}, place
        else:
            assert not sealed.is_sealed(bytes(flipped))


@pytest.mark.parametrize("place", range(HEADER + PROOF, len(FILE)))
def test_any_flipped_bit_of_the_content_is_refused(place):
    flipped = bytearray(FILE)
    flipped[place] ^= 1 << place % 8
    assert why(bytes(flipped)) == "damaged"


@pytest.mark.parametrize("length", [8, 9, 12, 63, 64, 79, 80, len(FILE) - 1])
def test_a_file_that_was_cut_off_says_so_before_any_passphrase(length):
    assert why(FILE[:length]) == "short"
    with pytest.raises(NotOpened):
        sealed.looked_at(FILE[:length])


def test_bytes_after_the_end_are_refused():
    assert why(FILE + b"\0") == "damaged"


def test_a_later_version_is_said_to_be_one_whatever_follows():
    assert why(FILE[:8] + b"\x02") == "newer"
    assert why(FILE[:8] + b"\x02" + FILE[9:]) == "newer"


@pytest.mark.parametrize(
    ("power", "r", "p"),
    [(63, 8, 1), (31, 8, 1), (19, 8, 1), (0, 8, 1), (13, 8, 1), (17, 255, 1), (17, 0, 1), (14, 8, 255), (14, 8, 0), (14, 1, 1)],
)  # fmt: skip
def test_a_hostile_cost_is_refused_before_it_costs_anything(monkeypatch, power, r, p):
    monkeypatch.setattr(sealed, "derived", lambda *_asked: pytest.fail("memory was asked for"))
    assert why(FILE[:9] + bytes((power, r, p)) + FILE[12:]) == "strange"


@pytest.mark.parametrize("length", [0, 15, sealed.MOST_BYTES + 17, 2**64, 2**96 - 1])
def test_a_hostile_length_is_refused(length):
    assert why(FILE[:52] + length.to_bytes(12) + FILE[64:]) == "strange"


def test_more_than_a_case_can_hold_is_not_written():
    with pytest.raises(ValueError, match="too large"):
        seal(bytes(sealed.MOST_BYTES + 1), "pass", CHEAP)

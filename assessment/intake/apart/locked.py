"""Office files with a password."""

from __future__ import annotations

from io import BytesIO

from assessment.intake.apart import Refused


def unlocked(data: bytes, password: str) -> bytes:
    """The file inside. Raises Refused where there is no password, or another is needed."""
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, InvalidKeyError

    if not password:
        raise Refused("locked")
    inside = BytesIO()
    try:
        file = msoffcrypto.OfficeFile(BytesIO(data))
        file.load_key(password=password, verify_password=True)
        file.decrypt(inside)
    except (InvalidKeyError, DecryptionError) as error:
        raise Refused("wrong_password") from error
    return inside.getvalue()

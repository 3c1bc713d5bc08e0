"""The evidence file: one zip of what was logged, agreed and kept, and whether anything in it was changed since."""

from assessment.evidence.chain import Link, links
from assessment.evidence.pack import Contents, contents, pack
from assessment.evidence.verify import Verdict, compared, grown, verify

__all__ = ["Contents", "Link", "Verdict", "compared", "contents", "grown", "links", "pack", "verify"]

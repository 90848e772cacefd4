"""Clean text once, before any offset exists.

What is mended here is never seen again: every later span counts the characters of the cleaned
text. Mending twice changes nothing (a property test says so).
"""

from __future__ import annotations

import html
import re
import unicodedata

#: The characters that Windows-1252 shows for the bytes 80–9F; undefined bytes stay controls.
CP1252 = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}
BYTE_OF = {char: byte for byte, char in CP1252.items()}
CONTINUATION = "[\x80-\xbf" + "".join(re.escape(char) for char in CP1252.values()) + "]"

#: UTF-8 read as Windows-1252 beyond doubt: `â€™`, an `Ã©` inside a word of small letters, or a
#: whole Cyrillic word. A single `É»` may be honest text ("CAFÉ»") and is no evidence.
CERTAIN_MOJIBAKE = re.compile(
    f"â[€\x80]{CONTINUATION}|(?<=[a-z])Ã{CONTINUATION}|Ã{CONTINUATION}(?=[a-z])"
    f"|(?:[ÐÑ]{CONTINUATION}){{3}}"
)
MOJIBAKE = re.compile(f"[ÂÃÄÅÐÑ]{CONTINUATION}|[âãäåæçèéï]{CONTINUATION}{{2}}|ð{CONTINUATION}{{3}}")
MOJIBAKE_SIGN = re.compile("[âÃÐÑ]")
PLAIN = re.compile(r"[ -%'-~\n\r\t]*")
C1 = re.compile("[\x80-\x9f]")
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
LINE_END = re.compile("\r\n?|[\u2028\u2029\v\f]")
#: Soft hyphen, zero-width space, marks of writing direction, word joiner, byte order mark,
#: halves of surrogate pairs, and controls.
DROPPED = re.compile(
    "[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\x00-\x08\x0e-\x1f\x7f-\x9f]"
)
#: Joiners: dropped where the letter before them is of a script that does not need them.
JOINER = re.compile("(?:(?<=[\x00-\u058f\u1e00-\u1fff])|^)[\u200c\u200d]")
SPACE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
MANY_SPACES = re.compile("  +")
MANY_LINES = re.compile("\n{3,}")


def clean(text: str) -> str:
    """The text in NFC with ordinary spaces, without invisible characters and left-over entities.

    Lines and paragraphs stay; at most one empty line stands between two. Windows-1252 mojibake
    is mended where it is certain.

    Args:
        text: text of a page, decoded.

    Returns:
        The cleaned text, without white space at its ends. `clean(clean(x)) == clean(x)`.

    >>> clean("Le\\u00a0minis\\u00adtre a &laquo; d\\u00c3\\u00a9menti &raquo;.")
    'Le ministre a « démenti ».'
    """
    # What one step mends may show the next one work ("&amp;nbsp;"), so run until nothing changes.
    while (cleaned := _clean_once(text)) != text:
        text = cleaned
    return text


def _clean_once(text: str) -> str:
    if not text.isascii():
        text = mend_mojibake(text)
        text = C1.sub(lambda match: CP1252[ord(match[0])], text)
    if "&" in text:
        text = ENTITY.sub(lambda match: html.unescape(match[0]), text)
    text = DROPPED.sub("", LINE_END.sub("\n", text))
    if "\u200c" in text or "\u200d" in text:
        text = JOINER.sub("", text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    text = MANY_SPACES.sub(" ", SPACE.sub(" ", text))
    text = text.replace(" \n", "\n").replace("\n ", "\n")
    return MANY_LINES.sub("\n\n", text).strip(" \n")


def mend_mojibake(text: str) -> str:
    """UTF-8 that was read as Windows-1252, put right; untouched where that is not certain.

    >>> mend_mojibake("le prÃ©sident â€œnieâ€\\x9d"), mend_mojibake("«CAFÉ»")
    ('le président “nie”', '«CAFÉ»')
    """
    if not MOJIBAKE_SIGN.search(text) or not CERTAIN_MOJIBAKE.search(text):
        return text
    return MOJIBAKE.sub(lambda match: _reread(match[0]), text)


def _reread(seen: str) -> str:
    """The characters as the UTF-8 that they were; as they are where that is no UTF-8."""
    data = bytes(BYTE_OF.get(char, ord(char)) for char in seen)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return seen


def one_line(text: str) -> str:
    """Cleaned text on one line: a title, a cell of a table.

    >>> one_line(" Port&nbsp;City\\n Echo ")
    'Port City Echo'
    """
    if PLAIN.fullmatch(text):
        return " ".join(text.split())
    return " ".join(clean(text).split())

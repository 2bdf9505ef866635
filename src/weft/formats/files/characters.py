"""Half characters (lone surrogates), which no file can hold, made whole."""

from __future__ import annotations


def with_whole_characters(text: str) -> str:
    """Return a text in which every half character is replaced by the sign for that, U+FFFD.

    They come from names of files that are not UTF-8, and from values that a program cut in two.

    Examples
    --------
    >>> with_whole_characters("Ana" + chr(0xD800)) == "Ana" + chr(0xFFFD)
    True
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def bytes_of_text(text: str) -> bytes:
    r"""Return a text as UTF-8; bytes that reading it could not decode are as they were.

    Examples
    --------
    >>> bytes_of_text("B" + chr(0xDCF6))
    b'B\xf6'
    """
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return with_whole_characters(text).encode()

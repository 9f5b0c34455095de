#!/usr/bin/env python3
"""Writes the tables of Sources/XMLKit/SingleByteEncoding.swift again, from Python's own."""

import pathlib
import unicodedata

CODECS = {f"windows-{n}": f"cp{n}" for n in range(1250, 1259)}
CODECS |= {f"iso-8859-{n}": f"iso8859_{n}" for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)}
CODECS |= {"koi8-r": "koi8_r", "koi8-u": "koi8_u", "cp866": "cp866"}
CODECS |= {"macintosh": "mac_roman", "x-mac-cyrillic": "mac_cyrillic"}


def literal(character):
    if character in '"\\':
        return "\\" + character
    is_plain = unicodedata.category(character)[0] in "LNPS" and unicodedata.bidirectional(character) not in ("R", "AL")
    return character if is_plain and character != "\ufffd" else "\\u{%X}" % ord(character)


def lines(codec):
    line = ""
    for byte in range(128, 256):
        piece = literal(bytes([byte]).decode(codec, "replace"))
        if len(line) + len(piece) > 88:
            yield line
            line = ""
        line += piece
    yield line


path = pathlib.Path(__file__).parent.parent / "Sources/XMLKit/SingleByteEncoding.swift"
head, _, _ = path.read_text().partition("String] = [\n")
table = "".join(
    f'        "{name}":\n            ' + "\n            + ".join(f'"{line}"' for line in lines(codec)) + ",\n"
    for name, codec in CODECS.items()
)
path.write_text(head + "String] = [\n" + table + "    ]\n}\n")

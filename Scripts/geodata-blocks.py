"""Tables that are read in parts, for geodata.py: a text of lines sorted by their keys, packed as several gzip members
one after another, and an index beside it with the first key, the place and the size of each member. `gzip -dc` reads
the whole; kgeo unpacks the one member that a key can stand in.
"""

import gzip

#: About how many bytes of text go into one member.
SIZE = 48_000


def packed(groups):
    """The compressed bytes and the index of groups of (key, line); every group begins a member."""
    data, index, last = b"", [], None

    def flush(block):
        nonlocal data
        if block:
            member = gzip.compress("".join(line for _, line in block).encode(), 9, mtime=0)
            index.append(f"{block[0][0]}\t{len(data)}\t{len(member)}\n")
            data += member

    for group in groups:
        block, size = [], 0
        for key, line in group:
            if last is not None and key.encode() <= last.encode():
                raise SystemExit(f"the key {key} does not follow {last}")
            if size > SIZE:
                flush(block)
                block, size = [], 0
            block.append((key, line))
            size += len(line.encode())
            last = key
        flush(block)
    return data, "".join(index).encode()


def by_bytes(key):
    """Keys are ordered by the bytes of their UTF-8."""
    return key.encode()

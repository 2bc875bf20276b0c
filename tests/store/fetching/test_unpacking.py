from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.fetching.unpacking import PIECE, CutOff, unpacked


def _bare(data: bytes) -> bytes:
    packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packing.compress(data) + packing.flush()


PACKED = {"gzip": gzip.compress, "zlib": zlib.compress, "bare deflate": _bare}


def _in_pieces(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


@pytest.mark.parametrize("pack", PACKED.values(), ids=PACKED.keys())
@given(data=st.binary(max_size=300), size=st.integers(1, 50))
def test_what_was_packed_is_unpacked_however_it_comes(pack, data: bytes, size: int) -> None:
    assert b"".join(unpacked(_in_pieces(pack(data), size))) == data


@pytest.mark.parametrize("pack", PACKED.values(), ids=PACKED.keys())
@given(data=st.binary(max_size=300), size=st.integers(1, 50), missing=st.integers(1, 20))
def test_what_is_cut_off_is_never_taken_for_the_whole(
    pack, data: bytes, size: int, missing: int
) -> None:
    packed = pack(data)
    cut = packed[: max(1, len(packed) - missing)]
    if len(cut) < len(packed):
        with pytest.raises((CutOff, zlib.error)):
            list(unpacked(_in_pieces(cut, size)))


@given(parts=st.lists(st.binary(max_size=60), max_size=4), size=st.integers(1, 50))
def test_what_was_packed_in_parts_is_one(parts: list[bytes], size: int) -> None:
    packed = b"".join(map(gzip.compress, parts))
    assert b"".join(unpacked(_in_pieces(packed, size))) == b"".join(parts)


def test_nothing_is_unpacked_to_more_than_a_piece_at_once() -> None:
    assert max(map(len, unpacked([gzip.compress(b"\0" * 10_000_000)]))) == PIECE


def test_nothing_holds_nothing() -> None:
    assert list(unpacked([])) == []

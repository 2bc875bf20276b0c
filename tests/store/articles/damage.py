"""Documents that came to harm on their way."""

from __future__ import annotations

from hypothesis import strategies as st

from store.articles import read
from store.errors import UnreadableArticle


def check_damaged(name: str, whole: bytes, data: st.DataObject, *, kept: int) -> None:
    """That *whole*, changed and cut anywhere after the bytes *kept*, is read or told of."""
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(kept, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(kept, len(whole)))
    try:
        text = read(name, bytes(damaged[:cut])).text
    except UnreadableArticle as error:
        text = str(error).removeprefix(f"cannot read '{name}': ")
    assert text.strip()

from __future__ import annotations

from bot.seen import REMEMBERED, Seen


def test_an_event_is_new_once():
    seen = Seen()
    assert [seen.again("Ev1"), seen.again("Ev2"), seen.again("Ev1")] == [False, False, True]


def test_memory_is_bounded():
    seen = Seen()
    for number in range(REMEMBERED + 1):
        seen.again(f"Ev{number}")
    assert not seen.again("Ev0")
    assert seen.again(f"Ev{REMEMBERED}")

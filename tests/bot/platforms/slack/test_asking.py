from __future__ import annotations

from typing import Any

import pytest

RIDICULOUS = "absolutely ridiculous"
NOTHING_SENT: list[Any] = []


def test_a_command_is_acknowledged_with_nothing(workspace):
    response = workspace.command("/whosaid", RIDICULOUS)
    assert (response.status, response.body) == (200, "")


def test_a_command_is_acknowledged_before_a_thread_is_free(workspace, peer):
    with workspace.busy("asking"):
        response = workspace.command("/whosaid", RIDICULOUS)
        sent = list(peer.sent)
    assert (response.status, sent) == (200, NOTHING_SENT)


def test_a_question_does_not_wait_for_a_load(workspace, peer):
    with workspace.busy("loading"):
        workspace.command("/whosaid", RIDICULOUS)
        assert "Dmitry Peskov" in peer.only("response_url").words


def test_an_answer_does_not_wait_for_another_process_that_loads(workspace, peer, being_loaded):
    with being_loaded():
        workspace.command("/whosaid", RIDICULOUS)
        workspace.mention(f"who said {RIDICULOUS}?")
        workspace.write(f"who said {RIDICULOUS}?")
    assert all(RIDICULOUS in sent.words for sent in peer.sent)
    assert len(peer.sent) == 3


def test_a_command_is_answered_to_the_asker_alone(workspace, peer):
    workspace.command("/whosaid", RIDICULOUS)
    told = peer.only("response_url")
    assert told.given["response_type"] == "ephemeral"
    assert "Dmitry Peskov" in told.words
    assert RIDICULOUS in told.words
    assert told.buttons["share"]
    assert peer.sent == [peer.only("response_url")]


def test_nothing_that_is_sent_unfurls(workspace, peer):
    workspace.command("/whosaid", RIDICULOUS)
    workspace.write(f"who said {RIDICULOUS}")
    assert all(c.given["unfurl_links"] is False for c in peer.sent)
    assert all(c.given["unfurl_media"] is False for c in peer.sent)
    assert peer.only("chat.postMessage").given["parse"] == "none"


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("  absolutely   ridiculous ", id="extra spaces"),
        pytest.param("“absolutely ridiculous”", id="smart quotes"),
        pytest.param("<http://absolutely.example|absolutely> ridiculous", id="made a link"),
        pytest.param("absolutely\u00a0ridiculous\u200b", id="invisible"),
    ],
)
def test_typing_is_undone(workspace, peer, typed):
    workspace.command("/whosaid", typed)
    assert "Dmitry Peskov" in peer.only("response_url").words


def test_quotes_takes_a_speaker_and_a_topic(workspace, peer):
    workspace.command("/quotes", "John Kirby about the drone")
    told = peer.only("response_url")
    assert "John Kirby" in told.words
    assert "quotes by John Kirby about the drone" in told.buttons["share"]["value"]


@pytest.mark.parametrize(
    ("command", "typed"),
    [
        pytest.param("/whosaid", "", id="no words"),
        pytest.param("/quotes", "about the drone", id="no speaker"),
        pytest.param("/whosaid", " <@U1> ", id="only a mention"),
    ],
)
def test_a_command_without_words_gets_help(workspace, peer, command, typed):
    workspace.command(command, typed)
    told = peer.only("response_url")
    assert told.given["response_type"] == "ephemeral"
    assert "/whosaid – Who said these words?" in told.words


def test_a_question_that_cannot_be_searched_is_refused_to_the_asker_alone(workspace, peer):
    workspace.command("/whosaid", "x" * 600)
    told = peer.only("response_url").given
    assert told["response_type"] == "ephemeral"
    assert "too long" in told["text"]


def test_nothing_found_is_said(workspace, peer):
    workspace.command("/whosaid", "the moon is made of cheese")
    told = peer.only("response_url").given
    assert told["response_type"] == "ephemeral"
    assert told["text"].startswith("Nothing")


def test_a_spent_response_url_is_replaced_by_an_ephemeral_message(workspace, peer):
    peer.spent = True
    workspace.command("/whosaid", RIDICULOUS)
    told = peer.only("chat.postEphemeral")
    assert (told.given["channel"], told.given["user"]) == ("C0DESK", "U0READER")
    assert RIDICULOUS in told.words


@pytest.mark.parametrize("refusal", ["channel_not_found", "not_in_channel"])
def test_an_asker_out_of_reach_is_answered_directly(workspace, peer, refusal):
    peer.spent = True
    peer.refusals["chat.postEphemeral"] = refusal
    workspace.command("/whosaid", RIDICULOUS)
    told = peer.only("chat.postMessage")
    assert told.given["channel"] == "U0READER"
    assert told.words.startswith("I cannot write in the channel where you asked")
    assert RIDICULOUS in told.words


def test_a_mention_is_answered_to_the_asker_alone(workspace, peer):
    workspace.mention(f"who said {RIDICULOUS}?")
    told = peer.only("chat.postEphemeral")
    assert (told.given["channel"], told.given["user"]) == ("C0DESK", "U0READER")
    assert "thread_ts" not in told.given
    assert RIDICULOUS in told.words
    assert peer.sent == peer.of("chat.postEphemeral")


def test_a_mention_in_a_thread_is_answered_in_the_thread(workspace, peer):
    workspace.mention(f"who said {RIDICULOUS}?", thread_ts="1.0")
    assert peer.only("chat.postEphemeral").given["thread_ts"] == "1.0"


def test_a_bare_mention_gets_help(workspace, peer):
    workspace.mention("")
    assert "/whosaid" in peer.only("chat.postEphemeral").words


def test_help_is_a_word_to_write(workspace, peer):
    workspace.write("Help")
    assert "/whosaid" in peer.only("chat.postMessage").words


def test_a_direct_message_is_answered_openly(workspace, peer):
    workspace.write(f"who said {RIDICULOUS}?")
    told = peer.only("chat.postMessage")
    assert told.given["channel"] == "D0READER"
    assert RIDICULOUS in told.words
    assert "share" not in told.buttons


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"bot_id": "B0OTHER"}, id="another bot"),
        pytest.param({"user": "U0BOT"}, id="its own words"),
        pytest.param({"subtype": "message_changed"}, id="an edit"),
        pytest.param({"channel_type": "channel"}, id="a channel"),
    ],
)
def test_not_everything_written_is_a_question(workspace, peer, more):
    workspace.write(f"who said {RIDICULOUS}?", **more)
    assert peer.sent == NOTHING_SENT


@pytest.mark.parametrize("kind", ["file_share", "me_message", "thread_broadcast"])
def test_a_question_is_one_however_it_was_sent(workspace, peer, kind):
    workspace.write(f"who said {RIDICULOUS}?", subtype=kind)
    assert "Dmitry Peskov" in peer.only("chat.postMessage").words


def test_an_event_that_comes_again_is_answered_once(workspace, peer):
    said = {"type": "app_mention", "text": f"who said {RIDICULOUS}", "channel": "C0DESK"}
    first = workspace.event(said, id="Ev-twice")
    again = workspace.event(said, id="Ev-twice")
    assert (first.status, again.status) == (200, 200)
    assert len(peer.of("chat.postEphemeral")) == 1


def test_outsiders_in_a_shared_channel_see_what_is_theirs(workspace, peer, loaded_here):
    outsider = {"is_ext_shared_channel": True}
    said = {"type": "app_mention", "text": "who said moonlight", "channel": "C0DESK"}
    workspace.event(said | {"user_team": "T0OTHER"}, **outsider)
    workspace.event(said | {"user_team": "T0NEWS"}, **outsider)
    others, ours = peer.of("chat.postEphemeral")
    assert "moonlight pays" not in others.words
    assert "moonlight pays" in ours.words


def test_someone_from_nowhere_is_told_why_there_is_no_answer(workspace, peer):
    said = {"type": "app_mention", "text": f"who said {RIDICULOUS}", "channel": "C0DESK"}
    workspace.event(said | {"user_team": "E0ORG"}, is_ext_shared_channel=True)
    assert "I cannot tell which workspace" in peer.only("chat.postEphemeral").given["text"]


def test_a_workspace_sees_only_its_own(workspace, peer, loaded_here):
    workspace.command("/whosaid", "moonlight")
    workspace.team = "T0OTHER"
    workspace.command("/whosaid", "moonlight")
    ours, others = peer.of("response_url")
    assert "moonlight pays" in ours.words
    assert "moonlight pays" not in others.words


def test_an_expected_error_is_told_as_it_is(workspace, peer):
    workspace.command("/whosaid", "it")
    told = peer.only("response_url").given
    assert told["response_type"] == "ephemeral"
    assert told["text"].startswith("Name some words, a speaker or a topic")


def test_an_unexpected_error_has_a_reference(workspace, peer, log):
    workspace.command("/whosaid", RIDICULOUS)
    share = peer.only("response_url").buttons["share"]
    peer.refusals["chat.postMessage"] = "xoxb-1-secret at https://hooks.slack.com/commands/T/1/x"
    workspace.click(share)
    told = peer.of("response_url")[-1].given
    assert told["response_type"] == "ephemeral"
    sentence, reference = told["text"].rsplit(" ", 1)
    assert sentence == "Something went wrong here; the reference is"
    assert reference.rstrip(".") in log.getvalue()
    assert "SlackApiError" in log.getvalue()
    assert "xoxb-1" not in log.getvalue()
    assert "hooks.slack.com" not in log.getvalue()


def test_an_error_after_a_mention_is_told_to_the_asker_alone(workspace, peer):
    workspace.mention("x" * 600, thread_ts="1.0")
    told = peer.only("chat.postEphemeral").given
    assert (told["user"], told["thread_ts"]) == ("U0READER", "1.0")


def test_an_asker_who_cannot_be_told_is_logged(workspace, peer, caplog):
    peer.refusals["chat.postEphemeral"] = "fatal_error"
    workspace.mention("")
    assert "could not tell the asker" in caplog.text


@pytest.mark.parametrize(
    ("secret", "age"),
    [
        pytest.param("another secret", 0, id="forged"),
        pytest.param("0123456789abcdef0123456789abcdef", 60 * 6, id="stale"),
    ],
)
def test_a_request_that_is_not_slacks_is_refused(workspace, peer, secret, age):
    body = "command=%2Fwhosaid&text=ridiculous&team_id=T0NEWS&user_id=U0READER&channel_id=C0DESK"
    assert workspace.send(body, secret=secret, age=age).status == 401
    assert peer.sent == NOTHING_SENT


@pytest.mark.parametrize(
    ("command", "typed", "shown"),
    [
        pytest.param("/denied", "speaker Kirby", "wo denials by John Kirby", id="what they denied"),
        pytest.param("/denied", "the strike", "ludicrous", id="who denied"),
        pytest.param("/denied", "", "Four denials", id="all denials"),
        pytest.param("/timeline", "Joe Biden", "earliest first", id="timeline"),
        pytest.param("/context", "had no role in it", "Kirby", id="context"),
        pytest.param("/sources", RIDICULOUS, "first seen first", id="where"),
        pytest.param("/check", "We are attacking Putin or Moscow", "[-not-]", id="check"),
        pytest.param("/quotes", "Kirby, first-hand only", "at first hand", id="first-hand"),
        pytest.param("/help", "", "/whosaid We are not attacking Putin", id="help"),
    ],
)
def test_every_command_is_answered_privately(workspace, peer, command, typed, shown):
    workspace.command(command, typed)
    told = peer.only("response_url")
    assert told.given["response_type"] == "ephemeral"
    assert shown in told.words


def test_a_long_text_is_checked_and_its_pages_turn(workspace, peer):
    draft = "\n".join(f"“We are attacking Putin or Moscow {n},” Zelensky said." for n in range(40))
    workspace.command("/check", draft)
    first = peer.only("response_url")
    assert "40 quotations checked" in first.words
    assert len(first.buttons["next"]["value"]) < 200
    peer.calls.clear()
    workspace.click(first.buttons["next"])
    assert "Page 2 of" in str(peer.only("response_url").given)


def test_a_long_text_is_unknown_elsewhere(workspace, peer):
    workspace.command("/check", "“We are attacking Putin or Moscow,” he said. " * 20)
    first = peer.only("response_url")
    peer.calls.clear()
    workspace.click(first.buttons["share"], home="T0OTHER")
    assert "check it again" in peer.only("response_url").given["text"]

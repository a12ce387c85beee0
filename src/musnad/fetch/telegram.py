"""Channel exports of Telegram Desktop (result.json): one message, one page."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import TextIOWrapper
from typing import Any

from msgspec import structs

from musnad.fetch.opened import Found, Opened, record_bytes
from musnad.model.records import FeedItem, Received

EXPORT = re.compile(
    rb'"type"\s*:\s*"(?:public|private)_(?:channel|supergroup|group)"|"chats"\s*:\s*\{'
)
MESSAGES = re.compile(r'"messages"\s*:\s*\[')
FIELD = re.compile(r'"(name|type|id)"\s*:\s*("(?:[^"\\]|\\.)*"|\d+)')
GAP = re.compile(r"[\s,]*")
BLOCK = 1 << 16
WEST, EAST = timedelta(hours=-12, minutes=-30), timedelta(hours=14, minutes=30)
"""How far from UTC a clock can be; two clocks farther apart do not tell of one moment."""
HEAD = 10_000
"""Characters before the messages of a chat in which its name stands."""

Fields = dict[str, Any]


def is_export(start: bytes) -> bool:
    """Says whether a JSON file that begins like this is an export of Telegram."""
    return bool(EXPORT.search(start))


def read_export(opened: Opened) -> Found:
    """Gives each message that holds text, one at a time; service messages are none.

    The outlet is the name of the channel; from whom a message was forwarded is the `source` of
    its feed item.
    """
    text = TextIOWrapper(opened.stream, "utf-8-sig", errors="replace")
    try:
        for chat, message in _Window(text, opened.limit).messages():
            words = _words(message.get("text"))
            if message.get("type") == "message" and words.strip():
                yield _received(opened, chat, message, words)
    except ValueError as error:
        yield opened.issue("M-118", str(error))
    finally:
        text.detach()


class _Window:
    """The part of an export that is looked at; no more than one message is held."""

    def __init__(self, text: TextIOWrapper, limit: int) -> None:
        self.text, self.limit = text, limit
        self.held, self.at = "", 0
        self.decoder = json.JSONDecoder()

    def messages(self) -> Iterator[tuple[Fields, Fields]]:
        """Gives (chat, message); raises `ValueError` where the export breaks off."""
        while self._more(BLOCK):
            while begin := MESSAGES.search(self.held, self.at):
                chat = _chat(self.held[max(0, begin.start() - HEAD) : begin.start()])
                self.at = begin.end()
                for message in self._values():
                    yield chat, message
            self.at = max(self.at, len(self.held) - HEAD)

    def _more(self, least: int) -> bool:
        block = self.text.read(least)
        self.held, self.at = self.held[self.at :] + block, 0
        return bool(block)

    def _values(self) -> Iterator[Fields]:
        """Gives the objects up to the end of the list."""
        while True:
            self._pass_gap()
            if self.held.startswith("]", self.at):
                return
            value = self._value()
            if isinstance(value, dict):
                yield value

    def _pass_gap(self) -> None:
        while True:
            gap = GAP.match(self.held, self.at)
            self.at = gap.end() if gap else self.at
            if self.at < len(self.held):
                return
            if not self._more(BLOCK):
                raise ValueError("the export ends within its list of messages")

    def _value(self) -> Any:
        while True:
            try:
                value, self.at = self.decoder.raw_decode(self.held, self.at)
            except (ValueError, RecursionError) as error:
                pending = len(self.held) - self.at
                if pending > self.limit or not self._more(max(BLOCK, pending)):
                    raise ValueError(f"a message cannot be read: {error}") from error
            else:
                return value


def _chat(head: str) -> Fields:
    """Gives what is said of a chat last before its messages."""
    return {name: json.loads(value, strict=False) for name, value in FIELD.findall(head)}


def _words(text: object) -> str:
    """Gives the text of a message: one string, or pieces with and without a form."""
    pieces = text if isinstance(text, list) else [text]
    words = (piece.get("text") if isinstance(piece, dict) else piece for piece in pieces)
    return "".join(word for word in words if isinstance(word, str))


def _received(opened: Opened, chat: Fields, message: Fields, words: str) -> Received:
    channel, number = chat.get("id"), message.get("id")
    address = f"https://t.me/c/{channel}/{number}" if channel and number else None
    source = message.get("forwarded_from")
    item = FeedItem(
        feed=f"https://t.me/c/{channel}" if channel else opened.name,
        guid=str(number),
        link=address,
        published=_published(message),
        source=source if isinstance(source, str) else None,
    )
    fields = {"text": words, "published": item.published, "outlet": chat.get("name")}
    fields |= {"url": address}
    return Received(
        data=record_bytes(fields),
        name=opened.part(number),
        format="record",
        given=structs.replace(opened.given, url=None),
        feed=item,
    )


def _published(message: Fields) -> str | None:
    """Gives the time with its distance from UTC where both clocks are told."""
    written, counted = message.get("date"), str(message.get("date_unixtime", ""))
    try:
        local = datetime.fromisoformat(str(written))
        if counted.isdecimal():
            ahead = local - datetime.fromtimestamp(int(counted), UTC).replace(tzinfo=None)
            if WEST <= ahead <= EAST:
                return f"{local:%Y-%m-%dT%H:%M}{_distance(ahead.total_seconds())}"
        return f"{local:%Y-%m-%dT%H:%M}"
    except (ValueError, OverflowError, OSError):
        return None


def _distance(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"

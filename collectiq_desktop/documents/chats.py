"""The link that opens a chat with words as a draft."""

from __future__ import annotations

from urllib.parse import quote

from collectiq_desktop.core.domain.phones import international


def chat_link(mobile: str, words: str) -> str:
    """What opens a chat in WhatsApp; a person presses send there.

    Source: domain.md §5.1, WhatsApp click to chat.
    """
    return f"https://wa.me/{international(mobile)}?text={quote(words, safe='')}"

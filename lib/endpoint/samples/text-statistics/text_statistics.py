"""Counts what a text is made of.

Try: {"text": "The sea was calm. The boat was not."}
"""

import os
import re
from collections import Counter

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)")
WORDS_PER_MINUTE = int(os.environ.get("WORDS_PER_MINUTE", "220"))


def handler(event, context):
    text = event.get("text", "")
    if not isinstance(text, str):
        raise TypeError("text must be a string")
    words = [word.lower() for word in WORD.findall(text)]
    sentences = len(SENTENCE_END.findall(text)) or (1 if words else 0)
    print(f"{len(words)} words in {sentences} sentences")
    return {
        "characters": len(text),
        "words": len(words),
        "unique_words": len(set(words)),
        "sentences": sentences,
        "words_per_sentence": round(len(words) / sentences, 1) if sentences else 0,
        "reading_seconds": round(len(words) * 60 / WORDS_PER_MINUTE),
        "most_common": [{"word": word, "count": count} for word, count in Counter(words).most_common(5)],
    }

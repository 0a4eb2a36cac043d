#!/usr/bin/env python3
"""Compare which documents plantool's reader of JSON accepts with what Python's parser, told to be strict, accepts.

The documents are JSON plans of this repository and small documents of every kind, each changed at random in a few places: bytes and whole tokens are
removed, doubled, exchanged or put in. The numbers are from a fixed seed, so that a failure can be had again. Where RFC 8259 leaves it open, the
differences are known and counted by themselves:

* duplicate keys are a finding of plantool, though the rest of the document is read;
* `\\r` and `\\u0000` in strings are findings of plantool, for no text of a plan can have them, though the document is read;
* half of a surrogate pair is refused, for it cannot be written as UTF-8;
* a byte order mark at the beginning is ignored (RFC 8259, 8.1), and Python is told so;
* more than 128 levels are refused;
* a document of nothing, and one with a NUL byte, are refused before they are parsed.

    scripts/check-json.py                 3,000 documents
    scripts/check-json.py --count 100000 --seed 7
"""

import argparse
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SMALL = [
    "{}", "[]", "null", "true", "false", "0", "-0", "1.5e-3", '""', '"甲"', '{"a":[1,{"b":null}]}', '[1,2.0,3e5,"x",true,false,null]',
    '"\\u7532\\ud83d\\ude00\\n\\"\\\\\\/"', ' { "甲" : [ ] } ', '[[[[[]]]]]', "1E400", "123456789012345678901234567890", '{"":""}',
    '{"a":1,"a":2}', '{"a":1,"b":{"a":1,"\\u0061":1}}', '{"\u00e9":1,"e\u0301":2}', '{"A":1,"a":2}',
]
TOKENS = [
    "{", "}", "[", "]", ",", ":", '"', "\\", "\\u", "\\ud800", "\\udc00", "\\u0000", "\\x", "'", "0", "-", "+", ".", "e", "E", "01", "1.", ".5", "1e", "0x1",
    "null", "nul", "True", "NaN", "Infinity", "//", "/*", "#", " ", "\t", "\n", "\r", "\f", "\v", "\u00a0", "\u2028", "\ufeff", "\u0000", "\u0001", "\u007f",
    "甲", "😀", "　", "“", "，", "：",
]
RAW = [b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe7\x94", b"\x80", b"\xef\xbb\xbf"]


class Duplicate(Exception):
    pass


def members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise Duplicate
    return dict(pairs)


def refuse(word: str) -> None:
    raise ValueError(word)


def depth(text: str) -> int:
    deepest = level = 0
    for token in re.findall(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', text):
        if token in "[{":
            level += 1
            deepest = max(deepest, level)
        elif token in "]}":
            level -= 1
    return deepest


def expected(document: bytes) -> str:
    """accepted or refused; or a word for what RFC 8259 leaves open."""
    if b"\x00" in document:
        return "refused"
    try:
        text = document.decode("utf-8-sig" if document.startswith(b"\xef\xbb\xbf") else "utf-8")
    except UnicodeDecodeError:
        return "refused"
    try:
        value = json.loads(text, parse_constant=refuse, parse_int=str, object_pairs_hook=members)
    except Duplicate:
        # Whether the rest is JSON too.
        try:
            value = json.loads(text, parse_constant=refuse, parse_int=str)
        except ValueError:
            return "refused"
        return "surrogate" if has_surrogate(value, text) else "duplicate"
    except ValueError:
        return "refused"
    except RecursionError:
        return "deep"
    if depth(text) > 128:
        return "deep"
    return "surrogate" if has_surrogate(value, text) else "accepted"


def has_surrogate(value: object, text: str) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return True
    # Of two equal keys only the last is left in the value.
    return any(lone(part) for part in re.findall(r'"(?:[^"\\]|\\.)*"', text))


def lone(string: str) -> bool:
    try:
        json.loads(string).encode("utf-8")
    except UnicodeEncodeError:
        return True
    except ValueError:
        return False
    return False


def mutate(document: bytes, chance: random.Random) -> bytes:
    changed = bytearray(document)
    for _ in range(chance.choice([0, 1, 1, 1, 2, 3])):
        at = chance.randrange(len(changed) + 1)
        kind = chance.randrange(6)
        if kind == 0:
            del changed[at : at + chance.choice([1, 1, 2, 5])]
        elif kind == 1:
            changed[at:at] = chance.choice(TOKENS).encode("utf-8")
        elif kind == 2:
            changed[at : at + 1] = chance.choice(TOKENS).encode("utf-8")
        elif kind == 3:
            changed[at:at] = changed[at : at + chance.randrange(1, 30)]
        elif kind == 4:
            changed[at:at] = chance.choice(RAW)
        elif changed:
            marks = [index for index, byte in enumerate(changed) if byte in b'{}[],:"']
            if marks:
                mark = chance.choice(marks)
                changed[mark : mark + 1] = b"" if chance.random() < 0.5 else bytes(changed[mark : mark + 1]) * 2
    return bytes(changed)


def judged(tool: pathlib.Path, documents: list[bytes]) -> list[str]:
    """What plantool says to each: accepted, refused or duplicate."""
    with tempfile.TemporaryDirectory(prefix="plantool-json-") as folder:
        for number, document in enumerate(documents):
            (pathlib.Path(folder) / f"{number:07}.plan.json").write_bytes(document)
        command = [str(tool), "validate", "--no-config", "--format", "json", "--lang", "en", "--select", "PT701", folder]
        run = subprocess.run(command, capture_output=True, check=False)
        if run.returncode not in (0, 1):
            sys.exit(f"plantool ended with {run.returncode}: {run.stderr.decode(errors='replace')[:500]}")
        verdicts = []
        for file in json.loads(run.stdout)["files"]:
            syntax = [finding["message"] for finding in file["findings"] if finding["code"] in ("PT001", "PT002")]
            # What no text of a plan can have is within RFC 8259.
            syntax = [message for message in syntax if "(places in the file: " not in message]
            others = [message for message in syntax if "appears twice in one object" not in message]
            verdicts.append("refused" if others else "duplicate" if syntax else "accepted")
        return verdicts


def main() -> int:
    options = argparse.ArgumentParser(description="plantool's reader of JSON beside Python's.")
    options.add_argument("--tool", type=pathlib.Path, default=ROOT / ".build" / "debug" / "plantool")
    options.add_argument("--count", type=int, default=3000)
    options.add_argument("--seed", type=int, default=8259)
    given = options.parse_args()
    chance = random.Random(given.seed)
    plans = [subprocess.run([str(given.tool), "convert", "--to", "json", str(plan)], capture_output=True, check=True).stdout
             for plan in sorted((ROOT / "Examples").glob("minimal*.plan.md"))]
    starts = plans + [text.encode("utf-8") for text in SMALL]
    documents = [b"[" * depth + b"]" * depth for depth in (1, 127, 128, 129, 5000)] + starts
    documents += [mutate(chance.choice(starts), chance) for _ in range(given.count)]
    failed = 0
    counts: dict[str, int] = {}
    for first in range(0, len(documents), 5000):
        part = documents[first : first + 5000]
        for document, verdict in zip(part, judged(given.tool, part), strict=True):
            wanted = expected(document)
            counts[wanted] = counts.get(wanted, 0) + 1
            if verdict != {"surrogate": "refused", "deep": "refused"}.get(wanted, wanted):
                failed += 1
                print(f"FAILED: {verdict}, but {wanted}: {document[:200]!r}")
    print(f"{len(documents) - failed} of {len(documents)} documents treated alike: " + ", ".join(f"{count} {word}" for word, count in sorted(counts.items())))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

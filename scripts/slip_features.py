"""What LikelySlips and LostCharacters see of a place in a text, as numbers: the features whose weights fit-slips.py fits.

It follows Sources/PlanValidate (SlipScore, LostSeam and what they ask), with the tables of Sources/PlanVocabulary/Data.
"""

import collections
import itertools
import re
import struct

START, END, FOREIGN = 4094, 4095, 4096
NUMERALS = set("〇零一二三四五六七八九十百千萬兩壹貳叁肆柒捌玖")
FUNCTION_WORDS = set("之其有為未不以於及或與並且者的得應可由於在是")
LEVEL_BITS = [35, 40, 45, 50, 54, 60, 66, 72]
MARKS = "，。；：、！？「」『』（）《》〈〉【】…—·．\n"


def spell(text):
  """A text as SpelledTexts has it: characters, \\1 and \\2 for the beginning and the end of a clause, \\0 for a break."""

  def is_hole(place):
    if not 0 <= place < len(text):
      return False
    c = text[place]
    if c in "()/":
      return True
    if c in "「」『』":
      other = place + (2 if c in "「『" else -2)
      return 0 <= other < len(text) and text[other] in ("」』" if c in "「『" else "「『")
    return c.isalnum() if ord(c) < 128 else c not in MARKS and (c.isalpha() or c.isnumeric())

  parts, is_inside = ["\0\0\0\0"], False
  for place, c in enumerate(text):
    if c in " \t\u3000":
      continue
    is_han = "\u4e00" <= c <= "\u9fff"
    if is_han:
      if not is_inside and not is_hole(place - 1):
        parts.append("\1")
      parts.append(c)
    elif is_inside:
      parts.append("\0" if is_hole(place) else "\2\0")
    is_inside = is_han
  return "".join(parts) + ("\2" if is_inside else "") + "\0\0\0\0"


def is_character(c):
  return c > "\2"


Use = collections.namedtuple("Use", "is_common is_word is_rare is_met strength bits")
UNKNOWN, OPEN = Use(False, False, False, False, 0, None), Use(False, False, False, True, 0, 23)


def shorts(part):
  return struct.unpack(f"<{len(part) // 2}H", part)


def mix(value):
  value = (value ^ (value >> 15)) * 0x2C1B3C6D & 0xFFFFFFFF
  value = (value ^ (value >> 12)) * 0x297A2D39 & 0xFFFFFFFF
  return value ^ (value >> 15)


def row_key(numbers):
  """A number for three characters in a row, of which one may be lost."""
  return ((numbers[0] << 24 | numbers[1] << 12 | numbers[2]) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF) >> 32


class Filter:
  def __init__(self, part):
    self.bytes = part + bytes(8)
    self.seed, size = struct.unpack_from("<II", part)
    self.third, self.width = size & 0xFFFFFF, size >> 24

  def cell(self, value, third):
    bit = self.width * (third * self.third + (value * self.third >> 32))
    return struct.unpack_from("<I", self.bytes, 8 + (bit >> 3))[0] >> (bit & 7)

  def has(self, key):
    return self.value(key) == 0

  def value(self, key):
    first = mix(key ^ self.seed)
    second = mix(first ^ 0x5BD1E995)
    last = mix(second ^ 0x5BD1E995)
    return (self.cell(first, 0) ^ self.cell(second, 1) ^ self.cell(last, 2) ^ last) & (1 << self.width) - 1


def parts_of(path):
  content = path.read_bytes()
  count = struct.unpack_from("<I", content, 4)[0]
  starts = [*struct.unpack_from(f"<{count}I", content, 8), len(content)]
  return [content[a:b] for a, b in zip(starts, starts[1:])]


class Vocabulary:
  """The two tables. `like` has for each character those it may have been written for: same sound, near sound, shape."""

  def __init__(self, folder):
    letters, _, self.facts, starts, rows, met, rare, long, losses = parts_of(folder / "vocabulary.bin")
    self.characters = [chr(0x4E00 + i) for i in range(0x5200) if letters[i >> 3] >> (i & 7) & 1]
    self.number = {c: i + 1 for i, c in enumerate(self.characters)} | {"\1": START, "\2": END}
    self.character = {i: c for c, i in self.number.items()}
    self.met, self.rare, self.long, self.known, self.long_known = Filter(met), Filter(rare), Filter(long), {}, {}
    self.losses = Filter(losses)
    self.words_from, self.words_to = collections.defaultdict(set), collections.defaultdict(set)
    self.common = {}
    starts, rows = shorts(starts), shorts(rows)
    for first in range(END + 1):
      for entry in rows[starts[first] : starts[first + 1]]:
        level = entry >> 1 & 7
        self.common[first, entry >> 4] = Use(True, bool(entry & 1), False, True, (entry & 1) * (1 + level), LEVEL_BITS[level])
        if entry & 1:
          self.words_from[first].add(entry >> 4)
          self.words_to[entry >> 4].add(first)
    self.read_confusions(folder / "confusions.bin")

  def read_confusions(self, path):
    first, second, near, counts, shapes, rare, _, rare_shapes = parts_of(path)
    near, second, shapes, rare_shapes = map(shorts, (near, second, shapes, rare_shapes))
    starts = list(itertools.accumulate(counts, initial=0))
    sounds = {i + 1: [sound] for i, sound in enumerate(shorts(first)) if sound}
    for place in range(0, len(second) - 1, 2):
      sounds[second[place]].append(second[place + 1])
    members, classes = collections.defaultdict(list), collections.defaultdict(list)
    for number, found in sounds.items():
      if self.facts[3 * number + 1] & 16:
        for sound in found:
          members[sound].append(number)
    for sound in range(1, len(near)):
      classes[near[sound]].append(sound)
    self.like = collections.defaultdict(dict)
    for number, found in sounds.items():
      like = self.like[self.character[number]]
      for sound in found:
        for other in classes[near[sound]]:
          for member in members[other]:
            if member != number:
              old = like.get(member, (False, False, 0))
              like[member] = (old[0] or other == sound, (old[1] or other != sound), 0)
      for member, (same, is_near, _) in like.items():
        like[member] = (same, is_near and not same, 0)
    entries = [(self.characters[i], e) for i in range(len(self.characters)) for e in shapes[starts[i] : starts[i + 1]]]
    rare = [chr(0x4E00 + i) for i in range(0x5200) if rare[i >> 3] >> (i & 7) & 1]
    for c, entry in entries + list(zip(rare, rare_shapes)):
      old = self.like[c].get(entry >> 4, (False, False, 0))
      self.like[c][entry >> 4] = (*old[:2], entry & 15)

  def numbers(self, text):
    return [0 if c == "\0" else self.number.get(c, FOREIGN) for c in text]

  def bits(self, number):
    return 20 if number == FOREIGN else self.facts[3 * number]

  def alone(self, number):
    return 15 if number == FOREIGN else self.facts[3 * number + 1] & 15

  def expected(self, first, second):
    return self.bits(first) + self.bits(second) - 107

  def pair_bits(self, first, second, use):
    return max(-24, min(0, self.expected(first, second))) if use.bits is None else use.bits

  def use(self, first, second):
    if not (0 < first <= END and 0 < second <= END):
      return UNKNOWN
    if (first, second) in self.common:
      return self.common[first, second]
    if (first, second) not in self.known:
      key = first << 12 | second
      is_met = self.met.has(key)
      self.known[first, second] = Use(False, False, self.rare.has(key), is_met, 0, 23 if is_met else None)
    return self.known[first, second]

  def is_long_word(self, numbers):
    if numbers not in self.long_known:
      key = len(numbers)
      for number in numbers:
        key = mix(key * 4096 + number & 0xFFFFFFFF)
      self.long_known[numbers] = all(0 < number < START for number in numbers) and self.long.has(key)
    return self.long_known[numbers]

  def lost_in(self, numbers, is_third):
    """The number of the character that a row of three is short of in that place, 0 where it is none that is known."""
    if not all(0 < number < START for number in numbers):
      return 0
    value = self.losses.value(row_key(numbers))
    return value & 4095 if value >> 12 == is_third and 0 < value & 4095 < START else 0

  def is_in_long_word(self, numbers, index, other=None):
    """Whether three or four characters over a place are a word, with another number there if one is given."""
    for length in (3, 4):
      for start in range(max(0, index - length + 1), index + 1):
        part = numbers[start : start + length]
        if other is not None:
          part[index - start] = other
        if self.is_long_word(tuple(part)):
          return True
    return False


class Features:
  """Named numbers, some of them steps: 1 from each bound on that a value reaches."""

  def __init__(self, names, scaled, steps):
    self.scaled, self.steps = scaled, steps
    self.names = names + scaled + [f"{name}:{bound}" for name, bounds in steps.items() for bound in bounds]
    self.place = {name: i for i, name in enumerate(self.names)}

  def values(self, facts, scaled, steps):
    values = [0.0] * len(self.names)
    for name, is_so in facts.items():
      values[self.place[name]] = float(is_so)
    for name, value in scaled.items():
      values[self.place[name]] = value / 32
    for name, value in steps.items():
      for bound in self.steps[name]:
        values[self.place[f"{name}:{bound}"]] = float(value >= bound)
    return values


SLIPS = Features(
  ["base", "unseen1", "unseen2", "rareWord", "standsAlone", "standsAloneUnseen", "sameSound", "nearSound",
   "sameSoundAndShape", "allSeenMeant", "twoWordsMeant", "clauseEdge", "elsewhere", "elsewhereBetween", "elsewhereBoth",
   "unlike", "unlikeUnseen", "unlikeBetween", "unlikeBoth", "open", "foreign", "foreignLike"],
  ["gain", "togetherMeant", "togetherWritten"],
  {"together": [12, 20, 28, 36], "shape": [1, 3, 5, 7, 9, 11], "wordWritten": [1, 3, 5, 7, 9],
   "wordMeant": [2, 3, 4, 5, 6, 7, 9], "bound": [2, 4, 6, 9], "common": [48, 60, 72, 84], "uses": [1, 3, 8],
   "taken": [1, 3, 5, 7], "other": [1, 3, 5], "repeated": [2, 3, 5]})


def found_around(text, index):
  """What a text has between the neighbours of a place, behind the two before it, and before the two behind it."""
  second, before, after, following = text[index - 2], text[index - 1], text[index + 1], text[index + 2]

  def found(pattern):
    return {match[1] for match in re.finditer(f"(?={pattern})", text)}

  one = "([^\0-\2])"
  return (
    found(before + one + after) if is_character(before) and is_character(after) else set(),
    found(second + before + one) if is_character(before) and is_character(second) else set(),
    found(one + after + following) if is_character(after) and is_character(following) else set())


def slips(v, text, numbers, index, equals):
  """The characters that may be meant at a place, each with its features."""
  before, number, after = numbers[index - 1 : index + 2]
  if number in (0, START, END) or not before and not after or text[index] in NUMERALS:
    return
  left = v.use(before, number) if before else OPEN
  right = v.use(number, after) if after else OPEN
  if left.is_met and right.is_met and (left.is_word or right.is_word):
    return
  unseen, strength = (not left.is_met) + (not right.is_met), max(left.strength, right.strength)
  if unseen == 0 and (v.alone(number) <= 2 or strength > 0):
    return
  is_in_long_word = v.is_in_long_word(numbers, index, number)
  if unseen != 2 and (strength >= 8 or is_in_long_word):
    return
  times_left = text.count(text[index - 1 : index + 1]) if before != START else 1
  times_right = text.count(text[index : index + 2]) if after != END else 1
  if not left.is_met and times_left > 1 or not right.is_met and times_right > 1:
    return
  between, behind, ahead = found_around(text, index)
  words = v.words_from.get(before, set()) | v.words_to.get(after, set())
  meanings = dict(v.like[text[index]])
  if unseen:
    for c in between | behind | ahead:
      if c in v.number and c != text[index]:
        meanings.setdefault(v.number[c], (False, False, 0))
  written = v.pair_bits(before, number, left), v.pair_bits(number, after, right)

  def bound(bits, first, second):
    return bits - v.expected(first, second) if first and second else -99

  together = max(bound(written[0], before, number), bound(written[1], number, after))
  beside = v.common.get((numbers[index - 2], before), UNKNOWN), v.common.get((after, numbers[index + 2]), UNKNOWN)
  alone, word_written = v.alone(number), 9 if is_in_long_word else strength
  for meant, (same, near, shape) in meanings.items():
    c = v.character[meant]
    if meant not in words or c in NUMERALS or (text[index], c) in equals:
      continue
    meant_left = v.use(before, meant) if before else OPEN
    meant_right = v.use(meant, after) if after else OPEN
    word = max(meant_left.strength, meant_right.strength)
    word = 9 if v.is_in_long_word(numbers, index, meant) else word
    bits = v.pair_bits(before, meant, meant_left), v.pair_bits(meant, after, meant_right)
    bounds = bound(bits[0], before, meant), bound(bits[1], meant, after)
    ends_word = meant_left.is_word and (not meant_right.is_word or bounds[0] >= bounds[1])
    if word < 1 or text[index + (-1 if ends_word else 1)] in NUMERALS:
      continue
    is_between, is_behind, is_ahead = c in between, meant_left.is_word and c in behind, meant_right.is_word and c in ahead
    uses = max(
      text.count(text[index - 1] + c) if meant_left.is_word else 0, text.count(c + text[index + 1]) if meant_right.is_word else 0)
    is_unlike = not (same or near or shape)
    facts = {
      "base": True, "unseen1": unseen == 1, "unseen2": unseen == 2,
      "rareWord": word_written == 0 and (left.is_rare or right.is_rare), "standsAlone": alone <= 2,
      "standsAloneUnseen": alone <= 4 and unseen == 2, "sameSound": same, "nearSound": near,
      "sameSoundAndShape": same and shape > 0, "allSeenMeant": meant_left.is_met and meant_right.is_met,
      "twoWordsMeant": meant_left.is_word and meant_right.is_word, "clauseEdge": before == START or after == END,
      "elsewhere": is_between or is_behind or is_ahead, "elsewhereBetween": is_between,
      "elsewhereBoth": is_behind and is_ahead, "unlike": is_unlike, "unlikeUnseen": is_unlike and unseen == 2,
      "unlikeBetween": is_unlike and is_between, "unlikeBoth": is_unlike and is_behind and is_ahead,
      "open": not before or not after, "foreign": number == FOREIGN, "foreignLike": number == FOREIGN and not is_unlike}
    gain = sum(bits) - sum(written) - v.bits(meant) + v.bits(number)
    together_meant = bounds[0 if ends_word else 1]
    scaled = {
      "gain": min(96, max(-16, gain)), "togetherMeant": min(56, max(0, together_meant)),
      "togetherWritten": min(40, max(-24, together))}
    steps = {
      "together": together if unseen < 2 else -99, "shape": shape, "wordWritten": word_written, "wordMeant": word,
      "bound": alone, "common": v.bits(number), "uses": uses, "taken": beside[0 if ends_word else 1].strength,
      "other": beside[1 if ends_word else 0].strength, "repeated": times_left if ends_word else times_right}
    yield c, SLIPS.values(facts, scaled, steps)


LOSSES = Features(
  ["base", "unseen", "rareWord", "looseFirst", "looseSecond", "looseBoth", "tight", "otherMet", "otherUnseen", "otherCommon",
   "otherWord", "longWord", "longerWord", "behind", "before", "both", "outerUnseen", "function", "clauseStart", "clauseEnd", "known", "knownCommon"],
  ["gain", "expected"],
  {"alone": [4, 6, 9, 12], "word": [2, 3, 4, 5, 6, 7, 8], "uses": [1, 2, 3, 8], "wordBeside": [1, 3, 5],
   "wordOutside": [1, 3, 5]})


def losses(v, text, numbers, index):
  """The characters that may be lost behind a place, each with its features."""
  before, first, second, after = numbers[index - 1 : index + 3]
  if not (0 < first < START and 0 < second < START) or text.count(text[index : index + 2]) > 1:
    return
  use, left, right = v.use(first, second), v.use(before, first), v.use(second, after)
  # A common pair is looked at where it shares a character with another word.
  known = set()
  if not use.is_common or use.is_word and (left.is_word or right.is_word):
    known = {v.lost_in((first, second, after), 0), v.lost_in((before, first, second), 1)} - {0}
  if not known and (use.is_common or {text[index], text[index + 1]} & NUMERALS):
    return
  loose = (
    not left.is_word and v.alone(first) >= 6 and not v.is_in_long_word(numbers, index),
    not right.is_word and v.alone(second) >= 6 and not v.is_in_long_word(numbers, index + 1))
  is_tight = not any(loose)
  if not known and is_tight and left.is_word and right.is_word:
    return
  elsewhere = collections.defaultdict(lambda: [0, False, False, False])
  for match in re.finditer(f"(?=(.){text[index]}([^\0-\2]){text[index + 1]}(.))", text, re.S):
    is_behind = match[1] == text[index - 1] and match[1] > "\1"
    is_ahead = match[3] == text[index + 2] and match[3] not in "\0\2"
    entry = elsewhere[match[2]]
    elsewhere[match[2]] = [entry[0] + 1, entry[1] or is_behind, entry[2] or is_ahead, entry[3] or is_behind and is_ahead]
  evidence = {c for c, (count, is_behind, is_ahead, _) in elsewhere.items() if count > 1 or is_behind or is_ahead}
  if is_tight and not evidence and not known:
    return
  candidates = known | {v.number[c] for c in elsewhere if c in v.number}
  for is_loose, words, of in ((loose[0], v.words_from, first), (loose[1], v.words_to, second)):
    if is_loose and not known:
      pairs = ((of, other) if words is v.words_from else (other, of) for other in words.get(of, ()))
      candidates |= {pair[words is v.words_from] for pair in pairs if v.common[pair].strength >= 2}
  for lost in sorted(candidates):
    c = v.character[lost]
    uses = v.use(first, lost), v.use(lost, second)
    count, is_behind, is_ahead, is_both = elsewhere.get(c, (0, False, False, False))
    is_known = lost in known
    strengths = tuple(
      between.strength if is_loose or is_tight or is_known else 0 for between, is_loose in zip(uses, loose))
    if (lost in (first, second, START, END) or c in NUMERALS or max(strengths) < 1
        or is_tight and c not in evidence and not is_known
        or count == 0 and not (uses[0].is_met and uses[1].is_met)):
      continue
    begins_word = strengths[0] >= strengths[1]
    other, outer, word = (uses[1], left, right) if begins_word else (uses[0], right, left)
    five = before, first, lost, second, after
    expected = v.expected(first, second)
    gain = (uses[0].bits or 0) + (uses[1].bits or 0) - v.bits(lost) - v.pair_bits(first, second, use)
    facts = {
      "base": True, "unseen": not use.is_met, "rareWord": use.is_rare, "looseFirst": loose[0], "looseSecond": loose[1],
      "looseBoth": all(loose), "tight": is_tight, "otherCommon": other.is_common,
      "otherMet": other.is_met and not other.is_common, "otherUnseen": not other.is_met, "otherWord": other.is_word,
      "longWord": v.is_long_word(five[1:4]), "longerWord": v.is_long_word(five[:4]) or v.is_long_word(five[1:]),
      "behind": is_behind, "before": is_ahead, "both": is_both, "outerUnseen": not outer.is_met,
      "function": c in FUNCTION_WORDS, "clauseStart": before == START, "clauseEnd": after == END,
      "known": is_known, "knownCommon": is_known and use.is_common}
    scaled = {"gain": min(60, max(-20, gain)), "expected": max(-24, min(24, expected))}
    steps = {
      "alone": v.alone(first if begins_word else second), "word": max(strengths), "uses": count,
      "wordBeside": word.strength, "wordOutside": outer.strength}
    yield c, LOSSES.values(facts, scaled, steps)

"""Which characters stand in rows in texts, and what such a row looks like with a character lost. For make-vocabulary.py."""

import collections

import numpy

# What a character is worth that some texts have in so many documents, and that a checklist has.
ANSWERS, CHECKLIST = 30, 200
# A row that is met so many times as seldom as the longer one that it may be cut of is none by itself.
SELDOM = 300
# With these nothing is said of lost characters: rows of numbers and dates.
NUMBERS = "〇零二三四五六七八九十百千萬兩壹貳叁肆柒捌玖年月日第條項款號"


class Rows:
  """How often rows of `length` characters were counted, by their keys, in order: 12 bits for the number of each one."""

  def __init__(self, texts, length):
    """`texts` are lists of numbers, 0 where a row ends, each with what a document is worth."""
    documents = [(numpy.concatenate((numbers, [0])), worth) for numbers, worth in texts]
    numbers = numpy.concatenate([numbers for numbers, _ in documents]).astype(numpy.int64)
    document = numpy.repeat(numpy.arange(len(documents)), [len(numbers) for numbers, _ in documents])
    keys, is_row = numpy.zeros(len(numbers) - length + 1, numpy.int64), True
    for place in range(length):
      part = numbers[place : len(keys) + place]
      keys, is_row = keys << 12 | part, is_row & (part > 0)
    keys, document = keys[is_row], document[: len(is_row)][is_row]
    order = numpy.argsort(keys, kind="stable")
    keys, document = keys[order], document[order]
    is_new = numpy.append(True, keys[1:] != keys[:-1])
    is_other_document = is_new | numpy.append(True, document[1:] != document[:-1])
    row = numpy.cumsum(is_new) - 1
    worths = numpy.array([worth for _, worth in documents])[document[is_other_document]]
    self.keys, self.counts = keys[is_new], numpy.bincount(row)
    self.worths = numpy.bincount(row[is_other_document], weights=worths)

  def count(self, keys):
    """How often some rows stand in the texts."""
    places = numpy.minimum(numpy.searchsorted(self.keys, keys), len(self.keys) - 1)
    return numpy.where(self.keys[places] == keys, self.counts[places], 0)

  def ranked(self, words, checklists):
    """The worth of the rows, and of given words and rows of checklists as well; the best first."""
    is_often = self.worths >= 8
    worth = collections.Counter(dict(zip(self.keys[is_often].tolist(), self.worths[is_often].tolist())))
    for key, count in words.items():
      worth[key] += 5 * min(count, 400) ** 0.5
    for key in checklists:
      worth[key] += CHECKLIST
    return sorted(worth.items(), key=lambda entry: (-entry[1], entry[0]))


def key(numbers):
  value = 0
  for number in numbers:
    value = value << 12 | number
  return value


def numbers_of(key, length):
  return [key >> 12 * (length - 1 - place) & 4095 for place in range(length)]


def losses(threes, fours, ranked_threes, ranked_fours, number, most):
  """Rows of three that are one of four with its second or third character lost, and no row by themselves: for each the
  lost one, and whether it is the third. The commonest rows come first."""
  keys = numpy.array([key for key, _ in ranked_fours[:60_000]])
  times = numpy.maximum(fours.count(keys), 30)
  first, second, third, fourth = (keys >> 36, keys >> 24 & 4095, keys >> 12 & 4095, keys & 4095)
  is_number = numpy.zeros(4096, bool)
  is_number[[number[c] for c in NUMBERS if c in number]] = True
  is_silent = is_number[first] | is_number[second] | is_number[third] | is_number[fourth]
  found = collections.defaultdict(collections.Counter)
  for is_third, lost, other in ((0, second, third), (1, third, second)):
    rows = first << 24 | other << 12 | fourth
    is_none = (threes.count(rows) * SELDOM <= times) & ~is_silent & (lost != number["一"])
    is_none &= (lost != other) & (lost != (fourth if is_third else first))
    for place in numpy.flatnonzero(is_none).tolist():
      found[int(rows[place])][int(lost[place]), is_third] += ranked_fours[place][1]
  common = {key for key, worth in ranked_threes if worth > 20}
  best = []
  for row, meant in found.items():
    (loss, worth), *others = meant.most_common(2)
    if row not in common and not (others and others[0][1] * 4 > worth):
      best.append((-worth, row, loss))
  return {row: loss for _, row, loss in sorted(best)[:most]}

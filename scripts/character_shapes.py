"""How alike characters look: by the codes of Unihan, and by how a font draws them. For make-vocabulary.py."""

import bz2
import collections
import itertools
import pathlib
import re

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont


def unihan(folder, name, keys):
  table = collections.defaultdict(dict)
  for line in bz2.open(pathlib.Path(folder) / f"Unihan_{name}.txt.bz2", "rt", encoding="utf-8"):
    if line.startswith("U+"):
      code, key, value = line.rstrip("\n").split("\t")
      if key in keys:
        table[key][chr(int(code[2:], 16))] = value
  return table


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
    """The characters that share a part with it, each with its score from 2 to 7.5."""
    others = set().union(*(self.groups[key] for key in self.keys(c))) - {c}
    return {x: s for x in others if (s := self.score(c, x)) >= 2}


class Likeness:
  """The common characters that others look like."""

  def __init__(self, unihan_folder, font, characters, common):
    self.characters, self.common = characters, common
    faces = (ImageFont.truetype(font, 48, index=index) for index in range(16))
    face = next(face for face in faces if face.getname()[0].endswith(" TC"))
    place = {c: i for i, c in enumerate(characters)}
    self.row = place
    chosen = [place[c] for c in common]
    # Two drawings, the second more out of focus, and the codes.
    self.values = 0
    for blur in (1.2, 2.0):
      drawn = numpy.stack([self.drawn(c, face, blur) for c in characters])
      self.values = self.values + 7 * drawn @ drawn[chosen].T
    shapes = Shapes(unihan_folder, characters)
    column = {c: i for i, c in enumerate(common)}
    for c in characters:
      for other, score in shapes.like(c).items():
        if other in column:
          self.values[place[c], column[other]] += score
    for c in common:
      self.values[place[c], column[c]] = 0

  @staticmethod
  def drawn(character, face, blur):
    """The drawing as 28 × 28 numbers with a mean of 0 and a length of 1."""
    picture = Image.new("L", (56, 56), 0)
    ImageDraw.Draw(picture).text((4, -8), character, font=face, fill=255)
    picture = picture.filter(ImageFilter.GaussianBlur(blur)).resize((28, 28), Image.BOX)
    values = numpy.asarray(picture, dtype=numpy.float32).ravel()
    values = values - values.mean()
    return values / (numpy.linalg.norm(values) + 1e-6)

  def of(self, character, weight):
    """The characters that it looks like, the likeliest first: of those that look alike, one that is written often is
    meant more often. Each has its likeness, 1 to 15."""
    values = self.values[self.row[character]]
    order = sorted(
      (i for i in numpy.flatnonzero(values >= 7)), key=lambda i: (-values[i] - weight[self.common[i]], self.common[i]))
    return [(self.common[i], max(1, min(15, round((float(values[i]) - 9) * 1.5)))) for i in order]

#!/usr/bin/env python3
"""Fit the weights of PT603 (SlipWeights.swift and LostWeights.swift) to slips that are planted into texts, and print them.

The texts are the laws and answers that make-vocabulary.py keeps back, half to fit and half to measure with, and the plans of
the project, in which nothing may be found that nobody planted. The sources are given as for make-vocabulary.py:
  --laws DIR, --answers FILE, --unihan DIR, --font FILE
Behind the weights it prints what is told of the texts that were not fitted, with nothing planted, above each threshold: false
alarms but for the slips that those texts have themselves. It takes a few minutes, and needs numpy and Pillow.
"""

import argparse
import collections
import importlib.util
import json
import pathlib
import random
import re

import numpy

import slip_features as features
from character_shapes import Likeness

ROOT = pathlib.Path(__file__).resolve().parent.parent
RULES = ROOT / "Sources/PlanValidate/Rules/PT6Wording"
PLANS = ["seeds/*.plan.md", "Examples/*.plan.md", "Tests/CommandTests/Layouts/*/*.plan.md", "Tests/PlanAuditTests/Judged/*.plan.md"]
# Documents have so many characters, in turn; one slip or loss is planted in so many.
SIZES, APART = [800, 1500, 3000, 6000, 12000], 80
# A false alarm in a plan weighs as much as so many elsewhere.
PLAN_WEIGHT = {"slips": 8, "losses": 5}

spec = importlib.util.spec_from_file_location("make_vocabulary", ROOT / "scripts/make-vocabulary.py")
make_vocabulary = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make_vocabulary)


def kept_back(arguments, draw):
  """The texts that the vocabulary does not count: those to fit, and those to measure with."""
  laws = []
  for path in sorted(pathlib.Path(arguments.laws).glob("*.json")):
    if make_vocabulary.draw(path.name) < 13:
      law = json.loads(path.read_text(encoding="utf-8-sig"))
      laws.append("\n".join(make_vocabulary.joined(text) for text in make_vocabulary.strings(law))[:8000])
  answers = [
    make_vocabulary.joined(entry["question"] + "\n" + entry["answer"])
    for entry in json.loads(pathlib.Path(arguments.answers).read_text())]
  answers = [text for text in answers if make_vocabulary.draw(text) >= 128]
  draw.shuffle(laws)
  draw.shuffle(answers)
  half = len(answers) // 2
  return documents(answers[:half] + laws[:60]), documents(answers[half:] + laws[400:440])


def documents(texts):
  found, document = [], ""
  for text in texts:
    document += text + "\n"
    if len(document) > SIZES[len(found) % len(SIZES)]:
      found.append(features.spell(document))
      document = ""
  return found


class Slips:
  """Wrong characters: by sound, or by shape."""

  name, features = "slips", features.SLIPS

  def __init__(self, vocabulary, draw, arguments):
    self.vocabulary, self.draw = vocabulary, draw
    source = (RULES / "LikelySlips.swift").read_text()
    pairs = re.search(r'let pairs =\s+"""(.*?)"""', source, re.S)[1].split()
    self.equals = {tuple(pair) for pair in pairs} | {tuple(reversed(pair)) for pair in pairs}
    # What is written for a character by sound, each with how likely, and by shape, the likeliest first.
    self.by_sound = collections.defaultdict(list)
    for c in vocabulary.characters:
      for meant, (same, near, _) in vocabulary.like[c].items():
        if same or near:
          chance = (1 if same else 0.12) * 2 ** (vocabulary.bits(vocabulary.number[c]) / 8)
          self.by_sound[vocabulary.character[meant]].append((c, chance))
    common = [c for c in vocabulary.characters if vocabulary.facts[3 * vocabulary.number[c] + 1] & 16]
    characters = make_vocabulary.big5()
    likeness = Likeness(arguments.unihan, arguments.font, characters, common)
    often = numpy.array([vocabulary.bits(vocabulary.number[c]) if c in vocabulary.number else 16 for c in characters]) / 16
    self.by_shape = {}
    for column, c in enumerate(common):
      alike = likeness.values[:, column]
      order = numpy.argsort(-(alike + often), kind="stable")[:12]
      self.by_shape[c] = [characters[i] for i in order if alike[i] > 8]

  def candidates(self, text, numbers, index):
    return features.slips(self.vocabulary, text, numbers, index, self.equals)

  def plant(self, text, index):
    """The text with another character at a place, and the one that is meant."""
    c = text[index]
    if self.draw.random() < 0.5:
      shapes = self.by_shape.get(c, [])
      wrong = shapes[min(int(self.draw.expovariate(1 / 3.5)), len(shapes) - 1)] if shapes else c
    else:
      sounds = self.by_sound.get(c, [(c, 1)])
      wrong = self.draw.choices([c for c, _ in sounds], [chance for _, chance in sounds])[0]
    return (text[:index] + wrong + text[index + 1 :], index) if wrong != c else None


class Losses:
  """Lost characters."""

  name, features = "losses", features.LOSSES

  def __init__(self, vocabulary, draw, arguments):
    self.vocabulary, self.draw = vocabulary, draw

  def candidates(self, text, numbers, index):
    return features.losses(self.vocabulary, text, numbers, index)

  def plant(self, text, index):
    """The text without a character, and the place of the one before it."""
    is_within = features.is_character(text[index - 1]) and features.is_character(text[index + 1])
    return (text[:index] + text[index + 1 :], index - 1) if is_within else None


def examples(kind, documents, weight, with_plants):
  """Features, whether it is what was planted, and a weight, for each candidate of some texts."""
  vocabulary, draw = kind.vocabulary, kind.draw
  for text in documents:
    numbers = vocabulary.numbers(text)
    for index in range(4, len(text) - 4):
      for _, values in kind.candidates(text, numbers, index):
        yield values, 0, weight
    places = [
      i for i in range(5, len(text) - 6)
      if vocabulary.use(numbers[i], numbers[i + 1]).strength >= 3 and features.START > max(numbers[i : i + 2])]
    for _ in range(len(text) // APART if places and with_plants else 0):
      place = draw.choice(places) + draw.randint(0, 1)
      plant = kind.plant(text, place)
      if not plant:
        continue
      planted, index = plant
      for c, values in kind.candidates(planted, vocabulary.numbers(planted), index):
        yield values, int(c == text[place]), 1


def fitted(rows):
  """The weights of a logistic regression with a little ridge, by Newton's method."""
  values, labels, weights = (numpy.array(column, dtype=float) for column in zip(*rows))
  result = numpy.zeros(values.shape[1])
  for _ in range(30):
    chance = 1 / (1 + numpy.exp(-values @ result))
    slope = values.T @ (weights * (chance - labels)) + 0.5 * result
    curve = (values * (weights * chance * (1 - chance))[:, None]).T @ values + 0.5 * numpy.eye(len(result))
    step = numpy.linalg.solve(curve, slope)
    result -= step
    if abs(step).max() < 1e-5:
      break
  return result


def show(kind, weights):
  """The weights in units of 1/1024, as Swift has them."""
  named = dict(zip(kind.features.names, weights))
  for name in kind.features.names:
    if ":" not in name:
      print(f"  {name}: {round(named[name] * (32 if name in kind.features.scaled else 1024))}")
  for name, bounds in kind.features.steps.items():
    steps = [f"{bound}: {round(named[f'{name}:{bound}'] * 1024)}" for bound in bounds]
    print(f"  {name}: Steps([{', '.join(steps)}])")


def told(kind, documents, weights):
  """The best score at each place of some texts, with the character and what is around it, the highest first."""
  found = []
  for text in documents:
    numbers = kind.vocabulary.numbers(text)
    for index in range(4, len(text) - 4):
      scored = [(float(numpy.dot(values, weights)), c) for c, values in kind.candidates(text, numbers, index)]
      if scored:
        score, c = max(scored)
        around = text[index - 4 : index + 5].translate({0: "|", 1: "", 2: ""})
        found.append((round(score * 1024), c, around))
  return sorted(found, reverse=True)


def main():
  parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
  for name in ("laws", "answers", "unihan", "font"):
    parser.add_argument("--" + name, required=True)
  arguments = parser.parse_args()
  draw = random.Random(5)
  vocabulary = features.Vocabulary(ROOT / "Sources/PlanVocabulary/Data")
  to_fit, to_measure = kept_back(arguments, draw)
  plans = [features.spell(path.read_text()) for pattern in PLANS for path in sorted(ROOT.glob(pattern))]
  for kind in (Slips(vocabulary, draw, arguments), Losses(vocabulary, random.Random(7), arguments)):
    rows = [*examples(kind, to_fit, 1, True), *examples(kind, plans, PLAN_WEIGHT[kind.name], True)]
    weights = fitted(rows)
    print(kind.name, len(rows), "candidates,", sum(label for _, label, _ in rows), "of them planted")
    show(kind, weights)
    for name, texts in (("texts that were not fitted", to_measure), ("plans", plans)):
      print(f"{name}, {sum(map(len, texts))} characters:")
      for score, c, around in told(kind, texts, weights)[:16]:
        print(f"  {score} {c} {around}")


if __name__ == "__main__":
  main()

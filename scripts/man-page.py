#!/usr/bin/env python3
"""Make the manual page, man/plantool.1, from the help that plantool prints in English.

    man-page.py           write man/plantool.1
    man-page.py --check   say whether it is what the help would give, and have mandoc look at it where that is installed

The page is committed, so that reading and packing it needs no build.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = ROOT / ".build" / "debug" / "plantool"
PAGE = ROOT / "man" / "plantool.1"
# When what the page says last changed. A date of the day would make every build differ.
DATE = "November 21, 2026"

HEAD = f""".\\" Made by scripts/man-page.py from what “plantool help” prints; change the help.
.Dd {DATE}
.Dt PLANTOOL 1
.Os
.Sh NAME
.Nm plantool
.Nd write, check and print service-quality plans of Taiwanese agencies
.Sh SYNOPSIS
"""

DESCRIPTION = """.Sh DESCRIPTION
.Nm
works on the yearly service-quality plans (提升服務品質執行計畫) of Taiwanese agencies, written in Markdown
.Pq Pa NAME.plan.md
or JSON
.Pq Pa NAME.plan.json .
It checks them against the official checklists, says what is wrong, where and what to do, and prints the tables that have to be submitted.
.Sh COMMANDS
"""

TAIL = """.Sh ENVIRONMENT
.Bl -tag -width Ds
.It Ev PLANTOOL_LANG
the language of messages,
.Ql zh-Hant
or
.Ql en ;
.Fl -lang
counts for more
.It Ev LC_ALL , LC_MESSAGES , LANG
the language of messages where
.Ev PLANTOOL_LANG
is not set
.It Ev NO_COLOR , TERM
whether colours are used with
.Fl -color Cm auto
.El
.Sh FILES
.Bl -tag -width Ds
.It Pa .plantool.json
the configuration of the plans in its folder and below
.El
.Sh EXIT STATUS
.Bl -tag -width Ds
"""


OPTION = re.compile(r" +--?[a-z]")
# The columns into which the help is broken.
WIDTH = 80


def width(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in words)


def goes_on(before: str, line: str) -> bool:
    """Whether a line is the rest of the one before: the help is broken to fit a terminal, and mdoc breaks anew."""
    if not before or not line.strip() or OPTION.match(line):
        return False
    indentation, former = (len(text) - len(text.lstrip()) for text in (line, before))
    if indentation > 8:
        return True
    room = WIDTH - width(before)
    word = line.strip().split(" ")[0]
    first = word if width(word[0]) == 1 else word[0]
    return indentation == former != 2 and width(first) + 1 > room


def unbroken(text: str) -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and goes_on(last, line):
            wide = width(lines[-1][-1]) == 2 == width(line.strip()[0])
            # An option that is too long for its column stands on a line of its own.
            lines[-1] += ("" if wide else "  " if OPTION.match(lines[-1]) and "  " not in lines[-1].strip() else " ") + line.strip()
        else:
            lines.append(line)
        last = line
    return "\n".join(lines)


def help_of(*command: str) -> str:
    printed = subprocess.run([TOOL, "help", *command, "--lang", "en"], capture_output=True, encoding="utf-8", check=True).stdout
    # Commands that go on on the next line.
    whole = re.sub(r" \\\n +", " ", re.sub(r"^(Usage: .*)\n +", r"\1 ", printed, flags=re.MULTILINE))
    return unbroken(whole)


def text(line: str) -> str:
    """A line of running text, so that nothing in it is taken for a request."""
    escaped = line.replace("\\", "\\e")
    escaped = re.sub(r"--(?=[a-z])", r"\\-\\-", escaped)
    escaped = re.sub(r"(?<=[ “])-(?=[a-zA-Z][ ,.”])", r"\\-", escaped)
    # Sentences begin on lines of their own, as mdoc wants them.
    sentences = re.sub(r"(?<=[.;:]) (?=[A-Z“])", "\n", escaped).split("\n")
    return "\n".join("\\&" + sentence if sentence[:1] in (".", "'") else sentence for sentence in sentences)


def literal(line: str) -> str:
    """A command or a name, with hyphens that can be copied."""
    return text(line).replace("-", "\\-").replace("\\\\-", "\\-")


def paragraphs(lines: list[str]) -> list[str]:
    """The words of a command's help: paragraphs, and lists of two columns."""
    out: list[str] = []
    open_list = False
    for line in lines:
        entry = re.match(r"  (\S+)  +(.*)", line)
        if entry and not open_list:
            out.append(".Bl -tag -width Ds")
        if not entry and open_list:
            out.append(".El")
        open_list = bool(entry)
        if entry:
            out += [f".It Cm {literal(entry[1])}", text(entry[2])]
        elif line:
            out += [".Pp", text(line)]
    return out + ([".El"] if open_list else [])


def command_page(name: str) -> list[str]:
    lines = help_of(name).rstrip("\n").split("\n")
    usage = next(index for index, line in enumerate(lines) if line.startswith("Usage: "))
    options = lines.index("Options:")
    examples = lines.index("Examples:")
    out = [f".Ss {lines[usage].removeprefix('Usage: ')}", text(lines[0][0].upper() + lines[0][1:] + "."), *paragraphs(lines[usage + 1 : options])]
    out += [".Pp", "Options:", ".Bl -tag -width Ds"]
    for line in lines[options + 1 : examples]:
        found = re.match(r"  (?:-(\w), |    )--([a-z-]+)(?: (\S+))?  +(.*)", line)
        if not found:
            if line:
                raise SystemExit(f"{name}: an option that cannot be read: {line}")
            continue
        letter, option, value, meaning = found.groups()
        short = f"Fl {letter} , " if letter else ""
        out += [f".It {short}Fl -{option}" + (f" Ar {value}" if value else ""), text(meaning)]
    out += [".El", ".Pp", "Examples:", ".Bl -tag -width Ds"]
    for line in lines[examples + 1 :]:
        if line.startswith("      "):
            out.append(text(line.strip()))
        elif line.strip():
            # A full stop that stands alone would be taken for the end of a sentence.
            out.append(f".It Li {re.sub(r'(?<= )(?=[.]( |$))', '{and_}', literal(line.strip()))}".replace("{and_}", "\\&"))
    return [*out, ".El"]


def page() -> str:
    overview = help_of()
    commands = [match[1] for match in re.finditer(r"^  ([a-z]+)  ", overview, re.MULTILINE)]
    statuses = overview.split("Exit status: ")[1].strip().rstrip(".").split("; ")
    synopsis = ".Nm\n.Ar COMMAND\n.Op Ar OPTIONS\n.Ar …\n"
    body = "\n".join(line for name in commands for line in command_page(name)) + "\n"
    ends = "".join(f".It Li {status.split(' ', 1)[0]}\n{text(status.split(' ', 1)[1])}\n" for status in statuses)
    return HEAD + synopsis + DESCRIPTION + body + TAIL + ends + ".El\n"


def main() -> int:
    made = page()
    if "--check" not in sys.argv[1:]:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(made, encoding="utf-8")
        return 0
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != made:
        print("man/plantool.1 is not what the help says; run scripts/man-page.py and read it")
        return 1
    if shutil.which("mandoc") is None:
        print("SKIPPED: mandoc is not installed; the manual page is compared with the help alone")
        return 0
    # STYLE messages are about taste (such as a year that is not the current one).
    return subprocess.run(["mandoc", "-T", "lint", "-W", "warning", PAGE], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

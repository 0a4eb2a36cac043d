#!/usr/bin/env python3
"""Check plantool's JSON Schemas, and what plantool prints, with validators that plantool's authors did not write.

* each schema against the meta-schema of 2020-12;
* every plan in seeds/ and Examples/, converted to JSON, against the schema of plans;
* the replies of `validate --stream` to them, and to lines without a plan, against the schema of a stream;
* where all of them stand on a day, and the report on all of them, with and without a day, against their schemas;
* the findings on all of them, on a clean plan, on damaged JSON and on an empty run, against the schema of findings;
* configurations, right and wrong, against the schema of configurations;
* the files in WrongJSON are refused by the schema and by plantool, those in StricterThanSchema by plantool alone.

The validators come from PyPI into a virtual environment under .build. One that cannot be had is printed as SKIPPED; an address of a
package index in the environment (PIP_INDEX_URL) is used by pip as always.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = ROOT / ".build" / "debug" / "plantool"
ENVIRONMENT = ROOT / ".build" / "schema-checkers"
PYTHON = ENVIRONMENT / "bin" / "python"
TESTS = ROOT / "Tests" / "PlanFormatsTests"
PACKAGES = {"jsonschema": "jsonschema", "check-jsonschema": "check_jsonschema", "sourcemeta-jsonschema": "sourcemeta_jsonschema"}

passed, failed = 0, 0


def check(name: str, good: bool, detail: str = "") -> None:
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {name}: {detail.strip()[:400]}")


def run(*command: str | pathlib.Path, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], cwd=ROOT, input=text, capture_output=True, encoding="utf-8", check=False)


def tool(*arguments: str | pathlib.Path, text: str = "") -> subprocess.CompletedProcess[str]:
    return run(TOOL, *arguments, text=text)


def install() -> set[str]:
    """The validators that could be had."""
    if not PYTHON.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    found = set()
    for package, module in PACKAGES.items():
        has = [PYTHON, "-c", f"import {module}"]
        if run(*has).returncode != 0:
            run(PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", package)
        if run(*has).returncode == 0:
            found.add(package)
        else:
            print(f"SKIPPED {package}: pip could not install it")
    return found


# Reads lines “schema<TAB>file” and answers each with “ok” or the first fault.
REFERENCE = """
import json, sys
from jsonschema import Draft202012Validator, FormatChecker
checkers = {}
for line in sys.stdin.read().splitlines():
    schema, name = line.split("\\t")
    if schema not in checkers:
        value = json.load(open(schema, encoding="utf-8"))
        Draft202012Validator.check_schema(value)
        checkers[schema] = Draft202012Validator(value, format_checker=FormatChecker())
    fault = next(iter(checkers[schema].iter_errors(json.load(open(name, encoding="utf-8")))), None)
    print("ok" if fault is None else "/" + "/".join(map(str, fault.absolute_path)) + " " + " ".join(fault.message.split())[:300])
"""


def verdicts(validator: str, pairs: list[tuple[pathlib.Path, pathlib.Path]]) -> list[tuple[bool, str]]:
    """Whether a validator accepts each file, and what it says."""
    if validator == "jsonschema":
        result = run(PYTHON, "-c", REFERENCE, text="\n".join(f"{schema}\t{file}" for schema, file in pairs))
        lines = result.stdout.splitlines()
        if result.returncode != 0 or len(lines) != len(pairs):
            return [(False, result.stderr)] * len(pairs)
        return [(line == "ok", line) for line in lines]
    if validator == "sourcemeta-jsonschema":
        results = [run(PYTHON, "-m", "sourcemeta_jsonschema", "validate", schema, file) for schema, file in pairs]
        # Its Python wrapper has status 1 for a file that does not fit and for any other trouble.
        return [
            (result.returncode == 0, result.stderr if "Schema validation failure" in result.stderr else "TROUBLE " + result.stderr)
            for result in results
        ]
    faults: dict[str, str] = {}
    for schema in {schema for schema, _ in pairs}:
        files = [file for other, file in pairs if other == schema]
        result = run(PYTHON, "-m", "check_jsonschema", "--output-format", "json", "--schemafile", schema, *files)
        try:
            report = json.loads(result.stdout)
        except ValueError:
            return [(False, "TROUBLE " + result.stderr + result.stdout)] * len(pairs)
        for fault in report.get("errors", []):
            faults.setdefault(fault["filename"], f"{fault['path']} {fault['message']}")
        for fault in report.get("parse_errors", []):
            faults.setdefault(fault["filename"], fault["message"])
    return [(str(file) not in faults, faults.get(str(file), "")) for _, file in pairs]


def main() -> int:
    validators = install()
    if not validators:
        print("SKIPPED: no validator could be installed; the schemas are held to the reader by the Swift tests alone")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        schemas = {}
        for line in tool("schema").stdout.splitlines():
            schema = folder / f"{line.split()[0]}.schema.json"
            schema.write_text(tool("schema", line.split()[0]).stdout, encoding="utf-8")
            schemas[line.split()[0]] = schema
        check("schema: lists plan and findings", {"plan", "findings"} <= set(schemas), str(set(schemas)))

        if "check-jsonschema" in validators:
            result = run(PYTHON, "-m", "check_jsonschema", "--check-metaschema", *schemas.values())
            check("schemas fit the meta-schema (check-jsonschema)", result.returncode == 0, result.stdout + result.stderr)
        if "sourcemeta-jsonschema" in validators:
            result = run(PYTHON, "-m", "sourcemeta_jsonschema", "metaschema", *schemas.values())
            check("schemas fit the meta-schema (sourcemeta-jsonschema)", result.returncode == 0, result.stdout + result.stderr)

        def schema_of(text: str) -> pathlib.Path:
            value = json.loads(text)
            document = value.get("document", "plan") if isinstance(value, dict) else "plan"
            return schemas.get(document, schemas["plan"]) if isinstance(document, str) else schemas["plan"]

        right: list[tuple[str, pathlib.Path, pathlib.Path]] = []
        plans = sorted((ROOT / "seeds").glob("*.plan.md")) + sorted((ROOT / "Examples").glob("*.plan.md"))
        for plan in plans:
            converted = tool("convert", plan)
            check(f"{plan.name}: converts", converted.returncode == 0, converted.stderr)
            if converted.returncode == 0:
                file = folder / plan.with_suffix(".json").name
                file.write_text(converted.stdout, encoding="utf-8")
                right.append((f"{plan.name} as JSON", schema_of(converted.stdout), file))

        runs: list[tuple[str, list[str | pathlib.Path], str]] = [
            (f"findings on {plan.name} ({language})", ["--lang", language, plan], "") for plan in plans for language in ("zh-Hant", "en")
        ]
        runs.append(("findings on all plans", list(plans), ""))
        runs.append(("findings on damaged JSON", ["-"], '{"format": "plantool/1", "sections": ['))
        runs.append(("findings on an empty file", ["-"], ""))
        suppressing = "# 甲\n\n<!-- plantool-disable-file PT101 -- 另案簽核 -->\n\n## 壹、說明\n\n乙。\n"
        runs.append(("findings that a comment suppresses", ["-"], suppressing))
        runs += [(f"findings on {file.name}", [file], "") for file in sorted((TESTS / "WrongJSON").glob("*.json"))[:5]]
        for number, (title, arguments, text) in enumerate(runs):
            result = tool("validate", "--format", "json", *arguments, text=text)
            file = folder / f"findings-{number}.json"
            file.write_text(result.stdout, encoding="utf-8")
            right.append((title, schemas["findings"], file))

        for title, words in [
            ("where all plans stand", ["status", "--as-of", "107年6月30日"]), ("the report on all plans", ["report"]),
            ("the report on all plans on a day", ["report", "--as-of", "107年6月30日"]),
        ]:
            result = tool(*words, "--format", "json", *plans)
            file = folder / f"{title.replace(' ', '-')}.json"
            file.write_text(result.stdout, encoding="utf-8")
            right.append((title, schemas[words[0]], file))

        # What a stream says of plans, and of lines without one.
        lines = [json.dumps({"path": plan.name, "text": plan.read_text(encoding="utf-8")}, ensure_ascii=False) for plan in plans]
        replies = tool("validate", "--stream", "--confirmed", text="\n".join([*lines, "{", "", '{"path": "a"}']))
        check("a reply for each line", replies.stdout.count("\n") == len(lines) + 3 and replies.returncode == 2, replies.stderr)
        for number, reply in enumerate(replies.stdout.splitlines()):
            file = folder / f"reply-{number}.json"
            file.write_text(reply, encoding="utf-8")
            right.append((f"reply {number} of a stream", schemas["stream"], file))

        # A configuration is accepted or refused by the schema and by plantool alike.
        configurations = [
            (True, {}),
            (True, {"checklist": "police-107", "select": ["PT3"], "ignore": ["PT301", "numbering"], "failOn": "never"}),
            (True, {"severity": {"PT309": "ignore", "deadline-missing": "note", "PT6": "error"}}),
            (False, {"chekclist": "police-107"}),
            (False, {"select": "PT3"}),
            (False, {"severity": {"PT309": "bad"}}),
            (False, {"failOn": "fatal"}),
            (False, []),
        ]
        for number, (good, value) in enumerate(configurations):
            file = folder / f"config-{number}.json"
            file.write_text(json.dumps(value), encoding="utf-8")
            result = tool("config", "show", "--config", file)
            check(f"plantool on configuration {number}", (result.returncode == 0) == good, result.stderr)
            for validator in sorted(validators):
                for accepted, message in verdicts(validator, [(schemas["config"], file)]):
                    check(f"{validator} on configuration {number}", accepted == good and (good or not message.startswith("TROUBLE")), message)

        wrong = sorted((TESTS / "WrongJSON").glob("*.json"))
        stricter = sorted((TESTS / "StricterThanSchema").glob("*.json"))
        check("there are wrong files", len(wrong) >= 20 and len(stricter) >= 4)
        for file in wrong + stricter:
            result = tool("validate", "--format", "concise", file)
            check(f"plantool refuses {file.name}", result.returncode == 1, f"status {result.returncode} {result.stdout}")

        pairs = [(schema, file) for _, schema, file in right]
        titles = [title for title, _, _ in right]
        bad = [(schema_of(file.read_text(encoding="utf-8")), file) for file in wrong]
        accepted = [(schema_of(file.read_text(encoding="utf-8")), file) for file in stricter]
        for validator in sorted(validators):
            for title, (good, message) in zip(titles, verdicts(validator, pairs)):
                check(f"{validator} accepts {title}", good, message)
            for (_, file), (good, message) in zip(bad, verdicts(validator, bad)):
                check(f"{validator} refuses {file.name}", not good and not message.startswith("TROUBLE"), message)
            for (_, file), (good, message) in zip(accepted, verdicts(validator, accepted)):
                # A repeated key is damage to some readers of JSON, and none to others.
                check(f"{validator} accepts {file.name}", good or file.name.startswith("repeated-key"), message)
    print(f"schemas: {passed} passed, {failed} failed ({', '.join(sorted(validators))})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

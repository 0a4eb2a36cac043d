#!/usr/bin/env python3
"""Check what a repository of plans takes from here for its CI: the GitHub action, the example workflow, the hooks for pre-commit, the problem matcher.

* schemas: action.yml, the workflows and the workflow snippets of docs/ci.md against the schemas that the PyPI package `check-jsonschema` carries; the
  manifest of the hooks and the configurations on these pages by pre-commit itself;
* matcher: its expressions over what `--format concise` prints, held against the JSON report; by Python and, where it is there, by Node;
* action: its shell steps in scratch folders, as the runner of GitHub Actions calls them, with the built debug binary;
* hooks: pre-commit on scratch repositories with plans that have findings, are not in canonical form, or are right. The hooks run as the manifest says,
  except that the debug binary is used; with `--build` pre-commit clones HEAD and builds it, which takes minutes.

What is needed comes from PyPI into a virtual environment under .build; what cannot be had is printed as SKIPPED.
"""

import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = ROOT / ".build" / "debug" / "plantool"
ENVIRONMENT = ROOT / ".build" / "ci-checkers"
PYTHON = ENVIRONMENT / "bin" / "python"
PACKAGES = {"check-jsonschema": "check_jsonschema", "pre-commit": "pre_commit", "PyYAML": "yaml"}
PAGES = {"ci.md": "en_US.UTF-8", "ci.zh-Hant.md": "zh_TW.UTF-8"}

passed, failed = 0, 0


def check(name: str, good: bool, detail: str = "") -> None:
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {name}: {detail.strip()[:600]}")


def run(*command: str | pathlib.Path, folder: pathlib.Path = ROOT, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a command; standard error goes where standard output goes."""
    return subprocess.run(
        [str(part) for part in command], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
    )


def install() -> set[str]:
    """The packages that could be had."""
    if not PYTHON.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    found = set()
    for package, module in PACKAGES.items():
        has = [PYTHON, "-c", f"import {module}"]
        if run(*has).returncode != 0:
            run(PYTHON, "-m", "pip", "install", package, "-q", "--disable-pip-version-check")
        if run(*has).returncode == 0:
            found.add(package)
        else:
            print(f"SKIPPED {package}: pip could not install it")
    return found


def yaml(path: pathlib.Path) -> dict:
    """A YAML file, read in the environment that has a reader for it."""
    script = "import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1], encoding='utf-8'))))"
    return json.loads(run(PYTHON, "-c", script, path).stdout)


# MARK: schemas


def snippets(key: str, *names: str) -> list[tuple[str, str]]:
    """The YAML blocks of the pages on CI, or of one, that have a line beginning with a key."""
    found = []
    for name in names or PAGES:
        blocks = re.findall(r"```yaml\n(.*?)```\n", (ROOT / "docs" / name).read_text(encoding="utf-8"), flags=re.S)
        found += [(f"{name} ({number})", block) for number, block in enumerate(blocks, 1) if re.search(f"^{key}:", block, flags=re.M)]
    return found


def check_schemas(packages: set[str], folder: pathlib.Path) -> None:
    workflows, configurations = snippets("jobs"), snippets("repos")
    check("the pages show workflows and configurations of pre-commit", min(len(workflows), len(configurations)) >= len(PAGES))
    if "check-jsonschema" in packages:
        def fits(schema: str, path: pathlib.Path) -> subprocess.CompletedProcess[str]:
            return run(PYTHON, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", path)

        files = [("github-actions", ROOT / "action.yml")]
        files += [("github-workflows", path) for path in sorted((ROOT / "Examples" / "ci").glob("*.yml"))]
        for name, text in workflows:
            path = folder / f"{name}.yml"
            path.write_text(text, encoding="utf-8")
            files.append(("github-workflows", path))
        for schema, path in files:
            result = fits(schema, path)
            check(f"{path.name} fits {schema}", result.returncode == 0, result.stdout)
        # A check that accepts everything would check nothing.
        wrong = folder / "wrong.yml"
        wrong.write_text((ROOT / "action.yml").read_text(encoding="utf-8").replace("using: composite", "using: nothing"), encoding="utf-8")
        check("the schema refuses a wrong action", fits("github-actions", wrong).returncode != 0)
    if "pre-commit" in packages:
        result = run(PYTHON, "-m", "pre_commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml")
        check("pre-commit takes the manifest", result.returncode == 0, result.stdout)
        for name, text in configurations:
            path = folder / f"{name}.yaml"
            path.write_text(text, encoding="utf-8")
            result = run(PYTHON, "-m", "pre_commit", "validate-config", path)
            check(f"pre-commit takes the configuration in {name}", result.returncode == 0, result.stdout)


# MARK: the problem matcher

NODE = """
const [file, ...lines] = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(lines.map(line => file.problemMatcher.map(m => new RegExp(m.pattern[0].regexp).exec(line)))));
"""


def check_matcher(folder: pathlib.Path) -> None:
    matchers = json.loads((ROOT / ".github" / "plantool-problem-matcher.json").read_text(encoding="utf-8"))
    odd = folder / "各機關 的計畫" / "甲 分局:12:3: 107.plan.md"
    odd.parent.mkdir()
    shutil.copy(ROOT / "Examples" / "broken.plan.md", odd)
    lines, expected = [], []
    for language in ("zh-Hant", "en"):
        arguments = ["--lang", language, "seeds", "Examples", odd.relative_to(folder)]
        # From a folder that has both, so that paths are relative as in a repository.
        for name in ("seeds", "Examples"):
            if not (folder / name).exists():
                (folder / name).symlink_to(ROOT / name)
        lines += run(TOOL, "validate", "--format", "concise", *arguments, folder=folder).stdout.splitlines()
        for file in json.loads(run(TOOL, "validate", "--format", "json", *arguments, folder=folder).stdout)["files"]:
            for finding in file["findings"]:
                start = finding["range"]["start"]
                severity = finding["severity"].replace("note", "notice")
                expected.append([file["path"], str(start["line"]), str(start["column"]), severity, finding["code"], finding["message"]])
    check("matcher: there are findings of every severity", {entry[3] for entry in expected} == {"error", "warning", "notice"})

    def values(matched: list[list[str] | None]) -> list[str | None] | None:
        """The properties of a line, if exactly one matcher takes it."""
        hits = [(matcher, groups) for matcher, groups in zip(matchers["problemMatcher"], matched) if groups]
        if len(hits) != 1:
            return None
        matcher, groups = hits[0]
        pattern = matcher["pattern"][0]
        severity = groups[pattern["severity"]] if "severity" in pattern else matcher["severity"]
        return [groups[pattern["file"]], groups[pattern["line"]], groups[pattern["column"]], severity, groups[pattern["code"]], groups[pattern["message"]]]

    def python(line: str) -> list[list[str] | None]:
        matches = [re.search(matcher["pattern"][0]["regexp"], line) for matcher in matchers["problemMatcher"]]
        return [[match.group(0), *match.groups()] if match else None for match in matches]

    found = [values(python(line)) for line in lines]
    difference = next((f"{line}: {a}" for line, a, b in zip(lines, found, expected) if a != b), "")
    check("matcher: every line is taken apart rightly", found == expected, difference or f"{len(found)} lines, {len(expected)} findings")
    others = run(TOOL, "validate", "--lang", "en", "Examples", folder=ROOT).stdout.splitlines()
    check("matcher: lines of other formats are left alone", not any(any(python(line)) for line in others))
    if shutil.which("node"):
        result = subprocess.run(["node", "-e", NODE], input=json.dumps([matchers, *lines]), capture_output=True, encoding="utf-8", check=False)
        answers = json.loads(result.stdout) if result.returncode == 0 else []
        check("matcher: Node takes them apart in the same way", [values(answer) for answer in answers] == expected, result.stderr)
    else:
        print("SKIPPED matcher: node is not installed; only Python ran the expressions")


# MARK: the action


class Action:
    """Runs the shell steps of action.yml as the runner does."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.description = yaml(ROOT / "action.yml")
        self.folder = folder

    def call(self, work: pathlib.Path, inputs: dict[str, str], path: str | None = None) -> tuple[int, str, dict[str, str], str]:
        """The status of the last step that ran, what was printed, the outputs and the summary."""
        unknown = set(inputs) - set(self.description["inputs"])
        assert not unknown, unknown
        values = {f"inputs.{name}": inputs.get(name, str(entry["default"])) for name, entry in self.description["inputs"].items()}
        log, summary = "", self.folder / "summary.md"
        summary.write_text("", encoding="utf-8")
        for step in self.description["runs"]["steps"]:
            output, added = self.folder / "output", self.folder / "path"
            output.write_text("", encoding="utf-8")
            added.write_text("", encoding="utf-8")
            script = self.folder / "step.sh"
            script.write_text(step["run"], encoding="utf-8")
            environment = {
                "PATH": path or os.environ["PATH"],
                "HOME": os.environ.get("HOME", "/"),
                "LANG": "C.UTF-8",
                "GITHUB_ACTION_PATH": str(ROOT),
                "GITHUB_OUTPUT": str(output),
                "GITHUB_PATH": str(added),
                "GITHUB_STEP_SUMMARY": str(summary),
                "RUNNER_TEMP": str(self.folder),
            }
            for name, value in step["env"].items():
                # An expression that names nothing is a slip in action.yml: KeyError.
                environment[name] = re.sub(r"\$\{\{ *([^ }]+) *\}\}", lambda match: values[match.group(1)], value)
            result = run("/bin/bash", "--noprofile", "--norc", "-eo", "pipefail", script, folder=work, environment=environment)
            log += result.stdout
            for line in output.read_text(encoding="utf-8").splitlines():
                name, _, value = line.partition("=")
                values[f"steps.{step['id']}.outputs.{name}"] = value
            if result.returncode != 0:
                break
        outputs = {
            name: values.get(entry["value"].strip("${ }"), "") for name, entry in self.description["outputs"].items()
        }
        return result.returncode, log, outputs, summary.read_text(encoding="utf-8")


def check_action(folder: pathlib.Path) -> None:
    work = folder / "計畫 的儲存庫"
    (work / "甲 分局").mkdir(parents=True)
    shutil.copy(ROOT / "Examples" / "broken.plan.md", work / "甲 分局" / "107年 計畫.plan.md")
    shutil.copy(ROOT / "Examples" / "minimal.plan.md", work / "minimal.plan.md")
    action = Action(folder)
    tool = {"binary": str(TOOL)}

    status, log, outputs, summary = action.call(work, tool)
    check("action: findings fail the step", (status, outputs["status"]) == (1, "1"), f"{status} {outputs} {log}")
    direct = run(TOOL, "validate", "--lang", "zh-Hant", "--format", "github", ".", folder=work)
    check("action: the log has the findings as workflow commands", log == direct.stdout and log.count("\n::error ") > 5, log)
    check("action: the findings name the file with its spaces", "file=甲 分局/107年 計畫.plan.md" in log, log)
    check("action: the summary counts them", summary.startswith("```text\n") and "PT301" in summary, summary)
    check("action: the binary is an output", outputs["binary"] == str(TOOL), str(outputs))

    status, log, outputs, summary = action.call(work, tool | {"paths": "minimal.plan.md"})
    check("action: a plan without findings passes", (status, outputs["status"], log) == (0, "0", ""), f"{status} {outputs} {log}")
    status, log, _, _ = action.call(work, tool | {"paths": "minimal.plan.md\n  甲 分局 \n\n", "lang": "en", "fail-on": "never", "sarif": "a b.sarif"})
    sarif = json.loads((work / "a b.sarif").read_text(encoding="utf-8"))
    check("action: several paths, nothing fails", status == 0 and "::error " in log and " is " in log, f"{status} {log}")
    check("action: SARIF has the same findings", len(sarif["runs"][0]["results"]) == sum(line.startswith("::") for line in log.splitlines()))

    run(TOOL, "validate", "--write-baseline", "known.jsonl", ".", folder=work)
    status, log, _, _ = action.call(work, tool | {"baseline": "known.jsonl", "fail-on": "note"})
    check("action: a baseline hides what is known", (status, log) == (0, ""), f"{status} {log}")
    (work / "settings.json").write_text('{ "select": ["PT603"], "failOn": "warning" }', encoding="utf-8")
    status, log, _, _ = action.call(work, tool | {"config": "settings.json"})
    check("action: a configuration counts", status == 1 and log.count("::") == 2 * log.count("\n") and "PT603" in log, f"{status} {log}")

    status, log, outputs, _ = action.call(work, tool | {"paths": "none.plan.md"})
    check("action: a path that is not there", (status, outputs["status"]) == (2, "2") and "none.plan.md" in log, f"{status} {log}")
    status, log, outputs, _ = action.call(work, tool | {"fail-on": "bad"})
    check("action: a wrong input", (status, outputs["status"]) == (64, "64"), f"{status} {log}")
    status, log, _, _ = action.call(work, tool | {"paths": "$(touch forged)`touch forged`;touch forged"})
    check("action: inputs are no commands", status == 2 and not (work / "forged").exists(), f"{status} {log}")
    status, log, _, _ = action.call(work, {"binary": "no-such-plantool"})
    check("action: a binary that is not there", status == 2 and log.startswith("::error title=plantool::"), f"{status} {log}")
    version = run(TOOL, "version").stdout.split()[1]
    status, log, _, _ = action.call(work, tool | {"version": version, "paths": "minimal.plan.md"})
    check("action: the version that was asked for", status == 0, f"{status} {log}")
    status, log, _, _ = action.call(work, tool | {"version": "9.9.9"})
    check("action: another version", status == 2 and "9.9.9" in log, f"{status} {log}")

    check_archives(action, work, folder)

    # A Swift toolchain that has nothing to do: it says where the build is.
    stub = folder / "toolchain"
    stub.mkdir()
    (stub / "swift").write_text(
        f'#!/bin/sh\ncase "$*" in *"--package-path {ROOT} "*) ;; *) exit 9 ;; esac\n'
        f'case "$*" in *--show-bin-path) echo "{TOOL.parent}" ;; *) echo building ;; esac\n',
        encoding="utf-8",
    )
    (stub / "swift").chmod(0o755)
    status, log, outputs, _ = action.call(work, {"paths": "minimal.plan.md"}, path=f"{stub}:/usr/bin:/bin")
    check("action: without a binary it builds", (status, log, outputs["binary"]) == (0, "building\n", str(TOOL)), f"{status} {log} {outputs}")
    programs = folder / "programs"
    programs.mkdir()
    for name in ("dirname", "basename", "head"):
        (programs / name).symlink_to(shutil.which(name) or name)
    status, log, _, _ = action.call(work, {}, path=str(programs))
    check("action: without a toolchain it says what to do", status == 2 and "swift:6.3" in log, f"{status} {log}")


def check_archives(action: Action, work: pathlib.Path, folder: pathlib.Path) -> None:
    """The archive of a release instead of a build, from a path and from an address."""
    tree = folder / "plantool-9-linux" / "bin"
    tree.mkdir(parents=True)
    shutil.copy(TOOL, tree / "plantool")
    archive = folder / "發行 檔.tar.gz"
    run("tar", "-czf", archive, "-C", folder, "plantool-9-linux")
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    plan = {"paths": "minimal.plan.md"}
    status, log, outputs, _ = action.call(work, plan | {"archive": str(archive)})
    good = (status, log) == (0, "") and outputs["binary"].startswith(str(action.folder)) and outputs["binary"].endswith("/plantool/bin/plantool")
    check("action: the archive of a release", good, f"{status} {outputs} {log}")
    status, log, _, _ = action.call(work, plan | {"archive": str(archive), "sha256": digest})
    check("action: an archive with its checksum", (status, log) == (0, ""), f"{status} {log}")
    status, log, _, _ = action.call(work, plan | {"archive": str(archive), "sha256": "0" * 64})
    check("action: an archive with another checksum", status == 2 and "checksum" in log, f"{status} {log}")
    status, log, _, _ = action.call(work, plan | {"archive": "none.tar.gz"})
    check("action: an archive that is not there", status == 2 and "none.tar.gz" in log, f"{status} {log}")
    status, log, _, _ = action.call(work, plan | {"archive": str(work / "minimal.plan.md")})
    check("action: a file that is no archive", status == 2 and "is no archive" in log, f"{status} {log}")

    # A curl that has the file at one address, and says how it was called.
    stub = folder / "network"
    stub.mkdir()
    (stub / "curl").write_text(
        f'#!/bin/bash\necho "$@" >"{folder}/curl.log"\n[ "${{!#}}" = https://example.org/plantool.tar.gz ] || exit 22\n'
        f'while [ "$1" != --output ]; do shift; done\ncp "{archive}" "$2"\n',
        encoding="utf-8",
    )
    (stub / "curl").chmod(0o755)
    path = f"{stub}:{os.environ['PATH']}"
    address = "https://example.org/plantool.tar.gz"
    status, log, _, _ = action.call(work, plan | {"archive": address, "sha256": digest}, path=path)
    called = (folder / "curl.log").read_text(encoding="utf-8")
    check("action: an archive from an address", (status, log) == (0, "") and "--proto =https" in called, f"{status} {log} {called}")
    status, log, _, _ = action.call(work, plan | {"archive": address}, path=path)
    check("action: an address without a checksum", status == 2 and "sha256" in log, f"{status} {log}")
    status, log, _, _ = action.call(work, plan | {"archive": "https://example.org/other", "sha256": digest}, path=path)
    check("action: an address that has nothing", status == 2 and "cannot be had" in log, f"{status} {log}")


# MARK: hooks


def check_hooks(folder: pathlib.Path, build: bool) -> None:
    work = folder / "repository"
    work.mkdir()
    environment = os.environ | {"PRE_COMMIT_HOME": str(folder / "cache"), "PRE_COMMIT_COLOR": "never", "LANG": "en_US.UTF-8", "GIT_CONFIG_GLOBAL": "/dev/null"}
    environment["PATH"] = f"{TOOL.parent}:{environment['PATH']}"

    def git(*arguments: str | pathlib.Path) -> str:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
        return run("git", *identity, *arguments, folder=work, environment=environment).stdout

    if build:
        clone = folder / "clone"
        run("git", "clone", "-q", "--no-hardlinks", ROOT, clone)
        revision = run("git", "rev-parse", "HEAD", folder=clone).stdout.strip()
        repository = {"repo": str(clone), "rev": revision, "hooks": [{"id": "plantool-validate"}, {"id": "plantool-fmt"}]}
    else:
        hooks = yaml(ROOT / ".pre-commit-hooks.yaml")
        installed = {hook["id"].removesuffix("-installed"): hook for hook in hooks if hook["id"].endswith("-installed")}
        built = [hook for hook in hooks if hook["id"] in installed]
        same = ("name", "entry", "files", "require_serial")
        check("hooks: those for an installed plantool do the same", len(built) == 2 and all(hook[key] == installed[hook["id"]][key] for hook in built for key in same))
        check("hooks: those for an installed plantool build nothing", {hook["language"] for hook in installed.values()} == {"system"})
        repository = {"repo": "local", "hooks": [{**hook, "language": "system"} for hook in built]}

    def hook(name: str) -> tuple[int, str]:
        git("add", "--all")
        result = run(PYTHON, "-m", "pre_commit", "run", name, "--all-files", "--verbose", folder=work, environment=environment)
        return result.returncode, result.stdout

    git("init", "-q")
    # JSON is YAML.
    (work / ".pre-commit-config.yaml").write_text(json.dumps({"repos": [repository]}), encoding="utf-8")
    (work / "各機關 的計畫").mkdir()
    plan = work / "各機關 的計畫" / "甲 分局.plan.md"
    shutil.copy(ROOT / "Examples" / "minimal.plan.md", plan)
    # Names that only look like plans.
    (work / "README.md").write_text("# 107年度計畫\n", encoding="utf-8")
    (work / "plan.md.txt").write_text("x\n", encoding="utf-8")
    status, log = hook("plantool-validate")
    check("hooks: a plan without findings passes", status == 0 and "Passed" in log, log)
    status, log = hook("plantool-fmt")
    check("hooks: a plan in canonical form passes", status == 0 and "Passed" in log, log)

    right = plan.read_text(encoding="utf-8")
    plan.write_text(right.replace("| 107年3月31日 |", "| 107年2月30日 |"), encoding="utf-8")
    status, log = hook("plantool-validate")
    check("hooks: a finding stops the commit", status == 1 and re.search(r"^各機關 的計畫/甲 分局\.plan\.md:[0-9]+:[0-9]+: error PT303 ", log, flags=re.M) is not None, log)
    if build:
        print(log)
    plan.write_text(right.replace("- 年度：107", "* 年度: 107"), encoding="utf-8")
    status, log = hook("plantool-fmt")
    check("hooks: a plan is written in canonical form", status == 1 and "files were modified by this hook" in log and plan.read_text(encoding="utf-8") == right, log)
    status, log = hook("plantool-fmt")
    check("hooks: and then passes", status == 0, log)
    plan.rename(plan.with_suffix(".txt"))
    status, log = hook("plantool-validate")
    check("hooks: files that are no plans are not looked at", status == 0 and "no files to check" in log, log)


def check_shown_hook(folder: pathlib.Path) -> None:
    """The local hook on each page prints what stands below it."""
    for name, locale in PAGES.items():
        work = folder / f"shown-{name}"
        work.mkdir()
        text = (ROOT / "docs" / name).read_text(encoding="utf-8")
        configuration = next((block for _, block in snippets("repos", name) if "repo: local" in block), "")
        shown = re.search(r"```text\n(plantool validate\.\..*?)```\n", text, flags=re.S)
        (work / ".pre-commit-config.yaml").write_text(configuration, encoding="utf-8")
        plan = (ROOT / "Examples" / "minimal.plan.md").read_text(encoding="utf-8").replace("| 107年3月31日 |", "| 107年2月30日 |")
        (work / "107.plan.md").write_text(plan, encoding="utf-8")
        environment = os.environ | {"PATH": f"{TOOL.parent}:{os.environ['PATH']}", "LANG": locale, "PRE_COMMIT_COLOR": "never", "PRE_COMMIT_HOME": str(folder / "cache")}
        for variable in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "PLANTOOL_LANG"):
            environment.pop(variable, None)
        run("git", "init", "-q", folder=work)
        run("git", "add", "--all", folder=work)
        result = run(PYTHON, "-m", "pre_commit", "run", "--all-files", folder=work, environment=environment)
        check(f"{name} shows what the local hook prints", shown is not None and shown.group(1) == result.stdout.rstrip("\n") + "\n", result.stdout)


def main() -> int:
    packages = install()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_schemas(packages, folder)
        check_matcher(folder)
        if "PyYAML" in packages:
            check_action(folder)
        else:
            print("SKIPPED action: nothing here reads YAML")
        if {"pre-commit", "PyYAML"} <= packages and shutil.which("git"):
            check_hooks(folder, build="--build" in sys.argv)
            check_shown_hook(folder)
        else:
            print("SKIPPED hooks: pre-commit, PyYAML or git is not there")
    print(f"CI files: {passed} passed, {failed} failed ({', '.join(sorted(packages))})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

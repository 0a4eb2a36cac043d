#!/usr/bin/env bash
# Tries the readers with inputs that a fuzzer makes, and checks what must hold of every input (Sources/PlanTestSupport/Properties):
#
#   scripts/fuzz.sh [TARGET] [SECONDS]     TARGET: text, json, config, deadline, office, page, or all; SECONDS for each (60)
#
# Builds fuzz/ with libFuzzer and the address sanitizer, makes the inputs to begin with (fuzz/seed.py), and runs. What makes new paths is kept in fuzz/.build/corpus, what breaks
# something in fuzz/.build/broken. PLANTOOL_FUZZ_SEED is the seed of the random numbers (1), PLANTOOL_FUZZ_JOBS the number of processes of a target (1),
# PLANTOOL_FUZZ_TARGETS how many targets are tried at once (as many as there are processors).
# The status is 1 if anything was broken. `scripts/fuzz.sh TARGET FILE…` runs on files alone and shows what is wrong with them; `scripts/fuzz.sh minimize TARGET FILE` makes a file that
# breaks something smaller.
set -euo pipefail
cd "$(dirname "$0")/.."

# The program that writes Swift's own traces waits for the fuzzer, which waits for it.
export SWIFT_BACKTRACE=enable=no
# What Swift keeps for the whole of a run is no leak.
export ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=0}"

target="${1:-all}"
seconds="${2:-60}"
program=fuzz/.build/release/FuzzTarget
# The linker is LLVM's: gold warns of every symbol of the sanitizer.
swift build --package-path fuzz -c release -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld >&2

if [ "$target" = minimize ]; then
  PLANTOOL_FUZZ="$2" "$program" -minimize_crash=1 -max_total_time=60 -exact_artifact_path="$3.min" "$3" 2>&1 | grep -aE "BROKEN|CRASH_MIN" || true
  ls -l "$3.min"
  exit
fi
if [ -e "$seconds" ]; then
  shift
  PLANTOOL_FUZZ="$target" exec "$program" -timeout=20 "$@"
fi

python3 fuzz/seed.py fuzz/.build/seeds >&2
targets="$target"
if [ "$target" = all ]; then targets="text json config deadline office page"; fi
# Fuzzes one target, and prints one line about it and some about each input that broke something. The status is 1 if there is any.
fuzz() {
  local target="$1" status=0 corpus broken log before length last executions coverage found file said
  corpus="fuzz/.build/corpus/$target"
  broken="fuzz/.build/broken/$target"
  log="fuzz/.build/$target.log"
  mkdir -p "$corpus" "$broken"
  before="$(find "$broken" -type f | sort)"
  # Few words are long; plans need room for a title and a table.
  case "$target" in config | deadline) length=400 ;; *) length=3000 ;; esac
  # A process of its own for each part of the work, so that one crash does not end the run.
  PLANTOOL_FUZZ="$target" "$program" -fork="${PLANTOOL_FUZZ_JOBS:-1}" -ignore_crashes=1 -ignore_timeouts=1 -ignore_ooms=1 \
    -seed="${PLANTOOL_FUZZ_SEED:-1}" -max_len="$length" -timeout=20 -rss_limit_mb=3000 -max_total_time="$seconds" \
    -dict=fuzz/.build/seeds/plantool.dict -artifact_prefix="$broken/" "$corpus" "fuzz/.build/seeds/$target" >"$log" 2>&1 || true
  last="$(grep -aE '^#[0-9]+: cov: ' "$log" | tail -n 1 || true)"
  if [ -z "$last" ]; then
    tail -n 5 "$log"
    echo "$target: the fuzzer did not run; see $log"
    return 1
  fi
  executions="$(sed -E 's/^#([0-9]+): .*/\1/' <<<"$last")"
  coverage="$(sed -E 's/.*cov: ([0-9]+) ft: ([0-9]+).*/\1 edges, \2 features/' <<<"$last")"
  found="$(comm -13 <(echo "$before") <(find "$broken" -type f | sort) | sed '/^$/d')"
  echo "$target: $executions inputs in $seconds s, $coverage, $(find "$corpus" -type f | wc -l) inputs kept, $(sed '/^$/d' <<<"$found" | wc -l) broke something"
  for file in $found; do
    status=1
    # All of the output is read: a reader that stops at its first line would stop the program, which then counts as failed.
    said="$(PLANTOOL_FUZZ="$target" "$program" -timeout=20 "$file" 2>&1 | grep -aE -A 3 'BROKEN PROPERTY|runtime failure|ERROR: ' | sed -n 1,4p || true)"
    echo "  $file: ${said:-not again}"
  done
  return "$status"
}

# Each target has one process, so that there is room for as many as there are processors.
status=0 running=0
for target in $targets; do
  if [ "$running" -ge "${PLANTOOL_FUZZ_TARGETS:-$(getconf _NPROCESSORS_ONLN)}" ]; then
    wait -n || status=1
    running=$((running - 1))
  fi
  fuzz "$target" &
  running=$((running + 1))
done
while [ "$running" -gt 0 ]; do
  wait -n || status=1
  running=$((running - 1))
done
exit "$status"

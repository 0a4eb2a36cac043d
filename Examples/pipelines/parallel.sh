#!/bin/sh
# Checks lines of plans on standard input with GNU parallel, on all processors: parallel.sh [OPTION …] <lines.jsonl >findings.jsonl
# The replies come in the order of the lines. The status is 0 if no plan has findings, else the number of blocks (101 at most) with any.
parallel --pipe --keep-order --block 1M plantool validate --stream --jobs 1 "$@"

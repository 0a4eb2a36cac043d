#!/bin/sh
# Prints the plans below a folder as lines for `plantool validate --stream`: lines.sh PLANS
find "$1" -name '*.plan.md' -exec jq -Rsc '{path: input_filename, text: .}' {} \;

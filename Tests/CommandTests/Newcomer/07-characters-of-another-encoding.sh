# The file was saved as Big5.
printf '# \xad\x70\xb5\x65\n' >107.plan.md
types plantool validate 107.plan.md
ends 1
reads '另存為 UTF-8'
cp "$examples/minimal.plan.md" 107.plan.md
types plantool validate 107.plan.md
ends 0

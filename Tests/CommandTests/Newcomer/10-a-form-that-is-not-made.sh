# A PDF is wanted; the document that the office program makes one of is there.
cp "$examples/minimal.plan.md" 107.plan.md
types plantool render plan -o 計畫.pdf 107.plan.md
ends 64
reads '.odt'
[ ! -e 計畫.pdf ] || fail '計畫.pdf was written'
types plantool render plan -o 計畫.odt 107.plan.md
ends 0
types plantool validate 計畫.odt
ends 0

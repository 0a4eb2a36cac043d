# The plan is called 計畫.md, in a folder.
mkdir 計畫們
cp "$examples/minimal.plan.md" 計畫們/計畫.md
types plantool validate 計畫們
ends 2
follows 'plantool validate 計畫們/計畫.md'
ends 0
types plantool render 計畫們/計畫.md
reads 'measures'
types plantool render measures --format csv 計畫們/計畫.md
ends 0
reads '評核構面,評核項目'

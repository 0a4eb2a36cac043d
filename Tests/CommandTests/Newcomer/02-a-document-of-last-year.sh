# There is an ODT file, and nobody says what to do with it.
plantool render plan -o 計畫.odt "$examples/minimal.plan.md"
types plantool validate
ends 2
follows 'plantool import'
ends 0
types plantool validate
reads '計畫.plan.md'
types plantool render 計畫.plan.md
reads 'measures'
types plantool render measures -o 附表1.docx 計畫.plan.md
ends 0
has 附表1.docx word/document.xml

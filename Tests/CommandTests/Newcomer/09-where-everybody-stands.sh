# In summer: who is late?
cp "$examples/every-construct.plan.md" 107.plan.md
types plantool
reads 'status      依辦理情形'
types plantool status
ends 1
reads '沒有寫 --as-of'
types plantool status --as-of 7月1日 107.plan.md
ends 64
reads '107年'
types plantool status --as-of 107年7月1日 107.plan.md
reads '逾期'
types plantool render progress -o 辦理情形表.ods 107.plan.md
ends 0
has 辦理情形表.ods mimetypeapplication/vnd.oasis.opendocument.spreadsheet

# A command, a view, a rule and a format are mistyped.
cp "$examples/minimal.plan.md" 107.plan.md
types plantool valdate 107.plan.md
ends 64
reads '是否為「validate」'
types plantool validate 107.plan.md
ends 0
types plantool render measure 107.plan.md
ends 64
reads '是否為「measures」'
types plantool render 附表7 107.plan.md
ends 64
follows 'plantool render' 計畫檔=107.plan.md
reads 'measures'
types plantool render measures --format pdf 107.plan.md
ends 64
reads 'docx'
types plantool explain PT999
ends 64
follows 'plantool rules'
ends 0
reads 'PT303'
types plantool explain PT303
ends 0

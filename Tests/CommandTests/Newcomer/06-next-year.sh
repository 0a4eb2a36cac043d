# The plan of this year becomes that of the next; the year is forgotten, then it is the old one.
cp "$examples/minimal.plan.md" 107.plan.md
types plantool init --from 107.plan.md
ends 64
reads '--year'
types plantool init --from 107.plan.md --year 107 -o 108.plan.md
ends 2
reads '已經是107年度的計畫'
types plantool init --from 107.plan.md --year 108 -o 108.plan.md
ends 0
types plantool validate --confirmed 108.plan.md
reads '108.plan.md'
has 108.plan.md 108年度
types plantool diff 107.plan.md 108.plan.md
ends 1

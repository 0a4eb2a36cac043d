# The findings are to go to a colleague as a page.
cp "$examples/broken.plan.md" 107.plan.md
types plantool validate 107.plan.md
ends 1
follows 'plantool explain' 代號=PT303
ends 0
types plantool validate --format pdf 107.plan.md
ends 64
reads 'html'
types plantool validate --format html -o 檢查結果.html 107.plan.md
ends 1
has 檢查結果.html '<html lang="zh-Hant">'
types plantool validate --fix 107.plan.md
types plantool validate --select PT303 107.plan.md
ends 1
corrects 107.plan.md 107年2月30日 107年2月28日
types plantool validate --select PT303 107.plan.md
ends 0

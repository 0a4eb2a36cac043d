#!/bin/sh
# One plan through its year: handed out to the units, followed month by month, changed, handed in, and rolled over.
#
#     sh Examples/a-year.sh
#
# It needs plantool on the PATH, runs in a temporary folder, and prints what each command prints, long lists cut.
set -u
plan=$PWD/seeds/taichung-port-police-107.plan.md
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit
cp "$plan" 107.plan.md
cp "$plan" 1月.plan.md

step() { printf '\n== %s\n' "$1"; }
# The beginning of what a command prints, and its exit status.
show() {
  lines=$1
  shift
  printf '$ plantool %s\n' "$*"
  plantool "$@" >output 2>&1
  status=$?
  sed -n "1,${lines}p" output
  more=$(($(wc -l <output) - lines))
  if [ "$more" -gt 0 ]; then echo "… ($more more lines)"; fi
  echo "[$status]"
}
# What a unit writes under its measures: the first argument under the first of them, the second under all others.
fill() {
  awk -v first="$2" -v others="$3" '/- 辦理情形：$/ { $0 = $0 (count++ ? others : first) } { print }' "$1" >filled && mv filled "$1"
}

step '107年1月：檢查計畫，發出各單位的填報表'
show 3 validate --summary 107.plan.md
show 4 split 107.plan.md --by-unit -o 填報

step '107年4月：三個單位填報，兩個單位把同一項的期限改得不一樣'
fill 填報/107.督訓科.plan.md '107年4月20日 辦理港安演練2場（100%）' '107年4月20日 檢討中（60%）'
fill 填報/107.保防科.plan.md '107年4月18日 參與港安演練2場（100%）' ''
fill 填報/107.後勤科.plan.md '107年4月25日 已完成（100%）' '107年4月25日 採購中（40%）'
sed -i '/港安偵測/,/承辦單位/s/107年4月/107年6月/' 填報/107.督訓科.plan.md
sed -i '/港安偵測/,/承辦單位/s/107年4月/107年9月/' 填報/107.保防科.plan.md
show 40 merge 107.plan.md 填報/107.督訓科.plan.md 填報/107.保防科.plan.md 填報/107.後勤科.plan.md
show 0 merge -w 107.plan.md 填報/107.督訓科.plan.md 填報/107.保防科.plan.md 填報/107.後勤科.plan.md

step '107年5月：誰逾期，填報本身有沒有問題'
show 12 status --as-of 107年5月15日 107.plan.md
show 6 validate --select PT317,PT318,PT319,PT321,PT322 --as-of 107年5月15日 --format concise 107.plan.md

step '107年6月：改了哪些，印出圖、行事曆與辦理情形表'
show 8 diff 1月.plan.md 107.plan.md
show 1 render timeline --as-of 107年6月30日 -o 時程.html 107.plan.md
show 1 render deadlines -o 期限.ics 107.plan.md
show 1 render progress -o 辦理情形表.odt 107.plan.md
show 1 report --as-of 107年6月30日 -o 總覽.html 107.plan.md

step '107年12月：沿用到108年，並帶入檢討'
show 4 init --from 107.plan.md --review --year 108 -o 108.plan.md
sed -n '/執行情形檢討$/,$p' 108.plan.md | sed -n '1,8p'
show 3 validate --summary 108.plan.md

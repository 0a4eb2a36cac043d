# From nothing to a table that can be handed in.
types plantool
ends 64
reads 'init        產生新計畫'
types plantool init
ends 64
follows 'plantool init --agency'
ends 0
types plantool validate
ends 0
reads '尚有 38 處待填'
# Everything is filled in, one date so that there is no such day.
sed -i -E 's/完成期限：（待填.*）/完成期限：107年4月30日/; s/承辦單位：（待填.*）/承辦單位：秘書室/; s/（待填[^|）]*）/辦理宣導並檢討改善/g' 107.plan.md
sed -i '0,/107年4月30日/s//107年2月30日/' 107.plan.md
types plantool validate 107.plan.md
ends 1
reads '107年2月最後一天是28日'
corrects 107.plan.md 107年2月30日 107年2月28日
types plantool render 107.plan.md
reads 'measures        26 列  附表1 具體作法表'
types plantool render measures -o 附表1.odt 107.plan.md
ends 0
has 附表1.odt mimetypeapplication/vnd.oasis.opendocument.text

# The name of a field is mistyped, and the tool knows which one was meant.
cat >107.plan.md <<'PLAN'
# 某某市政府警察局甲分局107年度提升服務品質執行計畫

- 機關：某某市政府警察局甲分局
- 年度：107
- 期程：107年1月1日至107年12月31日
- 檢核表：無

## 附表1、具體作法表

### 基礎服務

1. 盤點申辦業務並公告流程。
   - 完成期線：107年4月
   - 承辦單位：秘書室
PLAN
types plantool validate 107.plan.md
ends 1
reads '完成期限'
corrects 107.plan.md 完成期線 完成期限
types plantool validate 107.plan.md
ends 0
types plantool render measures 107.plan.md
reads '107年4月'

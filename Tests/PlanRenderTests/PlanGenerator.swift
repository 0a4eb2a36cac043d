import PlanModel
import PlanText

/// Makes plans whose texts are hard to put into a table, the same ones for the same seed.
struct PlanGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[next(values.count)] }

  private static let pieces = [
    "辦理講習", "a|b", "|", "\\", "\\|", "\\\\", "<br>", "<BR />", "&lt;br>", "&amp;lt;br>", "\n", "\n\n", "\n- (一)甲", "\"",
    "\"\"", ",", "=1+1", "＝A1", "-",
    "---", "| --- |", "`code|`", "**粗**", "# 甲", "👨‍👩‍👧", "e\u{301}", "　", " ", "\t", "<!-- x -->", "1. ", "完成期限：107年4月",
    "'", "@x",
  ]

  private mutating func text() -> String {
    let text = (0...next(6)).map { _ in pick(Self.pieces) }.joined().trimmingWhiteSpace()
    return text.isEmpty ? "甲" : text
  }

  private mutating func fields() -> MeasureFields {
    var fields = MeasureFields()
    for field in MeasureField.shared {
      switch field.kind {
      case .deadline where next(3) == 0:
        fields[field] = .deadline(Deadline(PlanText(pick(["107年4月", "持續辦理", "甲|乙", "每月\n1日"]))))
      case .units where next(field == .units ? 3 : 8) == 0:
        fields[field] = .units(UnitList(PlanText(pick(["行政科", "各分局、大隊、隊；公關室", "甲\\", "甲\n乙"]))))
      case .text where next(8) == 0: fields[field] = .text(PlanText(text()))
      default: break
      }
    }
    return fields
  }

  private mutating func measures(atLeast count: Int) -> [Measure] {
    (0..<(count + next(3))).map { _ in Measure(text: PlanText(text()), fields: fields()) }
  }

  mutating func plan() -> Plan {
    let dimensions = ["一、個別評核構面-基礎服務（200分）", "服務遞送(300分)", "自訂構面（50分）", "五、整體評核構面-開放創新（100分）", "甲|乙"]
    let items = ["服務一致及正確", "服務友善", "自訂\\", "(一)服務便捷", "開放參與"]
    let focuses = ["服務及時性", "其他服務作法", "1.網站使用便利性", "自訂重點", "甲<br>乙"]
    var plan = Plan(title: "某機關107年度計畫")
    plan.metadata.year = "107"
    for number in 0...next(2) {
      let groups = (0...next(3)).map { _ in
        MeasureGroup(
          level: .dimension, heading: PlanText(pick(dimensions)), defaults: fields(),
          groups: (0...next(3)).map { _ in
            let inner = (0..<next(3)).map { _ in
              MeasureGroup(
                level: .focus, heading: PlanText(pick(focuses)), defaults: fields(), measures: measures(atLeast: 0))
            }
            return MeasureGroup(
              level: inner.isEmpty ? .focus : .item, heading: PlanText(pick(items)), defaults: fields(), groups: inner,
              measures: measures(atLeast: 0))
          }, measures: next(4) == 0 ? measures(atLeast: 1) : [])
      }
      plan.sections.append(
        Section(
          heading: PlanText("附表\(number + 1)、具體作法表"),
          content: .measures(MeasureTable(defaults: fields(), groups: groups)),
          intro: next(2) == 0 ? "本表如下。" : nil, closing: next(2) == 0 ? "(本表若不敷使用請自行擴充)" : nil))
    }
    return plan
  }

  mutating func inspectionLog() -> Plan {
    let slots = ["08:30至10:30", "上午|早", "上午|早", "10:30至12:30"]
    let groups = (0...next(4)).map { number -> InspectionGroup in
      let own = next(3) == 0 ? [] : Array(slots.prefix(1 + next(4)))
      let items =
        own.isEmpty
        ? []
        : (0...next(3)).map { _ in
          InspectionItem(
            label: next(2) == 0 ? Label.read(at: "(一)")?.label : nil, text: PlanText("甲" + text()),
            cells: own.map { _ in InspectionCell(PlanText(pick(["□ 是", "☑ 是\n□ 否", "", text()]))) })
        }
      return InspectionGroup(
        heading: number == 0 && !items.isEmpty && next(3) == 0 ? nil : PlanText("\(number)甲|乙"),
        slots: own.map { TimeSlot(PlanText($0)) },
        items: items, text: items.isEmpty || next(3) == 0 ? (next(2) == 0 ? PlanText(text()) : nil) : nil)
    }
    let log = InspectionLog(date: next(2) == 0 ? "__年__月__日" : nil, groups: groups)
    return Plan(
      title: "某機關107年度計畫",
      sections: [
        Section(
          heading: "工作日誌", content: .inspectionLog(log), intro: next(2) == 0 ? "請勾選。" : nil,
          closing: next(2) == 0 ? "(註)" : nil)
      ])
  }

  /// What stands in columns of the plan's own.
  private mutating func extra() -> [NamedText] {
    let texts = ["編號", "聯絡電話"].map { NamedText(name: $0, text: PlanText(text())) }
    return next(3) == 0 ? [] : texts
  }

  mutating func rosters() -> Plan {
    var plan = Plan(title: "某機關107年度計畫")
    let rows = (0...next(6)).map { _ in
      SurveyRow(
        dimension: PlanText(pick(["甲", "乙|"])), item: PlanText(pick(["丙", "丁", ""])), name: PlanText(text()),
        text: PlanText(text()), extra: extra())
    }
    let hasGroups = next(2) == 0
    let members = (0...next(6)).map { _ in
      Member(
        group: hasGroups ? PlanText(pick(["行政組", "", "考核組"])) : nil, role: PlanText(text()),
        post: PlanText(pick(["", text()])),
        duty: PlanText(text()), extra: extra())
    }
    plan.sections = [
      Section(heading: "附表2、措施調查表", content: .survey(rows)), Section(heading: "附表3、編組名冊", content: .taskForce(members)),
    ]
    return plan
  }
}

import PlanText
import PlanTestSupport
import Testing

@testable import PlanValidate

/// What people get wrong in a `.plantool.json`, and what they are told.
@Suite struct ConfigurationTests {
  private func lines(_ text: String, _ language: Language = .zhHant) -> [String] {
    do {
      _ = try Configuration(reading: SourceText(name: ".plantool.json", text: text))
      return []
    } catch {
      return error.lines(language)
    }
  }

  @Test(arguments: [
    ("", "1:1", "是空的"), ("{\"failon\": \"warning\"}", "1:2", "是否為「failOn」"), ("{failOn: 1}", "1:2", "缺少逗號、冒號或引號"),
    ("{“failOn”: \"error\"}", "1:2", "半形雙引號"), ("{'failOn': \"error\"}", "1:2", "半形雙引號"),
    ("{\"failOn\"：\"error\"}", "1:10", "應為半形的「:」"), ("{\"failOn\": \"error\"，", "1:19", "應為半形的「,」"),
    ("{ // 設定\n}", "1:3", "不能有註解"), ("{\"ignore\": [\"PT602\",]}", "1:20", "最後一項"),
    ("{\"ignore\": \"PT602\"}", "1:12", "應寫成 [\"PT602\"]"),
    ("{\"ignore\": \"PT602、PT6\"}", "1:12", "應寫成 [\"PT602\", \"PT6\"]"),
    ("{\"severity\": [\"PT603=error\"]}", "1:14", "應寫成 {\"PT603\": \"error\""),
    ("{\"severity\": {\"PT603\": \"錯誤\"}}", "1:24", "是否為「error」"),
    ("{\"severity\": {\"PT603\": \"warn\"}}", "1:24", "是否為「warning」"),
    ("{\"severity\": {\"PT603\": \"off\"}}", "1:24", "是否為「ignore」"), ("{\"failOn\": \"none\"}", "1:12", "是否為「never」"),
    ("{\"failOn\": null}", "1:12", "應為字串"), ("{\"select\": []}", "1:12", "是空的"),
    ("{\"select\": [\"PT8\"]}", "1:13", "沒有「PT8」"),
    ("{\"ignore\": [\"PT3O1\"]}", "1:13", "是否為「PT301」"), ("{\"checklist\": 107}", "1:15", "應為字串"),
  ])
  func aMistakeIsNamedAtItsPlace(text: String, place: String, words: String) {
    let lines = lines(text)
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix(".plantool.json:\(place): 錯誤 ") == true, "\(lines)")
    #expect(lines.first?.contains(words) == true, "\(lines)")
    #expect(self.lines(text, .en).count == 1)
  }

  @Test(arguments: [
    "{}", "{\"ignore\": [\"PT602 \", \" repeat-same\"]}", "{\"ignore\": []}", "\u{FEFF}{\"failOn\": \"never\"}",
  ])
  func whatIsRightIsTaken(text: String) {
    #expect(lines(text) == [])
  }
}

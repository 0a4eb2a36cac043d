import PlanText

/// 執行計畫: the service-quality plan of one agency for one year.
public struct Plan: Sendable {
  /// 計畫名稱, the `#` heading.
  public var title: PlanText?
  /// Comments before the title.
  public var titleComments: [PlanText] = []
  /// 105.04.23 初版: the lines under the title that say when it was issued or changed.
  public var versions: [PlanText] = []
  /// What the list under the title says.
  public var metadata: Metadata
  /// Paragraphs between the title and the first section.
  public var intro: PlanText?
  /// Its sections, in order.
  public var sections: [Section]
  /// Comments behind the last section.
  public var comments: [PlanText]
  /// `$schema`: where an editor finds the schema of a JSON file. It says nothing of the plan, and Markdown has no place
  /// for it.
  public var schema: PlanText?

  public init(
    title: PlanText? = nil, metadata: Metadata = Metadata(), sections: [Section] = [], comments: [PlanText] = []
  ) {
    self.title = title
    self.metadata = metadata
    self.sections = sections
    self.comments = comments
  }
}

extension Plan {
  /// The heading that a section stands under, as an index into the sections: its own, or that of the section that it
  /// goes on with.
  public func heading(ofSection index: Int) -> PlanText {
    (sections[...index].last { !$0.isContinuation } ?? sections[index]).heading
  }
}

/// What the list under the title says of the whole plan.
public struct Metadata: Sendable {
  /// 文件種類, where it is stated; without it a document is a plan.
  public var document: DocumentKind?
  /// 機關: the agency whose plan it is.
  public var agency: PlanText?
  /// 年度: the year of the Republic of China, a school year (112學年度) or several years (104-107).
  public var year: PlanText?
  /// 期程: from when to when the plan runs.
  public var period: Deadline?
  /// 檢核表: the identifier of the checklist that the plan answers.
  public var checklist: PlanText?
  /// Comments before the list.
  public var comments: [PlanText]
  /// Comments in the list.
  public var innerComments: [InnerComment] = []

  public init(
    document: DocumentKind? = nil, agency: PlanText? = nil, year: PlanText? = nil, period: Deadline? = nil,
    checklist: PlanText? = nil, comments: [PlanText] = []
  ) {
    self.document = document
    self.agency = agency
    self.year = year
    self.period = period
    self.checklist = checklist
    self.comments = comments
  }

  /// The fields that are filled in, in the order in which plans have them.
  public var fields: [(name: FieldName, text: PlanText)] {
    let all: [(FieldName, PlanText?)] = [
      (.documentKind, document.map { PlanText($0.name) }), (.agency, agency), (.year, year), (.period, period?.text),
      (.checklist, checklist),
    ]
    return all.compactMap { name, text in text.map { (name, $0) } }
  }

  /// Counts comments before the first field among those before the list, where they will stand once the fields are in
  /// the order of ``fields``.
  package mutating func settleComments() {
    guard let first = fields.first?.name else { return }
    comments += innerComments.filter { $0.before == first }.map(\.text)
    innerComments.removeAll { $0.before == first }
  }

  /// Whether 檢核表 says that the plan answers none: 無.
  public var declinesChecklist: Bool {
    guard let checklist else { return false }
    let letters = checklist.string.unicodeScalars.filter(\.properties.isAlphabetic)
    return Self.noChecklist.contains(String(String.UnicodeScalarView(letters)).lowercased())
  }

  /// The word that says so, and others that people write for it.
  public static let noChecklist = ["無", "無檢核表", "不適用", "免", "none"]

  /// The ROC year, or the first of several, if 年度 is written as it should be: `107`, also
  /// `107年`, `107年度`, `九十一`, `112學年度` and `104-107`.
  public var rocYear: Int? {
    guard let year, let value = YearReading(year.string).proper else { return nil }
    return value
  }

  /// The ROC year that 年度 means, even where it is written differently (2018, 一百零七).
  public var intendedROCYear: Int? { year.flatMap { YearReading($0.string).intended } }

  /// The Gregorian year from which dates without a year take theirs.
  public var planYear: Int? { intendedROCYear.map { $0 + CalendarDate.rocOffset } }

  /// The years of the Republic of China that 年度 means: more than one only where it says so.
  public var intendedROCYears: ClosedRange<Int>? {
    guard let reading = year.map({ YearReading($0.string) }), let first = reading.intended, let last = reading.last
    else { return nil }
    return first...last
  }

  /// Whether 年度 is a school year.
  public var isSchoolYear: Bool { year.map { YearReading($0.string).isSchoolYear } ?? false }

  /// Where the dates of the period belong that have no year: into a school year, or several years.
  public var statedYears: PlanYears {
    guard let years = intendedROCYears, let first = planYear, isSchoolYear || years.count > 1 else {
      return PlanYears(year: planYear)
    }
    let precision: DatePoint.Precision = isSchoolYear ? .schoolYear : .year
    let days = [first, first + years.count - 1].compactMap {
      DatePoint(year: $0, precision: precision).days(defaultYear: nil)
    }
    return PlanYears(year: first, period: days.count == 2 ? days[0].lowerBound...days[1].upperBound : nil)
  }

  /// The days from the first to the last of the period, if the plan states one that makes sense.
  public var periodDays: ClosedRange<CalendarDate>? { period?.meaning?.days(in: statedYears) }

  /// Where dates without a year belong.
  public var years: PlanYears {
    let stated = statedYears
    return PlanYears(year: stated.year, period: periodDays ?? stated.period)
  }
}

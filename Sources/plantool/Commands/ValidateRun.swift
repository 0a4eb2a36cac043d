import PlanReport
import PlanText
import PlanValidate

/// The checking of all files of a run, and the report on them.
struct ValidateRun {
  let plans: [(file: String, settings: PlanSettings)]
  let check: FileCheck
  let annotation: ValidateAnnotation?
  let session: Session
  var baseline: BaselineOptions
  var output: ValidateOutput
  /// Whether any plan does not pass.
  private(set) var fails = false
  /// What could not be read.
  private var troubles: [FileTrouble] = []
  /// How many files have been reported on, and how many findings they have.
  private var (done, findings) = (0, 0)

  init(
    _ plans: [(file: String, settings: PlanSettings)], _ check: FileCheck, _ session: Session,
    baseline: BaselineOptions, annotation: ValidateAnnotation?, output: ValidateOutput
  ) {
    self.plans = plans
    self.check = check
    self.session = session
    self.baseline = baseline
    self.annotation = annotation
    self.output = output
  }

  /// Whether every file could be read.
  var isComplete: Bool { troubles.isEmpty }

  /// Checks the files one after the other or by several threads, and reports on each as soon as its turn has come.
  mutating func checkAll(threads: Int) throws {
    if output.isPrintedByFile, plans.count > 1 { Interruption.prepare() }
    var progress = ProgressLine(total: plans.count, session)
    defer { progress.clear() }
    let (plans, check) = (plans, check)
    try Parallel.deliver(plans.count, threads: threads) { number in
      check.checked(plans[number].file, plans[number].settings.validator)
    } wait: { done in
      progress.show(done: done, findings: findings)
      return !Interruption.isAsked
    } to: { number, outcome in
      note([outcome])
      try report(outcome, on: plans[number]) { if StandardStreams.isOutputTerminal { progress.clear() } }
      progress.show(done: done, findings: findings)
      return !Interruption.isAsked
    }
  }

  /// Reports on files that were checked before.
  mutating func report(_ outcomes: [FileCheck.Outcome]) throws {
    for (plan, outcome) in zip(plans, outcomes) { try report(outcome, on: plan) {} }
  }

  /// Notes what could not be read.
  mutating func note(_ outcomes: [FileCheck.Outcome]) {
    for case .trouble(let trouble) in outcomes { troubles.append(trouble) }
  }

  /// Says what could not be read.
  func complain() {
    for message in troubles.compactMap(\.message) { session.complain(message) }
  }

  /// Says how far it has come, where somebody has stopped it.
  func complainAboutInterruption() {
    guard Interruption.isAsked else { return }
    session.complain(
      LocalizedText(
        zh: "已中斷：\(plans.count) 個檔案中檢查了 \(done) 個。",
        en: "Interrupted: \(done) of \(plans.count) files were checked."))
  }

  private mutating func report(
    _ outcome: FileCheck.Outcome, on plan: (file: String, settings: PlanSettings), clearing: () -> Void
  ) throws {
    done += 1
    let part: ReportPart
    switch outcome {
    case .trouble: return
    case .part(let made): part = made
    case .report(let report):
      try Supervision.begin(plan.file)
      defer { Supervision.end() }
      let shown = baseline.hide(report, file: plan.file, settings: plan.settings.validator.settings)
      try annotation?.write(shown, upTo: check.sizeLimit, session)
      part = check.format.part(of: shown, check.options)
    }
    findings += part.counts.count(atLeast: .note)
    if part.counts.failures(plan.settings.threshold) > 0 { fails = true }
    try output.add(part, clearing: clearing)
  }
}

// swift-tools-version: 6.1

import PackageDescription

// The commit that the sources are of, for “plantool version”: scripts/package.sh sets it. SwiftPM's own information on
// Git would not do, because it keeps a manifest's result until the manifest changes.
let commit = (Context.environment["PLANTOOL_COMMIT"] ?? "").filter {
  $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")
}

// No third-party package, on purpose: a plan must stay checkable with a Swift toolchain alone.
let package = Package(
  name: "plantool",
  // The standard library has Mutex from there on.
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "plantool", targets: ["plantool"]),
    .library(name: "PlanText", targets: ["PlanText"]),
    .library(name: "PlanOffice", targets: ["PlanOffice"]),
    .library(name: "PlanModel", targets: ["PlanModel"]),
    .library(name: "PlanFormats", targets: ["PlanFormats"]),
    .library(name: "PlanAudit", targets: ["PlanAudit"]),
    .library(name: "PlanValidate", targets: ["PlanValidate"]),
    .library(name: "PlanReport", targets: ["PlanReport"]),
    .library(name: "PlanRender", targets: ["PlanRender"]),
    // For fuzz/, which is a package of its own.
    .library(name: "PlanTestSupport", targets: ["PlanTestSupport"]),
  ],
  targets: [
    // What a text is: bytes and places, Markdown, JSON, numerals and dates, words. Nothing of plans.
    .target(name: "PlanText", resources: [.embedInCode("Resources")]),
    // Zip archives and XML, as office files are made of. Nothing of plans.
    .target(name: "PlanOffice", dependencies: ["PlanText"]),
    // What a plan is: measures and their fields, deadlines, units, checklists.
    .target(name: "PlanModel", dependencies: ["PlanText"]),
    // How a plan is read and written, and the checklists that come with the program.
    .target(
      name: "PlanFormats", dependencies: ["PlanModel", "PlanOffice", "PlanText"],
      resources: [.embedInCode("Resources")]),
    // Which of the things that a checklist asks for a plan answers, and where.
    .target(name: "PlanAudit", dependencies: ["PlanFormats", "PlanModel", "PlanText"]),
    // Signal handlers and attributes of files, in C: what Swift cannot do safely, or does not have. It knows nothing of
    // plans.
    .target(name: "PlanSystem", cSettings: [.define("PLANTOOL_COMMIT", to: "\"\(commit)\"")]),
    // Which characters make words, and which sound or look alike, as bytes in C.
    .target(name: "PlanVocabulary", exclude: ["Data"]),
    // Rules and the findings they make.
    .target(
      name: "PlanValidate",
      dependencies: ["PlanAudit", "PlanFormats", "PlanModel", "PlanSystem", "PlanText", "PlanVocabulary"],
      resources: [.embedInCode("Resources")]),
    // The formats of reports, what a terminal is shown, and the guide to the rules.
    .target(
      name: "PlanReport", dependencies: ["PlanAudit", "PlanFormats", "PlanModel", "PlanText", "PlanValidate"],
      resources: [.embedInCode("Resources")]),
    // Views of a plan and the formats they are printed in.
    .target(
      name: "PlanRender", dependencies: ["PlanAudit", "PlanFormats", "PlanModel", "PlanOffice", "PlanText"],
      resources: [.embedInCode("Resources")]),
    // The command line: arguments, files, exit status.
    .executableTarget(
      name: "plantool",
      dependencies: [
        "PlanAudit", "PlanFormats", "PlanModel", "PlanRender", "PlanReport", "PlanSystem", "PlanText", "PlanValidate",
      ]),
    // What several test targets share: fixtures, golden files, a generator of plans, what holds of any input.
    .target(
      name: "PlanTestSupport",
      dependencies: [
        "PlanAudit", "PlanFormats", "PlanModel", "PlanOffice", "PlanRender", "PlanReport", "PlanText", "PlanValidate",
      ]),
    .testTarget(name: "PlanTextTests", dependencies: ["PlanText", "PlanTestSupport"]),
    .testTarget(name: "PlanOfficeTests", dependencies: ["PlanOffice", "PlanTestSupport"]),
    .testTarget(name: "PlanModelTests", dependencies: ["PlanModel", "PlanText"]),
    .testTarget(
      name: "PlanFormatsTests", dependencies: ["PlanFormats", "PlanModel", "PlanText", "PlanTestSupport"],
      exclude: ["WrongJSON", "StricterThanSchema", "Tables", "Office", "Imports"]),
    .testTarget(
      name: "PlanAuditTests", dependencies: ["PlanAudit", "PlanTestSupport", "PlanValidate"], exclude: ["Judged"]),
    .testTarget(
      name: "PlanValidateTests", dependencies: ["PlanValidate", "PlanTestSupport"], exclude: ["Fuzzed"]),
    .testTarget(name: "PlanReportTests", dependencies: ["PlanReport", "PlanTestSupport"]),
    .testTarget(
      name: "CommandTests", dependencies: ["plantool", "PlanText", "PlanTestSupport"],
      exclude: ["Cases", "Layouts", "Newcomer"]),
    .testTarget(name: "PlanRenderTests", dependencies: ["PlanRender", "PlanTestSupport"], exclude: ["Golden"]),
  ],
  swiftLanguageModes: [.v6]
)

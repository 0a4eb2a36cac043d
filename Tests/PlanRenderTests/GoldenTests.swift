import PlanFormats
import PlanRender
import PlanTestSupport
import Testing

/// Whole outputs for the real plans, to be read by people. Recorded anew with PLANTOOL_RECORD=1.
@Suite struct GoldenTests {
  /// Every view that a real plan has.
  static let outputs = Seed.allCases.flatMap { seed -> [(Seed, ViewName)] in
    guard let source = try? seed.source() else { return [] }
    let document = PlanDocument(reading: source)
    let checklist = document.plan.metadata.checklist.flatMap {
      ChecklistCatalog.builtIn.checklist(identifier: $0.string)
    }
    return Renderer.views(of: document.content, checklist: checklist).map { (seed, $0.view) }
  }

  @Test func noViewIsForgotten() {
    #expect(Self.outputs.count == 34)
    #expect(Set(Self.outputs.map(\.1)) == Set(ViewName.allCases))
  }

  @Test(arguments: outputs, [(FormatName.markdown, "md"), (.csv, "csv"), (.html, "html")])
  func output(of output: (Seed, ViewName), as format: (FormatName, String)) throws {
    let (seed, view) = output
    let document = PlanDocument(reading: try seed.source())
    let checklist = document.plan.metadata.checklist.flatMap {
      ChecklistCatalog.builtIn.checklist(identifier: $0.string)
    }
    let text = try Renderer.text(view, of: document.content, checklist: checklist, as: format.0)
    let golden = GoldenFile("Golden/\(seed.shortName)-\(view.rawValue).\(format.1)", besides: #filePath)
    let mismatch = golden.mismatch(with: text)
    #expect(mismatch == nil)
  }

  @Test(arguments: outputs.filter { FormatName.svg.views?.contains($0.1) ?? false })
  func picture(of output: (Seed, ViewName)) throws {
    let (seed, view) = output
    let document = PlanDocument(reading: try seed.source())
    let checklist = document.plan.metadata.checklist.flatMap {
      ChecklistCatalog.builtIn.checklist(identifier: $0.string)
    }
    var options = RenderOptions()
    options.asOf = document.plan.metadata.planYear.map { .last(ofMonth: 6, year: $0) }
    // The form of 105 has no boxes.
    if view == .coverage, checklist?.entries.allSatisfy(\.node.checkpoints.isEmpty) ?? true {
      #expect(throws: RenderError.noPicture) {
        try Renderer.text(view, of: document.content, checklist: checklist, as: .svg)
      }
      return
    }
    let text = try Renderer.text(view, of: document.content, checklist: checklist, as: .svg, options: options)
    #expect(GoldenFile("Golden/\(seed.shortName)-\(view.rawValue).svg", besides: #filePath).mismatch(with: text) == nil)
  }

  @Test(arguments: [(Seed.shilin, ViewName.taskForce), (.taichung, .survey)])
  func absentTable(seed: Seed, view: ViewName) throws {
    let plan = PlanDocument(reading: try seed.source()).plan
    #expect(throws: RenderError.noSuchTable(view)) {
      try Renderer.text(view, of: plan, checklist: nil, as: .markdown)
    }
  }
}

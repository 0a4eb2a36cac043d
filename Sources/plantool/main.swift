import Foundation
import PlanModel
let path = CommandLine.arguments[1]
let source = SourceText(name: path, bytes: [UInt8](try! Data(contentsOf: URL(fileURLWithPath: path))))
let doc = PlanDocument(reading: source)
for p in doc.problems { print(source.position(at: p.range.lowerBound), p.value) }
func count(_ g: MeasureGroup) -> Int { g.measures.count + g.groups.map(count).reduce(0, +) }
for s in doc.plan.sections { print(s.content.kind, s.heading, s.attachment?.name ?? "")
  if case .measures(let t) = s.content { print(t.groups.map(count)) }
  if case .survey(let t) = s.content { print(t.count) }
  if case .taskForce(let t) = s.content { print(t.count) }
  if case .citations(let t) = s.content { for c in t { let p = CitationParts(c.text); print(p.issuer as Any, p.date?.value.iso as Any, p.number as Any, p.title as Any) } }
}
let json = PlanJSON.output(doc.plan).text()
let doc2 = PlanDocument(reading: SourceText(name: "x.json", text: json))
for p in doc2.problems { print("json", p.value) }
let text = PlanTextWriter.text(doc2.plan)
let doc3 = PlanDocument(reading: SourceText(name: "x.md", text: text))
for p in doc3.problems { print("text", p.value) }
let json3 = PlanJSON.output(doc3.plan).text()
print(json == json3)
try! text.write(toFile: "/tmp/out.md", atomically: true, encoding: .utf8)
try! json.write(toFile: "/tmp/out.json", atomically: true, encoding: .utf8)

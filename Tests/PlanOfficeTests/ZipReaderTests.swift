import PlanOffice
import Testing

@Suite("Zip archives")
struct ZipReaderTests {
  @Test("are read by their directory")
  func read() throws {
    let zip = try ZipReader(Archives.small)
    #expect(zip.entries.map(\.name) == ["mimetype", "content.xml", "圖/"])
    #expect(try zip.contents(of: "mimetype") == Array("application/vnd.oasis.opendocument.text".utf8))
    let content = "<a>" + String(repeating: "壹、計畫依據", count: 30) + "</a>"
    #expect(try zip.contents(of: "content.xml") == Array(content.utf8))
    #expect(try zip.contents(of: "styles.xml") == nil)
    #expect(zip.bytes[zip.directory].starts(with: [0x50, 0x4B, 1, 2]))
  }

  @Test("whose headers lack sizes are read, and so is one with something behind its end")
  func streamed() throws {
    for bytes in [Archives.streamed, Archives.streamed + Array("\r\n".utf8)] {
      let zip = try ZipReader(bytes)
      #expect(try zip.contents(of: "word/document.xml") == Array(String(repeating: "<w/>", count: 50).utf8))
    }
  }

  @Test("that are cut off anywhere are refused")
  func truncated() {
    for count in Archives.small.indices {
      #expect(throws: ZipFault.self, "\(count) bytes") { try ZipReader(Array(Archives.small[..<count])) }
    }
  }

  @Test("with a damaged byte are refused, or what is read of them is what was written")
  func damaged() throws {
    let whole = try ZipReader(Archives.small)
    for place in Archives.small.indices {
      for flip in [0x01, 0x08, 0x80, 0xFF] as [UInt8] {
        var bytes = Archives.small
        bytes[place] ^= flip
        guard let zip = try? ZipReader(bytes) else { continue }
        for entry in zip.entries {
          guard let contents = try? zip.contents(of: entry), let other = whole[entry.name] else { continue }
          #expect(try contents == whole.contents(of: other), "byte \(place)")
        }
      }
    }
  }

  /// The small archive with other bytes at a place counted from the record of its second file, or from its end.
  private func changed(record place: Int? = nil, end: Int? = nil, to bytes: [UInt8]) throws -> [UInt8] {
    var archive = Archives.small
    let record = try #require(try ZipReader(archive)["content.xml"]?.record.lowerBound)
    let start = place.map { record + $0 } ?? archive.count - 22 + (end ?? 0)
    archive.replaceSubrange(start..<(start + bytes.count), with: bytes)
    return archive
  }

  @Test("say what is wrong with a file before it is unpacked")
  func facts() throws {
    func fault(_ bytes: [UInt8], _ limits: ZipReader.Limits = .init()) -> ZipFault? {
      do {
        _ = try ZipReader(bytes, limits: limits).contents(of: "content.xml")
        return nil
      } catch {
        return error
      }
    }
    let name = "content.xml"
    #expect(fault(Archives.small) == nil)
    #expect(fault(try changed(record: 8, to: [1, 0])) == .encrypted(name: name))
    #expect(fault(try changed(record: 10, to: [12, 0])) == .method(name: name, 12))
    #expect(fault(try changed(record: 16, to: [1, 2, 3, 4])) == .checksum(name: name))
    #expect(
      fault(try changed(record: 24, to: [0, 0, 0, 0x7F])) == .tooLarge(name: name, size: 0x7F00_0000, limit: 32 << 20))
    #expect(fault(try changed(record: 24, to: [0xFF, 0xFF, 0xFF, 0xFF])) == .zip64)
    #expect(fault(try changed(record: 24, to: [1, 0, 0, 0])) == .damaged(name: name))
    #expect(fault(try changed(record: 20, to: [0xFF, 0xFF, 0, 0])) == .damaged(name: name))
    #expect(fault(try changed(record: 42, to: [0xFF, 0xFF, 0, 0])) == .damaged(name: name))
    #expect(fault(try changed(record: 46, to: Array("../tent.xml".utf8))) == .unsafeName("../tent.xml"))
    #expect(fault(try changed(record: 46, to: Array("/ontent.xml".utf8))) == .unsafeName("/ontent.xml"))
    #expect(fault(try changed(record: 46, to: Array("C:ntent.xml".utf8))) == .unsafeName("C:ntent.xml"))
    #expect(fault(try changed(record: 46, to: Array("a\\ntent.xml".utf8))) == .unsafeName("a\\ntent.xml"))
    #expect(fault(try changed(end: 8, to: [0xFF, 0xFF, 0xFF, 0xFF])) == .zip64)
    #expect(fault(Archives.small, .init(files: 2)) == .tooManyFiles(count: 3, limit: 2))
    #expect(fault(Archives.small, .init(size: 100)) == .tooLarge(name: name, size: 547, limit: 100))
    #expect(fault(Array("# 計畫\n".utf8)) == .noDirectory)
    #expect(fault([]) == .noDirectory)
  }

  @Test("with two files of one name are refused")
  func repeated() throws {
    var archive = Archives.small
    let zip = try ZipReader(archive)
    let record = try #require(zip["content.xml"]).record
    // The directory with that record twice.
    archive.insert(contentsOf: archive[record], at: record.upperBound)
    let size = zip.directory.count + record.count
    archive[archive.count - 10] = UInt8(size & 0xFF)
    archive[archive.count - 9] = UInt8(size >> 8)
    for place in [archive.count - 14, archive.count - 12] { archive[place] = 4 }
    #expect(throws: ZipFault.repeatedName("content.xml")) { try ZipReader(archive) }
  }
}

import Foundation

/// A run of the built `plantool`, as a user would start it: a process of its own, in the root of the package.
public struct CommandRun: Sendable {
  /// What it printed on standard output.
  public let output: String
  /// What it printed on standard error.
  public let errors: String
  /// Its exit status.
  public let status: Int32

  /// Runs the tool and waits for it. `input` is its standard input, which is empty without one; `arguments` are words.
  public init(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws {
    try self.init(executable: Self.tool, arguments: arguments, input: Data(input.utf8), environment: environment)
  }

  /// Runs the tool on input that is no text.
  public init(_ arguments: [String], input: Data) throws {
    try self.init(executable: Self.tool, arguments: arguments, input: input, environment: [:])
  }

  /// Runs a line in the shell, in which `plantool` is the built one, and `$PLANTOOL` its path.
  public init(shell line: String) throws {
    try self.init(
      executable: URL(filePath: "/bin/bash"),
      arguments: ["-c", "PLANTOOL='\(Self.tool.path)'; plantool() { \"$PLANTOOL\" \"$@\"; }; " + line],
      input: Data(),
      environment: [:])
  }

  private init(executable: URL, arguments: [String], input: Data, environment: [String: String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "plantool-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files instead of pipes: a process that prints much must not wait for a reader.
    let streams = try ["in", "out", "err"].map { name in
      let file = folder.appending(path: name)
      try (name == "in" ? input : Data()).write(to: file)
      return file
    }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = Package.root
    // Nothing of the machine's own settings may change what is tested.
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "zh_TW.UTF-8"].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    process.waitUntilExit()
    output = String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self)
    // A crash must not look like an ordinary status.
    status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }

  /// The built tool, beside the test program.
  private static var tool: URL {
    let program = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(filePath: program).deletingLastPathComponent().appending(path: "plantool")
  }
}

/// The package that is tested.
public enum Package {
  /// Its root folder.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}

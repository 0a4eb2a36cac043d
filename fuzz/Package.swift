// swift-tools-version: 6.1

import PackageDescription

// A package of its own: what fuzzing needs must not become a part of plantool. `scripts/fuzz.sh` builds and runs it.
let package = Package(
  name: "plantool-fuzz",
  dependencies: [.package(name: "plantool", path: "..")],
  targets: [
    .executableTarget(
      name: "FuzzTarget", dependencies: [.product(name: "PlanTestSupport", package: "plantool")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ],
  swiftLanguageModes: [.v6]
)

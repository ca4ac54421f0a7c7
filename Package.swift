// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [.enableUpcomingFeature("MemberImportVisibility")]

/// One folder in Sources for each target; arrows point to the targets it may import.
let package = Package(
  name: "annai",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CLDNS", pkgConfig: "ldns", providers: [.apt(["libldns-dev"])]),
    .systemLibrary(name: "CPSL", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"])]),
    .systemLibrary(name: "CIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
    .target(name: "DNS", dependencies: ["CLDNS", "CPSL", "CIDN2"], swiftSettings: settings),
    .target(name: "Resolution", dependencies: ["DNS"], swiftSettings: settings),
    .target(name: "MailAuth", dependencies: ["DNS"], swiftSettings: settings),
    .target(name: "Registration", dependencies: ["DNS"], swiftSettings: settings),
    .target(
      name: "Diagnosis", dependencies: ["DNS", "MailAuth", "Registration"],
      swiftSettings: settings),
    .target(
      name: "Inspection", dependencies: ["DNS", "Resolution", "Diagnosis"],
      swiftSettings: settings),
    .target(
      name: "Playbook", dependencies: ["DNS", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(name: "Localization", swiftSettings: settings),
    .target(
      name: "Wizard", dependencies: ["DNS", "Diagnosis", "Playbook"], swiftSettings: settings),
    .target(
      name: "Report", dependencies: ["DNS", "Diagnosis", "Registration", "Localization"],
      swiftSettings: settings),
    .target(name: "Practice", dependencies: ["DNS"], swiftSettings: settings),

    .testTarget(name: "DiagnosisTests", dependencies: ["Diagnosis", "DNS"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)

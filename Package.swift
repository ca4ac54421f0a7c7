// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [.enableUpcomingFeature("MemberImportVisibility")]
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// A target in Sources; it may import the named ones and no others.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of a target, in Tests.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "annai",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CLDNS", pkgConfig: "ldns", providers: [.apt(["libldns-dev"])]),
    .systemLibrary(name: "CPSL", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"])]),
    .systemLibrary(name: "CIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
    .systemLibrary(name: "CLibedit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .target(name: "CEditLine", dependencies: ["CLibedit"]),

    module("DNS", ["CLDNS", "CPSL", "CIDN2"]),
    module("Resolution", ["DNS"]),
    module("MailAuth", ["DNS", asn1]),
    module("Registration", ["DNS"]),
    module("Diagnosis", ["DNS", "MailAuth", "Registration"]),
    module("Inspection", ["DNS", "Resolution", "Diagnosis"]),
    module("Playbook", ["DNS", yams]),
    module("Localization"),
    module("Terminal", ["CEditLine"]),
    module("Wizard", ["DNS", "Diagnosis", "Playbook"]),
    module("Report", ["DNS", "Diagnosis", "Registration", "Localization"]),
    module("Practice", ["DNS"]),
    .executableTarget(
      name: "annai",
      dependencies: [
        "DNS", "Resolution", "Diagnosis", "Inspection", "Playbook", "Localization", "Terminal",
        "Wizard", "Report", "Practice", argumentParser, yams,
      ],
      resources: [.copy("../../Localizations"), .copy("../../Playbooks")],
      swiftSettings: settings),

    .target(name: "Lab", dependencies: ["DNS"], path: "Tests/Lab", swiftSettings: settings),
    .executableTarget(
      name: "annai-bench", dependencies: ["Lab"], path: "Tests/Bench", swiftSettings: settings),
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .target(
      name: "TestSupport", dependencies: ["CPseudoTerminal"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .executableTarget(
      name: "LineEditorProbe", dependencies: ["Terminal"], path: "Tests/LineEditorProbe",
      swiftSettings: settings),

    tests("DNSTests", ["DNS", "CLDNS", "Lab"]),
    tests("MailAuthTests", ["MailAuth", "DNS"]),
    tests("RegistrationTests", ["Registration", "DNS"]),
    tests("LocalizationTests", ["Localization"]),
    tests("PlaybookTests", ["Playbook", "DNS"]),
    tests("DiagnosisTests", ["Diagnosis", "DNS"]),
    tests("WizardTests", ["Wizard", "Playbook", "Diagnosis", "DNS"]),
    tests("ReportTests", ["Report", "Diagnosis", "DNS", "Localization"]),
    tests("PracticeTests", ["Practice", "DNS"]),
    tests("ResolutionTests", ["Resolution", "Practice", "DNS"]),
    tests("InspectionTests", ["Inspection", "Resolution", "Diagnosis", "Practice", "DNS", "Lab"]),
    tests(
      "AnnaiTests",
      [
        "annai", "Lab", "TestSupport", "Localization", "Terminal", "Practice", "Wizard", "Report",
        "Diagnosis",
      ]),
    tests("TerminalTests", ["Terminal", "TestSupport", "LineEditorProbe"]),
    tests("LabTests", ["Lab", "DNS"]),
  ],
  swiftLanguageModes: [.v6]
)

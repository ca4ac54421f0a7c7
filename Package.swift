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
    // Compiled with libcurl's declarations; the library itself is loaded when it is needed.
    .target(name: "CCurl"),

    module("DNS", ["CLDNS", "CPSL", "CIDN2"]),
    module("Resolution", ["DNS"]),
    module("MailAuth", ["DNS", asn1]),
    module("Registration", ["DNS"]),
    module("RegistryAccess", ["DNS", "Registration", "CCurl"]),
    module("Diagnosis", ["DNS", "MailAuth", "Registration"]),
    module(
      "Inspection",
      ["DNS", "Resolution", "MailAuth", "Registration", "RegistryAccess", "Diagnosis"]),
    module("Playbook", ["DNS", yams]),
    module("Publishing", ["DNS", "MailAuth", "Diagnosis", "Playbook"]),
    module("Localization"),
    module("Terminal", ["CEditLine"]),
    module("Wizard", ["DNS", "MailAuth", "Diagnosis", "Playbook"]),
    module(
      "Report",
      ["DNS", "MailAuth", "Diagnosis", "Registration", "Playbook", "Localization"]),
    module("Practice", ["DNS"]),
    .executableTarget(
      name: "annai",
      dependencies: [
        "DNS", "Resolution", "MailAuth", "Diagnosis", "Inspection", "Playbook", "Publishing",
        "Localization", "Terminal", "Wizard", "Report", "Practice", "RegistryAccess",
        argumentParser, yams,
      ],
      resources: [.copy("../../Localizations"), .copy("../../Playbooks")],
      swiftSettings: settings),

    .target(name: "Lab", dependencies: ["DNS"], path: "Tests/Lab", swiftSettings: settings),
    .executableTarget(
      name: "annai-bench", dependencies: ["Lab", "MailAuth", "DNS"], path: "Tests/Bench",
      exclude: ["pyspf_rounds.py"], swiftSettings: settings),
    .systemLibrary(
      name: "COpenSSL", path: "Tests/COpenSSL", pkgConfig: "libssl",
      providers: [.apt(["libssl-dev"])]),
    .target(
      name: "RegistryLab", dependencies: ["COpenSSL"], path: "Tests/RegistryLab",
      swiftSettings: settings),
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .target(
      name: "TestSupport", dependencies: ["CPseudoTerminal"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .target(
      name: "FuzzTargets", dependencies: ["DNS", "MailAuth", "Playbook", "Localization"],
      path: "Tests/Fuzz/Targets", swiftSettings: settings),
    .executableTarget(
      name: "LineEditorProbe", dependencies: ["Terminal"], path: "Tests/LineEditorProbe",
      swiftSettings: settings),

    tests("DNSTests", ["DNS", "CLDNS", "Lab", "FuzzTargets"]),
    tests("MailAuthTests", ["MailAuth", "DNS", "FuzzTargets"]),
    tests("RegistrationTests", ["Registration", "DNS", "RegistryLab"]),
    tests("RegistryAccessTests", ["RegistryAccess", "Registration", "DNS", "RegistryLab"]),
    tests("LocalizationTests", ["Localization", "FuzzTargets"]),
    tests("PlaybookTests", ["Playbook", "DNS", "FuzzTargets", "TestSupport"]),
    tests("PublishingTests", ["Publishing", "Playbook", "Diagnosis", "MailAuth", "DNS"]),
    tests("DiagnosisTests", ["Diagnosis", "Registration", "DNS"]),
    tests("WizardTests", ["Wizard", "Playbook", "Diagnosis", "DNS"]),
    tests(
      "ReportTests",
      ["Report", "Diagnosis", "MailAuth", "Registration", "DNS", "Localization", "TestSupport"]),
    tests("PracticeTests", ["Practice", "DNS"]),
    tests("ResolutionTests", ["Resolution", "Practice", "DNS"]),
    .testTarget(
      name: "InspectionTests",
      dependencies: [
        "Inspection", "Resolution", "MailAuth", "Registration", "RegistryAccess", "RegistryLab",
        "Diagnosis", "Practice", "DNS", "Lab", "Report", "Localization", "TestSupport",
      ],
      exclude: ["Cases"], swiftSettings: settings),
    tests(
      "AnnaiTests",
      [
        "annai", "DNS", "Lab", "RegistryLab", "TestSupport", "Localization", "Terminal",
        "Practice", "Wizard", "Report", "Diagnosis",
      ]),
    tests("TerminalTests", ["Terminal", "TestSupport", "LineEditorProbe"]),
    tests("LabTests", ["Lab", "DNS"]),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings its own entry point, so this program can only be linked as scripts/fuzz does it.
if Context.environment["ANNAI_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "annai-fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Entry",
      swiftSettings: settings))
}

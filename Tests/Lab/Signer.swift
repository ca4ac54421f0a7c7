import Foundation

/// Signs zones with BIND's tools, one ECDSA P-256 key for each zone (RFC 6605).
struct Signer {
  private let keygen: Program
  private let signzone: Program
  private let folder: String

  /// Finds the tools; keys will lie in `folder`.
  init(folder: String, programFolders: [String]? = nil) throws(LabError) {
    keygen = try Program("dnssec-keygen", in: programFolders)
    signzone = try Program("dnssec-signzone", in: programFolders)
    self.folder = folder
  }

  /// Makes the keys of those zones that are to be signed, all at the same time.
  func makeKeys(for zones: [LabZone]) throws(LabError) {
    var running: [(name: String, process: ChildProcess)] = []
    defer { for (_, process) in running { process.end(within: .zero) } }
    for name in Set(zones.filter(\.isSigned).map(\.name)) {
      let arguments = ["-q", "-a", "ECDSAP256SHA256", "-f", "KSK", "-K", folder, name]
      let log = "\(folder)/\(name).log"
      running.append((name, try ChildProcess(keygen, arguments, log: log)))
    }
    while let (name, process) = running.popLast() { try finish(process, "key of \(name)") }
  }

  /// The zone's text with its signatures, and with the DS records of children signed before.
  func signed(_ zone: LabZone) throws -> String {
    let plain = "\(folder)/\(zone.file)"
    let output = "\(plain).signed"
    let text = try zone.text + delegationSigners(below: zone)
    try Data(text.utf8).write(to: URL(fileURLWithPath: plain))
    var arguments = ["-q", "-P", "-S", "-z", "-K", folder, "-d", folder, "-o", zone.name]
    if case .expired = zone.signing {
      arguments += ["-s", "20200101000000", "-e", "20200201000000"]
    }
    let process = try ChildProcess(
      signzone, arguments + ["-f", output, plain], log: "\(output).log")
    try finish(process, "signatures of \(zone.name)")
    if case .unlisted = zone.signing {
      try FileManager.default.removeItem(atPath: "\(folder)/dsset-\(zone.origin)")
    }
    let signed = try String(contentsOfFile: output, encoding: .utf8)
    guard case .altered(let original, let replacement) = zone.signing else { return signed }
    guard signed.contains(original) else { throw LabError.gone("text to alter in \(zone.name)") }
    return signed.replacing(original, with: replacement)
  }

  /// The DS records that signing the children left.
  private func delegationSigners(below zone: LabZone) throws -> String {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix("dsset-") && $0.hasSuffix(".\(zone.origin)") }
      .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
      .joined()
  }

  /// The DNSKEY record of a zone as a trust anchor.
  func anchor(_ zone: String) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    guard let name = names.first(where: { $0.hasPrefix("K\(zone).+") && $0.hasSuffix(".key") })
    else { throw LabError.gone("key of \(zone)") }
    return try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  private func finish(_ process: ChildProcess, _ what: String) throws(LabError) {
    let status = process.end(within: .seconds(10))
    guard status == 0 else { throw .notSigned(what, status: status, output: process.output) }
  }
}

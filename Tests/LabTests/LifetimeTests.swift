import Foundation
import Testing

@testable import Lab

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct LifetimeTests {
  private struct Deliberate: Error {}

  /// What is left of a lab: processes that name its folder, and the folder.
  private func remains(of folder: String) -> [String] {
    var remains = FileManager.default.fileExists(atPath: folder) ? [folder] : []
    let pids = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    for pid in pids where Int(pid) != nil {
      let line = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") ?? Data()
      let text = String(decoding: line, as: UTF8.self)
      if text.contains(folder) { remains.append("\(pid) \(text)") }
    }
    return remains
  }

  /// Whether nothing is left; killed processes may take a moment to leave.
  private func isGone(_ folder: String) async throws -> Bool {
    for _ in 0..<500 {
      if remains(of: folder).isEmpty { return true }
      try await Task.sleep(for: .milliseconds(10))
    }
    return false
  }

  @Test func stopLeavesNoProcessAndNoFolder() async throws {
    let lab = try await Lab()
    // The folder itself, four NSDs, named, and the guard.
    #expect(remains(of: lab.folder).count >= 7)
    #expect(FileManager.default.fileExists(atPath: lab.rootHints))
    lab.stop()
    #expect(!FileManager.default.fileExists(atPath: lab.folder))
    #expect(try await isGone(lab.folder))
    lab.stop()
  }

  @Test func stopEndsDnsdistAndUnboundToo() async throws {
    let faults = LabFault.everywhere(.delay(milliseconds: 1))
    let lab = try await Lab(faults: faults, validating: true)
    let running = remains(of: lab.folder)
    for program in ["dnsdist", "unbound", "named"] {
      #expect(running.contains { $0.contains("/\(program)") }, "\(program)")
    }
    lab.stop()
    #expect(try await isGone(lab.folder))
  }

  @Test func aThrowingBodyLeavesNothing() async throws {
    var folder = ""
    await #expect(throws: Deliberate.self) {
      try await Lab.run { lab in
        folder = lab.folder
        throw Deliberate()
      }
    }
    #expect(!folder.isEmpty)
    #expect(try await isGone(folder))
  }

  @Test func theLastReferenceEndsTheLab() async throws {
    var lab: Lab? = try await Lab()
    let folder = try #require(lab?.folder)
    #expect(!remains(of: folder).isEmpty)
    lab = nil
    #expect(try await isGone(folder))
  }

  @Test func aStoppedLabRefusesChanges() async throws {
    let lab = try await Lab()
    lab.stop()
    await #expect(throws: LabError.self) { try await lab.setZone("healthy.com", records: "") }
    await #expect(throws: LabError.self) { try await lab.flushResolver() }
  }

  @Test func serversOfAKilledProcessAreEndedByTheGuard() async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/annai-lab-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let guardian = try OrphanGuard(folder: folder)
    let server = try ChildProcess(
      Program("sh"), ["-c", "trap '' TERM; sleep 600 & wait", folder], log: "\(folder)/log")
    guardian.watch([server.pid])
    #expect(server.isRunning)
    guardian.abandon()
    #expect(server.end(within: .seconds(10)) == 128 + SIGKILL)
    #expect(try await isGone(folder))
  }

  @Test func aStubbornProcessIsKilledWithItsChildren() async throws {
    let marker = UUID().uuidString
    let log = FileManager.default.temporaryDirectory.path + "/annai-\(marker)"
    defer { try? FileManager.default.removeItem(atPath: log) }
    let script = "trap '' TERM; (trap '' TERM; sleep 600; : \(marker)) & echo ready; wait"
    let stubborn = try ChildProcess(Program("sh"), ["-c", script], log: log)
    while stubborn.output.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
    stubborn.signal(SIGTERM)
    #expect(stubborn.end(within: .milliseconds(50)) == 128 + SIGKILL)
    #expect(try await isGone(marker))
  }

  @Test func aMissingProgramIsNamed() async throws {
    let addresses = LabAddresses(block: 10)
    let error = await #expect(throws: LabError.self) {
      _ = try await Bench.started(
        LabZone.standard(addresses), addresses: addresses,
        options: Bench.Options(programFolders: ["/nonexistent"]), until: .now + .seconds(1))
    }
    let text = try #require(error?.description)
    #expect(text.contains("`nsd`"))
    #expect(text.contains("/nonexistent"))
  }

  @Test(arguments: [
    ("dnsdist", "dnsdist"), ("unbound", "unbound"), ("dnssec-keygen", "bind9-utils"),
    ("dnssec-signzone", "bind9-utils"),
  ])
  func aProgramForAnOptionIsMissedOnlyThen(program: String, package: String) async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/annai-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let all = ["nsd", "named", "dnsdist", "unbound", "dnssec-keygen", "dnssec-signzone"]
    for name in all where name != program {
      let path = try Program(name).path
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/\(name)", withDestinationPath: path)
    }
    let addresses = LabAddresses(block: 10)
    let zones = LabZone.standard(addresses)
    let faults = LabFault.everywhere(.truncated)
    var options = Bench.Options(faults: faults, validating: true, programFolders: [folder])
    let error = await #expect(throws: LabError.self) {
      _ = try await Bench.started(
        zones, addresses: addresses, options: options, until: .now + .seconds(20))
    }
    let text = try #require(error?.description)
    #expect(text.contains("`\(program)` (apt install \(package))"))
    options = Bench.Options(programFolders: [folder])
    let bench = try await Bench.started(
      zones, addresses: addresses, options: options, until: .now + .seconds(20))
    bench.stop()
  }

  @Test func aZoneWithoutTheTextToAlterIsAnError() async throws {
    let zones: @Sendable (LabAddresses) -> [LabZone] = { addresses in
      let signing = LabSigning.altered(original: "nowhere in it", replacement: "")
      return LabZone.standard(addresses) + [
        LabZone("odd.com", records: LabZone.hostedNS, signing: signing)
      ]
    }
    let error = await #expect(throws: LabError.self) {
      _ = try await Lab(zones: zones, validating: true)
    }
    #expect(error?.description.contains("text to alter in odd.com") == true)
  }

  @Test func aBrokenZoneIsReportedWithTheLog() async throws {
    let zones: @Sendable (LabAddresses) -> [LabZone] = { addresses in
      LabZone.standard(addresses) + [LabZone("broken.com", records: "@ MX not-a-number here")]
    }
    let error = await #expect(throws: LabError.self) { _ = try await Lab(zones: zones) }
    guard case .notServing(let server, let zone, let log) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(server == "first")
    #expect(zone == "broken.com")
    #expect(log.contains("broken.com"))
  }

  @Test func aReservedPortCannotBeTaken() async throws {
    let reservation = try PortReservation(
      addresses: ["127.53.78.1"], lockAddress: "127.53.78.254")
    defer { reservation.release() }
    #expect(PortReservation.range.contains(reservation.port))
    // The lock address is taken now, so nobody else can reserve this port.
    let code = withSocketAddress("127.53.78.254", reservation.port) { address, length in
      #if canImport(Glibc)
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      #else
        let descriptor = socket(AF_INET, SOCK_STREAM, 0)
      #endif
      defer { close(descriptor) }
      return bind(descriptor, address, length)
    }
    #expect(code == -1)
  }
}

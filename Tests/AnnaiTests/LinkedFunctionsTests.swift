import Foundation
import TestSupport
import Testing

/// libldns' own resolver takes answers from anywhere, waits 15 s for the dead, and cannot be
/// cancelled: annai asks by itself, and nothing that it is made of may call that.
@Suite("What the program takes from libldns")
struct LinkedFunctionsTests {
  /// Whether the program names a function of a shared library, which it must to call it.
  private func names(_ function: String) throws -> Bool {
    let program = try Data(
      contentsOf: URL(fileURLWithPath: try BuiltProduct.path("annai")), options: .mappedIfSafe)
    return program.range(of: Data(function.utf8)) != nil
  }

  /// libldns signs with OpenSSL, annai signs nothing: a release holds none of that library, whose
  /// faults would stay in it.
  @Test(arguments: ["OPENSSL_cpuid_setup", "ossl_", "OpenSSL 3"])
  func usesNoOpenSSL(_ name: String) throws {
    #expect(try !names(name))
  }

  @Test(arguments: ["ldns_wire2pkt", "ldns_rr_new_frm_str"])
  func usesWhatReadsMessagesAndRecords(_ function: String) throws {
    #expect(try names(function))
  }

  @Test(arguments: [
    "ldns_resolver", "ldns_query", "ldns_search", "ldns_send", "ldns_udp", "ldns_tcp", "ldns_axfr",
    "ldns_getaddrinfo", "ldns_pkt2wire", "ldns_pkt2buffer",
  ])
  func usesNothingThatAsksOrWritesMessages(_ function: String) throws {
    #expect(try !names(function))
  }
}

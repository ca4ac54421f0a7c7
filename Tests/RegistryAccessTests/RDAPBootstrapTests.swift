import DNS
import Foundation
import Testing

@testable import RegistryAccess

@Suite("IANA's list of RDAP services, RFC 9224")
struct RDAPBootstrapTests {
  static let json = Data(
    """
    { "version": "1.0", "publication": "2026-11-20T17:00:02Z", "description": "RDAP",
      "services": [
        [["net", "COM"], ["https://registry.example.com/myrdap/"]],
        [["org", "mytld"], ["http://registry.example.org/", "https://registry.example.org/rdap"]],
        [["plain"], ["http://registry.example.org/"]],
        [["a.mytld"], ["https://deeper.example/"]],
        [["odd"], [7]], "odd", [["short"]],
        [["xn--zckzah"], ["https://example.net/rdap/xn--zckzah/"]]
      ] }
    """.utf8)

  @Test func findsTheLongestSuffix() throws {
    let list = try #require(RDAPBootstrap(json: Self.json))
    let base = { (name: String) in list.base(for: try DNSName(name))?.description }
    #expect(list.publication == "2026-11-20T17:00:02Z")
    #expect(try base("Example.COM") == "https://registry.example.com/myrdap/")
    #expect(try base("x.mytld") == "https://registry.example.org/rdap/")
    #expect(try base("x.a.mytld") == "https://deeper.example/")
    #expect(try base("xa.mytld") == "https://registry.example.org/rdap/")
    #expect(try base("x.xn--zckzah") == "https://example.net/rdap/xn--zckzah/")
    #expect(try base("x.plain") == nil && base("x.odd") == nil && base("x.short") == nil)
    #expect(try base("x.othercom") == nil && list.base(for: .root) == nil)
  }

  @Test(arguments: [
    "", "{}", "[]", #"{"version":"1.0","publication":"x","services":[]}"#,
    #"{"version":"2.0","publication":"x","services":[[["com"],["https://a.example/"]]]}"#,
    String(repeating: "[", count: 100_000),
  ])
  func refuses(_ text: String) { #expect(RDAPBootstrap(json: Data(text.utf8)) == nil) }

  @Test func knowsCommonDomains() throws {
    let list = RDAPBootstrap.builtIn
    #expect(list.bases.count == 28 && list.bases.values.allSatisfy(\.isEncrypted))
    #expect(
      list.base(for: try DNSName("contoh.co.id"))?.description == "https://rdap.pandi.id/rdap/")
    for top in RDAPBootstrap.knownAbsent {
      let domain = try DNSName("example." + top)
      #expect(list.base(for: domain) == nil && WHOISService(for: domain) != nil, "\(top)")
    }
  }

  @Test(arguments: [
    "", "rdap.example", "ftp://rdap.example/", "https:///x", "https://a@rdap.example/",
    "https://rdap.example/?x", "https://rdap.example/#x", "https://rdap.example:99999/",
    "https://rdap.example/" + String(repeating: "x", count: 2000), "file:///etc/passwd",
  ])
  func refusesAddresses(_ text: String) { #expect(RDAPBase(text) == nil) }
}

@Suite("IANA's list kept in a file")
struct RDAPBootstrapCacheTests {
  /// Runs `body` with a folder of its own, which is gone afterwards.
  static func inFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("annai-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
  }

  @Test func keepsAndAges() async throws {
    try await Self.inFolder { folder in
      let cache = RDAPBootstrapCache(folder: folder.appendingPathComponent("a/b"))
      #expect(cache.load(at: Date()) == nil)
      cache.store(RDAPBootstrapTests.json)
      let now = Date()
      #expect(cache.load(at: now)?.isFresh == true)
      #expect(cache.load(at: now.addingTimeInterval(8 * 86_400))?.isFresh == false)
      // A clock that was set back makes no list fresh for ever.
      #expect(cache.load(at: now.addingTimeInterval(-86_400))?.isFresh == false)
      let attributes = try FileManager.default.attributesOfItem(atPath: cache.file.path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      let rest = try FileManager.default.contentsOfDirectory(
        atPath: cache.file.deletingLastPathComponent().path)
      #expect(rest == ["rdap-dns.json"])
    }
  }

  @Test func ignoresAndReplacesBrokenFiles() async throws {
    try await Self.inFolder { folder in
      let cache = RDAPBootstrapCache(folder: folder)
      for octets in [Data(), Data("{".utf8), Data(count: 3 << 20)] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try octets.write(to: cache.file)
        #expect(cache.load(at: Date()) == nil)
        cache.store(RDAPBootstrapTests.json)
        #expect(cache.load(at: Date()) != nil)
      }
    }
  }

  @Test func livesWithoutAPlace() async throws {
    try await Self.inFolder { folder in
      try Data("x".utf8).write(to: folder)
      let cache = RDAPBootstrapCache(folder: folder)
      cache.store(RDAPBootstrapTests.json)
      #expect(cache.load(at: Date()) == nil)
    }
  }

  @Test func followsXDG() {
    let folder = { (environment: [String: String]) in
      RDAPBootstrapCache.folder(in: { environment[$0] })?.path
    }
    #expect(folder(["XDG_CACHE_HOME": "/c", "HOME": "/h"]) == "/c/annai")
    #expect(folder(["XDG_CACHE_HOME": "c", "HOME": "/h"]) == "/h/.cache/annai")
    #expect(folder(["XDG_CACHE_HOME": "", "HOME": "/h"]) == "/h/.cache/annai")
    #expect(folder([:]) == nil)
  }
}

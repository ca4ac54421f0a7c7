import FuzzTargets
import Testing

/// The fuzz targets of this module over mutations that are the same in every run.
@Suite struct MutationTests {
  /// A message has the most to lose: it comes from anyone, and C code reads it.
  @Test func messages() throws {
    let rounds = 50_000
    let target = try #require(FuzzTarget.dns.first { $0.name == "dns-message" })
    let taken = try target.readMutations(rounds, seed: 2026)
    // Both ways must have been gone: a tenth at least each.
    #expect(taken > rounds / 10 && taken < rounds / 10 * 9, "\(taken) taken")
  }

  @Test(arguments: FuzzTarget.dns.filter { $0.name != "dns-message" })
  func texts(_ target: FuzzTarget) throws {
    let taken = try target.readMutations(5_000, seed: 2026)
    #expect(taken > 100 && taken < 4_900, "\(taken) taken")
  }
}

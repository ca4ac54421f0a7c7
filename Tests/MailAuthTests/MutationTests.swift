import FuzzTargets
import Testing

/// The fuzz targets of this module over mutations that are the same in every run.
@Suite struct MutationTests {
  @Test(arguments: FuzzTarget.mail)
  func records(_ target: FuzzTarget) throws {
    let taken = try target.readMutations(3_000, seed: 2026)
    // Both ways must have been gone.
    #expect(taken > 100 && taken < 3_000, "\(taken) taken")
  }
}

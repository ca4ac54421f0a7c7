import FuzzTargets
import Testing

/// The fuzz targets of this module over mutations that are the same in every run.
@Suite struct MutationTests {
  @Test(arguments: FuzzTarget.tables)
  func tables(_ target: FuzzTarget) throws {
    let taken = try target.readMutations(3_000, seed: 2026)
    // Both ways must have been gone.
    #expect(taken > 20 && taken < 2_980, "\(taken) taken")
  }
}

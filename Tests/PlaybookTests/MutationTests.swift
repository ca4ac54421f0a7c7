import FuzzTargets
import Testing

/// The fuzz targets of this module over mutations that are the same in every run.
@Suite struct MutationTests {
  @Test(arguments: FuzzTarget.answers + FuzzTarget.files)
  func files(_ target: FuzzTarget) throws {
    let taken = try target.readMutations(2_000, seed: 2026)
    // Both ways must have been gone.
    #expect(taken > 5 && taken < 2_000, "\(taken) taken")
  }
}

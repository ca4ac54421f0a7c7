/// How well it is known what a service asks for.
public enum Confidence: String, Sendable, CaseIterable {
  /// The service's own documents say it.
  case documented
  /// Other people's zones or guides show it.
  case seen
  /// Nothing confirms it; a person must compare it with what the console shows.
  case unverified
}

import Diagnosis

/// A look at one domain as it is kept in a file, to be judged again elsewhere and later.
///
/// It holds what was seen and nothing that was concluded: the findings are made anew, in any
/// language. `Schemas/annai.case.schema.json` describes the file.
public struct CaseFile: Hashable, Sendable, Codable {
  /// The program that saved it, such as `annai 0.1.0`.
  public var program: String
  /// The id of the playbook that said what to expect.
  public var playbook: String
  /// The id of the DNS host that the name servers belong to, when it was known.
  public var dnsHost: String?
  /// How long the look took, in milliseconds.
  public var durationMilliseconds: Int
  /// Queries that were sent.
  public var queries: Int
  /// Everything that was seen.
  public var evidence: Evidence

  enum CodingKeys: String, CodingKey {
    case program, playbook, dnsHost, queries, evidence
    case durationMilliseconds = "durationMs"
  }

  /// A case from its parts.
  public init(
    program: String, playbook: String, dnsHost: String?, durationMilliseconds: Int, queries: Int,
    evidence: Evidence
  ) {
    self.program = program
    self.playbook = playbook
    self.dnsHost = dnsHost
    self.durationMilliseconds = durationMilliseconds
    self.queries = queries
    self.evidence = evidence
  }
}

/// Why a case cannot be read or saved.
public enum CaseFileError: Error, Hashable, Sendable {
  /// There is no such file, or it is no regular file, or it may not be read.
  case unreadable
  /// The file is larger than any case.
  case tooBig
  /// It is not JSON text in UTF-8.
  case notJSON
  /// It is deeper, more crowded or holds larger numbers than any case; the word says which.
  case excessive(String)
  /// It is JSON, but nothing that annai saved as a case.
  case notACase
  /// A newer annai saved it, in a format of this name.
  case newer(String)
  /// A value is missing or not what it must be, at this place.
  case malformed(at: String)
  /// There is a file of this name already; it is left alone.
  case exists
  /// The disk or the rights do not allow it.
  case unwritable
}

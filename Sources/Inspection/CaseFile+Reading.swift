import DNS
import Diagnosis
import Resolution

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension CaseFile {
  /// The name of the format, with its version.
  static let schema = "annai.case/\(version)"
  /// The version that is written. Every version up to it is read.
  static let version = 1
  /// The largest number in a case: the last second of the year 9999.
  static let largestNumber = 253_402_300_799
  /// More records are asked for by no mail service.
  static let mostExpected = 64
  /// More zones, and more servers of one zone, than anybody has.
  static let mostServers = 64
  /// Some hundred questions are put to one domain.
  static let mostObservations = 10_000

  /// Reads a case from JSON text; whatever it holds, this ends with a case or with the reason.
  public init(json: [UInt8]) throws(CaseFileError) {
    switch JSONBounds.excess(in: json) {
    case .notText: throw .notJSON
    case .depth: throw .excessive("depth")
    case .values: throw .excessive("values")
    case nil: break
    }
    guard String(validating: json, as: UTF8.self) != nil,
      let tree = try? JSONTree(json: Data(json))
    else { throw .notJSON }
    try Self.checkVersion(of: tree)
    guard tree.isBounded(by: Self.largestNumber) else { throw .excessive("number") }
    do {
      self = try tree.completedCase().decoded(as: CaseFile.self)
    } catch {
      throw .malformed(at: Self.place(of: error))
    }
    if let place = unsoundPlace { throw .malformed(at: place) }
  }

  private static func checkVersion(of tree: JSONTree) throws(CaseFileError) {
    guard case .text(let schema)? = tree["schema"], schema.hasPrefix("annai.case/"),
      let number = Int(schema.dropFirst("annai.case/".count)), number > 0
    else { throw .notACase }
    // A version 2 begins here: it is read as it is, and a case of version 1 is turned into one.
    if number > version { throw .newer(schema) }
  }

  /// Where in the file a value is missing or wrong: `evidence.observations[3].at`.
  private static func place(of error: any Error) -> String {
    let path: [any CodingKey]
    switch error as? DecodingError {
    case .keyNotFound(let key, let context)?: path = context.codingPath + [key]
    case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?,
      .dataCorrupted(let context)?:
      path = context.codingPath
    default: path = []
    }
    // Foundation keeps the place of a number that is too large to itself.
    if path.isEmpty { return "evidence" }
    return path.reduce(into: "") { text, key in
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue.prefix(64)
      }
    }
  }

  /// Where a value is of the right kind but nothing that annai would have written.
  private var unsoundPlace: String? {
    if evidence.expected.count > Self.mostExpected { return "evidence.expected" }
    if evidence.otherZones.count > Self.mostServers { return "evidence.otherZones" }
    for zone in evidence.zones where zone.nameServers.count > Self.mostServers {
      return "evidence.nameServers"
    }
    if evidence.observations.count > Self.mostObservations { return "evidence.observations" }
    let resolvers = evidence.ownResolvers ?? []
    if resolvers.count > Self.mostServers || resolvers.contains(where: { ServerAddress($0) == nil })
    {
      return "evidence.ownResolvers"
    }
    if evidence.editedZone?.nameServers.count ?? 0 > Self.mostServers {
      return "evidence.editedZone"
    }
    // Addresses are put into commands that people run.
    return evidence.observations.firstIndex { ServerAddress($0.address) == nil }
      .map { "evidence.observations[\($0)].address" }
  }
}

extension JSONTree {
  /// Whether no number in it is farther from zero.
  fileprivate func isBounded(by limit: Int) -> Bool {
    switch self {
    case .integer(let integer): (-limit...limit).contains(integer)
    case .number(let number): abs(number) <= Double(limit)
    case .list(let items): items.allSatisfy { $0.isBounded(by: limit) }
    case .object(let members): members.values.allSatisfy { $0.isBounded(by: limit) }
    case .null, .truth, .text: true
    }
  }
}

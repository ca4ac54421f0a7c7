/// The response code of a message, extended by EDNS to twelve bits (RFC 6895 §2.3).
public struct ResponseCode: RawRepresentable, Hashable, Sendable, Codable {
  /// The number on the wire, 0 to 4095.
  public let rawValue: UInt16

  /// A code by its number; unknown numbers are fine.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// An answer, which may be empty.
  public static let noError = ResponseCode(rawValue: 0)
  /// The server could not read the query.
  public static let formErr = ResponseCode(rawValue: 1)
  /// The server failed.
  public static let servFail = ResponseCode(rawValue: 2)
  /// The name does not exist.
  public static let nxDomain = ResponseCode(rawValue: 3)
  /// The server does not support this kind of query.
  public static let notImp = ResponseCode(rawValue: 4)
  /// The server will not answer.
  public static let refused = ResponseCode(rawValue: 5)
  /// The server does not know this version of EDNS (RFC 6891 §9).
  public static let badVers = ResponseCode(rawValue: 16)

  /// The mnemonic as `dig` prints it.
  public var name: String {
    switch rawValue {
    case 0: "NOERROR"
    case 1: "FORMERR"
    case 2: "SERVFAIL"
    case 3: "NXDOMAIN"
    case 4: "NOTIMP"
    case 5: "REFUSED"
    case 6: "YXDOMAIN"
    case 7: "YXRRSET"
    case 8: "NXRRSET"
    case 9: "NOTAUTH"
    case 10: "NOTZONE"
    case 16: "BADVERS"
    default: "RCODE\(rawValue)"
    }
  }
}

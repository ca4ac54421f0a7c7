/// An option of EDNS: a code and its data (RFC 6891 §6.1.2).
public struct EDNSOption: Hashable, Sendable, Codable {
  /// The code in the IANA registry.
  public var code: UInt16
  /// The data.
  public var data: [UInt8]

  /// The name server's identity (RFC 5001 §2.3).
  public static let nsid: UInt16 = 3
  /// The network on whose behalf a question is put (RFC 7871 §6).
  public static let clientSubnet: UInt16 = 8
  /// An extended DNS error (RFC 8914 §2).
  public static let extendedError: UInt16 = 15

  /// An option.
  public init(code: UInt16, data: [UInt8] = []) {
    self.code = code
    self.data = data
  }
}

/// What a server says about the reason of a failure (RFC 8914 §2); untrusted, and only a hint.
public struct ExtendedError: Hashable, Sendable, Codable {
  /// The INFO-CODE.
  public var code: UInt16
  /// The EXTRA-TEXT, which is UTF-8 or nothing; untrusted.
  public var text: String

  /// Reads the data of an option with the code 15.
  public init?(_ option: EDNSOption) {
    guard option.code == EDNSOption.extendedError, option.data.count >= 2 else { return nil }
    code = UInt16(option.data[0]) << 8 | UInt16(option.data[1])
    text = String(validating: option.data.dropFirst(2), as: UTF8.self) ?? ""
  }
}

extension ExtendedError {
  /// Code and meaning in one line, `6 DNSSEC Bogus`, with the server's own words behind a colon.
  public var summary: String {
    let known = [String(code), purpose ?? ""].filter { !$0.isEmpty }
    return known.joined(separator: " ") + (text.isEmpty ? "" : ": \(text)")
  }
}

extension Message {
  /// The extended errors, in their order.
  public var extendedErrors: [ExtendedError] { ednsOptions.compactMap(ExtendedError.init) }

  /// What the server calls itself, when it was asked for that.
  public var serverIdentity: [UInt8]? {
    ednsOptions.first { $0.code == EDNSOption.nsid && !$0.data.isEmpty }?.data
  }
}

import DNS

/// What `check_host()` is asked: may this address send for this domain (RFC 7208 §4.1)?
public struct SPFQuery: Hashable, Sendable, Encodable {
  /// The domain whose record is asked for first, as it was given; it need not be a name.
  public let domain: String
  /// The address of the client; an IPv4-mapped one has become IPv4 (RFC 7208 §5).
  public let address: IPAddress
  /// The local part of the sender, `postmaster` when there was none (RFC 7208 §4.3).
  public let localPart: String
  /// The domain of the sender, which stays the same in includes and redirects (RFC 7208 §4.1).
  public let senderDomain: String
  /// The name that the client gave with HELO or EHLO.
  public let helo: String
  /// The name of the host that checks, for the macro `r`.
  public let receiver: String
  /// When the check is made, for the macro `t`; seconds since 1970-01-01 UTC.
  public let time: Int64

  /// More than SMTP lets a local part or a name have, in octets; the rest is cut (RFC 5321 §4.5.3.1).
  private static let longest = 1024

  /// A query; the domain is the sender's unless given, and without a sender the HELO name.
  ///
  /// A sender without `@` is a domain, and an empty one (`MAIL FROM:<>`) is `postmaster` at the
  /// HELO name (RFC 7208 §2.4, §4.3). Without a HELO name the domain stands in for it.
  public init(
    domain: String? = nil, address: IPAddress, sender: String? = nil, helo: String? = nil,
    receiver: String = "unknown", time: Int64
  ) {
    let mailbox = sender ?? ""
    let at = mailbox.utf8.lastIndex(of: UInt8(ascii: "@"))
    let local = at.map { String(mailbox[..<$0]) } ?? ""
    let host = at.map { String(mailbox[$0...].dropFirst()) } ?? mailbox
    let identity = mailbox.isEmpty ? domain ?? helo ?? "" : host
    self.domain = Self.cut(domain ?? identity)
    self.address = address.unmapped
    self.localPart = local.isEmpty ? "postmaster" : Self.cut(local)
    self.senderDomain = Self.cut(identity)
    self.helo = Self.cut(helo ?? self.domain)
    self.receiver = Self.cut(receiver)
    self.time = time
  }

  /// The sender with its local part: what the macro `s` stands for.
  public var sender: String { "\(localPart)@\(senderDomain)" }

  private static func cut(_ text: String) -> String {
    text.utf8.count <= longest ? text : String(decoding: text.utf8.prefix(longest), as: UTF8.self)
  }

  /// What a macro letter stands for while the record of `domain` is read (RFC 7208 §7.2).
  ///
  /// nil for p, which must be looked up, and for letters that do not exist.
  func value(of letter: UInt8, domain: [UInt8]) -> [UInt8]? {
    switch letter {
    case UInt8(ascii: "s"): Array(sender.utf8)
    case UInt8(ascii: "l"): Array(localPart.utf8)
    case UInt8(ascii: "o"): Array(senderDomain.utf8)
    case UInt8(ascii: "d"): domain
    case UInt8(ascii: "i"): Array(address.macroText.utf8)
    case UInt8(ascii: "v"): Array((address.isIPv6 ? "ip6" : "in-addr").utf8)
    case UInt8(ascii: "h"): Array(helo.utf8)
    case UInt8(ascii: "c"): Array(address.description.utf8)
    case UInt8(ascii: "r"): Array(receiver.utf8)
    case UInt8(ascii: "t"): Array(String(time).utf8)
    default: nil
    }
  }
}

import DNS
import Diagnosis

extension Observation {
  /// The `dig` command that puts the same question to the same server, safe to paste into a shell.
  public var digLine: String {
    var words = ["dig"]
    // An address never holds the sign; a server at another port is written ADDRESS#PORT.
    let parts = address.split(separator: "#", maxSplits: 1).map(String.init)
    words.append("@" + (parts.first ?? address))
    if parts.count == 2 { words += ["-p", parts[1]] }
    switch role {
    case .parent, .authoritative, .undelegated, .host, .sibling: words.append("+norecurse")
    case .distant: words += ["+norecurse", "+subnet=\(subnet ?? "0/0")"]
    case .large: words += ["+norecurse", "+bufsize=4096", "+ignore"]
    case .signed: words += ["+norecurse", "+dnssec"]
    case .unvalidated: words.append("+cdflag")
    case .resolver, .control, .lookup: break
    }
    if answer?.edns == .refused || answer?.edns == .unanswered { words.append("+noedns") }
    // `-q` takes a name that looks like a type or an option, such as `mx.`, for a name.
    words += ["-q", Self.quoted(question.name.description), question.type.name]
    return words.joined(separator: " ")
  }

  /// A name as a shell takes it: presentation text is ASCII, but may hold `\`, `;`, `$` and others.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { octet in
      switch octet {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
    return isPlain ? name : "'" + name.replacing("'", with: #"'\''"#) + "'"
  }
}

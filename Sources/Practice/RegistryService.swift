import DNS

/// The RDAP service of every registry of the world: octets of an HTTP request in, octets of a
/// response out (RFC 7480, RFC 9112).
enum RegistryService {
  /// The response at a moment, in seconds since 1970 UTC; every connection carries one.
  static func response(
    to request: [UInt8], at now: Int, entry: (DNSName) -> RegistryEntry?
  ) -> [UInt8] {
    let line = String(decoding: request.prefix { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    let words = line.split(separator: " ")
    guard words.count == 3, words[0] == "GET", words[2].hasPrefix("HTTP/1.") else {
      return answer("400 Bad Request", error(400))
    }
    // RFC 9082 §3.1.3.
    let path = "/domain/"
    guard words[1].hasPrefix(path), let domain = name(words[1].dropFirst(path.count)),
      let entry = entry(domain)
    else { return answer("404 Not Found", error(404)) }
    let document = RegistryDocument(domain: domain, entry: entry, now: now)
    return answer("200 OK", document.json)
  }

  /// Letters, digits and hyphens only: such a name needs no escapes in JSON.
  private static func name(_ text: Substring) -> DNSName? {
    let isHostName = text.utf8.allSatisfy { octet in
      (0x30...0x39).contains(octet) || (0x61...0x7A).contains(octet | 0x20)
        || octet == UInt8(ascii: "-") || octet == UInt8(ascii: ".")
    }
    return isHostName ? try? DNSName(String(text)) : nil
  }

  /// RFC 9083 §6.
  private static func error(_ code: Int) -> String {
    #"{"rdapConformance":["rdap_level_0"],"errorCode":\#(code)}"#
  }

  private static func answer(_ status: String, _ body: String) -> [UInt8] {
    let head = [
      "HTTP/1.1 " + status, "Content-Type: application/rdap+json",
      "Content-Length: \(body.utf8.count)", "Connection: close", "", "",
    ]
    return Array((head.joined(separator: "\r\n") + body).utf8)
  }
}

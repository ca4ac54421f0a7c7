import Foundation

/// A person or company in an RDAP answer (RFC 9083 §5.1); only registrars are used.
struct RDAPEntity: Decodable {
  private var roles: [String]?
  private var publicIds: Lenient<[Lenient<PublicID>]>?
  private var vcardArray: Lenient<[VCardValue]>?
  private var links: Lenient<[Lenient<Link>]>?
  private var handle: Lenient<String>?

  private struct PublicID: Decodable {
    let type: String
    let identifier: String
  }
  private struct Link: Decodable {
    let rel: String?
    let href: String?
  }

  /// The registrar; nil when the entity has another role.
  var registrar: Registrar? {
    guard roles?.contains("registrar") == true else { return nil }
    let identifier = publicIds?.value?.lazy.compactMap(\.value)
      .first { $0.type.lowercased() == "iana registrar id" }?.identifier
    let about = links?.value?.lazy.compactMap(\.value).first { $0.rel == "about" }?.href
    guard let name = text("fn") ?? text("org") ?? handle?.value else { return nil }
    return Registrar(
      name: name, ianaID: identifier.flatMap { Int($0) }, url: text("url") ?? about,
      country: country)
  }

  /// Properties of the card: arrays of name, parameters, type and value (RFC 7095 §3.3).
  private var properties: [[VCardValue]] {
    guard let card = vcardArray?.value, card.count > 1, case .list(let items) = card[1] else {
      return []
    }
    return items.prefix(64).compactMap { if case .list(let parts) = $0 { parts } else { nil } }
  }

  private func property(_ name: String) -> [VCardValue]? {
    properties.first { $0.count > 3 && $0[0] == .text(name) }
  }

  private func text(_ name: String) -> String? {
    guard case .text(let text)? = property(name)?[3], !text.isEmpty else { return nil }
    return text
  }

  /// RFC 8605 §3.1: `cc` holds the code; the last part of an address is the country in words.
  private var country: String? {
    guard let address = property("adr") else { return nil }
    if case .members(let parameters) = address[1], case .text(let code)? = parameters["cc"] {
      return Self.code(code)
    }
    guard case .list(let parts) = address[3], parts.count == 7, case .text(let word) = parts[6]
    else { return nil }
    return Self.code(word)
  }

  /// Two letters only: names of countries are not guessed at.
  private static func code(_ text: String) -> String? {
    let code = text.uppercased()
    return code.utf8.count == 2 && code.utf8.allSatisfy { (65...90).contains($0) } ? code : nil
  }
}

/// What may stand in a card: text, lists and parameters; everything else does not matter.
enum VCardValue: Decodable, Equatable {
  case text(String)
  case list([VCardValue])
  case members([String: VCardValue])
  case other

  init(from decoder: any Decoder) throws {
    if let container = try? decoder.singleValueContainer() {
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let list = try? container.decode([VCardValue].self) {
        self = .list(list)
      } else if let members = try? container.decode([String: VCardValue].self) {
        self = .members(members)
      } else {
        self = .other
      }
    } else {
      self = .other
    }
  }
}

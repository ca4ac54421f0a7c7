import DNS

extension RecordExport {
  /// Resources for Tencent Cloud's provider: `tencentcloud_dnspod_record`.
  var tencentCloudResources: String {
    let blocks = items.compactMap { item -> String? in
      let record = item.record
      var attributes: [(String, String)] = [
        ("domain", HCL.quoted(zone.withoutFinalDot)),
        ("sub_domain", HCL.quoted(record.name.hostLabel(in: zone))),
        ("record_type", HCL.quoted(record.type.name)),
        // The name of the line that answers everybody, as the API has it.
        ("record_line", HCL.quoted("默认")),
      ]
      switch record.data {
      case .mx(let preference, let exchange):
        attributes += [("value", HCL.quoted(exchange.description)), ("mx", String(preference))]
      case .name(let target): attributes.append(("value", HCL.quoted(target.description)))
      case .txt: attributes.append(("value", HCL.quoted(record.plainText)))
      default: return nil
      }
      attributes.append(("ttl", String(record.ttl)))
      return HCL.resource("tencentcloud_dnspod_record", named: label(item), attributes)
    }
    return comments("#") + blocks.joined(separator: "\n")
  }

  /// Resources for Cloudflare's provider, which has changed their name.
  func cloudflareResources(_ type: String) -> String {
    let blocks = items.compactMap { item -> String? in
      let record = item.record
      var attributes: [(String, String)] = [
        ("zone_id", "var.cloudflare_zone_id"),
        ("name", HCL.quoted(record.name.withoutFinalDot)),
        ("type", HCL.quoted(record.type.name)),
      ]
      switch record.data {
      case .mx(let preference, let exchange):
        attributes += [
          ("content", HCL.quoted(exchange.withoutFinalDot)), ("priority", String(preference)),
        ]
      case .name(let target):
        attributes += [("content", HCL.quoted(target.withoutFinalDot)), ("proxied", "false")]
      // The API wants the strings in quotes, as a zone file has them.
      case .txt: attributes.append(("content", HCL.quoted(record.presentation)))
      default: return nil
      }
      attributes.append(("ttl", String(record.ttl)))
      return HCL.resource(type, named: label(item), attributes)
    }
    let variable = "variable \"cloudflare_zone_id\" {\n  type = string\n}\n"
    return comments("#") + ([variable] + blocks).joined(separator: "\n")
  }

  /// A name for a resource: the record's name and id, in characters that HCL takes.
  private func label(_ item: Item) -> String {
    let text = item.record.name.withoutFinalDot + "_" + item.id
    let plain = text.map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? String(character) : "_"
    }
    return "r_" + plain.joined()
  }
}

/// The configuration language of Terraform.
enum HCL {
  /// A block whose equals signs stand in one column, as `terraform fmt` puts them.
  static func resource(
    _ type: String, named name: String, _ attributes: [(name: String, value: String)]
  ) -> String {
    let width = attributes.map(\.name.count).max() ?? 0
    let lines = attributes.map { name, value in
      "  \(name)\(String(repeating: " ", count: width - name.count)) = \(value)\n"
    }
    return "resource \"\(type)\" \"\(name)\" {\n\(lines.joined())}\n"
  }

  /// A text as a quoted template in which nothing is computed: `${` and `%{` begin that.
  static func quoted(_ text: String) -> String {
    var shown = ""
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"", "\\": shown += "\\\(scalar)"
      case "$" where scalars.first == "{", "%" where scalars.first == "{":
        shown += "\(scalar)\(scalar)"
      case "\n": shown += "\\n"
      case "\r": shown += "\\r"
      case "\t": shown += "\\t"
      default: shown += scalar.isWritable ? String(scalar) : scalar.escaped
      }
    }
    return "\"\(shown)\""
  }
}

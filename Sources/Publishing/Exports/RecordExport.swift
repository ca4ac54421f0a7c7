public import DNS
import Playbook

/// Records of one zone, ready to be written for another tool.
public struct RecordExport: Sendable {
  /// A record with a name for tools that want one.
  public struct Item: Sendable {
    /// The record's id in its playbook.
    public let id: String
    /// The record.
    public let record: ResourceRecord

    /// A record with its name.
    public init(id: String, _ record: ResourceRecord) {
      self.id = id
      self.record = record
    }
  }

  /// The zone that holds the records.
  public let zone: DNSName
  /// The records; of other types than MX, TXT and CNAME nothing is written.
  public let items: [Item]
  /// Sentences for people, written as comments where the format has such.
  public let remarks: [String]

  /// Records to write.
  public init(zone: DNSName, items: [Item], remarks: [String] = []) {
    self.zone = zone
    self.items = items
    self.remarks = remarks.map(Self.oneLine)
  }

  /// What has to be added or changed at the zone's DNS host.
  public init(_ changes: [RecordChange], zone: DNSName, remarks: [String] = []) {
    let items = changes.filter { [.add, .replace].contains($0.action) }.compactMap { change in
      change.record.map { Item(id: change.planned.id, $0) }
    }
    self.init(zone: zone, items: items, remarks: remarks)
  }

  /// The text of the file, its last line ended.
  public func text(_ format: ExportFormat) throws(ExportError) -> String {
    switch format {
    case .bind: zoneFile
    case .cloudflare: cloudflareZoneFile
    case .dnspod: try dnspodTable()
    case .terraformTencentCloud: tencentCloudResources
    case .terraformCloudflare: cloudflareResources("cloudflare_dns_record")
    case .terraformCloudflare4: cloudflareResources("cloudflare_record")
    case .octoDNS: octoDNSZone
    case .dnsControl: dnsControlDomain
    }
  }

  /// The remarks behind a comment sign.
  func comments(_ sign: String) -> String { remarks.map { "\(sign) \($0)\n" }.joined() }

  /// A remark must not end the comment that it is in.
  private static func oneLine(_ remark: String) -> String {
    String(
      String.UnicodeScalarView(
        remark.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .lineSeparator, .paragraphSeparator: " "
          default: scalar
          }
        }))
  }
}

extension ResourceRecord {
  /// The text of a TXT as characters.
  var plainText: String { String(decoding: text ?? [], as: UTF8.self) }
}

import DNS

extension RecordExport {
  /// A part of a zone file (RFC 1035 §5.1), names below the zone.
  var zoneFile: String {
    let lines = items.map { item in
      let record = item.record
      return
        "\(record.name.hostLabel(in: zone)) \(record.ttl) IN \(record.type) \(record.presentation)\n"
    }
    return comments(";") + "$ORIGIN \(zone)\n" + lines.joined()
  }

  /// What Cloudflare imports: full names, and aliases kept out of its proxy, so that a mail
  /// service sees their targets.
  var cloudflareZoneFile: String {
    let lines = items.map { item in
      let record = item.record
      let tag = record.type == .cname ? " ; cf_tags=cf-proxied:false" : ""
      return "\(record.name)\t\(record.ttl)\tIN\t\(record.type)\t\(record.presentation)\(tag)\n"
    }
    return comments(";;") + lines.joined()
  }
}

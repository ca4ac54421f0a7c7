import Lab

/// One lab for the whole target; it ends with this process.
enum SharedLab {
  private static let start = Task { try await Lab(zones: zones) }

  /// The lab, started by whoever asks first.
  static var lab: Lab { get async throws { try await start.value } }

  /// The zone in which the wizard's journey in a language takes place.
  static func journeyZone(_ language: String) -> String { "journey-\(language).com" }

  /// The zone in which somebody waits before the screen, in a language.
  static func roundsZone(_ language: String) -> String { "rounds-\(language).com" }

  /// The zone whose answers are in a cache when somebody leaves, in a language.
  static func waitingZone(_ language: String) -> String { "waiting-\(language).com" }

  /// The standard zones, and those for the journeys in each language.
  private static func zones(_ addresses: LabAddresses) -> [LabZone] {
    let own = Words.codes.flatMap { [journeyZone($0), roundsZone($0), waitingZone($0)] }
    let names = own + [roundsZone("accessible"), hostileZone, mailboxZone]
    let standard = LabZone.standard(addresses).map { zone in
      guard zone.name == "com" else { return zone }
      var zone = zone
      for name in names {
        zone.records += "\(name). NS f1g1ns1.dnspod.net.\n\(name). NS f1g1ns2.dnspod.net.\n"
      }
      return zone
    }
    return standard
      + names.map { name in
        let records =
          switch name {
          case hostileZone: LabZone.sender(spf: hostileSPF)
          case mailboxZone: mailboxRecords
          default: ""
          }
        return LabZone(name, records: LabZone.hostedNS + records)
      }
  }

  /// A domain with mailboxes at Google, a strong DMARC policy, and the rest of the records.
  static let mailboxZone = "mailbox.com"
  private static let mailboxRecords =
    LabZone.sender(without: [.mx, .dmarc])
      + """
      @ MX 5 alt1.aspmx.l.google.com.
      @ MX 1 aspmx.l.google.com.
      _dmarc TXT "v=DMARC1; p=reject"

      """

  /// A domain whose SPF record clears the screen and sets the window's title.
  static let hostileZone = "hostile.com"
  private static let hostileSPF = #"v=spf1 \027[2J\027]0;title\007 \194\155 -all"#
}

extension Lab {
  /// The options that lead the program into the lab.
  var options: [String] {
    [
      "--server", "\(resolver.address)#\(resolver.port)", "--root-hints", rootHints,
      "--dns-port", "\(port)",
    ]
  }

  /// The key of the lab's senders as one value.
  static var dkimValue: String { LabZone.dkim.joined() }
}

extension MailboxProvider {
  /// What the provider calls itself, the same in every language: `Google Workspace`.
  public var name: String {
    Self.ownNames[id]
      ?? id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }

  /// Names that are not just the words of the id.
  private static let ownNames = [
    "icloud-mail": "iCloud Mail", "mailbox-org": "mailbox.org", "qq-mail": "QQ Mail",
    "netease-mail": "NetEase Mail", "naver-works": "NAVER WORKS", "line-works": "LINE WORKS",
    "yahoo-japan-mail": "Yahoo! JAPAN Mail", "mail-ru": "Mail.ru",
    "godaddy-email": "GoDaddy Email", "ovh-mail": "OVHcloud", "ionos-mail": "IONOS",
    "improvmx": "ImprovMX", "tencent-ses": "Tencent Cloud SES",
    "alibaba-directmail": "Alibaba Cloud Direct Mail", "amazon-ses": "Amazon SES",
    "sendgrid": "SendGrid", "kirim-email": "KIRIM.EMAIL",
  ]
}

extension MailboxProvider {
  /// The name of the provider with an id; the id itself for one that is not known.
  public static func named(_ id: String) -> String { known.first { $0.id == id }?.name ?? id }
}

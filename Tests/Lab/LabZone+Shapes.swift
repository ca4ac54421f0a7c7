extension LabZone {
  /// Sender domains as they are found in the world, with nothing wrong.
  static var shapes: [LabZone] {
    [workspace, office, proxied, amazon, wildcards, delegatedSender, delegatedSenderZone, verbose]
  }

  private static func zone(_ name: String, _ records: String) -> LabZone {
    LabZone(name, records: hostedNS + records)
  }

  /// A company with Google Workspace; the sender is `mail`.
  private static var workspace: LabZone {
    zone(
      "shape-workspace.com",
      """
      @ A 127.53.9.1
      www CNAME shape-workspace.com.
      @ MX 1 smtp.google.com.
      @ TXT "v=spf1 include:_spf.google.com ~all"
      @ TXT "google-site-verification=0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"
      google._domainkey TXT "v=DKIM1; k=rsa; p=" "\(dkim[0].dropFirst(18))" "\(dkim[1])"
      _dmarc TXT "v=DMARC1; p=reject; rua=mailto:dmarc@shape-workspace.com; pct=100"

      """ + sender(at: "mail"))
  }

  /// A company with Microsoft 365; the sender is `news`.
  private static var office: LabZone {
    zone(
      "shape-office.com",
      """
      @ MX 0 shape-office-com.mail.protection.outlook.com.
      @ TXT "MS=ms12345678"
      @ TXT "v=spf1 include:spf.protection.outlook.com -all"
      autodiscover CNAME autodiscover.outlook.com.
      selector1._domainkey CNAME selector1-shape-office-com._domainkey.outlook.com.
      selector2._domainkey CNAME selector2-shape-office-com._domainkey.outlook.com.
      _dmarc TXT "v=DMARC1; p=quarantine; sp=none; rua=mailto:dmarc@shape-office.com"

      """ + sender(at: "news"))
  }

  /// A site behind a proxy, with the tokens of many services; the sender is the domain itself.
  private static var proxied: LabZone {
    zone(
      "shape-proxied.com",
      """
      @ A 104.16.1.1
      @ AAAA 2606:4700::6810:101
      www A 104.16.1.1
      * A 104.16.1.1
      @ CAA 0 issue "letsencrypt.org"
      @ TXT "facebook-domain-verification=0123456789abcdef"
      @ TXT "atlassian-domain-verification=\\"quoted\\""
      @ TXT "some text \u{2013} with a dash; and; semicolons"

      """ + sender())
  }

  /// Amazon SES beside Tencent SES; the sender is the domain itself.
  private static var amazon: LabZone {
    zone(
      "shape-amazon.com",
      ["one", "two", "three"].map { "\($0)._domainkey CNAME \($0).dkim.amazonses.com.\n" }.joined()
        + """
        send MX 10 feedback-smtp.us-east-1.amazonses.com.
        send TXT "v=spf1 include:amazonses.com ~all"

        """ + sender(spf: "v=spf1 include:amazonses.com include:qcloudmail.com ~all"))
  }

  /// Wildcards of every kind beside the sender's own records.
  private static var wildcards: LabZone {
    zone(
      "shape-wildcard.com",
      "* A 127.53.9.2\n* MX 10 mxbiz2.qq.com.\n* TXT \"anything\"\n*._domainkey TXT \"v=DKIM1; p=\"\n"
        + sender())
  }

  /// The sender `mail` is a zone of its own.
  private static var delegatedSender: LabZone {
    zone(
      "shape-delegated.com",
      "@ TXT \"v=spf1 -all\"\n@ MX 0 .\nmail NS f1g1ns1.dnspod.net.\nmail NS f1g1ns2.dnspod.net.\n")
  }

  private static var delegatedSenderZone: LabZone {
    zone("mail.shape-delegated.com", sender())
  }

  /// Legal, but unlike the values in the console: more tags, more spaces, other letter case.
  private static var verbose: LabZone {
    zone(
      "shape-verbose.com",
      """
      @ MX 5 MXBIZ1.QQ.COM.
      @ MX 7 mx.shape-verbose.com.
      mx A 127.53.9.3
      @ TXT "V=SPF1 mx  include:QCLOUDMAIL.com   -all"
      _dmarc TXT "v=DMARC1;p=quarantine; adkim=r; aspf=r; " "rua=mailto:a@shape-verbose.com;"
      qcloud._domainkey TXT "v=DKIM1; h=sha256; k=rsa; s=email; p=\(dkim[0].dropFirst(18))" "\(dkim[1])"

      """)
  }

  /// The mail services that the shapes name.
  static var neighbours: [LabZone] {
    [
      zone(
        "google.com", "smtp A 127.53.4.1\n_spf TXT \"v=spf1 ip4:127.53.4.0/24 ~all\"\n"),
      zone(
        "outlook.com",
        """
        autodiscover A 127.53.5.1
        spf.protection TXT "v=spf1 ip4:127.53.5.0/24 -all"
        shape-office-com.mail.protection A 127.53.5.2
        \(dkimRecord(at: "selector1-shape-office-com._domainkey"))
        \(dkimRecord(at: "selector2-shape-office-com._domainkey"))

        """),
      zone(
        "amazonses.com",
        "@ TXT \"v=spf1 ip4:127.53.6.0/24 -all\"\nfeedback-smtp.us-east-1 A 127.53.6.1\n"
          + ["one", "two", "three"].map { dkimRecord(at: "\($0).dkim") }.joined()),
    ]
  }
}

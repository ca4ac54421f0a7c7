extension MailboxProvider {
  /// The providers whose mail servers are told apart, by the names that they publish.
  public static let known: [MailboxProvider] = [
    .init("google-workspace", .mailbox, "smtp.google.com", "l.google.com", "googlemail.com"),
    .init(
      "microsoft-365", .mailbox, "protection.outlook.com", "mail.eo.outlook.com", "mx.microsoft",
      "protection.partner.outlook.cn"),
    .init(
      "zoho-mail", .mailbox, "zoho.com", "zoho.eu", "zoho.in", "zoho.jp", "zoho.com.au",
      "zoho.com.cn", "zohocloud.ca"),
    .init("fastmail", .mailbox, "messagingengine.com"),
    .init("proton-mail", .mailbox, "protonmail.ch"),
    .init("icloud-mail", .mailbox, "mail.icloud.com"),
    .init("tuta", .mailbox, "mail.tutanota.de"),
    .init("mailbox-org", .mailbox, "mailbox.org"),
    .init("migadu", .mailbox, "migadu.com"),
    .init("rackspace-email", .mailbox, "emailsrvr.com"),
    .init("titan-email", .mailbox, "titan.email"),
    .init("lark-mail", .mailbox, "larksuite.com", "feishu.cn"),

    .init("tencent-exmail", .mailbox, "mxbiz1.qq.com", "mxbiz2.qq.com"),
    .init("qq-mail", .mailbox, "mx1.qq.com", "mx2.qq.com", "mx3.qq.com"),
    .init("alibaba-mail", .mailbox, "qiye.aliyun.com", "mxhichina.com"),
    .init("netease-mail", .mailbox, "mxmail.netease.com"),
    .init("naver-works", .mailbox, "worksmobile.com"),
    .init(
      "line-works", .mailbox, "jp1-aspmx1.worksmobile.com", "jp1-aspmx2.worksmobile.com"),
    .init("yahoo-japan-mail", .mailbox, "mail.yahoo.co.jp"),
    .init("sakura-internet", .mailbox, "sakura.ne.jp"),
    .init("lolipop", .mailbox, "lolipop.jp"),
    .init("xserver", .mailbox, "xserver.jp"),
    .init("heteml", .mailbox, "heteml.jp"),
    .init("yahoo-mail", .mailbox, "yahoodns.net"),
    .init("yandex-mail", .mailbox, "mx.yandex.net", "mx.yandex.ru"),
    .init("mail-ru", .mailbox, "emx.mail.ru", "mxs.mail.ru"),

    .init("godaddy-email", .mailbox, "secureserver.net"),
    .init("namecheap-private-email", .mailbox, "privateemail.com"),
    .init("ovh-mail", .mailbox, "mail.ovh.net", "mail.ovh.ca"),
    .init("ionos-mail", .mailbox, "kundenserver.de", "ionos.com", "ionos.de", "ionos.co.uk"),
    .init("gandi-mail", .mailbox, "mail.gandi.net"),
    .init("hostinger-mail", .mailbox, "hostinger.com"),

    .init("cloudflare-email-routing", .forwarding, "mx.cloudflare.net"),
    .init("improvmx", .forwarding, "improvmx.com"),
    .init("forward-email", .forwarding, "forwardemail.net"),
    .init("namecheap-forwarding", .forwarding, "registrar-servers.com"),

    .init("proofpoint", .gateway, "pphosted.com", "ppe-hosted.com"),
    .init("mimecast", .gateway, "mimecast.com"),
    .init("barracuda", .gateway, "barracudanetworks.com"),

    .init("tencent-ses", .sender, "mxbiz1.qq.com"),
    .init("alibaba-directmail", .sender, "dm.aliyun.com"),
    .init("amazon-ses", .sender, "amazonses.com"),
    .init("mailgun", .sender, "mailgun.org"),
    .init("sendgrid", .sender, "mx.sendgrid.net"),
    .init("kirim-email", .sender, "mx.kirimemail.com"),
  ]

  private init(_ id: String, _ kind: Kind, _ suffixes: String...) {
    self.init(id: id, kind: kind, suffixes: suffixes)
  }
}

extension LabZone {
  /// Sender domains with aliases, and one with a wildcard.
  static var aliases: [LabZone] {
    func zone(_ name: String, _ records: String) -> LabZone {
      LabZone(name, records: hostedNS + records)
    }
    let chain = (1...9).map { "hop\($0) CNAME hop\($0 + 1)\n" }.joined()
    return [
      zone(
        "alias.com",
        sender(without: [.dkim]) + "qcloud._domainkey CNAME qcloud._domainkey.healthy.com.\n"),
      zone(
        "cnameloop.com",
        sender(without: [.dkim]) + "qcloud._domainkey CNAME back\nback CNAME qcloud._domainkey\n"),
      // Ten links.
      zone(
        "cnamelong.com",
        sender(without: [.dkim]) + "qcloud._domainkey CNAME hop1\n" + chain
          + dkimRecord(at: "hop10")),
      // One target does not exist, the other has no record of the type.
      zone(
        "dangling.com",
        sender(without: [.dkim, .dmarc])
          + "qcloud._domainkey CNAME gone.healthy.com.\n_dmarc CNAME mxbiz1.qq.com.\n"),
      zone(
        "dname.com", sender(without: [.dkim]) + "_domainkey DNAME _domainkey.healthy.com.\n"),
      // The sender is mail.cnameblocks.com; what stands below the alias is in order.
      zone(
        "cnameblocks.com",
        "mail CNAME mxbiz1.qq.com.\n" + sender() + sender(at: "mail", without: [.mx, .spf])),
      zone("wild.com", sender(without: [.dkim, .dmarc]) + "* TXT \"v=spf1 -all\"\n"),
    ]
  }
}

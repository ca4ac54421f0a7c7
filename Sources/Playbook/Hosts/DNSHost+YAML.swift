extension DNSHost {
  /// Reads a list of hosts such as `Playbooks/dns-hosts.yaml`; throws every fault of it at once.
  ///
  /// `file` only names the file in the faults.
  public static func read(yaml: String, file: String) throws(PlaybookFaults) -> [DNSHost] {
    var faults = FaultList()
    if let root = YAMLDocument.root(of: yaml, faults: &faults) {
      var reader = DNSHostReader(faults: faults)
      let hosts = reader.hosts(root)
      if reader.faults.isEmpty { return hosts }
      faults = reader.faults
    }
    throw PlaybookFaults(file: file, faults: faults.sorted)
  }
}

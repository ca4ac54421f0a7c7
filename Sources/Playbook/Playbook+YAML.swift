extension Playbook {
  /// Reads a playbook; throws every fault of the file at once.
  ///
  /// `file` only names the file in the faults. After a fault that leaves no structure (no YAML,
  /// too big, aliases) there is that fault alone.
  public init(yaml: String, file: String) throws(PlaybookFaults) {
    var faults = FaultList()
    if let root = YAMLDocument.root(of: yaml, faults: &faults) {
      var reader = PlaybookReader(faults: faults)
      let playbook = reader.playbook(root)
      if let playbook, reader.faults.isEmpty {
        self = playbook
        return
      }
      faults = reader.faults
    }
    throw PlaybookFaults(file: file, faults: faults.sorted)
  }
}

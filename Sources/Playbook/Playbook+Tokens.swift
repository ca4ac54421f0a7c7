import DNS

extension Playbook {
  /// Whether an answer is a token of one account: only records that prove to the service whose
  /// domain it is hold it.
  public func isToken(_ input: String) -> Bool {
    let uses = records.filter { $0.name.inputs.contains(input) || $0.value.inputs.contains(input) }
    return !uses.isEmpty && uses.allSatisfy { $0.purpose == .other && $0.type == .txt }
  }
}

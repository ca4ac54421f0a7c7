import MailAuth
import Playbook

extension Input {
  /// Why an answer that holds a DKIM key cannot be published; nil when it can, or holds none.
  ///
  /// A key that was cut off, or a private one, is told from a sound one here, before anybody has
  /// put it into the DNS.
  public func keyFault(in answer: String) -> DKIMKeyFault? {
    guard kind == .recordValue, keyTag == "p" else { return nil }
    return DKIMKeyVerdict.faults(in: Array(answer.utf8)).first { fault in
      switch fault {
      case .syntax, .key: true
      default: false
      }
    }
  }
}

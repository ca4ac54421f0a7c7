import DNS
import Foundation
import MailAuth
import Playbook

extension FuzzTarget {
  /// A DKIM record as people paste it from a console, a zone file or a mail.
  static let dkimPaste = FuzzTarget("dkim-paste") { octets in
    guard let input = try shippedPlaybook().input("dkimValue"),
      let answer = try answer(octets, input)
    else { return false }
    guard let record = try? DKIMKeyRecord(parsing: answer) else { return true }
    _ = try? DKIMPublicKey(record)
    return true
  }

  /// Any text as the answer to any question of the wizard.
  static let typedAnswer = FuzzTarget("typed-answer") { octets in
    var isTaken = false
    for input in try shippedPlaybook().inputs {
      if try answer(octets, input) != nil { isTaken = true }
    }
    return isTaken
  }

  /// An answer that was read is read again without change, and nothing in it is invisible.
  private static func answer(_ octets: [UInt8], _ input: Input) throws -> String? {
    let typed = String(decoding: octets, as: UTF8.self)
    let domain = try DNSName("mail.example.com")
    guard let answer = try? input.answer(typed, domain: domain) else { return nil }
    try hold(
      (try? input.answer(answer, domain: domain)) == answer, "\(input.id) changes: \(answer)")
    try hold(!answer.unicodeScalars.contains(where: isControl), "\(input.id) with a control")
    return answer
  }

  private static func shippedPlaybook() throws -> Playbook { try shipped.get() }
  private static let shipped = Result {
    try PlaybookStore(resources: FuzzTarget.repository).load("tencent-ses")
  }
}

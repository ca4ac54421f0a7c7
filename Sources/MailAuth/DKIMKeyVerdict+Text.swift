extension DKIMKeyVerdict {
  /// What is wrong with the text of a key record that is yet to be published; nothing is looked up.
  public static func faults(in text: [UInt8]) -> [DKIMKeyFault] {
    var judged = DKIMKeyJudgement(expected: nil)
    judged.read(text)
    return judged.faults
  }
}

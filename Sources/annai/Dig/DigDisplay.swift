import DNS

/// What of an answer is printed.
struct DigDisplay: Equatable {
  var parts = MessageParts.all
  var columns = RecordColumns()
  /// Time, server and size under the answer.
  var showsStatistics = true
  /// The line in front of the first answer that repeats the command.
  var showsCommand = true
  /// `+short`: only the data of the answers.
  var isShort = false

  /// `+all` and `+noall`; neither is about `+short`.
  mutating func setAll(_ isOn: Bool) {
    parts = isOn ? .all : []
    showsStatistics = isOn
    showsCommand = isOn
  }

  /// `+trace` shows referrals and answers and no more, unless a later word says otherwise.
  mutating func setTrace() {
    parts = [.answer, .authority]
    showsStatistics = false
  }

  mutating func set(_ part: MessageParts, _ isOn: Bool) {
    if isOn { parts.insert(part) } else { parts.remove(part) }
  }
}

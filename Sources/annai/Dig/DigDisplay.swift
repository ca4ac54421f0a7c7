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
  /// `+identify`: which server answered, where no statistics say so.
  var showsServer = false
  /// `-u`: times in microseconds.
  var hasMicroseconds = false

  /// `+all` and `+noall`; neither is about `+short`.
  mutating func setAll(_ isOn: Bool) {
    parts = isOn ? .all : []
    showsStatistics = isOn
    showsCommand = isOn
  }

  /// `+short` switches everything else off; `+noshort` does not bring it back.
  mutating func setShort(_ isOn: Bool) {
    isShort = isOn
    guard isOn else { return }
    parts = .answer
    showsStatistics = false
    showsCommand = false
    columns.style.showsComments = false
  }

  /// `+trace` shows referrals and answers and no more, unless a later word says otherwise.
  mutating func setTrace() {
    parts.subtract([.comments, .question, .additional])
    parts.insert(.authority)
    showsStatistics = false
    showsServer = true
    columns.style.showsComments = nil
  }

  mutating func set(_ part: MessageParts, _ isOn: Bool) {
    if isOn { parts.insert(part) } else { parts.remove(part) }
  }
}

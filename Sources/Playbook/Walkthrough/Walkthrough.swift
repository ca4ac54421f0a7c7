/// A run of a playbook written down: what the person answers and does, and what has to come of it.
///
/// It holds no sentences: what is said stands in the tables, so it plays in every language.
public struct Walkthrough: Sendable, Equatable {
  /// The name of the file without its ending.
  public let id: String
  /// The table key of its title.
  public let title: String
  /// The id of the playbook that is followed.
  public let playbook: String
  /// Where it takes place.
  public let world: World
  /// What happens, in order.
  public let steps: [Step]

  /// The longest file that is read, in octets.
  public static let largestFile = 256 * 1024
  /// The most steps: nobody reads more, and each of them may look at the DNS.
  static let mostSteps = 500

  /// A walkthrough from its parts.
  public init(id: String, title: String, playbook: String, world: World, steps: [Step]) {
    self.id = id
    self.title = title
    self.playbook = playbook
    self.world = world
    self.steps = steps
  }

  /// Where a walkthrough takes place.
  public enum World: Sendable, Equatable {
    /// In the practice scenario with this id.
    case practice(String)
    /// On what a case file holds; the path is relative to the walkthrough's own folder.
    case caseFile(String)
    /// On the Internet, with a domain of somebody's own.
    case live
  }

  /// One thing that happens.
  public struct Step: Sendable, Equatable {
    /// The line in the file, from 1.
    public let line: Int
    /// What happens.
    public let action: Action

    /// A step from its parts.
    public init(line: Int, action: Action) {
      self.line = line
      self.action = action
    }
  }

  /// What a person does, what the world does, or what has to be seen.
  public enum Action: Sendable, Equatable {
    /// The text at this table key is said to the reader.
    case say(String)
    /// A question is answered; without a value, as the world or the playbook proposes. With
    /// `isRefused`, the answer has to be refused with a reason.
    case answer(question: String, value: String?, isRefused: Bool)
    /// The person adds records in the console of the DNS host; none named means all of them.
    case add([String])
    /// Lines of zone text: records that the person adds besides, names below the registered domain.
    case publish([String])
    /// annai looks at the DNS.
    case check
    /// The scenario goes on: a mistake is put right, a hold is lifted.
    case next
    /// Time passes; nil for as long as the last look said.
    case advance(seconds: Int?)
    /// The person lets the service verify.
    case submit
    /// What has to be true now.
    case expect(Expectation)
  }
}

import Diagnosis
import Foundation
import Playbook
import Wizard

/// The playbook of the repository, found from this file, and answers to it.
enum Sample {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func playbook() throws -> Playbook {
    try PlaybookStore(resources: root).load("tencent-ses")
  }

  /// What a person types, in the order of the questions; the last one deliberately nothing.
  static let typed: [(question: String, text: String)] = [
    ("domain", "Mail.Example.COM"), ("dkimHost", "qcloud._domainkey.mail"),
    ("dkimValue", "v=DKIM1; k=rsa; p=MIGfMA0="), ("mailServer", ""), ("reportAddress", ""),
  ]

  /// Every place of `tencent-ses`, in order.
  static let path: [Position] =
    typed.map { .question($0.question) } + [.records, .verify, .review, .finished]

  /// A new journey at its first question.
  static func start() throws -> Journey {
    Journey.start(try playbook(), id: "0a1b2c3d", practice: nil, at: 1000)
  }

  /// A journey on which everything was done that comes before `position`.
  static func journey(at position: Position) throws -> Journey {
    var journey = try start()
    for (index, place) in path.enumerated() where place != position {
      guard journey.run.position == place else { break }
      journey.pass(at: 1001 + index)
    }
    return journey
  }
}

extension Journey {
  /// Does what the place asks for.
  mutating func pass(at now: Int) {
    switch run.position {
    case .question(let id):
      let text = Sample.typed.first { $0.question == id }?.text ?? ""
      guard let value = try? read(text, for: id) as String?? else { return }
      take(.answered(value, text.isEmpty ? .standard : .typed), at: now)
    case .verify: take(.checked(.verified), at: now)
    case .records, .review, .finished: take(.accepted, at: now)
    }
  }
}

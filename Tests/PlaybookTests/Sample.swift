@testable import Playbook

/// A small playbook without mistakes, and what is wrong with changed copies of it.
enum Sample {
  static let yaml = """
    id: sample
    service: name
    document:
      url: https://mail.example.net/guide
      version: "1"
      pages: {en: [mx]}
    limits:
      verification: {minimum: 60, maximum: 600}
      statuses: [pending, done]
    links:
      console: https://mail.example.net/
    labels:
      button: {en: Go, ja: 進む}
    inputs:
      - id: domain
        kind: domain
        required: true
        example: a.example
      - id: key
        kind: recordValue
        required: true
        keyTag: p
        example: p=AAAA
      - id: report
        kind: mailAddress
        required: false
        example: me@a.example
        refused: [xxx@163.com]
    records:
      - id: mx
        purpose: mx
        type: MX
        name: "{domain}"
        value: mx.example.net
        priority: 10
      - id: dkim
        purpose: dkim
        type: TXT
        name: s._domainkey.{domain}
        value: "{key}[ {report}]"
    steps:
      - id: create
        labels: [button]
        parts: [{ask: domain}, {tell: step.create.do.1}, {ask: key}]
      - id: record
        parts: [{ask: report}, {records: show}]
      - id: verify
        parts: [{records: check}, {note: note.wait}]
      - id: submit
        parts: [{tell: step.submit.do.1}]
    """

  /// The sample with one text in place of another, which must be there exactly once.
  static func changed(_ old: String, to new: String) -> String {
    let parts = yaml.split(separator: old, omittingEmptySubsequences: false)
    precondition(parts.count == 2, "the sample must hold this once: \(old)")
    return parts.joined(separator: new)
  }

  static func faults(in yaml: String) -> [PlaybookFault] {
    do {
      _ = try Playbook(yaml: yaml, file: "sample.yaml")
      return []
    } catch {
      return error.faults
    }
  }
}

/// One fault as tests write it.
func fault(
  _ line: Int, _ column: Int, _ path: String, _ code: PlaybookFault.Code
) -> PlaybookFault {
  PlaybookFault(line: line, column: column, path: path, code: code)
}

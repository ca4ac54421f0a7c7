@testable import Playbook

/// A small playbook with a choice on which a question and records hang.
enum ChoiceSample {
  static let yaml = """
    id: choices
    service: name
    document: {url: "https://mail.example.net/guide"}
    links: {console: "https://mail.example.net/"}
    inputs:
      - {id: domain, kind: domain, required: true, example: a.example}
      - id: form
        kind: choice
        required: true
        options: [txt, cname]
      - id: key
        kind: recordValue
        required: true
        keyTag: p
        example: p=AAAA
        when: {form: txt}
      - id: alias
        kind: target
        required: true
        example: k.example.net
        when: {form: cname}
    records:
      - id: key
        purpose: dkim
        type: TXT
        name: s._domainkey.{domain}
        value: "{key}"
        when: {form: txt}
      - id: alias
        purpose: dkim
        type: CNAME
        name: s._domainkey.{domain}
        value: "{alias}"
        when: {form: cname} # of the record
        confidence: seen
      - {id: spf, purpose: spf, type: TXT, name: "{domain}", value: "v=spf1 include:a.example ~all"}
    steps:
      - {id: create, parts: [{ask: domain}, {ask: form}, {ask: key}, {ask: alias}]}
      - {id: record, parts: [{records: show}]}
      - {id: verify, parts: [{records: check}]}
      - {id: submit, parts: [{tell: step.submit.do.1}]}
    """

  static func playbook() throws -> Playbook { try Playbook(yaml: yaml, file: "choices.yaml") }

  /// The faults of the sample with one text in place of another, which must be there once, and the
  /// place at which `mark` then stands, which must be there once too.
  static func faults(
    changing old: String, to new: String, place mark: String
  ) -> (faults: [PlaybookFault], line: Int, column: Int) {
    let parts = yaml.split(separator: old, omittingEmptySubsequences: false)
    precondition(parts.count == 2, "the sample must hold this once: \(old)")
    let changed = parts.joined(separator: new)
    let around = changed.split(separator: mark, omittingEmptySubsequences: false)
    precondition(around.count == 2, "the changed sample must hold this once: \(mark)")
    let lines = around[0].split(separator: "\n", omittingEmptySubsequences: false)
    let place = (lines.count, (lines.last?.count ?? 0) + 1)
    do {
      _ = try Playbook(yaml: changed, file: "choices.yaml")
      return ([], place.0, place.1)
    } catch {
      return (error.faults, place.0, place.1)
    }
  }
}

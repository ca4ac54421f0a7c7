import DNS
import MailAuth

extension Rule {
  /// A sound key that is not the one that the mail service asks for.
  static let dkimKeyOther = Rule(
    "dkim-key-other", layer: .mailAuth, severity: .error, references: ["RFC 6376 3.6.1"],
    arguments: ["name", "expected", "observed"], explains: .sameRecord(["record-mismatch"]),
    broken: Example.dkim("v=DKIM1; k=rsa; p=\(Example.otherKey)"), fixed: Example()
  ) { evidence in
    evidence.dkimDrafts { sight in
      guard sight.verdict.key != nil else { return nil }
      switch sight.comparison {
      case .other, .caseChanged:
        return [
          "name": sight.name, "expected": .text(sight.expected.value), "observed": sight.observed,
        ]
      default: return nil
      }
    }
  }
}

extension Example {
  /// Another 1024-bit RSA public key, made for these examples.
  static let otherKey = """
    MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDW0w5ahoUk9YKA7qVXJrye3njetsGNnWjvXLi6\
    wPK80YYwzY6FnAJnjQaN2tXoomXkG4ec+A5cLhBEmrutDJ6yPZgE0CyEgbYziWuiJ1Fo6AqKTujY\
    M0e97GnguYyy34ckodZ/JDe/Zxh6bWIOq8xchS/rU7NH4JqhRssoKSAGgQIDAQAB
    """
}

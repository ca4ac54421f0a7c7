import DNS
import Diagnosis
import Foundation
import Registration

extension CheckDocument {
  /// How the domain is registered, and who was asked about it.
  struct RegistrationPart: Encodable {
    let status: String
    let source: String
    let codes: [String]
    let registrar: Nullable<String>
    let expiresOn: Nullable<String>
    let changedOn: Nullable<String>
    let dataOf: Nullable<String>
    let asked: [AskedPart]

    init(_ evidence: Evidence) {
      let verdict = evidence.registrationVerdict
      status = evidence.registrationStatus.rawValue
      source = verdict.source.rawValue
      codes = verdict.codes.map(\.code)
      registrar = Nullable(verdict.registrar?.name)
      expiresOn = Nullable(verdict.expiresOn?.day)
      changedOn = Nullable(verdict.changedOn?.day)
      dataOf = Nullable(verdict.dataOf?.day)
      asked = (evidence.registration ?? []).map(AskedPart.init)
    }
  }

  /// One service that was asked about the registered domain.
  struct AskedPart: Encodable {
    let source: String
    let speaker: String
    let server: Nullable<String>
    let at: String
    let result: String

    init(_ answer: RegistrationAnswer) {
      source = answer.source.rawValue
      speaker = answer.speaker.rawValue
      server = Nullable(answer.server.isEmpty ? nil : answer.server)
      at = Timestamp.text(answer.askedSeconds)
      result = answer.resultWord
    }
  }
}

extension CheckDocument.EvidencePart {
  /// What a registration service said, beside what the DNS said.
  init(_ answer: RegistrationAnswer) {
    question = "\(answer.domain) \(answer.source.rawValue.uppercased())"
    server = Nullable(answer.server.isEmpty ? nil : answer.server)
    address = ""
    self.answer = answer.evidenceText
    at = Timestamp.text(answer.askedSeconds)
  }
}

extension RegistrationAnswer {
  /// When the service was asked, in seconds since 1970 UTC.
  var askedSeconds: Int { Int(askedAt.timeIntervalSince1970) }

  /// The outcome in a word: `found`, `not-found`, or why there is no answer.
  var resultWord: String {
    switch result {
    case .found: "found"
    case .notFound: "not-found"
    case .failed(let failure): failure.code
    }
  }

  /// The statuses that the service gave, or else its own words as far as they fit on a line.
  fileprivate var evidenceText: String {
    if let data, !data.statuses.isEmpty { return data.statuses.map(\.code).joined(separator: " ") }
    guard case .failed(.unreadable) = result, let text else { return resultWord }
    return resultWord + ": " + String(text.prefix(Self.longestQuotation))
  }

  /// Unit: characters.
  private static let longestQuotation = 256
}

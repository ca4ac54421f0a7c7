import Foundation
import Testing

@testable import Playbook

@Suite struct TencentSESTableTests {
  let playbook: Playbook

  init() throws { playbook = try Shipped.playbook("tencent-ses") }

  @Test(arguments: Shipped.languages) func everyKeyHasItsText(language: String) throws {
    let table = try Shipped.table("tencent-ses", language)
    #expect(Set(table.texts.keys) == Set(playbook.messageKeys))
    #expect(table.texts.values.allSatisfy { !$0.isEmpty })
  }

  @Test(arguments: Shipped.languages) func placeholdersAreTheSame(language: String) throws {
    let english = try Shipped.table("tencent-ses", "en")
    for (key, text) in try Shipped.table("tencent-ses", language).texts {
      let declared = english.metadata[key]?["placeholders"] as? [String: Any] ?? [:]
      #expect(Shipped.placeholders(in: text) == Set(declared.keys), "\(key)")
    }
  }

  /// A step names its labels; the texts may use those, links, answers already given, and `count`.
  @Test func stepsDeclareTheLabelsTheyUse() throws {
    let texts = try Shipped.table("tencent-ses", "en").texts
    for step in playbook.steps {
      var used: Set<String> = []
      for key in step.parts.compactMap(\.key) {
        used.formUnion(Shipped.placeholders(in: texts[key] ?? ""))
      }
      #expect(used.intersection(playbook.labels.keys) == Set(step.labels), "\(step.id)")
      let others = used.subtracting(step.labels).subtracting(playbook.links.keys)
      #expect(others.isSubset(of: ["domain", "count", "shortest", "longest"]), "\(step.id)")
    }
    #expect(Set(playbook.steps.flatMap(\.labels)) == Set(playbook.labels.keys))
  }

  @Test func argumentsFillEveryLanguage() {
    for language in Shipped.languages + ["fr", "ja-jp"] {
      let names = Set(playbook.arguments(language: language).keys)
      #expect(names == Set(playbook.labels.keys).union(playbook.links.keys))
    }
  }

  /// The console's words as the service's documents print them, byte by byte.
  static let printed: [(id: String, en: String, indonesian: String, ko: String, ja: String)] = [
    ("senderDomainPage", "Sender Domain", "Domain Pengirim", "발신자 도메인", "送信ドメイン名"),
    ("createButton", "Create", "Create (Buat)", "도메인 생성", "新規作成"),
    ("verifyButton", "Verify", "Verify (Verifikasi)", "확인", "検証"),
    ("submitButton", "Submit", "Submit (Kirim)", "제출", "検証提出"),
    ("recordValue", "record value", "nilai catatan", "레코드 값", "レコード値"),
    ("dnspodConsole", "DNSPod console", "konsol DNSPod", "DNSPod 콘솔", "DNS解決DNSPodコンソール"),
    (
      "detailsPage", "configuration details page", "halaman detail konfigurasi",
      "구성 세부 정보 페이지", "設定詳細ページ"
    ),
    (
      "supportLabel", "submit a ticket", "kirim tiket", "티켓 제출", "Tencent Cloud技術スタッフ"
    ),
  ]

  @Test func labelsAreByteForByteThoseOfTheDocuments() {
    for row in Self.printed {
      let words = ["en": row.en, "id": row.indonesian, "ko": row.ko, "ja": row.ja]
      for (language, text) in words {
        let label = playbook.label(row.id, language: language) ?? ""
        #expect(Array(label.utf8) == Array(text.utf8), "\(row.id) \(language)")
      }
    }
    let japanese = ["submitNameButton": "提出", "currentValue": "現在の値", "verifiedStatus": "検証済み"]
    for (id, text) in japanese {
      #expect(Array((playbook.label(id, language: "ja") ?? "").utf8) == Array(text.utf8))
    }
  }

  @Test(arguments: Shipped.languages) func textsKeepTheHouseRules(language: String) throws {
    for (key, text) in try Shipped.table("tencent-ses", language).texts {
      let isAmbiguous = text.contains { "…‥–—“”‘’•·→←①②×±°§№".contains($0) }
      #expect(!isAmbiguous, "\(key)")
      #expect(!text.contains("163.com"), "\(key)")
      if language == "en" { #expect(!text.lowercased().contains("please"), "\(key)") }
      if language == "ko" {
        #expect(text.firstMatch(of: /\}"?(은|는|이|가|을|를|과|와|로|으로)/) == nil, "\(key)")
      }
      if language == "ja" {
        let plain = text.replacing(/`[^`]*`/, with: "")
        #expect(plain.firstMatch(of: /[A-Za-z0-9}] +[ぁ-ヿ一-鿿]/) == nil, "\(key)")
        #expect(plain.firstMatch(of: /[ぁ-ヿ一-鿿] +[A-Za-z0-9{]/) == nil, "\(key)")
        #expect(plain.firstMatch(of: /[ぁ-ヿ一-鿿][,.:;()?!]/) == nil, "\(key)")
      }
    }
  }
}

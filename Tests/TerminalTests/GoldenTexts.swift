import Testing

/// A sentence of each language, and the lines it is to have.
struct GoldenText: Sendable, CustomTestStringConvertible {
  let language: String
  let text: String
  let at40: [String]
  let at80: [String]

  var testDescription: String { language }
}

enum GoldenTexts {
  static let all = [english, indonesian, korean, japanese]

  static let english = GoldenText(
    language: "english",
    text: "Go back to the Sender Domain page and click Verify. The page shows a host record "
      + "and a record value for each record. Paste the values here; stray spaces will be "
      + "removed.",
    at40: [
      "Go back to the Sender Domain page and",
      "click Verify. The page shows a host",
      "record and a record value for each",
      "record. Paste the values here; stray",
      "spaces will be removed.",
    ],
    at80: [
      "Go back to the Sender Domain page and click Verify. The page shows a host record",
      "and a record value for each record. Paste the values here; stray spaces will be",
      "removed.",
    ])

  static let indonesian = GoldenText(
    language: "indonesian",
    text: "Kembali ke halaman Domain Pengirim, lalu klik Verify (Verifikasi). Halaman itu "
      + "menampilkan host record dan nilai untuk setiap catatan. Tempel nilainya di sini; "
      + "spasi yang tidak perlu akan dihapus.",
    at40: [
      "Kembali ke halaman Domain Pengirim, lalu",
      "klik Verify (Verifikasi). Halaman itu",
      "menampilkan host record dan nilai untuk",
      "setiap catatan. Tempel nilainya di sini;",
      "spasi yang tidak perlu akan dihapus.",
    ],
    at80: [
      "Kembali ke halaman Domain Pengirim, lalu klik Verify (Verifikasi). Halaman itu",
      "menampilkan host record dan nilai untuk setiap catatan. Tempel nilainya di sini;",
      "spasi yang tidak perlu akan dihapus.",
    ])

  static let korean = GoldenText(
    language: "korean",
    text: "구성 세부 정보 페이지로 돌아가 제출을 클릭합니다. 상태가 '확인됨'이면 사용할 수 "
      + "있습니다. 이전 응답이 캐시에 잠시 남을 수 있으므로 5분마다 다시 점검합니다.",
    at40: [
      "구성 세부 정보 페이지로 돌아가 제출을",
      "클릭합니다. 상태가 '확인됨'이면 사용할",
      "수 있습니다. 이전 응답이 캐시에 잠시",
      "남을 수 있으므로 5분마다 다시",
      "점검합니다.",
    ],
    at80: [
      "구성 세부 정보 페이지로 돌아가 제출을 클릭합니다. 상태가 '확인됨'이면 사용할 수",
      "있습니다. 이전 응답이 캐시에 잠시 남을 수 있으므로 5분마다 다시 점검합니다.",
    ])

  static let japanese = GoldenText(
    language: "japanese",
    text: "設定詳細ページに戻り、検証提出をクリックします。ステータスが「検証済み」になれば"
      + "完了です。古い応答がしばらくキャッシュに残ることがあるため、5分ごとに確認し直し"
      + "ます。",
    at40: [
      "設定詳細ページに戻り、検証提出をクリック",
      "します。ステータスが「検証済み」になれば",
      "完了です。古い応答がしばらくキャッシュに",
      "残ることがあるため、5分ごとに確認し直し",
      "ます。",
    ],
    at80: [
      "設定詳細ページに戻り、検証提出をクリックします。ステータスが「検証済み」になれば",
      "完了です。古い応答がしばらくキャッシュに残ることがあるため、5分ごとに確認し直し",
      "ます。",
    ])
}

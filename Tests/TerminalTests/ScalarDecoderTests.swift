import Testing

@testable import Terminal

@Suite("UTF-8 octet by octet")
struct ScalarDecoderTests {
  private func decode(_ octets: [UInt8]) -> String {
    var decoder = ScalarDecoder()
    var view = String.UnicodeScalarView()
    for octet in octets { view.append(contentsOf: decoder.decode(octet)) }
    view.append(contentsOf: decoder.end())
    return String(view)
  }

  @Test("Text comes out as it went in", arguments: ["", "a", "é", "あ漢", "가나다", "😀", "\u{10FFFF}"])
  func valid(_ text: String) { #expect(decode(Array(text.utf8)) == text) }

  @Test("Any octets give what the standard library gives for them")
  func invalid() {
    var random = SystemRandomNumberGenerator()
    let awkward: [UInt8] = [
      0x41, 0x80, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
    ]
    for round in 0..<5000 {
      let octets = (0..<8).map { _ in
        round.isMultiple(of: 2)
          ? UInt8.random(in: 0...255, using: &random) : awkward.randomElement(using: &random) ?? 0
      }
      let expected = String(decoding: octets, as: UTF8.self)
      #expect(decode(octets).unicodeScalars.elementsEqual(expected.unicodeScalars), "\(octets)")
    }
  }
}

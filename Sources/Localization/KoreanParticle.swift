/// Finds Korean particles whose form depends on the last sound of a value that is not known.
enum KoreanParticle {
  private static let particles = [
    "은", "는", "이", "가", "을", "를", "과", "와", "로", "으로", "이나", "나", "이라", "라",
  ].map(Array.init)

  /// "One of the two" in writing; a form that is never used, not even after a known noun.
  private static let pairs = [
    "은(는)", "는(은)", "이(가)", "가(이)", "을(를)", "를(을)", "과(와)", "와(과)", "(으)로",
  ].map(Array.init)

  /// The marks that may stand between a value and its particle.
  private static let closing: Set<Character> = ["`", "'", "\"", "」", "』"]

  /// The offending places of a text that has `MessagePattern.unknownValue` for each value.
  static func faults(in text: String) -> [String] {
    let text = Array(text)
    return text.indices.compactMap { index in
      let here = text[index...]
      if let pair = pairs.first(where: here.starts) { return String(pair) }
      guard text[index] == MessagePattern.unknownValue else { return nil }
      let rest = here.dropFirst().drop(while: closing.contains)
      let particle = particles.first { particle in
        // A letter behind it makes it another word: `{n}이상`.
        rest.starts(with: particle)
          && rest.dropFirst(particle.count).first.map { !$0.isLetter && !$0.isNumber } ?? true
      }
      return particle.map { "{}" + String($0) }
    }
  }
}

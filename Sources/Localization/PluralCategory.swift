/// The plural categories of CLDR; a message needs only those that its language has.
enum PluralCategory: String {
  case zero, one, two, few, many, other

  /// CLDR: English has `one` (i = 1 and v = 0, so -1 too) and `other`; Indonesian, Korean and
  /// Japanese have `other` alone, and so does any language that is not known here.
  init(_ number: Int, in language: Language) {
    self = language.base == .english && (number == 1 || number == -1) ? .one : .other
  }
}

/// How much an evaluation may ask (RFC 7208 §4.6.4).
public enum SPFLimits {
  /// Terms that ask the DNS, over all records together.
  public static let lookups = 10
  /// Lookups that find nothing: what receivers are advised to allow.
  public static let voidLookups = 2
  /// Mail servers of an `mx` term; names of an address that `ptr` and the macro `p` look at.
  public static let names = 10
  /// Questions that an evaluation asks before it is sure to need them, so as to ask them at once.
  ///
  /// What it needs is always asked: at most 1 + 10 * 11 questions, the explanation, the names of the
  /// address, and aliases.
  public static let foreseenQuestions = 64
  /// The length of an explanation in octets; the rest is cut (RFC 7208 §6.2).
  public static let explanation = 512
  /// Terms of one record that ask nothing, match nothing and still are listed in a trace.
  static let listedSteps = 100
}

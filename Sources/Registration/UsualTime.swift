/// How long something usually takes.
public struct UsualTime: Hashable, Sendable, Codable {
  /// What is counted.
  public enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
    /// Minutes.
    case minutes
    /// Days, weekends included.
    case days
    /// Days on which the office is open.
    case workingDays = "working-days"
  }

  /// From at least 0.
  public let least: Int
  /// To at least `least`.
  public let most: Int
  /// Unit of both.
  public let unit: Unit
  /// How well that is known.
  public let confidence: Confidence

  static func minutes(_ span: ClosedRange<Int>, _ confidence: Confidence) -> UsualTime {
    UsualTime(
      least: span.lowerBound, most: span.upperBound, unit: .minutes, confidence: confidence)
  }

  static func days(_ span: ClosedRange<Int>, _ confidence: Confidence) -> UsualTime {
    UsualTime(least: span.lowerBound, most: span.upperBound, unit: .days, confidence: confidence)
  }

  static func workingDays(_ span: ClosedRange<Int>, _ confidence: Confidence) -> UsualTime {
    UsualTime(
      least: span.lowerBound, most: span.upperBound, unit: .workingDays, confidence: confidence)
  }
}

/// How well a fact of the trade is known, so that it can be worded accordingly.
public enum Confidence: String, Hashable, Sendable, Codable, CaseIterable {
  /// Stated by the registry, the registrar, ICANN or an RFC.
  case documented
  /// Reported by people who met it.
  case seenInTheField = "seen-in-the-field"
  /// A conclusion.
  case unverified
}

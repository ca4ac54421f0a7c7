import RegistryAccess

/// When the registry of a domain is asked, and which services.
public struct RegistrationInquiry: Sendable {
  /// When the registry is asked.
  public enum Occasion: String, Sendable, CaseIterable {
    /// When the DNS shows no delegation, or servers that stand in for the owner's, and when
    /// signatures are out of their time by the clock here.
    case auto
    /// For every domain.
    case always
    /// For none.
    case never
  }

  /// When.
  public var occasion: Occasion
  /// Whom, and for how long.
  public var settings: RegistrationSettings

  /// An inquiry from its parts; by itself nothing asks a registry.
  public init(_ occasion: Occasion = .never, settings: RegistrationSettings = .init()) {
    self.occasion = occasion
    self.settings = settings
  }
}

import Registration

extension Evidence {
  /// What the DNS alone says of the registration.
  ///
  /// A missing delegation is no proof of a hold: registration data are needed for that.
  public var registrationStatus: RegistrationStatus {
    switch delegation {
    case .present: .active
    case .absent: .notDelegated
    case .unknown: .unknown
    }
  }
}

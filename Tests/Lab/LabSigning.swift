/// How the zones of a validating lab are signed; in other labs none is.
public enum LabSigning: Sendable {
  /// Not at all.
  case none
  /// Soundly; the parent, if it is signed, gets the DS record.
  case sound
  /// Soundly, but the parent gets no DS record.
  case unlisted
  /// With signatures that ended in 2020.
  case expired
  /// Soundly, but then `original` was replaced in the signed zone's text, which must hold it.
  case altered(original: String, replacement: String)
}

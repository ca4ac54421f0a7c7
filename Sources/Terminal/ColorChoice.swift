/// Whether text may be styled.
public enum ColorChoice: String, Sendable, CaseIterable {
  /// On a terminal, unless `NO_COLOR` is set and not empty (no-color.org) or `TERM` is `dumb`.
  case auto
  case always
  case never
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The settings of a terminal at one moment, to come back to.
struct TerminalModes {
  private var settings = termios()

  /// The present settings; nil where there is no terminal.
  init?(of descriptor: Descriptor) {
    guard tcgetattr(descriptor.number, &settings) == 0 else { return nil }
  }

  /// The same settings, but keys come one by one and not line by line.
  var keyByKey: TerminalModes { without(ICANON) }

  /// The same settings, but keys come one by one, unseen, and none is a signal.
  var raw: TerminalModes { without(ICANON | ECHO | ISIG) }

  private func without(_ flags: Int32) -> TerminalModes {
    var modes = self
    modes.settings.c_lflag &= ~tcflag_t(flags)
    return modes
  }

  /// Puts the settings back; what was typed ahead is kept.
  func apply(to descriptor: Descriptor) {
    var settings = settings
    while tcsetattr(descriptor.number, TCSADRAIN, &settings) != 0, errno == EINTR {}
  }
}

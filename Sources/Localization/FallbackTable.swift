import Synchronization

/// A table that is read when a message is first missing from the tables before it.
final class FallbackTable: Sendable {
  private enum State {
    case unread
    case read(Table?)
  }

  private let folder: LanguageFolder
  private let state = Mutex(State.unread)

  init(_ folder: LanguageFolder) { self.folder = folder }

  /// Nil if the table is malformed or unreadable: a lookup cannot fail, so the key is shown then.
  func table() -> Table? {
    state.withLock { state in
      if case .read(let table) = state { return table }
      let table = try? Table(folder)
      state = .read(table)
      return table
    }
  }
}

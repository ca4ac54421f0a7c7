import Synchronization

/// A table that is read when a message is first looked for in it.
final class LazyTable: Sendable {
  private enum State {
    case unread
    case read(Table?)
  }

  private let folder: LanguageFolder
  private let state = Mutex(State.unread)

  init(_ folder: LanguageFolder) { self.folder = folder }

  /// Nil if the table is malformed or unreadable: a lookup cannot fail, so what stands behind this
  /// table is looked at then.
  func table() -> Table? {
    state.withLock { state in
      if case .read(let table) = state { return table }
      let table = try? Table(folder)
      state = .read(table)
      return table
    }
  }

  /// Reads the table now, for whoever has to know what is wrong with it.
  func read() throws(ResourceError) {
    let table = try Table(folder)
    state.withLock { $0 = .read(table) }
  }
}

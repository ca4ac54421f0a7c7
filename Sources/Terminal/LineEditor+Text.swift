import CEditLine

extension LineEditor {
  /// The text being edited.
  var text: String { Self.string(scalars.all) }

  /// The text being edited, up to the cursor.
  var textBeforeCursor: String { Self.string(scalars.beforeCursor) }

  /// How many scalars the line has.
  var length: Int { scalars.all.count }

  /// Whether the cursor is behind the text.
  var isAtEnd: Bool { scalars.all.count == scalars.beforeCursor.count }

  /// Puts a text in at the cursor; false if there is no room.
  func insert(_ text: String) -> Bool {
    let wide = Self.wide(text)
    defer { wide.deallocate() }
    return length + text.unicodeScalars.count <= Self.limit && editline_insert(editor, wide) == 0
  }

  private typealias Scalars = UnsafeBufferPointer<wchar_t>

  /// libedit's own buffer: valid until the line changes.
  private var scalars: (all: Scalars, beforeCursor: Scalars) {
    var count = 0
    var cursor = 0
    let start = editline_text(editor, &count, &cursor)
    return (Scalars(start: start, count: count), Scalars(start: start, count: cursor))
  }

  /// The string of libedit's characters, which are scalars where wchar_t has 32 bits.
  static func string(_ scalars: UnsafeBufferPointer<wchar_t>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars {
      view.append(Unicode.Scalar(UInt32(truncatingIfNeeded: scalar)) ?? "\u{FFFD}")
    }
    return String(view)
  }

  /// A text as libedit takes it, ending in zero; to be deallocated.
  static func wide(_ text: String) -> UnsafeMutablePointer<wchar_t> {
    let scalars = text.unicodeScalars.map { wchar_t(truncatingIfNeeded: $0.value) } + [0]
    let copy = UnsafeMutablePointer<wchar_t>.allocate(capacity: scalars.count)
    copy.initialize(from: scalars, count: scalars.count)
    return copy
  }
}

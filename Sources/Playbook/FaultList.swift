/// The faults found so far in one file.
struct FaultList {
  private(set) var faults: [PlaybookFault] = []

  var isEmpty: Bool { faults.isEmpty }

  mutating func add(_ code: PlaybookFault.Code, at place: Place) {
    faults.append(
      PlaybookFault(line: place.line, column: place.column, path: place.path, code: code))
  }

  /// All of them by line and column; those at one place as they were found.
  var sorted: [PlaybookFault] {
    faults.enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset)
        < ($1.element.line, $1.element.column, $1.offset)
    }.map(\.element)
  }
}

/// A place in a file: line and column from 1, and the path of keys that leads to it.
struct Place: Equatable {
  let line: Int
  let column: Int
  let path: String

  static let start = Place(line: 1, column: 1, path: "")
}

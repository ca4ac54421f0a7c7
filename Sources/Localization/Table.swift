/// All messages of one language.
struct Table {
  let language: Language
  private var texts: [String: String] = [:]

  /// Reads every file of the folder; a key that is there twice is an error.
  init(_ folder: LanguageFolder) throws(ResourceError) {
    language = folder.language
    var files: [TableFile] = []
    for source in try folder.tables() { files.append(try TableFile(source)) }
    for file in files {
      for entry in file.entries
      where texts.updateValue(entry.text, forKey: file.source.prefix + entry.key) != nil {
        throw Self.duplicate(entry, of: file, in: files)
      }
    }
  }

  func text(_ key: MessageKey) -> String? { texts[key.name] }

  private static func duplicate(
    _ entry: TableFile.Entry, of file: TableFile, in files: [TableFile]
  ) -> ResourceError {
    let place = file.position(of: entry.offset)
    let key = file.source.prefix + entry.key
    let first = files.lazy.compactMap { file in
      file.entries.first { file.source.prefix + $0.key == key }.map { (file, $0) }
    }.first
    return .malformed(
      file: file.source.path, line: place.line, column: place.column,
      reason: .duplicateKey(
        key: key, firstFile: first?.0.source.path ?? file.source.path,
        firstLine: first.map { $0.0.position(of: $0.1.offset).line } ?? place.line))
  }
}

/// The files of one language as `TableCheck` looks at them.
struct LanguageTables {
  private let folder: LanguageFolder
  private var files: [TableFile] = []
  private var lines: [String: LineIndex] = [:]
  /// What kept files from being read; the keys in them are not known.
  private var unread: [TableProblem] = []
  /// Every key with its prefix, and where it is first.
  private var places: [String: (file: TableFile, entry: TableFile.Entry)] = [:]
  private var metadata: [String: JSONValue] = [:]

  private var language: Language { folder.language }

  init(_ folder: LanguageFolder) {
    self.folder = folder
    do throws(ResourceError) {
      for source in try folder.tables() { read(source) }
    } catch {
      let path = "Localizations/" + folder.name
      unread.append(
        TableProblem(
          code: .unreadable, file: path, line: 1, column: 1, key: "", detail: ""))
    }
    for file in files {
      lines[file.source.path] = file.lines
      for entry in file.entries where places[file.source.prefix + entry.key] == nil {
        places[file.source.prefix + entry.key] = (file, entry)
      }
      for item in file.metadata { metadata[file.source.prefix + item.key] = file.value(of: item) }
    }
  }

  private mutating func read(_ source: TableSource) {
    do throws(ResourceError) {
      files.append(try TableFile(source))
    } catch {
      unread.append(Self.problem(error, in: source))
    }
  }

  /// `mayBePartial`: the language has a base language for what it lacks.
  func problems(beside english: LanguageTables, mayBePartial: Bool) -> [TableProblem] {
    var problems = unread
    for file in files {
      problems += structure(of: file)
      for entry in file.entries { problems += faults(of: entry, in: file, beside: english) }
    }
    // The keys of a file that cannot be read are not missing.
    if unread.isEmpty, !mayBePartial {
      let missing = english.places.filter { places[$0.key] == nil }.values
        .sorted { ($0.file.source.path, $0.entry.offset) < ($1.file.source.path, $1.entry.offset) }
      problems += missing.map { place in
        TableProblem(
          code: .missingKey, file: counterpart(of: place.file, in: english), line: 1, column: 1,
          key: place.entry.key, detail: "")
      }
    }
    return problems
  }

  private func structure(of file: TableFile) -> [TableProblem] {
    var problems: [TableProblem] = []
    if file.locale.flatMap(Language.init) != language {
      problems.append(problem(.wrongLocale, in: file, at: 0, detail: file.locale ?? ""))
    }
    var seen: Set<String> = []
    let keys = Set(file.entries.map(\.key))
    for item in file.metadata {
      if !seen.insert(item.key).inserted {
        problems.append(problem(.duplicateMetadata, in: file, at: item.offset, key: item.key))
      } else if !keys.contains(item.key) {
        problems.append(problem(.orphanMetadata, in: file, at: item.offset, key: item.key))
      }
    }
    return problems
  }

  private func faults(
    of entry: TableFile.Entry, in file: TableFile, beside english: LanguageTables
  ) -> [TableProblem] {
    let key = file.source.prefix + entry.key
    var problems: [TableProblem] = []
    if let first = places[key],
      first.file.source.path != file.source.path
        || first.entry.offset != entry.offset
    {
      let reason = Malformation.duplicateKey(
        key: key, firstFile: first.file.source.relativePath,
        firstLine: line(of: first.entry.offset, in: first.file))
      problems.append(
        problem(
          .malformed(reason), in: file, at: entry.offset, key: entry.key, detail: reason.detail))
    }
    let reference = english.places[key]?.entry.text
    if reference == nil, english.unread.isEmpty {
      problems.append(problem(.extraKey, in: file, at: entry.offset, key: entry.key))
    }
    let faults = MessageLint.faults(
      key: key, text: entry.text, language: language,
      english: language == .english ? nil : reference,
      mayBeSame: [metadata, english.metadata].contains { $0[key]?["x-same"] == .bool(true) },
      declared: english.declaredTypes(of: key))
    return problems
      + faults.map {
        problem($0.code, in: file, at: entry.offset, key: entry.key, detail: $0.detail)
      }
  }

  /// The type of each placeholder in the metadata; empty text for one without a type.
  private func declaredTypes(of key: String) -> [String: String] {
    guard case .object(let placeholders)? = metadata[key]?["placeholders"] else { return [:] }
    return placeholders.mapValues { $0["type"]?.string ?? "" }
  }

  private func counterpart(of file: TableFile, in english: LanguageTables) -> String {
    let start = "Localizations/\(english.folder.name)/"
    return "Localizations/\(folder.name)/" + file.source.relativePath.dropFirst(start.count)
  }

  private func problem(
    _ code: TableProblem.Code, in file: TableFile, at offset: Int, key: String = "",
    detail: String = ""
  ) -> TableProblem {
    TableProblem(
      code: code, file: file.source.relativePath, line: line(of: offset, in: file),
      column: file.position(of: offset).column, key: key, detail: detail)
  }

  private func line(of offset: Int, in file: TableFile) -> Int {
    lines[file.source.path]?.line(of: offset) ?? 1
  }

  private static func problem(_ error: ResourceError, in source: TableSource) -> TableProblem {
    guard case .malformed(_, let line, let column, let reason) = error else {
      return TableProblem(
        code: .unreadable, file: source.relativePath, line: 1, column: 1, key: "", detail: "")
    }
    return TableProblem(
      code: .malformed(reason), file: source.relativePath, line: line, column: column,
      key: reason.key,
      detail: reason.detail.isEmpty ? "column \(column)" : reason.detail)
  }
}

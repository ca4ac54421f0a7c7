import Yams

/// Reads one YAML document that may come from anyone.
///
/// libyaml limits nesting by itself; aliases are refused here, because a few lines of them stand
/// for billions of nodes.
struct YAMLDocument {
  /// Playbooks nest half as deep.
  static let deepest = 16

  private var keys = RepeatedKeys()

  /// The root of the document, or nil after a fault that leaves nothing to look at.
  static func root(of text: String, faults: inout FaultList) -> YAMLNode? {
    guard text.utf8.count <= Playbook.largestFile else {
      faults.add(.tooBig(limit: Playbook.largestFile), at: .start)
      return nil
    }
    if let place = YAMLAliases.bomb(in: text) {
      faults.add(.aliasesNotAllowed, at: place)
      return nil
    }
    var document = YAMLDocument()
    return document.compose(text, faults: &faults)
  }

  private mutating func compose(_ text: String, faults: inout FaultList) -> YAMLNode? {
    var text = text
    while true {
      do {
        // The parser owns the anchors, to which the nodes hold weak references only.
        let parser = try Parser(yaml: text)
        return try withExtendedLifetime(parser) {
          guard let root = try parser.nextRoot() else {
            faults.add(.empty, at: .start)
            return nil
          }
          if let second = try parser.nextRoot() {
            faults.add(.severalDocuments, at: place(second.mark, path: ""))
          }
          if let anchor = YAMLAliases.first(in: root) {
            faults.add(.aliasesNotAllowed, at: place(anchor, path: ""))
            return nil
          }
          return node(root, path: "", depth: 0, faults: &faults)
        }
      } catch let YamlError.duplicatedKeysInMapping(names, context) {
        if let changed = keys.setApart(context.mark, in: text) {
          text = changed
          continue
        }
        let place = place(context.mark, path: "")
        faults.add(.duplicateKey(names.first ?? "", firstLine: place.line), at: place)
        return nil
      } catch {
        faults.add(Self.code(of: error), at: self.place(of: error, in: text))
        return nil
      }
    }
  }

  // MARK: - Nodes

  private func node(
    _ node: Node, path: String, depth: Int, faults: inout FaultList
  ) -> YAMLNode? {
    let place = place(node.mark, path: path)
    guard depth < Self.deepest else {
      faults.add(.tooDeep(limit: Self.deepest), at: place)
      return nil
    }
    switch node {
    case .scalar(let scalar):
      if !Self.isUsual(scalar.tag) { faults.add(.tagsNotAllowed, at: place) }
      return YAMLNode(
        place: place, content: .text(scalar.string, isPlain: scalar.style == .plain))
    case .sequence(let sequence):
      if !Self.isUsual(sequence.tag) { faults.add(.tagsNotAllowed, at: place) }
      var items: [YAMLNode] = []
      for (index, item) in sequence.enumerated() {
        let path = "\(path)[\(index)]"
        if let item = self.node(item, path: path, depth: depth + 1, faults: &faults) {
          items.append(item)
        }
      }
      return YAMLNode(place: place, content: .list(items))
    case .mapping(let mapping):
      if !Self.isUsual(mapping.tag) { faults.add(.tagsNotAllowed, at: place) }
      let entries = entries(mapping, path: path, depth: depth, faults: &faults)
      return YAMLNode(place: place, content: .map(entries))
    case .alias:
      faults.add(.aliasesNotAllowed, at: place)
      return nil
    }
  }

  private func entries(
    _ mapping: Node.Mapping, path: String, depth: Int, faults: inout FaultList
  ) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var lines: [String: Int] = [:]
    for (keyNode, valueNode) in mapping {
      guard case .scalar(let scalar) = keyNode else {
        faults.add(.keyNotText, at: place(keyNode.mark, path: path))
        continue
      }
      let key = RepeatedKeys.original(scalar.string)
      let inner = path.isEmpty ? key : path + "." + key
      let place = place(keyNode.mark, path: inner)
      if let first = lines[key] {
        faults.add(.duplicateKey(key, firstLine: first), at: place)
        continue
      }
      lines[key] = place.line
      if let value = node(valueNode, path: inner, depth: depth + 1, faults: &faults) {
        entries.append(YAMLNode.Entry(key: key, place: place, value: value))
      }
    }
    return entries
  }

  /// No tag, or the one that a quoted text has by itself.
  private static func isUsual(_ tag: Tag) -> Bool {
    tag.description.isEmpty || tag.description == Tag.Name.str.rawValue
  }

  // MARK: - Places

  private func place(_ mark: Mark?, path: String) -> Place {
    guard let mark else { return Place(line: 1, column: 1, path: path) }
    return Place(
      line: mark.line, column: keys.originalColumn(mark.column, line: mark.line), path: path)
  }

  private static func code(of error: any Error) -> PlaybookFault.Code {
    // The one problem that Yams composes itself is an alias without its anchor.
    if case YamlError.composer = error { return .aliasesNotAllowed }
    return .syntax
  }

  private func place(of error: any Error, in text: String) -> Place {
    switch error {
    case YamlError.scanner(_, _, let mark, _), YamlError.parser(_, _, let mark, _),
      YamlError.composer(_, _, let mark, _):
      return place(mark, path: "")
    case YamlError.reader(_, let offset, _, _):
      let before = text.prefix(offset ?? 0)
      let lines = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      let column = (lines.last?.unicodeScalars.count ?? 0) + 1
      let line = max(lines.count, 1)
      return Place(line: line, column: keys.originalColumn(column, line: line), path: "")
    default: return .start
    }
  }
}

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Walkthrough {
  /// Reads a walkthrough; throws every fault of the file at once.
  ///
  /// `file` names the file in the faults, and its last part without the ending becomes the id.
  public init(
    yaml: String, file: String, vocabulary: WalkthroughVocabulary
  ) throws(PlaybookFaults) {
    var faults = FaultList()
    if let root = YAMLDocument.root(of: yaml, faults: &faults) {
      var reader = WalkthroughReader(faults: faults, vocabulary: vocabulary)
      let walkthrough = reader.walkthrough(root, id: Self.id(of: file))
      if let walkthrough, reader.faults.isEmpty {
        self = walkthrough
        return
      }
      faults = reader.faults
    }
    throw PlaybookFaults(file: file, faults: faults.sorted)
  }

  /// Reads a walkthrough from any file.
  public static func read(
    _ path: String, vocabulary: WalkthroughVocabulary
  ) throws(PlaybookStore.Fault) -> Walkthrough {
    let text = try PlaybookStore.text(at: path, limit: largestFile)
    do {
      return try Walkthrough(yaml: text, file: path, vocabulary: vocabulary)
    } catch {
      throw .malformed(error)
    }
  }

  private static func id(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
  }
}

/// A list of `tag=value` pairs, as DKIM and DMARC records are written (RFC 6376 §3.2).
///
/// Reading never fails: what is wrong is kept beside what is right, because DMARC readers go on
/// after a fault and DKIM readers do not.
struct TagList {
  /// One tag.
  struct Tag {
    /// The name as written.
    let name: String
    /// Where the name begins.
    let offset: Int
    /// The value without white space at its ends; its indices are those of the whole text.
    let value: ArraySlice<UInt8>
  }

  /// What is wrong at one place.
  struct Fault: Hashable {
    /// The kind of fault.
    enum Reason { case emptyTag, missingEquals, tagName, character }
    let reason: Reason
    let tag: String?
    let offset: Int
  }

  /// The sound tags in their order, repeated ones included.
  private(set) var tags: [Tag] = []
  /// The faults in their order.
  private(set) var faults: [Fault] = []

  init(_ octets: [UInt8]) {
    var specs = octets.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    // One semicolon at the end is part of the grammar.
    if let last = specs.last, specs.count > 1, last.trimmed.isEmpty { specs.removeLast() }
    for spec in specs { read(spec) }
  }

  /// `tag-spec = [FWS] tag-name [FWS] "=" [FWS] tag-value [FWS]`
  private mutating func read(_ spec: ArraySlice<UInt8>) {
    let trimmed = spec.trimmed
    guard let equals = trimmed.firstIndex(of: UInt8(ascii: "=")) else {
      faults.append(
        Fault(
          reason: trimmed.isEmpty ? .emptyTag : .missingEquals, tag: nil,
          offset: trimmed.startIndex))
      return
    }
    let name = trimmed[..<equals].trimmed
    // tag-name = ALPHA *( ALPHA / DIGIT / "_" )
    guard let first = name.first, first.isLetter,
      name.allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "_") })
    else {
      faults.append(Fault(reason: .tagName, tag: nil, offset: trimmed.startIndex))
      return
    }
    let value = trimmed[(equals + 1)...].trimmed
    if let wrong = value.firstIndex(where: { !$0.isVisible && !$0.isFoldingSpace }) {
      faults.append(Fault(reason: .character, tag: name.text, offset: wrong))
      return
    }
    tags.append(Tag(name: name.text, offset: name.startIndex, value: value))
  }
}

/// A YAML document reduced to texts, lists and maps with text keys, each with its place.
struct YAMLNode {
  struct Entry {
    let key: String
    /// The place of the key.
    let place: Place
    let value: YAMLNode
  }

  enum Content {
    /// `isPlain` tells `10` and `true` from `"10"` and `"true"`.
    case text(String, isPlain: Bool)
    case list([YAMLNode])
    case map([Entry])
  }

  let place: Place
  let content: Content
}

/// Changes inputs at random, always in the same way for the same seed.
struct Mutation {
  private var random: SplitMix64
  private let corpus: [[UInt8]]

  /// Octets that mean something to one reader or another.
  private static let telling: [UInt8] =
    [0, 1, 63, 64, 0x7F, 0x80, 0xC0, 0xFF] + Array("\n\t \"\\#$%&'()*+,-./09:;<=>?@[]_`az{|}~".utf8)

  init(of corpus: [[UInt8]], seed: UInt64) {
    self.corpus = corpus
    random = SplitMix64(seed: seed)
  }

  /// One input of the corpus, changed at one to four places.
  mutating func next() -> [UInt8] {
    var octets = corpus.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...4, using: &random) { change(&octets) }
    return octets
  }

  private mutating func change(_ octets: inout [UInt8]) {
    guard !octets.isEmpty else { return }
    let index = Int.random(in: 0..<octets.count, using: &random)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: octets[index] ^= 1 << UInt8.random(in: 0...7, using: &random)
    case 1: octets[index] = UInt8.random(in: 0...255, using: &random)
    case 2: octets[index] = Self.telling.randomElement(using: &random) ?? 0
    case 3: octets.removeSubrange(index...)
    case 4: octets.insert(Self.telling.randomElement(using: &random) ?? 0, at: index)
    case 5: octets.remove(at: index)
    case 6:
      // A compression pointer into the message.
      guard index + 1 < octets.count else { return }
      octets[index] = 0xC0
      octets[index + 1] = UInt8(
        truncatingIfNeeded: Int.random(in: 0..<octets.count, using: &random))
    case 7:
      // The end of another input.
      let other = corpus.randomElement(using: &random) ?? []
      octets.replaceSubrange(index..., with: other.suffix(octets.count - index))
    default:
      let end = Int.random(in: index..<octets.count, using: &random)
      octets.insert(contentsOf: octets[index...end].prefix(64), at: index)
    }
  }
}

/// A generator that gives the same numbers on every machine and in every run.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension FuzzTarget {
  /// Reads the inputs in the repository, then mutations of them; how many of these were taken.
  public func readMutations(_ rounds: Int, seed: UInt64) throws -> Int {
    let corpus = try corpus()
    for octets in corpus { _ = try reported(octets) }
    var mutation = Mutation(of: corpus, seed: seed)
    var taken = 0
    for _ in 0..<rounds where try reported(mutation.next()) { taken += 1 }
    return taken
  }

  /// Reads an input; a broken rule comes with the input, to be kept in the corpus.
  private func reported(_ octets: [UInt8]) throws -> Bool {
    do {
      return try read(octets)
    } catch let unsound as Unsound {
      throw Unsound("\(name): \(unsound) in \(octets)")
    }
  }
}

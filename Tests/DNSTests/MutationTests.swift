import DNS
import Testing

/// Messages changed at random, always in the same way: none may trap, and what is taken is sound.
@Suite struct MutationTests {
  private static let rounds = 200_000

  @Test func noMutatedMessageTraps() throws {
    let lines = MessageReferenceTests.lines
    var seeds = try stride(from: 0, to: lines.count, by: 5).map { start in
      try ReferencePacket(
        id: 1, question: "example.com.", 255,
        answer: Array(lines[start..<min(start + 5, lines.count)]), authority: [lines[11]],
        additional: [lines[0]]
      ).wire()
    }
    for seed in seeds { seeds.append(try Message(decoding: seed).encoded()) }
    let query = Message(
      query: Question(try DNSName("example.com"), .mx), id: 2, recursionDesired: true)
    seeds.append(query.encoded())

    var random = SplitMix64(seed: 2026)
    var taken = 0
    for _ in 0..<Self.rounds {
      var wire = seeds[Int.random(in: 0..<seeds.count, using: &random)]
      for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&wire, &random) }
      guard let message = try? Message(decoding: wire) else { continue }
      taken += 1
      // What was taken can be written, and reads back as the same.
      let written = message.encoded()
      guard let again = try? Message(decoding: written) else {
        Issue.record("taken, written, refused: \(wire)")
        return
      }
      if again != message {
        Issue.record("taken, written, changed: \(wire)")
        return
      }
    }
    // Both ways must have been gone: a tenth at least each.
    #expect(taken > Self.rounds / 10)
    #expect(taken < Self.rounds / 10 * 9)
  }

  private func mutate(_ wire: inout [UInt8], _ random: inout SplitMix64) {
    guard !wire.isEmpty else { return }
    let index = Int.random(in: 0..<wire.count, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: wire[index] ^= 1 << UInt8.random(in: 0...7, using: &random)
    case 1: wire[index] = UInt8.random(in: 0...255, using: &random)
    case 2: wire[index] = [0, 1, 63, 64, 0x7F, 0x80, 0xC0, 0xFF].randomElement(using: &random) ?? 0
    case 3: wire.removeSubrange(index...)
    case 4: wire.insert(UInt8.random(in: 0...255, using: &random), at: index)
    case 5: wire.remove(at: index)
    case 6:
      guard index + 1 < wire.count else { return }
      wire[index] = 0xC0
      wire[index + 1] = UInt8(truncatingIfNeeded: Int.random(in: 0..<wire.count, using: &random))
    default:
      let end = Int.random(in: index..<wire.count, using: &random)
      wire.insert(contentsOf: wire[index...end].prefix(64), at: index)
    }
  }
}

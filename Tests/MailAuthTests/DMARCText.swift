/// Random DMARC records.
enum DMARCText {
  static let policies = ["none", "quarantine", "reject"]
  static let addresses = [
    "mailto:a@x.example", "mailto:b%2Bc@y.example", "mailto:d@z.example?subject=s",
    "https://r.example/in", "mailto:e@x.example!10m", "x:a!5!10m",
  ]

  /// A record without faults but obsolete and unknown tags.
  static func sound(using random: inout SeededGenerator) -> String {
    var tags: [String] = []
    if random.oneIn(3) { tags.append("sp=" + random.pick(policies)) }
    if random.oneIn(3) { tags.append("np=" + random.pick(policies)) }
    if random.oneIn(3) { tags.append("adkim=" + random.pick(["r", "s"])) }
    if random.oneIn(3) { tags.append("aspf=" + random.pick(["r", "s"])) }
    if random.oneIn(3) { tags.append("fo=" + random.pick(["0", "1", "d", "s", "d:s", "0:d"])) }
    if random.oneIn(2) { tags.append("rua=" + list(using: &random)) }
    if random.oneIn(3) { tags.append("ruf=" + list(using: &random)) }
    if random.oneIn(3) { tags.append("t=" + random.pick(["y", "n"])) }
    if random.oneIn(4) { tags.append("psd=" + random.pick(["y", "n", "u"])) }
    if random.oneIn(4) { tags.append(random.pick(["pct=50", "ri=86400", "rf=afrf", "zz=1"])) }
    tags.shuffle(using: &random)
    return (["v=DMARC1", "p=" + random.pick(policies)] + tags).joined(
      separator: random.pick([";", "; ", " ; "]))
  }

  /// A record that may have any fault.
  static func any(using random: inout SeededGenerator) -> String {
    var pieces = sound(using: &random).split(separator: ";").map(String.init)
    for _ in 0..<Int.random(in: 0..<3, using: &random) {
      let place = Int.random(in: 1...pieces.count, using: &random)
      pieces.insert(
        random.pick(["", "p", "p=x", "P=Reject", "sp=", "t=maybe", "fo=0:1", "rua=,", "1=2"]),
        at: place)
    }
    return pieces.joined(separator: ";") + (random.oneIn(3) ? ";" : "")
  }

  private static func list(using random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1..<4, using: &random)).map { _ in random.pick(addresses) }
      .joined(separator: random.pick([",", ", ", " , "]))
  }
}

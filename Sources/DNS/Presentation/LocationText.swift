/// A place on the Earth as LOC records write it (RFC 1876 §3).
enum LocationText {
  /// Latitude, longitude, altitude, size and precisions; nil when the octets are none.
  static func words(_ octets: [UInt8]) -> [String]? {
    // RFC 1876 §2: other versions than 0 mean something else.
    guard octets.count == 16, octets[0] == 0 else { return nil }
    let sizes = octets[1...3].compactMap(size)
    guard sizes.count == 3 else { return nil }
    let numbers = [4, 8, 12].map { start in
      octets[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    guard let latitude = angle(numbers[0], "N", "S", limit: 90),
      let longitude = angle(numbers[1], "E", "W", limit: 180)
    else { return nil }
    return latitude + longitude + [altitude(numbers[2])] + sizes
  }

  /// Thousandths of a second of arc, counted from 2^31.
  private static func angle(
    _ number: Int, _ positive: String, _ negative: String, limit: Int
  ) -> [String]? {
    let distance = abs(number - 1 << 31)
    guard distance <= limit * 3_600_000 else { return nil }
    let (degrees, rest) = distance.quotientAndRemainder(dividingBy: 3_600_000)
    let (minutes, parts) = rest.quotientAndRemainder(dividingBy: 60_000)
    let seconds = "\(parts / 1000)." + digits(parts % 1000, 3)
    return ["\(degrees)", "\(minutes)", seconds, number < 1 << 31 ? negative : positive]
  }

  /// Centimetres, counted from 100,000 m below the reference.
  private static func altitude(_ number: Int) -> String {
    let distance = abs(number - 10_000_000)
    return (number < 10_000_000 ? "-" : "") + "\(distance / 100)." + digits(distance % 100, 2) + "m"
  }

  /// A mantissa and a power of ten, in centimetres.
  private static func size(_ octet: UInt8) -> String? {
    let (mantissa, exponent) = (Int(octet >> 4), Int(octet & 15))
    guard mantissa < 10, exponent < 10 else { return nil }
    let power = { (exponent: Int) in (0..<exponent).reduce(1) { number, _ in number * 10 } }
    return exponent > 1
      ? "\(mantissa * power(exponent - 2))m" : "0." + digits(mantissa * power(exponent), 2) + "m"
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}

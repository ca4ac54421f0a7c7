import DNS
import Yams

/// A company at which people edit their DNS records, known by its name servers.
public struct DNSHost: Sendable, Equatable {
  /// The id used in results.
  public let id: String
  /// Patterns of the names of its servers.
  public let patterns: [String]
  /// Servers that answer for every zone at this host.
  public let servers: [DNSName]

  /// The most octets that are read.
  static let longestFile = 1 << 18

  /// Reads `Playbooks/dns-hosts.yaml`.
  public static func read(yaml: String) throws(DNSHostError) -> [DNSHost] {
    guard yaml.utf8.count <= longestFile, !yaml.contains("&"), !yaml.contains("*:") else {
      throw DNSHostError(line: 1)
    }
    let file: File
    do {
      file = try YAMLDecoder().decode(File.self, from: yaml)
    } catch let error as YamlError {
      throw DNSHostError(line: error.line)
    } catch {
      throw DNSHostError(line: 1)
    }
    return try file.hosts.map { entry throws(DNSHostError) in
      do {
        let servers = try (entry.servers ?? []).map { try DNSName($0) }
        return DNSHost(id: entry.id, patterns: entry.nameServers, servers: servers)
      } catch {
        throw DNSHostError(line: 1)
      }
    }
  }

  /// The host that all or most of these servers belong to; nil when none does.
  public static func recognise(_ servers: [DNSName], among hosts: [DNSHost]) -> DNSHost? {
    let scored = hosts.map { host in (host, servers.count { host.serves($0) }) }
    guard let best = scored.max(by: { $0.1 < $1.1 }), best.1 > 0 else { return nil }
    return best.0
  }

  /// Whether a server's name fits one of the patterns.
  public func serves(_ server: DNSName) -> Bool {
    let labels = server.labels.map { Array(String(decoding: $0, as: UTF8.self).lowercased()) }
    return patterns.contains { pattern in
      var wanted = pattern.lowercased().split(separator: ".").map(Array.init)
      var found = labels[...]
      if wanted.first == ["*"] {
        wanted.removeFirst()
        guard found.count > wanted.count else { return false }
        found = found.suffix(wanted.count)
      }
      return found.count == wanted.count
        && zip(found, wanted).allSatisfy { Self.matches($0[...], $1[...]) }
    }
  }

  /// One label against one pattern, in which `*` stands for any run of characters.
  ///
  /// What stands between two stars is taken where it is found first, so nothing is tried twice.
  private static func matches(
    _ label: ArraySlice<Character>, _ pattern: ArraySlice<Character>
  ) -> Bool {
    var parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return label == pattern }
    let front = parts.removeFirst()
    let back = parts.removeLast()
    guard label.starts(with: front) else { return false }
    var rest = label.dropFirst(front.count)
    guard rest.suffix(back.count) == back else { return false }
    rest = rest.dropLast(back.count)
    for part in parts where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  private struct File: Decodable {
    struct Entry: Decodable {
      let id: String
      let nameServers: [String]
      let servers: [String]?
    }
    let version: Int
    let hosts: [Entry]
  }
}

/// The list of DNS hosts cannot be read.
public struct DNSHostError: Error, Equatable, Sendable {
  /// The line, from 1, as far as it is known.
  public let line: Int
}

extension YamlError {
  fileprivate var line: Int {
    switch self {
    case .reader(_, _, _, _), .memory, .no, .writer, .representer, .dataCouldNotBeDecoded,
      .duplicatedKeysInMapping:
      1
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: 1
    }
  }
}

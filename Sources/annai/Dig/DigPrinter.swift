import DNS
import Localization
import Resolution
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Prints what came of one lookup; a failure is said on the dialogue stream.
struct DigPrinter {
  private let lookup: DigLookup
  private let shell: Shell
  private var display: DigDisplay { lookup.display }

  init(_ lookup: DigLookup, isUTF8: Bool, _ shell: Shell) {
    var lookup = lookup
    if !isUTF8 { lookup.display.columns.style.showsUnicode = false }
    self.lookup = lookup
    self.shell = shell
  }

  func print(_ steps: [DigResult]) {
    var greeting = display.showsCommand ? lookup.greeting : nil
    for step in steps {
      guard let reply = step.reply else {
        sayFailure(step)
        continue
      }
      if display.isShort {
        shell.output.write(short(reply.message, step))
        continue
      }
      if reply.wasCutOff, display.parts.contains(.comments) {
        shell.output.write(";; Truncated, retrying in TCP mode.\n")
      }
      shell.output.write((greeting?.lines(servers: step.serverCount) ?? "") + long(step))
      greeting = nil
    }
  }

  func printJSON(_ steps: [DigResult]) throws {
    shell.output.write(try JSONText.encode(DigDocument(lookup, steps), pretty: false))
  }

  private func sayFailure(_ step: DigResult) {
    shell.say(
      "error.no-answer",
      [
        "server": .text(step.server?.description ?? lookup.server ?? "-"),
        "question": .text("\(lookup.name) \(lookup.type)"),
        "reason": .text(step.fault?.rawValue ?? ""),
      ])
  }

  /// The data of the answers, one a line; presentation text is printable by its own rules.
  private func short(_ message: Message, _ step: DigResult) -> String {
    guard display.parts.contains(.answer) else { return "" }
    var style = display.columns.style
    // Brackets are for the columns of the long form.
    style.isMultiline = false
    let type = { (record: ResourceRecord) in lookup.traces ? "\(record.type) " : "" }
    let server = step.server?.address.description ?? "-"
    let source = display.showsServer ? " from server \(server) in \(span(step, "ms", "us"))." : ""
    return message.answer.reduce(into: "") { text, record in
      text += "\(type(record))\(record.presentation(style))\(source)\n"
    }
  }

  private func long(_ step: DigResult) -> String {
    guard let reply = step.reply else { return "" }
    var text = display.parts.contains(.comments) ? ";; Got answer:\n" : ""
    text += reply.message.text(
      display.parts, columns: display.columns, hadEDNS: lookup.options.payloadSize != nil)
    if display.showsStatistics {
      text += """
        ;; Query time: \(span(step, "msec", "usec"))
        ;; SERVER: \(Visible.text(step.place)) (\(reply.overTCP ? "TCP" : "UDP"))
        ;; WHEN: \(Self.now)
        ;; MSG SIZE  rcvd: \(reply.size)


        """
    } else if display.showsServer {
      text +=
        ";; Received \(reply.size) bytes from \(Visible.text(step.place)) "
        + "in \(span(step, "ms", "us"))\n\n"
    }
    return text
  }

  /// How long an answer took, in the unit that was asked for.
  private func span(_ step: DigResult, _ milliseconds: String, _ microseconds: String) -> String {
    let duration = step.reply?.duration ?? .zero
    return display.hasMicroseconds
      ? "\(Int(duration / .microseconds(1))) \(microseconds)"
      : "\(Int(duration / .milliseconds(1))) \(milliseconds)"
  }

  /// The local time as `date` writes it without a locale.
  private static var now: String {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 64)
    let count = strftime(&buffer, buffer.count, "%a %b %d %H:%M:%S %Z %Y", &parts)
    return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

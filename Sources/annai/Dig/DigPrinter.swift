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
  let lookup: DigLookup
  let shell: Shell

  func print(_ steps: [DigResult], after greeting: inout DigGreeting) {
    for step in steps {
      guard let reply = step.reply else {
        sayFailure(step)
        continue
      }
      if lookup.display.isShort {
        shell.output.write(short(reply.message, step))
        continue
      }
      if reply.wasCutOff, lookup.display.parts.contains(.comments) {
        shell.output.write(";; Truncated, retrying in TCP mode.\n")
      }
      if lookup.display.showsCommand { shell.output.write(greeting.take()) }
      shell.output.write(long(step))
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

  /// The data of the answers, one a line; presentation text is printable ASCII by its own rules.
  private func short(_ message: Message, _ step: DigResult) -> String {
    message.answer.map { record in
      guard lookup.traces else { return record.presentation + "\n" }
      let server = step.server?.address.description ?? "-"
      return "\(record.type) \(record.presentation) from server \(server) "
        + "in \(milliseconds(step)) ms.\n"
    }.joined()
  }

  private func long(_ step: DigResult) -> String {
    guard let reply = step.reply else { return "" }
    let display = lookup.display
    var text = display.parts.contains(.comments) ? ";; Got answer:\n" : ""
    text += reply.message.text(display.parts, columns: display.columns)
    if display.showsStatistics {
      text += """
        ;; Query time: \(milliseconds(step)) msec
        ;; SERVER: \(Visible.text(step.place)) (\(reply.overTCP ? "TCP" : "UDP"))
        ;; WHEN: \(Self.now)
        ;; MSG SIZE  rcvd: \(reply.size)


        """
    } else if lookup.traces {
      text +=
        ";; Received \(reply.size) bytes from \(Visible.text(step.place)) "
        + "in \(milliseconds(step)) ms\n\n"
    }
    return text
  }

  private func milliseconds(_ step: DigResult) -> Int {
    step.reply.map { Int($0.duration / .milliseconds(1)) } ?? 0
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

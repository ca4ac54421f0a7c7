import DNS
import Localization
import Report
import Resolution
import Terminal

extension DigResult {
  /// Prints the result as the command line asks for; a failure is said on the dialogue stream.
  func print(_ lookup: DigLookup, _ format: DigSettings.Format, _ shell: Shell) throws {
    if format == .json {
      shell.output.write(try JSONText.encode(DigDocument(lookup, self), pretty: false))
      return
    }
    guard let reply else {
      shell.say(
        "error.no-answer",
        [
          "server": .text(server?.description ?? lookup.server ?? "-"),
          "question": .text("\(lookup.name) \(lookup.type)"),
          "reason": .text(fault?.rawValue ?? ""),
        ])
      return
    }
    if lookup.isShort, !lookup.traces {
      // Presentation text is printable ASCII by its own rules.
      shell.output.write(reply.message.answer.map { $0.presentation + "\n" }.joined())
      return
    }
    let milliseconds = Int((reply.duration / .milliseconds(1)).rounded())
    let body = lookup.traces ? traceLines(reply.message) : reply.message.text
    let transport = reply.overTCP ? "TCP" : "UDP"
    shell.output.write(
      body + ";; Query time: \(milliseconds) msec\n"
        + ";; SERVER: \(server?.description ?? "-") (\(transport))\n"
        + ";; MSG SIZE  rcvd: \(reply.size)\n\n")
  }

  private func traceLines(_ message: Message) -> String {
    let records = message.answer.isEmpty ? message.authority : message.answer
    let status = message.responseCode == .noError ? "" : ";; status: \(message.responseCode.name)\n"
    return status + records.map { $0.line + "\n" }.joined()
  }
}

/// A lookup as JSON: `annai.dig/1`.
struct DigDocument: Encodable {
  struct Record: Encodable {
    let name: String
    let type: String
    let ttl: UInt32
    let value: String

    init(_ record: ResourceRecord) {
      name = record.name.description
      type = record.type.name
      ttl = record.ttl
      value = record.presentation
    }
  }

  let schema = "annai.dig/1"
  let name: String
  let type: String
  let server: String?
  let status: String?
  let error: String?
  let flags: [String]
  let answer: [Record]
  let authority: [Record]
  let additional: [Record]
  let extendedErrors: [ExtendedError]
  let overTCP: Bool
  let size: Int?
  let durationMs: Int?

  init(_ lookup: DigLookup, _ result: DigResult) {
    let message = result.reply?.message
    name = lookup.name.description
    type = lookup.type.name
    server = result.server?.description
    status = message?.responseCode.name
    error = result.fault?.rawValue
    flags = message?.flags ?? []
    answer = (message?.answer ?? []).map(Record.init)
    authority = (message?.authority ?? []).map(Record.init)
    additional = (message?.additional ?? []).map(Record.init)
    extendedErrors = message?.extendedErrors ?? []
    overTCP = result.reply?.overTCP ?? false
    size = result.reply?.size
    durationMs = (result.reply?.duration).map { Int(($0 / .milliseconds(1)).rounded()) }
  }
}

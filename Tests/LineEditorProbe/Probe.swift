import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Asks again and again, and prints what came as one line each.
///
/// Arguments, all optional: `--plain` (no editor), `--join` (joins pasted lines), `--styled`,
/// `--prompt TEXT`, `--prefill TEXT`.
@main
struct Probe {
  private let output = Output(fileDescriptor: 1, color: .never, environment: { _ in nil })
  private let plain = PlainInput(fileDescriptor: 0)
  private let editor: LineEditor?
  private let joins = flag("--join")
  private let style: Style = flag("--styled") ? [.bold, .cyan] : []
  private let prompt = value("--prompt") ?? "> "
  private var prefill = value("--prefill") ?? ""
  private let names = ["mail.example.com", "mailer.example.com", "記録.example.jp"]

  static func main() {
    do {
      var probe = try Probe()
      exit(probe.run())
    } catch {
      Output(fileDescriptor: 1, color: .never, environment: { _ in nil })
        .write("EVENT failed \(error.code)\n")
      exit(2)
    }
  }

  private init() throws(TerminalError) {
    let isPlain = Self.flag("--plain")
    // Plain input shows no prompt to wait for, so signals are caught all the time.
    if isPlain { Signals.open() }
    editor = isPlain ? nil : try LineEditor(input: 0, output: 1)
  }

  private static func flag(_ name: String) -> Bool { CommandLine.arguments.contains(name) }

  private static func value(_ name: String) -> String? {
    let arguments = CommandLine.arguments
    guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else {
      return nil
    }
    return arguments[place + 1]
  }

  private func say(_ text: String) { output.write("EVENT \(text)\n") }

  private mutating func run() -> Int32 {
    while true {
      let event = next(prompt, prefill)
      prefill = ""
      switch event {
      case .line(let text):
        say("line <\(whole(text))>")
        if text == "quit" { return 0 }
      case .back: say("back")
      case .help: say("help")
      case .interrupt: say("interrupt")
      case .end:
        say("end")
        return 0
      case .left(let text):
        say("left <\(text)>")
        prefill = text
      case .suspended(let text):
        say("suspended <\(text)>")
        prefill = text
      case .resized(let text):
        say("resized <\(text)>")
        prefill = text
      case .signal(let number):
        say("signal \(number)")
        return 128 + number
      }
    }
  }

  private func next(_ prompt: String, _ prefill: String) -> LineEditor.Event {
    guard let editor else { return plain.readLine() }
    return editor.readLine(prompt: prompt, prefill: prefill, style: style) { typed in
      names.filter { $0.hasPrefix(typed) }
    }
  }

  /// A value that was pasted in several lines into a terminal without bracketed paste.
  private func whole(_ first: String) -> String {
    var text = first
    while joins, isOpen(text), editor?.pendingInput(within: 1000) == true,
      case .line(let more) = next("", "")
    {
      text += " " + more
    }
    return text
  }

  private func isOpen(_ text: String) -> Bool {
    !text.count { $0 == "\"" }.isMultiple(of: 2) || text.contains("(") && !text.contains(")")
  }
}

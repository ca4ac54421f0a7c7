import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Asks again and again, and prints what came as one line each. Arguments, all optional:
// --plain (no editor), --join (joins pasted lines), --prompt TEXT, --prefill TEXT, --styled.

var arguments = CommandLine.arguments.dropFirst()
func option(_ name: String) -> Bool {
  guard let index = arguments.firstIndex(of: name) else { return false }
  arguments.remove(at: index)
  return true
}
func value(_ name: String) -> String {
  guard let index = arguments.firstIndex(of: name), index + 1 < arguments.endIndex else { return "" }
  return arguments[index + 1]
}

let isPlain = option("--plain")
let joins = option("--join")
let style: Style = option("--styled") ? [.bold, .cyan] : []
let prompt = value("--prompt").isEmpty ? "> " : value("--prompt")
var prefill = value("--prefill")
let names = ["mail.example.com", "mailer.example.com", "記録.example.jp"]

let output = Output(fileDescriptor: 1, color: .never, environment: [:])
func say(_ text: String) { output.write(text + "\n") }

let editor: LineEditor?
do {
  editor = isPlain ? nil : try LineEditor(input: 0, output: 1)
} catch {
  say("EVENT failed \(error.code)")
  exit(2)
}
let plain = PlainInput(fileDescriptor: 0)

func next(_ prompt: String, _ prefill: String) -> LineEditor.Event {
  guard let editor else { return plain.readLine() }
  return editor.readLine(prompt: prompt, prefill: prefill, style: style) { typed in
    names.filter { $0.hasPrefix(typed) }
  }
}

/// Whether a quoted or parenthesised value has begun and not ended.
func isOpen(_ text: String) -> Bool {
  text.count { $0 == "\"" } % 2 == 1 || text.contains("(") && !text.contains(")")
}

while true {
  let event = next(prompt, prefill)
  prefill = ""
  switch event {
  case .line(var text):
    while joins, isOpen(text), editor?.pendingInput(within: 100) == true,
      case .line(let more) = next("", "")
    {
      text += " " + more
    }
    say("EVENT line <\(text)>")
    if text == "quit" { exit(0) }
  case .back: say("EVENT back")
  case .help: say("EVENT help")
  case .interrupt: say("EVENT interrupt")
  case .end:
    say("EVENT end")
    exit(0)
  case .suspended(let text):
    say("EVENT suspended <\(text)>")
    prefill = text
  case .resized(let text):
    say("EVENT resized <\(text)>")
    prefill = text
  case .signal(let number):
    say("EVENT signal \(number)")
    exit(128 + number)
  }
}

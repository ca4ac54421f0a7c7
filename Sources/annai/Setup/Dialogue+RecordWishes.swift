import DNS
import Localization
import MailAuth
import Playbook
import Publishing
import Report
import Terminal
import Wizard

/// The records in the terms of a DNS host, and what can be done with them besides typing them in.
extension Dialogue {
  /// Shows the records, and does what is asked for until the person goes on or away.
  mutating func attendRecords() throws -> Wish {
    try showSheet()
    guard prompter.asks else { return .go }
    show([commandsBlock, .space])
    while true {
      let prompt = shell.messages("wizard.prompt.records")
      switch reply(to: prompt, commands: RecordWish.commands) {
      case .help:
        say("wizard.keys")
        show([commandsBlock])
      case .language(let code):
        if change(language: code) { return .stay }
      case .leave(let status): throw Leave(status: leavingStatus(status))
      case .back: return .back
      case .left: continue
      case .line(let typed):
        let wish = RecordWish(typed)
        if wish == .done { return .go }
        try fulfil(wish)
      }
    }
  }

  /// The records as they are now shown.
  var recordSheet: RecordSheet {
    get throws {
      let host: DNSHost? =
        switch hostChoice {
        case .host(let host): host
        case .neutral: nil
        case nil: survey?.hosts.first
        }
      return RecordSheet(try plan, zone: zone, survey: survey, host: host)
    }
  }

  private mutating func showSheet() throws {
    let (sheet, screens) = (try recordSheet, screens)
    show(RecordCards(sheet, shell.messages) { screens.remarks(on: $0) }.blocks)
    if prompter.asks, let server = sheet.mailChange?.ownMailServer, mailQuestion != nil {
      say("record.mail-adopt", ["server": .text(server.exchange.withoutFinalDot)])
    }
    show(screens.sequel(to: .records))
  }

  /// A long list has scrolled away when it is typed off.
  private mutating func showCard(_ number: Int) throws {
    let (sheet, screens) = (try recordSheet, screens)
    let card = RecordCards(sheet, shell.messages) { screens.remarks(on: $0) }.card(number: number)
    if card.isEmpty {
      return say("record.copy-which", ["count": .integer(sheet.changes.count)])
    }
    show([.space] + card)
  }

  private var commandsBlock: Block {
    .paragraph(shell.messages("record.commands", ["formats": .list(RecordFile.formats)]))
  }

  private mutating func fulfil(_ wish: RecordWish) throws {
    switch wish {
    case .done: break
    case .copy(let number): try copy(number)
    case .card(let number): try showCard(number)
    case .zoneFile: show(try recordSheet.zoneLines.map { .verbatim($0) })
    case .host(let id): try choose(host: id)
    case .export(let format, let file): try export(format, file)
    case .keepMail: try keepMail()
    case .ticket: say("ticket.no-check")
    case .unknown(let typed): say("record.typed-unknown", ["typed": .text(typed)])
    }
  }

  // MARK: Copying

  mutating func copy(_ number: Int?) throws {
    let sheet = try recordSheet
    guard let number, let value = sheet.value(number: number) else {
      return say("record.copy-which", ["count": .integer(sheet.changes.count)])
    }
    let isCopied = shell.copy(value)
    say(isCopied ? "record.copied" : "record.copy-by-hand", ["number": .integer(number)])
    show([.verbatim(value, indent: 0)])
  }

  // MARK: Hosts

  private mutating func choose(host id: String?) throws {
    guard let id else {
      say("record.host-list")
      let language = shell.messages.language.code
      return show([
        .fields(hosts.map { Block.Field($0.id, $0.name(language: language)) })
      ])
    }
    if id == "none" {
      hostChoice = .neutral
    } else if let host = hosts.first(where: { $0.id == id }) {
      hostChoice = .host(host)
    } else {
      return say("record.host-no-such", ["id": .text(id)])
    }
    try showSheet()
  }

  // MARK: Files

  private mutating func export(_ format: String?, _ file: String?) throws {
    let formats = Argument.list(RecordFile.formats)
    guard let format else { return say("record.export-formats", ["formats": formats]) }
    guard let known = ExportFormat(rawValue: format) else {
      return say("record.export-no-such", ["format": .text(format), "formats": formats])
    }
    do {
      let text = try RecordFile(try recordSheet, shell.messages).text(known)
      guard let file else {
        // Some formats end their lines with CRLF.
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return show(lines.dropLast().map { .verbatim(String($0), indent: 0) })
      }
      try RecordFile.save(text, to: file)
      say("record.exported", ["file": .text(file)])
    } catch let failure as Failure {
      // A wrong file name does not end the dialogue.
      say(failure.key, failure.arguments)
    }
  }

  // MARK: Mail servers

  /// The question that is answered with a mail server.
  private var mailQuestion: String? {
    journey.playbook.inputs.first { $0.kind == .mailServer }?.id
  }

  /// Takes the mail servers that are there as the answer, so that the check expects them.
  private mutating func keepMail() throws {
    guard let server = try recordSheet.mailChange?.ownMailServer, let id = mailQuestion else {
      return say("record.mail-nothing")
    }
    let name = server.exchange.description
    do {
      try take(.corrected(id, try journey.read(name, for: id), .typed))
    } catch let fault as InputFault {
      return complain(fault)
    }
    say("record.mail-adopted", ["server": .text(server.exchange.withoutFinalDot)])
    try showSheet()
  }
}

extension Shell {
  /// Hands a text to the clipboard of the terminal; false where there is none to hand it to.
  func copy(_ text: String) -> Bool {
    guard dialogue.isTerminal, !isAccessible, environment("TERM") != "dumb",
      let sequence = Clipboard.sequence(text)
    else { return false }
    return dialogue.write(sequence)
  }

  /// Copies a text and prints it; nil is nothing to copy.
  func offer(_ text: String?) {
    guard let text, !text.isEmpty else { return say("copy.nothing") }
    say(copy(text) ? "copy.done" : "copy.by-hand")
    show([.verbatim(text, indent: 0)])
  }
}

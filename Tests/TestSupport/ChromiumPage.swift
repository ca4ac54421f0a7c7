import Foundation

/// A tab of a browser.
public final class ChromiumPage {
  private let browser: Chromium
  private let session: String

  init(_ browser: Chromium, session: String) throws {
    self.browser = browser
    self.session = session
    for domain in ["Page", "Network", "Runtime", "Log", "Accessibility", "DOM"] {
      try call("\(domain).enable")
    }
  }

  @discardableResult
  private func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    try browser.call(method, parameters, session: session)
  }

  /// Opens a file and waits until all of it is there.
  public func open(_ file: String) throws {
    browser.events = []
    try call("Page.navigate", ["url": URL(filePath: file).absoluteString])
    try browser.wait(for: "Page.loadEventFired", session: session)
  }

  /// Gives the page a size, in pixels.
  public func resize(width: Int, height: Int = 800) throws {
    try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
  }

  /// Shows the page as on a screen or on paper, in light or in dark.
  public func show(on medium: String = "screen", isDark: Bool = false) throws {
    try call(
      "Emulation.setEmulatedMedia",
      [
        "media": medium,
        "features": [["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]],
      ])
  }

  /// The value of an expression in the page, which may be a promise, as JSON has it.
  ///
  /// It runs as if a person had just done something.
  public func value(_ expression: String) throws -> Any? {
    let answer = try call(
      "Runtime.evaluate",
      [
        "expression": expression, "returnByValue": true, "awaitPromise": true,
        "userGesture": true,
      ])
    if let fault = answer["exceptionDetails"] {
      throw Chromium.Failure.refused(method: expression, reason: "\(fault)")
    }
    return (answer["result"] as? [String: Any])?["value"]
  }

  /// Lets the page read and write the clipboard, as a person may.
  public func allowClipboard() throws {
    try browser.call(
      "Browser.grantPermissions",
      ["permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]])
  }

  /// Presses and releases Tab.
  public func pressTab() throws {
    for type in ["rawKeyDown", "keyUp"] {
      try call(
        "Input.dispatchKeyEvent",
        ["type": type, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9])
    }
  }

  /// Prints the page; gives the PDF.
  public func print() throws -> Data {
    let answer = try call("Page.printToPDF", ["printBackground": true])
    return Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
  }

  /// The roles that a screen reader finds, each as often as it is there.
  public func roles() throws -> [String] {
    let nodes = try call("Accessibility.getFullAXTree")["nodes"] as? [[String: Any]] ?? []
    return nodes.filter { $0["ignored"] as? Bool != true }.compactMap {
      ($0["role"] as? [String: Any])?["value"] as? String
    }
  }

  /// Every address that was asked for since the page was opened.
  public var requests: [String] {
    told("Network.requestWillBeSent").compactMap {
      ($0["request"] as? [String: Any])?["url"] as? String
    }
  }

  /// What the browser complained about since the page was opened.
  public var complaints: [String] {
    (told("Runtime.exceptionThrown") + told("Log.entryAdded")).map { "\($0)" }
  }

  private func told(_ method: String) -> [[String: Any]] {
    browser.events.filter {
      $0["method"] as? String == method && $0["sessionId"] as? String == session
    }.compactMap { $0["params"] as? [String: Any] }
  }
}

import Foundation
import Localization
import TestSupport
import Testing

extension ProgramTests {
  /// Guides as a browser shows them, one browser for all of them.
  @Suite(
    "Guides in a browser", .enabled(if: Chromium.path != nil, "Chromium is not installed"))
  struct GuidePageTests {
    /// One service without choices, one with many, and the longest texts in between.
    static let playbooks = ["tencent-ses", "microsoft-365"]
    /// The narrowest phones in use, and a window.
    static let widths = [360, 1280]
  }
}

extension ProgramTests.GuidePageTests {
  /// Writes the pages of a language into a folder; gives their paths.
  private func pages(_ code: String, in place: Place) throws -> [String] {
    let guides = try Self.playbooks.map { id in
      let run = try Annai.run(
        [
          "playbook", "render", id, "--lang", code, "--format", "html", "--domain",
          "mail.acme-shop.com",
        ], in: place)
      #expect(run.status == 0, "\(run)")
      return try place.write("\(id)-\(code).html", run.output)
    }
    let list = try Annai.run(["playbook", "list", "--format", "html", "--lang", code], in: place)
    return guides + [try place.write("index-\(code).html", list.output)]
  }

  @Test("Every page in every language is a page for everybody")
  func everything() throws {
    let place = try Place()
    let browser = try Chromium()
    let page = try browser.page()
    for code in Words.codes {
      for file in try pages(code, in: place) {
        try page.show()
        try page.resize(width: 1280)
        try page.open(file)
        let isGuide = !file.contains("index-")
        try isWhole(page, code, isGuide: isGuide)
        try fits(page, file)
        try isReadable(page, file)
        if isGuide {
          try copies(page, Words(code))
          try prints(page)
        }
        try staysHere(page, file)
      }
    }
  }

  /// A language, a title, one first heading, no level left out, and the landmarks.
  private func isWhole(_ page: ChromiumPage, _ code: String, isGuide: Bool) throws {
    #expect(try page.value("document.documentElement.lang") as? String == code)
    #expect(try (page.value("document.title") as? String)?.isEmpty == false)
    let script = "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])"
    let levels = try #require(try page.value(script) as? [Int])
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1, "\(levels)")
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 - $0 <= 1 }, "\(levels)")
    let roles = try page.roles()
    for role in ["banner", "main"] { #expect(roles.count { $0 == role } == 1, "\(role)") }
    #expect(roles.contains("status"))
    guard isGuide else { return }
    #expect(roles.count { $0 == "navigation" } == 1)
    // The first thing that a keyboard reaches leads to the content, and is seen then.
    try page.pressTab()
    let skip = """
      (() => { const a = document.activeElement, r = a.getBoundingClientRect();
      return a.className === 'skip' && r.left >= 0 && r.width > 0 })()
      """
    #expect(try page.value(skip) as? Bool == true)
  }

  /// Nothing is wider than the window.
  private func fits(_ page: ChromiumPage, _ file: String) throws {
    for width in Self.widths {
      try page.resize(width: width)
      let script = """
        [...document.querySelectorAll('body *')].filter(e => {
          const r = e.getBoundingClientRect();
          return r.width > 0 && r.left >= 0 && r.right > document.documentElement.clientWidth + 1
        }).map(e => e.outerHTML.slice(0, 120)).concat(
          document.documentElement.scrollWidth > document.documentElement.clientWidth
            ? ['the page itself'] : [])
        """
      #expect(try page.value(script) as? [String] == [], "\(file) at \(width)")
    }
  }

  /// Text stands out from what is behind it (WCAG 2.2, 1.4.3), in light and in dark.
  private func isReadable(_ page: ChromiumPage, _ file: String) throws {
    var papers: Set<String> = []
    for isDark in [false, true] {
      try page.show(isDark: isDark)
      papers.insert(
        try #require(try page.value("getComputedStyle(document.body).backgroundColor") as? String))
      let faint = try page.value(Self.faintTexts) as? [String]
      #expect(faint == [], "\(file) \(isDark ? "dark" : "light")")
    }
    #expect(papers.count == 2, "dark mode has the colours of light mode")
    try page.show()
  }

  private static let faintTexts = """
    (() => {
      const parts = c => c.match(/[\\d.]+/g).map(Number);
      const light = c => parts(c).slice(0, 3).map(v => v / 255)
        .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
      const behind = e => {
        for (; e; e = e.parentElement) {
          const c = getComputedStyle(e).backgroundColor;
          if (parts(c)[3] !== 0) return c;
        }
        return 'rgb(255, 255, 255)';
      };
      return [...document.querySelectorAll('h1,h2,h3,p,li,a,dt,dd,code,button,summary')]
        .filter(e => e.checkVisibility()).filter(e => {
          const two = [getComputedStyle(e).color, behind(e)].map(light).sort((a, b) => b - a);
          return (two[0] + .05) / (two[1] + .05) < 4.5;
        }).map(e => e.outerHTML.slice(0, 120));
    })()
    """

  /// Each button copies its value, and says so to those who do not see it.
  private func copies(_ page: ChromiumPage, _ words: Words) throws {
    try page.allowClipboard()
    let script = """
      (async () => {
        const buttons = [...document.querySelectorAll('button[data-copy]')], wrong = [];
        for (const button of buttons) {
          if (!button.checkVisibility()) wrong.push('hidden');
          button.click();
          for (let i = 0; i < 200 && !document.getElementById('status').textContent
            .endsWith(button.dataset.copy); i++) await new Promise(r => setTimeout(r, 5));
          if (await navigator.clipboard.readText() !== button.dataset.copy)
            wrong.push(button.outerHTML);
        }
        return [buttons.length, wrong, document.getElementById('status').textContent];
      })()
      """
    let seen = try #require(try page.value(script) as? [Any])
    #expect(seen[0] as? Int ?? 0 > 10)
    #expect(seen[1] as? [String] == [])
    #expect((seen[2] as? String)?.hasPrefix(try words("guide.copied")) == true, "\(seen[2])")
  }

  /// On paper there is nothing to press, and nothing is folded.
  private func prints(_ page: ChromiumPage) throws {
    try page.show(on: "print", isDark: true)
    let script = """
      [...document.querySelectorAll('nav, button, .skip, #status')]
        .filter(e => getComputedStyle(e).display !== 'none').length
      """
    #expect(try page.value(script) as? Int == 0)
    #expect(
      try page.value("getComputedStyle(document.body).backgroundColor") as? String
        == "rgb(255, 255, 255)")
    #expect(try page.value(Self.faintTexts) as? [String] == [])
    try page.show()
    let paper = try page.print()
    #expect(paper.starts(with: Data("%PDF-".utf8)) && paper.count > 10_000)
    #expect(try page.value("document.querySelectorAll('details:not([open])').length") as? Int == 0)
  }

  /// The page was asked for and nothing else, and its policy would not let it ask.
  private func staysHere(_ page: ChromiumPage, _ file: String) throws {
    let own = URL(filePath: file).absoluteString
    #expect(Set(page.requests) == [own], "\(page.requests)")
    #expect(page.complaints == [])
    let script = """
      new Promise(done => {
        document.addEventListener('securitypolicyviolation', e => done(e.effectiveDirective));
        const image = new Image();
        image.src = 'http://127.0.0.1:9/picture.png';
        setTimeout(() => done('nothing was stopped'), 5000);
      })
      """
    #expect(try page.value(script) as? String == "img-src")
  }
}

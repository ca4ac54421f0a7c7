/// What every page of the documentation has around its content.
enum HTMLPage {
  /// From the first line to the start of the content.
  static func head(title: String, language: String) -> String {
    // Only what the page itself holds runs: its style and its script.
    let policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
    return """
      <!doctype html>
      <html lang="\(HTMLText.escaped(language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <title>\(HTMLText.escaped(title.replacing("`", with: "")))</title>
      <style>
      \(style)</style>
      </head>
      <body>

      """
  }

  /// From the end of the content to the last line; `copied` is said after a copy.
  static func foot(copied: String) -> String {
    """
    <p id="status" role="status" aria-live="polite" data-copied="\(HTMLText.escaped(copied))"></p>
    <script>
    \(script)</script>
    </body>
    </html>

    """
  }

  private static let style = """
    :root { --ink: #1b1b1f; --paper: #fff; --soft: #f1f3f7; --line: #868a92; --link: #0645ad;
      --quiet: #565a62 }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6e6ea; --paper: #17181c; --soft: #25272e; --line: #8d919b; --link: #8ab4ff;
        --quiet: #b0b4bd }
    }
    body { margin: 0 auto; max-width: 48rem; padding: 1rem; color: var(--ink);
      background: var(--paper); font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: break-word }
    h1, h2, h3, summary { line-height: 1.3 }
    h1 { font-size: clamp(1.5rem, 6vw, 2rem) }
    :lang(ko) { word-break: keep-all }
    :lang(ja) { line-break: strict }
    :lang(ja) :is(h1, h2, h3, summary) { word-break: auto-phrase }
    a { color: var(--link) }
    code, pre { font-family: ui-monospace, monospace; font-size: .95em }
    dl { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem 1rem }
    dt { font-weight: 600 }
    dd { margin: 0 0 .6rem }
    .value { display: flex; gap: .5rem; align-items: baseline; justify-content: space-between }
    .value code { overflow-wrap: anywhere; user-select: all }
    .value pre { flex: 1; margin: .3rem 0; padding: .5rem; white-space: pre-wrap;
      background: var(--soft) }
    .note { border-left: .3rem solid var(--line); padding: .2rem .8rem; background: var(--soft) }
    .question { border-left: .3rem solid var(--link); padding: 0 .8rem; margin: 1rem 0 }
    details { border-bottom: 1px solid var(--line); padding: .4rem 0 }
    summary { cursor: pointer }
    .id { color: var(--quiet); font-size: .85em }
    summary .id { display: block; padding-left: 1.1rem }
    button { font: inherit; padding: .1rem .6rem; min-width: 2.75rem; min-height: 1.75rem;
      color: var(--ink); background: var(--soft); border: 1px solid var(--line);
      border-radius: .3rem; flex: none }
    button[hidden] { display: none }
    :focus-visible { outline: .2rem solid var(--link); outline-offset: .1rem }
    .skip { position: absolute; left: -100vw }
    .skip:focus { position: static }
    @media print {
      :root { --ink: #000; --paper: #fff; --soft: #fff; --line: #666; --link: #000;
        --quiet: #444 }
      nav, button, .skip, #status { display: none }
      body { max-width: none; padding: 0 }
      dl, .question, .note { break-inside: avoid }
      details > * { display: block }
      details::details-content { display: block; content-visibility: visible }
    }

    """

  private static let script = """
    "use strict";
    const said = document.getElementById("status");
    if (navigator.clipboard) {
      for (const button of document.querySelectorAll("button[data-copy]")) {
        button.hidden = false;
        button.addEventListener("click", async () => {
          try {
            await navigator.clipboard.writeText(button.dataset.copy);
            said.textContent = said.dataset.copied + " " + button.dataset.copy;
          } catch {
            said.textContent = "";
          }
        });
      }
    }
    // What is folded would be missing on paper.
    addEventListener("beforeprint", () => {
      for (const part of document.querySelectorAll("details")) part.open = true;
    });

    """
}

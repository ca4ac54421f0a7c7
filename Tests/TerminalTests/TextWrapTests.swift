import Testing

@testable import Terminal

@Suite("Line breaking")
struct TextWrapTests {
  @Test("Japanese breaks between characters, but not before 、 or after 「")
  func japanese() {
    let text =
      "レジストリが、このドメイン名の名前解決を止めています。DNSPodの設定は正しいのに、"
      + "digコマンドでは「qcloud._domainkey.abc.example.com」が"
    #expect(
      TextWrap.lines(text, columns: 40) == [
        "レジストリが、このドメイン名の名前解決を",
        "止めています。DNSPodの設定は正しいのに、",
        "digコマンドでは",
        "「qcloud._domainkey.abc.example.com」が",
      ])
  }

  @Test("Korean breaks at spaces only")
  func korean() {
    let text =
      "레지스트리에서 이 도메인의 이름 확인을 중지했습니다. DNSPod의 설정은 올바르지만 "
      + "qcloud._domainkey.abc.example.com 레코드를 찾을 수 없습니다."
    #expect(
      TextWrap.lines(text, columns: 40) == [
        "레지스트리에서 이 도메인의 이름 확인을",
        "중지했습니다. DNSPod의 설정은 올바르지만",
        "qcloud._domainkey.abc.example.com",
        "레코드를 찾을 수 없습니다.",
      ])
  }

  @Test("A Korean phrase stays with its quotes, its Latin letters and its particle")
  func eojeol() {
    #expect(
      TextWrap.lines("페이지에서 「확인」을 클릭합니다", columns: 16) == ["페이지에서", "「확인」을", "클릭합니다"])
    #expect(TextWrap.lines("이제 DNS를 봅니다", columns: 8) == ["이제", "DNS를", "봅니다"])
  }

  @Test("No line begins or ends where the rules forbid it", arguments: 2...24)
  func kinsoku(columns: Int) {
    let text = "「送信ドメイン名」ページで新規作成をクリックします。チェック（３件）、データベース！"
    for line in TextWrap.lines(text, columns: columns) {
      #expect(line.first.map(LineBreak.startsNoLine) == false)
      #expect(line.last.map(LineBreak.endsNoLine) == false)
    }
    #expect(TextWrap.lines(text, columns: columns).joined() == text)
  }

  @Test("A word longer than the line sticks out whole")
  func overflow() {
    #expect(
      TextWrap.lines("see qcloud._domainkey.example.com now", columns: 20) == [
        "see", "qcloud._domainkey.example.com", "now",
      ])
    #expect(TextWrap.lines("abc", columns: 0) == ["abc"])
    #expect(TextWrap.lines("abc", columns: -5) == ["abc"])
  }

  @Test("A span between backticks is one word, spaces and kanji included")
  func code() {
    #expect(
      TextWrap.lines("値は`v=spf1 include:例 ~all`です。", columns: 20) == [
        "値は", "`v=spf1 include:例 ~all`", "です。",
      ])
    #expect(TextWrap.lines("값 `a b`를 봅니다", columns: 8) == ["값", "`a b`를", "봅니다"])
    #expect(TextWrap.lines("a ` b c", columns: 3) == ["a `", "b c"])
    #expect(TextWrap.lines("`a b` `c d`", columns: 7) == ["`a b`", "`c d`"])
  }

  @Test("Line breaks and margins stay; lines end without spaces")
  func breaks() {
    #expect(TextWrap.lines("a\n\nb\r\nc", columns: 9) == ["a", "", "b", "c"])
    #expect(TextWrap.lines("", columns: 9) == [""])
    #expect(TextWrap.lines("  one two\nthree", columns: 6) == ["  one", "  two", "three"])
    #expect(TextWrap.lines("one   two ", columns: 5) == ["one", "two"])
    #expect(TextWrap.lines("one   two ", columns: 40) == ["one   two"])
  }

  @Test("First line and others have their own indent, which counts")
  func indent() {
    #expect(
      TextWrap.lines("one two three", columns: 10, first: "  1. ", rest: "     ") == [
        "  1. one", "     two", "     three",
      ])
    #expect(TextWrap.lines("가 나", columns: 6, first: "・ ", rest: "   ") == ["・ 가", "   나"])
    #expect(TextWrap.lines("a\nb", columns: 9, first: "- ", rest: "  ") == ["- a", "  b"])
  }

  @Test("No text is lost or too wide", arguments: GoldenTexts.all, [20, 33, 40, 57, 80])
  func whole(_ golden: GoldenText, columns: Int) {
    let lines = TextWrap.lines(golden.text, columns: columns)
    #expect(lines.joined().filter { $0 != " " } == golden.text.filter { $0 != " " })
    let longest = golden.text.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= max(columns, longest) })
  }

  @Test("The four languages at 40 and 80 columns", arguments: GoldenTexts.all)
  func golden(_ golden: GoldenText) {
    #expect(TextWrap.lines(golden.text, columns: 40) == golden.at40)
    #expect(TextWrap.lines(golden.text, columns: 80) == golden.at80)
  }
}

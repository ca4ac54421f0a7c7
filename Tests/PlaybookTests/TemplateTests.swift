import Testing

@testable import Playbook

@Suite struct TemplateTests {
  @Test func answersStandInTheirPlaces() throws {
    let template = try Template("{host}.{domain}")
    #expect(template.inputs == ["host", "domain"])
    #expect(template.text(["host": "a", "domain": "b"]) == "a.b")
    #expect(template.text(["host": "a"]) == nil)
  }

  @Test func bracketsStandOnlyWithTheirAnswer() throws {
    let template = try Template("v=DMARC1; p=none[; rua=mailto:{to}]")
    #expect(template.text([:]) == "v=DMARC1; p=none")
    #expect(template.text(["to": "a@b.net"]) == "v=DMARC1; p=none; rua=mailto:a@b.net")
    #expect(template.neededInputs == [])
    #expect(template.inputs == ["to"])
  }

  @Test func doubledSignsAreMeant() throws {
    #expect(try Template("exists:%{{i}}.[[x]]").text([:]) == "exists:%{i}.[x]")
    #expect(try Template("[{a}]]]").text(["a": "1"]) == "1]")
  }

  @Test(arguments: [
    ("a{b", Template.Fault.unclosedBrace(offset: 1)),
    ("a}b", .strayBrace(offset: 1)),
    ("a{}", .badName("", offset: 1)),
    ("{A}", .badName("A", offset: 0)),
    ("{a b}", .badName("a b", offset: 0)),
    ("x[{a}", .unclosedBracket(offset: 1)),
    ("x]", .strayBracket(offset: 1)),
    ("[{a} [{b}] ]", .strayBracket(offset: 5)),
    ("ab[c]", .needlessBracket(offset: 2)),
    ("é[é}]", .strayBrace(offset: 3)),
  ])
  func faultsHaveTheirOffset(source: String, fault: Template.Fault) {
    #expect(throws: fault) { try Template(source) }
  }
}

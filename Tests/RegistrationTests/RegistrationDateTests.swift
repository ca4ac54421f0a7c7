import Foundation
import Testing

@testable import Registration

@Suite("Dates of registries")
struct RegistrationDateTests {
  private func seconds(_ text: String, _ offset: Int? = nil) -> Int? {
    RegistrationDate(text, offset: offset).map { Int($0.latest.timeIntervalSince1970) }
  }

  @Test func readsEveryForm() {
    #expect(seconds("1970-01-01T00:00:00Z") == 0)
    #expect(seconds("2002-10-01T01:00:00Z") == 1_033_434_000)
    #expect(seconds("2002-10-01T01:00:00.000Z") == 1_033_434_000)
    #expect(seconds("2002-10-01T10:00:00+09:00") == 1_033_434_000)
    #expect(seconds("2002-09-30t20:30:00-04:30") == 1_033_434_000)
    #expect(seconds("2002-10-01 09:00:00", 8 * 3600) == 1_033_434_000)
    #expect(seconds("01-Oct-2002 01:00:00 UTC") == 1_033_434_000)
    #expect(seconds("2002/10/01 10:00:00 (JST)") == 1_033_434_000)
    #expect(seconds("2000-02-29T23:59:60Z") == seconds("2000-02-29T23:59:59Z"))
    #expect(seconds("1969-12-31T23:59:59Z") == -1)
  }

  @Test func keepsTheDayThatWasPrinted() {
    #expect(RegistrationDate("2007. 03. 02.", offset: 9 * 3600)?.day == "2007-03-02")
    #expect(RegistrationDate("2005/05/30")?.day == "2005-05-30")
    #expect(RegistrationDate(" 2027-3-1 \r")?.day == "2027-03-01")
    #expect(RegistrationDate("2002-10-01T23:00:00-05:00")?.day == "2002-10-01")
  }

  /// Nothing is called past before it is so everywhere.
  @Test func allowsForWhatIsNotKnown() {
    #expect(seconds("1970-01-01", 0) == 86_399)
    #expect(seconds("1970-01-01", 9 * 3600) == 86_399 - 9 * 3600)
    #expect(seconds("1970-01-01") == 86_399 + 12 * 3600)
    #expect(seconds("1970-01-01 00:00:00") == 12 * 3600)
    let date = RegistrationDate("1970-01-01", offset: 0)
    #expect(date?.isPast(at: Date(timeIntervalSince1970: 86_399)) == false)
    #expect(date?.isPast(at: Date(timeIntervalSince1970: 86_400)) == true)
  }

  @Test(arguments: [
    "", "soon", "07-03-02", "2023-02-29", "2023-13-01", "2023-00-10", "2023-01-32", "2023-01-01T",
    "2023-01-01T24:00:00Z", "2023-01-01T10:60:00Z", "2023-01-01T10:00:00 CEST", "0000-01-01",
    "12-Foo-2020 00:00:00", "2023-01-01T10:00:00+25:00", "20230101", "99999-01-01", "1/2/2023",
    "2023-01-01 and more", "２０２３-01-01",
  ])
  func guessesNothing(_ text: String) { #expect(RegistrationDate(text) == nil) }
}

/// Everything that is wrong with one file.
public struct PlaybookFaults: Error, Equatable, Sendable {
  /// The name that was given for the file.
  public let file: String
  /// At least one fault, by line and column.
  public let faults: [PlaybookFault]
}

/// One mistake in a playbook or walkthrough file.
public struct PlaybookFault: Equatable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int
  /// The place in the structure, such as `records[2].value`, items from 0; empty for the file.
  public let path: String
  /// What is wrong.
  public let code: Code

  /// What a value must be.
  public enum Expected: String, Equatable, Sendable {
    /// A text; a plain number, true, false or null must be quoted to be one.
    case text
    /// A whole number without quotes.
    case number
    /// true or false without quotes.
    case yesOrNo = "yes-or-no"
    /// Items.
    case list
    /// Keys and values.
    case map
  }

  /// What is wrong, with what is needed to say it.
  public enum Code: Equatable, Sendable {
    /// The file has more than this number of octets.
    case tooBig(limit: Int)
    /// The file is not UTF-8.
    case notUTF8
    /// No YAML from here on.
    case syntax
    /// A second document.
    case severalDocuments
    /// An anchor or an alias: they make a small file huge.
    case aliasesNotAllowed
    /// A `!tag`.
    case tagsNotAllowed
    /// Lists and maps within each other beyond this number.
    case tooDeep(limit: Int)
    /// A key that is no text.
    case keyNotText
    /// A key that stands twice in one map.
    case duplicateKey(String, firstLine: Int)
    /// A key that means nothing here, and the key that may have been meant.
    case unknownKey(String, nearest: String?)
    /// A key that must be there.
    case missingKey(String)
    /// A key that another value makes meaningless, such as a priority on a TXT.
    case misplacedKey(String)
    /// A value of another kind than expected.
    case wrongType(Expected)
    /// Nothing where something must be.
    case empty
    /// A text over this number of octets.
    case tooLong(limit: Int)
    /// A control or invisible character in a text.
    case badText
    /// A name in a form that names cannot have.
    case badName(String)
    /// A pattern of server names that is none, or fits too many names.
    case badPattern(String)
    /// A number outside of these bounds.
    case outOfRange(minimum: Int, maximum: Int)
    /// No `https://` address.
    case badAddress(String)
    /// A word that is none of those possible.
    case unknownWord(String, possible: [String], nearest: String?)
    /// A template that cannot be read.
    case badTemplate(Template.Fault)
    /// An input that is not declared.
    case unknownInput(String, nearest: String?)
    /// A label that is not declared.
    case unknownLabel(String, nearest: String?)
    /// A record that is not declared.
    case unknownRecord(String, nearest: String?)
    /// An id that is taken; inputs, labels and links share one set, as they fill placeholders.
    case duplicateID(String, firstLine: Int)
    /// A default that is no answer to its own input.
    case badDefault(InputFault)
    /// An input that may be left blank, or is not asked for whenever the record is needed, outside
    /// of brackets.
    case optionalInput(String)
    /// A record's name that does not end with the domain input.
    case outsideDomain
    /// Not exactly one input of kind `domain`.
    case domainInputs(count: Int)
    /// A sample address of the service's guide within a value.
    case exampleAddress(String)
    /// An input that no step asks for.
    case neverAsked(String)
    /// An input that is asked for a second time.
    case askedTwice(String)
    /// An input that is asked for before the choice on which it hangs.
    case askedTooEarly(String, choice: String)
    /// A condition on something that is no choice declared before it.
    case unknownChoice(String, nearest: String?)
    /// One of the four steps is not there.
    case missingStep(String)
    /// A step that stands before one that must come first.
    case stepOutOfOrder(String)
    /// A label without its English words.
    case missingEnglish
    /// An id that is not the name of the file.
    case otherID(expected: String)
    /// A finding that nobody makes.
    case unknownFinding(String, nearest: String?)
    /// A table key without a text.
    case unknownText(String)
    /// A file that is named and cannot be read.
    case unreadableFile(String)
    /// No duration such as `30s`, `5m`, `2h` or `1d`.
    case badDuration(String)
    /// A walkthrough in which nothing can fail.
    case nothingExpected
  }
}

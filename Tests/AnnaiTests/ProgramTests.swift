import Testing

/// The program as its users run it.
///
/// One at a time: each run has the machine to itself, so that no wait is longer than it must be.
@Suite(.serialized) struct ProgramTests {}

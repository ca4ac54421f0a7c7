import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What tasks hand to the thread that polls for them.
final class Waits: Sendable {
  struct Inbox {
    var added: [Wait] = []
    /// Work for a thread that runs tasks too.
    var jobs: [UnownedJob] = []
    var isStopped = false
    /// Whether the thread polls, or is about to: only then it has to be woken.
    var isAsleep = false
    var wake: Int32 = -1
  }

  private let inbox = Mutex(Inbox())
  private let turns = Atomic(0)

  /// Opens the pipe that wakes the thread and gives its reading end; closed by whoever polls.
  func open() throws(NoAnswer) -> Int32 {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .noSocket }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    let writer = ends[1]
    withInbox { $0.wake = writer }
    return ends[0]
  }

  /// Reads or changes the inbox; nobody else does meanwhile.
  ///
  /// A thread that has to wait for the lock does so in a library that ThreadSanitizer does not see
  /// into; the pair of atomic accesses shows it the order that the lock makes.
  func withInbox<Result: Sendable>(_ work: (inout sending Inbox) -> sending Result) -> Result {
    inbox.withLock { box in
      _ = turns.load(ordering: .acquiring)
      defer { turns.add(1, ordering: .releasing) }
      return work(&box)
    }
  }

  func add(_ wait: Wait) { ring { $0.added.append(wait) } }

  func add(_ job: UnownedJob) { ring { $0.jobs.append(job) } }

  func cancel(_ ticket: Ticket) {
    ticket.isCancelled.store(true, ordering: .releasing)
    ring { _ in }
  }

  func stop() { ring { $0.isStopped = true } }

  /// Changes the inbox and wakes the thread; a full pipe means that it is awake already.
  private func ring(_ change: (inout Inbox) -> Void) {
    withInbox { box in
      change(&box)
      guard box.isAsleep else { return }
      box.isAsleep = false
      var bell: UInt8 = 1
      _ = write(box.wake, &bell, 1)
    }
  }
}

import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Waits for sockets on one thread with poll(2), which Linux and macOS both have.
///
/// A task that waits is suspended, not blocked. The thread ends when this value is released.
public final class Readiness: Sendable {
  private let waits = Waits()

  /// Starts the thread; throws when the machine gives no pipe.
  public init() throws(NoAnswer) {
    let (reader, writer) = try Self.pipe()
    waits.inbox.withLock { $0.wake = writer }
    let waits = self.waits
    Thread.detachNewThread {
      var loop = PollLoop(wake: reader)
      while loop.turn(waits) {}
      close(reader)
    }
  }

  deinit { waits.stop() }

  /// Suspends until the descriptor can be read or written, or `deadline` has passed.
  ///
  /// False means that the deadline passed or the task was cancelled.
  func wait(
    for descriptor: Int32, writing: Bool, until deadline: ContinuousClock.Instant
  ) async -> Bool {
    let ticket = Ticket()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        waits.add(
          Wait(
            ticket: ticket, descriptor: descriptor, events: Int16(writing ? POLLOUT : POLLIN),
            deadline: deadline, continuation: continuation))
      }
    } onCancel: {
      waits.cancel(ticket)
    }
  }

  private static func pipe() throws(NoAnswer) -> (reader: Int32, writer: Int32) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      guard Glibc.pipe(&ends) == 0 else { throw .noSocket }
    #else
      guard Darwin.pipe(&ends) == 0 else { throw .noSocket }
    #endif
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    return (ends[0], ends[1])
  }
}

/// Remembers a cancellation even when it comes before the thread has seen the wait.
private final class Ticket: Sendable {
  let isCancelled = Atomic(false)
}

/// One suspended task.
private struct Wait: Sendable {
  let ticket: Ticket
  let descriptor: Int32
  let events: Int16
  let deadline: ContinuousClock.Instant
  let continuation: CheckedContinuation<Bool, Never>
}

/// What tasks hand to the thread.
private final class Waits: Sendable {
  struct Inbox {
    var added: [Wait] = []
    var isStopped = false
    var wake: Int32 = -1
  }

  let inbox = Mutex(Inbox())

  func add(_ wait: Wait) { ring { $0.added.append(wait) } }

  func cancel(_ ticket: Ticket) {
    ticket.isCancelled.store(true, ordering: .releasing)
    ring { _ in }
  }

  func stop() { ring { $0.isStopped = true } }

  /// Changes the inbox and wakes the thread; a full pipe means that it is awake already.
  private func ring(_ change: (inout Inbox) -> Void) {
    inbox.withLock { box in
      change(&box)
      var bell: UInt8 = 1
      _ = write(box.wake, &bell, 1)
    }
  }
}

/// The thread's own state; it never leaves the thread.
private struct PollLoop: ~Copyable {
  private var pending: [Wait] = []
  private let wake: Int32

  init(wake: Int32) { self.wake = wake }

  /// One round: new waits in, poll, finished waits out. False when the loop is to end.
  mutating func turn(_ waits: Waits) -> Bool {
    let (added, stopped) = waits.inbox.withLock { box in
      defer { box.added = [] }
      return (box.added, box.isStopped)
    }
    pending += added
    if stopped {
      finish { _ in false }
      waits.inbox.withLock { box in
        close(box.wake)
        box.wake = -1
      }
      return false
    }
    finish { $0.ticket.isCancelled.load(ordering: .acquiring) ? false : nil }
    poll()
    return true
  }

  private mutating func poll() {
    var descriptors = [pollfd(fd: wake, events: Int16(POLLIN), revents: 0)]
    descriptors += pending.map { pollfd(fd: $0.descriptor, events: $0.events, revents: 0) }
    let count = nfds_t(descriptors.count)
    #if canImport(Glibc)
      _ = Glibc.poll(&descriptors, count, patience())
    #else
      _ = Darwin.poll(&descriptors, count, patience())
    #endif
    if descriptors[0].revents != 0 {
      var bells = [UInt8](repeating: 0, count: 256)
      while read(wake, &bells, bells.count) == bells.count {}
    }
    var index = 0
    let now = ContinuousClock.now
    finish { wait in
      index += 1
      // POLLERR and POLLHUP count as ready: the next read or write says what happened.
      if descriptors[index].revents != 0 { return true }
      return wait.deadline <= now ? false : nil
    }
  }

  /// Milliseconds until the first deadline, rounded up; -1 when nobody waits.
  private borrowing func patience() -> Int32 {
    guard let first = pending.map(\.deadline).min() else { return -1 }
    let rest = ContinuousClock.now.duration(to: first)
    if rest <= .zero { return 0 }
    let milliseconds = rest / .milliseconds(1)
    return Int32(min(milliseconds.rounded(.up), 60_000))
  }

  /// Resumes every wait for which `verdict` is not nil, and forgets it.
  private mutating func finish(_ verdict: (Wait) -> Bool?) {
    pending = pending.filter { wait in
      guard let ready = verdict(wait) else { return true }
      wait.continuation.resume(returning: ready)
      return false
    }
  }
}

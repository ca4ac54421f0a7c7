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
  private let waits: Waits

  /// Starts the thread; throws when the machine gives no pipe.
  public convenience init() throws(NoAnswer) {
    let waits = Waits()
    let reader = try waits.open()
    self.init(waits)
    Thread.detachNewThread {
      var loop = PollLoop(wake: reader)
      while loop.turn(waits) {}
      close(reader)
    }
  }

  /// For waits that somebody else attends to.
  init(_ waits: Waits) { self.waits = waits }

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
}

/// Remembers a cancellation even when it comes before the thread has seen the wait.
final class Ticket: Sendable {
  let isCancelled = Atomic(false)
}

/// One suspended task.
struct Wait: Sendable {
  let ticket: Ticket
  let descriptor: Int32
  let events: Int16
  let deadline: ContinuousClock.Instant
  let continuation: CheckedContinuation<Bool, Never>
}

import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The state of the thread that polls; it never leaves the thread.
struct PollLoop: ~Copyable {
  private var pending: [Wait] = []
  private let wake: Int32

  /// `wake` is the reading end of the pipe.
  init(wake: Int32) { self.wake = wake }

  /// One round: new waits in, poll, finished waits out. False when the loop is to end.
  ///
  /// Comes back at once while there are jobs.
  mutating func turn(_ waits: Waits) -> Bool {
    let (added, stopped, hasJobs) = waits.withInbox { box in
      defer { box.added = [] }
      box.isAsleep = !box.isStopped && box.jobs.isEmpty
      return (box.added, box.isStopped, !box.jobs.isEmpty)
    }
    pending += added
    if stopped {
      finish { _ in false }
      waits.withInbox { box in
        close(box.wake)
        box.wake = -1
      }
      return false
    }
    if hasJobs { return true }
    finish { $0.ticket.isCancelled.load(ordering: .acquiring) ? false : nil }
    poll(waits)
    return true
  }

  private mutating func poll(_ waits: Waits) {
    var descriptors = [pollfd(fd: wake, events: Int16(POLLIN), revents: 0)]
    descriptors += pending.map { pollfd(fd: $0.descriptor, events: $0.events, revents: 0) }
    let count = nfds_t(descriptors.count)
    #if canImport(Glibc)
      _ = Glibc.poll(&descriptors, count, patience())
    #else
      _ = Darwin.poll(&descriptors, count, patience())
    #endif
    waits.withInbox { $0.isAsleep = false }
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

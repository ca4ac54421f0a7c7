import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A thread that can be waited for.
final class ServerThread: Sendable {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private let handle: Mutex<pthread_t?>

  /// Starts a thread, which gets no signals: those are for the threads that wait for them.
  init(_ run: @escaping @Sendable () -> Void) throws(PracticeError) {
    let body = Unmanaged.passRetained(Body(run))
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    #if canImport(Glibc)
      var thread = pthread_t()
      let code = pthread_create(
        &thread, nil,
        { context in
          // The thread owns the one reference that was retained for it.
          if let context { Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run() }
          return nil
        }, body.toOpaque())
      let started: pthread_t? = thread
    #else
      var started: pthread_t?
      let code = pthread_create(
        &started, nil,
        { context in
          // The thread owns the one reference that was retained for it.
          Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
          return nil
        }, body.toOpaque())
    #endif
    pthread_sigmask(SIG_SETMASK, &before, nil)
    guard code == 0 else {
      body.release()
      throw .noResources(code: code)
    }
    handle = Mutex(started)
  }

  /// Waits until the thread has ended; later calls return at once.
  func join() {
    handle.withLock { thread in
      if let running = thread { pthread_join(running, nil) }
      thread = nil
    }
  }
}

import Registration

/// Ends work that takes too long by cancelling it.
enum Deadline {
  /// The result of `work`, or `timeout` when `deadline` came first; the work has ended either way.
  ///
  /// A cancelled task gives `cancelled`.
  static func within<Value: Sendable>(
    _ deadline: ContinuousClock.Instant,
    _ work: @escaping @Sendable () async -> Result<Value, RegistrationFailure>
  ) async -> Result<Value, RegistrationFailure> {
    await withTaskGroup(of: Result<Value, RegistrationFailure>?.self) { group in
      group.addTask { await work() }
      group.addTask {
        try? await Task.sleep(until: deadline)
        return nil
      }
      defer { group.cancelAll() }
      guard !Task.isCancelled else { return .failure(.cancelled) }
      let first = await group.next() ?? nil
      if Task.isCancelled { return .failure(.cancelled) }
      return first ?? .failure(.timeout)
    }
  }
}

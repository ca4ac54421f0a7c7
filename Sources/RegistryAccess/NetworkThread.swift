import NIOPosix

/// The thread on which registries are asked; it begins with the first question.
///
/// The library's own group has a thread for each core, and one is enough for a few questions at a
/// time. It lives as long as the process.
enum NetworkThread {
  static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
}

import FuzzTargets

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// LeakSanitizer's (sanitizer/lsan_interface.h): what is allocated between the two is no leak.
@_silgen_name("__lsan_disable") private func stopCountingLeaks()
@_silgen_name("__lsan_enable") private func countLeaks()

/// The target that the environment names, its constants built.
///
/// A constant lives for ever, but Swift marks the pointers to its texts with bits that hide them.
private let target: FuzzTarget? = {
  let name = getenv("ANNAI_FUZZ_TARGET").map { String(cString: $0) }
  let target = FuzzTarget.all.first { $0.name == name }
  stopCountingLeaks()
  _ = try? target?.read([])
  countLeaks()
  return target
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  guard let target else {
    print("ANNAI_FUZZ_TARGET is one of:", FuzzTarget.all.map(\.name).joined(separator: " "))
    exit(64)
  }
  do {
    _ = try target.read(Array(UnsafeBufferPointer(start: data, count: size)))
  } catch {
    // libFuzzer keeps the input of a process that aborts.
    let line = Array("\(target.name): \(error)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    abort()
  }
  return 0
}

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Finds the folder that holds `Localizations` and `Playbooks`, without `Bundle`: `Bundle.module`
/// ends the process when its folder is missing.
public enum ResourceRoot {
  /// The names that SwiftPM's builders give to the resources of target `annai` in package `annai`:
  /// the native one `.resources`, `swiftbuild` and Xcode `.bundle`.
  private static let bundleNames = ["annai_annai.resources", "annai_annai.bundle"]

  /// `ANNAI_RESOURCES` if it is set, else next to the real executable, else `../share/annai`.
  ///
  /// A folder counts when `Localizations/en` in it has a table. An `ANNAI_RESOURCES` that does not
  /// count is an error and nothing else is tried: the person meant that folder.
  /// `executable` is a path, or nil for the running program. Throws only `notFound`.
  public static func find(
    environment: (String) -> String?, executable: String? = nil
  ) throws(ResourceError) -> URL {
    if let wanted = environment("ANNAI_RESOURCES"), !wanted.isEmpty {
      guard isValid(wanted) else { throw .notFound(searched: [wanted]) }
      return URL(filePath: wanted, directoryHint: .isDirectory)
    }
    guard
      let path = executable.flatMap(ExecutablePath.resolved)
        ?? (executable == nil ? ExecutablePath.current(environment: environment) : nil)
    else { throw .notFound(searched: []) }
    let folder = parent(of: path)
    let searched = bundleNames.map { folder + "/" + $0 } + [parent(of: folder) + "/share/annai"]
    guard let found = searched.first(where: isValid) else { throw .notFound(searched: searched) }
    return URL(filePath: found, directoryHint: .isDirectory)
  }

  private static func parent(of path: String) -> String {
    String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
  }

  private static func isValid(_ path: String) -> Bool {
    LanguageFolder.holdsTables(path + "/Localizations/en")
  }
}

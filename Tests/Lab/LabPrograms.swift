/// The programs that a lab runs, looked for before anything starts: a missing one is an error.
struct LabPrograms {
  let nsd: Program
  let named: Program
  /// In a lab with faults.
  let dnsdist: Program?
  /// In a validating lab.
  let unbound: Program?

  init(isFronted: Bool, isValidating: Bool, in folders: [String]?) throws(LabError) {
    nsd = try Program("nsd", in: folders)
    named = try Program("named", in: folders)
    dnsdist = isFronted ? try Program("dnsdist", in: folders) : nil
    unbound = isValidating ? try Program("unbound", in: folders) : nil
  }
}

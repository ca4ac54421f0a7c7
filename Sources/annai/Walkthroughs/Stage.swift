import Foundation
import Inspection
import Playbook
import Report

/// Where a walkthrough takes place, ready to be played.
struct Stage {
  /// Looks at the DNS; nil where a case file holds all that was seen.
  let checker: Checker?
  /// The practice world, if it is one.
  let rehearsal: Rehearsal?
  /// The path of the case file, if it is one.
  let caseFile: String?
  /// What a moment is called.
  let clock: WallClock

  /// Whom to ask, where a walkthrough does not take place in the practice world.
  struct Network {
    let shelf: Shelf
    let settings: Inspector.Settings
  }

  /// When every practice world begins that a walkthrough is played in: 2026-01-15 09:00 UTC.
  ///
  /// The same file gives the same transcript on every day.
  private static let epoch = 1_768_467_600

  /// `file` is the walkthrough's own: paths in it start from its folder.
  init(_ walkthrough: Walkthrough, playbook: Playbook, file: String, _ network: Network) throws {
    switch walkthrough.world {
    case .practice(let scenario):
      let rehearsal = try Rehearsal(scenario: scenario, epoch: Self.epoch)
      try rehearsal.requireFit(playbook)
      var checker = try Checker(
        playbook: playbook, hosts: network.shelf.hosts,
        settings: rehearsal.settings(network.settings))
      checker.told = rehearsal.told
      self.checker = checker
      self.rehearsal = rehearsal
      caseFile = nil
      clock = .utc
    case .live:
      checker = try Checker(
        playbook: playbook, hosts: network.shelf.hosts, settings: network.settings)
      rehearsal = nil
      caseFile = nil
      clock = .local
    case .caseFile(let path):
      checker = nil
      rehearsal = nil
      caseFile = URL(filePath: file).deletingLastPathComponent().appending(path: path).path
      // What was seen on another machine is told in the time that both know.
      clock = .utc
    }
  }
}

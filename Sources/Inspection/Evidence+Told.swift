import Diagnosis
import Foundation
import Registration

extension Evidence {
  /// The same as it would have been seen all at one moment, in seconds since 1970 UTC, from servers
  /// on the usual port instead of this one.
  public func told(at moment: Int, withoutPort port: UInt16) -> Evidence {
    var evidence = self
    let suffix = "#\(port)"
    func plain(_ address: String) -> String {
      address.hasSuffix(suffix) ? String(address.dropLast(suffix.count)) : address
    }
    evidence.checkedAt = moment
    evidence.ownResolvers = ownResolvers.map { $0.map(plain) }
    evidence.observations = observations.map { observation in
      var observation = observation
      observation.at = moment
      observation.address = plain(observation.address)
      return observation
    }
    evidence.registration = registration?.map { answer in
      var answer = answer
      answer.askedAt = Date(timeIntervalSince1970: Double(moment))
      answer.server = plain(answer.server)
      return answer
    }
    return evidence
  }
}

import ArgumentParser
import Inspection
import RegistryAccess

/// Whether and where annai asks how a domain is registered.
struct RegistrationOptions: ParsableArguments {
  @Option(name: .long, help: "option.registration")
  var registration: RegistrationInquiry.Occasion = .auto
  @Option(name: .long, help: "option.rdap-base") var rdapBase: RDAPBase?
  @Option(name: .long, help: "option.whois-server") var whoisServer: WHOISServer?

  /// The inquiry that the options ask for.
  ///
  /// Names below a root of one's own are nobody else's business: they are asked of the registries of
  /// the Internet only on demand.
  func inquiry(_ global: GlobalOptions, _ shell: Shell) -> RegistrationInquiry {
    var settings = RegistrationSettings(environment: shell.environment)
    settings.rdapBase = rdapBase
    settings.whoisServer = whoisServer
    let isPrivate = global.rootHints != nil && rdapBase == nil && whoisServer == nil
    return RegistrationInquiry(
      registration == .auto && isPrivate ? .never : registration, settings: settings)
  }
}

extension RegistrationInquiry.Occasion: ExpressibleByArgument {}

extension RDAPBase: ExpressibleByArgument {
  /// An http or https URL.
  public init?(argument: String) { self.init(argument) }
}

extension WHOISServer: ExpressibleByArgument {
  /// `HOST` or `HOST#PORT`.
  public init?(argument: String) { self.init(argument) }
}

import Registration

/// The duty of a domain's owner that best fits how the registration stands.
///
/// Three things are kept apart: the identity of the owner, the owner's e-mail address, and the
/// account with a cloud provider, which no registry asks about.
struct OwnerDuty {
  /// The rule; nil when none is known to bind this owner.
  let rule: IdentityRule?
  /// The choice of the texts: the id of the rule, `chinese-possible` when it depends on a registrar
  /// of unknown country, or `none`.
  let word: String
  /// From the decision, or from what settles the matter, to the change at the registry.
  let lifting: UsualTime?

  init(_ verdict: RegistrationVerdict) {
    let country = verdict.registrar?.country
    let bound = IdentityRule.rules(for: verdict.domain, registrarCountry: country)
    // .top has a second review besides the real name; its text speaks of both.
    let shown = verdict.rules.contains(.topNameReview) ? .topNameReview : verdict.rules.first
    let id = shown ?? bound.map(\.id).first(where: Self.local.contains)
    rule = id.flatMap(IdentityRule.rule)
    lifting = rule?.lifting ?? verdict.remedy?.takes
    if let id {
      word = id.rawValue
    } else {
      let asChinese = IdentityRule.rules(for: verdict.domain, registrarCountry: "CN")
      let isPossible = country == nil && asChinese.contains { $0.id == .chineseRealName }
      word = isPossible ? "chinese-possible" : "none"
    }
  }

  /// Rules of one country's registry: worth a look whatever the status.
  private static let local: [IdentityRule.ID] = [.idDocuments, .koreanAddress, .japaneseAddress]
}

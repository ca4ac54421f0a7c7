/// A file format of another tool in which records can be handed over.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// A part of a zone file for BIND, NSD, Knot and others.
  case bind
  /// The zone file that Cloudflare imports.
  case cloudflare
  /// The table that DNSPod imports.
  case dnspod
  /// Terraform with Tencent Cloud's provider.
  case terraformTencentCloud = "terraform-tencentcloud"
  /// Terraform with Cloudflare's provider from version 5 on.
  case terraformCloudflare = "terraform-cloudflare"
  /// Terraform with Cloudflare's provider of version 4.
  case terraformCloudflare4 = "terraform-cloudflare-4"
  /// A zone of octoDNS.
  case octoDNS = "octodns"
  /// A domain of DNSControl.
  case dnsControl = "dnscontrol"
}

/// Why records cannot be written in a format.
public enum ExportError: Error, Equatable, Sendable {
  /// A spreadsheet would take this value for a formula, and its table has no way to prevent it.
  case formula(String)
}

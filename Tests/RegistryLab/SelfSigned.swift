import COpenSSL

/// A certificate for `localhost` that nobody vouches for, made for these tests; its key is public.
package enum SelfSigned {
  /// The certificate in PEM.
  package static let certificate = """
    -----BEGIN CERTIFICATE-----
    MIIBZzCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
    c3QwIBcNMDAwMTAxMDAwMDAwWhgPMjEyNjExMDEwMDAwMDBaMBQxEjAQBgNVBAMM
    CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABOnaNuHmA++7VBYq
    RqqFsmzKLwP4rhjnR0q/NrS/VFgUaHZmdGx+FKM4Iip/9NWT/84yu5+eJVVXrWa4
    EM/1K+OjTjBMMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAPBgNVHRMBAf8E
    BTADAQH/MB0GA1UdDgQWBBRGl3ecNWB7Cf0+HpLAp2E++O6iIDAKBggqhkjOPQQD
    AgNIADBFAiEA/VjFylvSHCF/w7WnS5TDcYF6whnErAFOG9Da1r0wobkCIHzwLLBr
    +UMa1ZmniEHbIX3luB3WVFCm44Txc9OXsNWt
    -----END CERTIFICATE-----
    """

  static let key = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg6rBoR8sK1Y+2i9CO
    TRLm8Obby7C57yWZyysr1rw8FxqhRANCAATp2jbh5gPvu1QWKkaqhbJsyi8D+K4Y
    50dKvza0v1RYFGh2ZnRsfhSjOCIqf/TVk//OMrufniVVV61muBDP9Svj
    -----END PRIVATE KEY-----
    """
}

import COpenSSL

/// What a server of TLS needs; it serves with `SelfSigned`.
///
/// Unchecked: OpenSSL counts references of a context under a lock, and nothing changes it after
/// `init` (SSL_CTX_new(3)).
final class TLSContext: @unchecked Sendable {
  private let context: OpaquePointer

  struct Fault: Error {}

  init() throws {
    guard let context = SSL_CTX_new(TLS_server_method()) else { throw Fault() }
    self.context = context
    guard
      let certificate = Self.reading(
        SelfSigned.certificate, { PEM_read_bio_X509($0, nil, nil, nil) }),
      let key = Self.reading(SelfSigned.key, { PEM_read_bio_PrivateKey($0, nil, nil, nil) })
    else { throw Fault() }
    defer {
      X509_free(certificate)
      EVP_PKEY_free(key)
    }
    guard SSL_CTX_use_certificate(context, certificate) == 1,
      SSL_CTX_use_PrivateKey(context, key) == 1
    else { throw Fault() }
  }

  deinit { SSL_CTX_free(context) }

  /// A connection on an accepted socket; nil when the greeting fails.
  func accept(_ socket: Int32) -> OpaquePointer? {
    guard let connection = SSL_new(context) else { return nil }
    guard SSL_set_fd(connection, socket) == 1, SSL_accept(connection) == 1 else {
      SSL_free(connection)
      return nil
    }
    return connection
  }

  private static func reading<Value>(_ text: String, _ read: (OpaquePointer) -> Value?) -> Value? {
    var text = text
    return text.withUTF8 { octets in
      guard let memory = BIO_new_mem_buf(octets.baseAddress, Int32(octets.count)) else {
        return nil
      }
      defer { BIO_free(memory) }
      return read(memory)
    }
  }
}

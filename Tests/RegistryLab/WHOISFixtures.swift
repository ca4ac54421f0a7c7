import Foundation

/// Answers of WHOIS servers, in the forms that the registries use.
package enum WHOISFixtures {
  package static let verisignHold = """
       Domain Name: EXAMPLE.COM
       Registry Domain ID: 2336799_DOMAIN_COM-VRSN
       Registrar WHOIS Server: whois.dnspod.cn
       Registrar URL: http://www.dnspod.cn
       Updated Date: 2026-08-14T07:01:44Z
       Creation Date: 1995-08-14T04:00:00Z
       Registry Expiry Date: 2031-08-13T04:00:00Z
       Registrar: DNSPod, Inc.
       Registrar IANA ID: 1697
       Domain Status: serverHold https://icann.org/epp#serverHold
       Domain Status: clientTransferProhibited https://icann.org/epp#clientTransferProhibited
       Name Server: F1G1NS1.DNSPOD.NET.
       Name Server: F1G1NS2.DNSPOD.NET
       DNSSEC: unsigned
    >>> Last update of whois database: 2026-11-24T10:00:00Z <<<

    NOTICE: The expiration date displayed in this record is the date the
    Registrar: of the terms
    """

  package static let ioActive = """
    Domain Name: example.io
    Registry Domain ID: 0123456789-DONUTS
    Registrar WHOIS Server: whois.registrar.example
    Updated Date: 2026-01-02T03:04:05Z
    Creation Date: 2010-10-01T01:00:00Z
    Registry Expiry Date: 2031-10-01T01:00:00Z
    Registrar: Example Registrar LLC
    Registrar IANA ID: 9999
    Domain Status: clientTransferProhibited https://icann.org/epp#clientTransferProhibited
    Name Server: ns1.example.net
    DNSSEC: signedDelegation
    >>> Last update of WHOIS database: 2026-11-24T10:00:00Z <<<
    """

  package static func cnnic(_ name: String = "example.cn", statuses: [String]) -> String {
    """
    Domain Name: \(name)
    ROID: 20140908s10001s73084255-cn
    \(statuses.map { "Domain Status: " + $0 }.joined(separator: "\n"))
    Registrant: 示例公司
    Registrant Contact Email: owner@example.cn
    Sponsoring Registrar: 阿里云计算有限公司（万网）
    Name Server: dns1.hichina.com
    Name Server: dns2.hichina.com
    Registration Time: 2014-09-08 10:52:31
    Expiration Time: 2027-09-08 10:52:31
    DNSSEC: unsigned
    """
  }

  package static let pandi = """
    Domain ID: PANDI-DO1234567
    Domain Name: contoh.co.id
    Created On: 2020-09-12 07:09:09
    Last Updated On: 2026-09-13 01:02:03
    Expiration Date: 2027-09-12 23:59:59
    Status: clientTransferProhibited
    Status: serverHold

    ====================================================
    Sponsoring Registrar Organization: PT Contoh Registrar
    Sponsoring Registrar URL: contoh-registrar.example
    Sponsoring Registrar Street: Jl. Contoh No. 1
    Sponsoring Registrar City: Jakarta
    Sponsoring Registrar Country: ID
    Sponsoring Registrar Phone: 0210000000
    Name Server: ns1.contoh.example
    Name Server: ns2.contoh.example 192.0.2.7
    DNSSEC: Unsigned
    """

  /// Both parts, in UTF-8, as whois.kr sends them.
  package static let krnic = """
    query : example.kr

    # KOREAN(UTF8)

    도메인이름                  : example.kr
    등록인                      : 보기 주식회사
    등록일                      : 2007. 03. 02.
    사용 종료일                 : 2027. 03. 02.
    등록대행자                  : (주)가비아(http://www.gabia.co.kr)
    DNSSEC                      : 미서명
    등록정보 보호               : clientTransferProhibited

    1차 네임서버 정보
       호스트이름               : ns.gabia.co.kr

    # ENGLISH

    Domain Name                 : example.kr
    Registrant                  : Example Inc.
    Registered Date             : 2007. 03. 02.
    Last Updated Date           : 2026. 04. 15.
    Expiration Date             : 2027. 03. 02.
    Publishes                   : N
    Authorized Agency           : Gabia, Inc.(http://www.gabia.co.kr)
    DNSSEC                      : unsigned
    Domain Status               : clientTransferProhibited
    Domain Status               : serverHold

    Primary Name Server
       Host Name                : ns.gabia.co.kr

    Secondary Name Server
       Host Name                : ns1.gabia.co.kr
    """

  package static let krnicNotFound = """
    query : free.kr

    # ENGLISH

    The requested domain was not found in the Registry or Registrar's WHOIS Server.
    """

  /// With `/e`; `state` is `[Status]` of general names.
  package static func jprs(state: String) -> String {
    """
    [ JPRS database provides information on network administration. Its use is    ]
    [ restricted to network administration purposes. For further information,     ]
    [ use 'whois -h whois.jprs.jp help'. To suppress Japanese output, add'/e'     ]
    [ at the end of command, e.g. 'whois -h whois.jprs.jp xxx/e'.                 ]

    Domain Information:
    [Domain Name]                   EXAMPLE.JP

    [Registrant]                    Example Corporation

    [Name Server]                   ns1.example.net
    [Name Server]                   ns2.example.net
    [Signing Key]

    [Created on]                    2005/05/30
    [Expires on]                    2027/05/31
    [Status]                        \(state)
    [Last Updated]                  2026/06/01 01:05:02 (JST)

    Contact Information:
    [Name]                          Example Corporation
    """
  }

  /// Organisational names letter their lines and carry the end in the state.
  package static let jprsOrganisation = """
    [ JPRS database provides information on network administration. Its use is    ]

    Domain Information:
    a. [Domain Name]                EXAMPLE.CO.JP
    g. [Organization]               Example Inc.
    l. [Organization Type]          corporation
    p. [Name Server]                ns1.example.net
    s. [Signing Key]                12345 8 2 ( 0123456789ABCDEF )
    [State]                         Connected (2027/03/31)
    [Registered Date]               2001/03/22
    [Connected Date]                2001/03/23
    [Last Update]                   2026/04/01 01:02:00 (JST)
    """

  private static func decoded(_ base64: String) -> [UInt8] {
    Array(Data(base64Encoded: base64.filter { !$0.isWhitespace }) ?? Data())
  }

  /// `example.kr` on serverHold, Korean labels only, in EUC-KR.
  package static let koreanEUC = decoded(
    """
    cXVlcnkgOiBleGFtcGxlLmtyDQoNCiMgS09SRUFOKEVVQy1LUikNCg0KtbW43sDOwMy4pyAgICAgICAgICAgICAgICAg
    IDogZXhhbXBsZS5rcg0Kte63z8DOICAgICAgICAgICAgICAgICAgICAgIDogurix4iDB1r3EyLi75w0Kw6XA08DaICAg
    ICAgICAgICAgICAgICAgICAgIDogyKux5rW/DQq17rfPwM8gICAgICAgICAgICAgICAgICAgICAgOiAyMDA3LiAwMy4g
    MDIuDQrD1rHZIMGkurgguq+w5sDPICAgICAgICAgICAgOiAyMDI2LiAwNC4gMTUuDQq757/rIMG+t+HAzyAgICAgICAg
    ICAgICAgICAgOiAyMDI3LiAwMy4gMDIuDQrBpLq4sPiws7+pus4gICAgICAgICAgICAgICAgOiBODQq17rfPtOvH4MDa
    ICAgICAgICAgICAgICAgICAgOiAowdYpsKG68b7GKGh0dHA6Ly93d3cuZ2FiaWEuY28ua3IpDQpETlNTRUMgICAgICAg
    ICAgICAgICAgICAgICAgOiC5zLytuO0NCrXut8/BpLq4ILq4yKMgICAgICAgICAgICAgICA6IHNlcnZlckhvbGQNCg0K
    McL3ILPXwNO8rbn2IMGkurgNCiAgIMijvbrGrsDMuKcgICAgICAgICAgICAgICA6IG5zMS5leGFtcGxlLm5ldA0KDQoy
    wvcgs9fA07ytufYgwaS6uA0KICAgyKO9usauwMy4pyAgICAgICAgICAgICAgIDogbnMyLmV4YW1wbGUubmV0DQo=
    """)

  /// `example.jp` without `/e`, in ISO-2022-JP.
  package static let japaneseISO2022 = decoded(
    """
    WyBKUFJTIGRhdGFiYXNlIHByb3ZpZGVzIGluZm9ybWF0aW9uIG9uIG5ldHdvcmsgYWRtaW5pc3RyYXRpb24uIEl0cyB1
    c2UgaXMgICAgXQ0KWyByZXN0cmljdGVkIHRvIG5ldHdvcmsgYWRtaW5pc3RyYXRpb24gcHVycG9zZXMuIEZvciBmdXJ0
    aGVyIGluZm9ybWF0aW9uLCAgICAgXQ0KWyB1c2UgJ3dob2lzIC1oIHdob2lzLmpwcnMuanAgaGVscCcuIFRvIHN1cHBy
    ZXNzIEphcGFuZXNlIG91dHB1dCwgYWRkJy9lJyAgICAgXQ0KWyBhdCB0aGUgZW5kIG9mIGNvbW1hbmQsIGUuZy4gJ3do
    b2lzIC1oIHdob2lzLmpwcnMuanAgeHh4L2UnLiAgICAgICAgICAgICAgICAgXQ0KDQpEb21haW4gSW5mb3JtYXRpb246
    IFsbJEIlSSVhJSQlcz5wSnMbKEJdDQpbRG9tYWluIE5hbWVdICAgICAgICAgICAgICAgICAgIEVYQU1QTEUuSlANCg0K
    WxskQkVQTz88VEw+GyhCXSAgICAgICAgICAgICAgICAgICAgICAbJEI4K0tcM3Q8MDJxPFIbKEINCltSZWdpc3RyYW50
    XSAgICAgICAgICAgICAgICAgICAgRXhhbXBsZSBDb3Jwb3JhdGlvbg0KDQpbTmFtZSBTZXJ2ZXJdICAgICAgICAgICAg
    ICAgICAgIG5zMS5leGFtcGxlLm5ldA0KW05hbWUgU2VydmVyXSAgICAgICAgICAgICAgICAgICBuczIuZXhhbXBsZS5u
    ZXQNCltTaWduaW5nIEtleV0gICAgICAgICAgICAgICAgICAgDQoNClsbJEJFUE8/Ry83bkZ8GyhCXSAgICAgICAgICAg
    ICAgICAgICAgMjAwNS8wNS8zMA0KWxskQk0tOHo0fDhCGyhCXSAgICAgICAgICAgICAgICAgICAgICAyMDI3LzA1LzMx
    DQpbGyRCPnVCVhsoQl0gICAgICAgICAgICAgICAgICAgICAgICAgIEFjdGl2ZQ0KWxskQjpHPSo5OT83GyhCXSAgICAg
    ICAgICAgICAgICAgICAgICAyMDI2LzA2LzAxIDAxOjA1OjAyIChKU1QpDQoNCkNvbnRhY3QgSW5mb3JtYXRpb246IFsb
    JEI4eDMrTyJNbUFrOH0bKEJdDQpbGyRCTD5BMBsoQl0gICAgICAgICAgICAgICAgICAgICAgICAgIBskQjgrS1wzdDww
    MnE8UhsoQg0K
    """)

  /// The same in Shift_JIS.
  package static let japaneseShiftJIS = decoded(
    """
    WyBKUFJTIGRhdGFiYXNlIHByb3ZpZGVzIGluZm9ybWF0aW9uIG9uIG5ldHdvcmsgYWRtaW5pc3RyYXRpb24uIEl0cyB1
    c2UgaXMgICAgXQ0KWyByZXN0cmljdGVkIHRvIG5ldHdvcmsgYWRtaW5pc3RyYXRpb24gcHVycG9zZXMuIEZvciBmdXJ0
    aGVyIGluZm9ybWF0aW9uLCAgICAgXQ0KWyB1c2UgJ3dob2lzIC1oIHdob2lzLmpwcnMuanAgaGVscCcuIFRvIHN1cHBy
    ZXNzIEphcGFuZXNlIG91dHB1dCwgYWRkJy9lJyAgICAgXQ0KWyBhdCB0aGUgZW5kIG9mIGNvbW1hbmQsIGUuZy4gJ3do
    b2lzIC1oIHdob2lzLmpwcnMuanAgeHh4L2UnLiAgICAgICAgICAgICAgICAgXQ0KDQpEb21haW4gSW5mb3JtYXRpb246
    IFuDaIOBg0ODk4/ulfFdDQpbRG9tYWluIE5hbWVdICAgICAgICAgICAgICAgICAgIEVYQU1QTEUuSlANCg0KW5NvmF6O
    0pa8XSAgICAgICAgICAgICAgICAgICAgICCMqZZ7ipSOronvjtANCltSZWdpc3RyYW50XSAgICAgICAgICAgICAgICAg
    ICAgRXhhbXBsZSBDb3Jwb3JhdGlvbg0KDQpbTmFtZSBTZXJ2ZXJdICAgICAgICAgICAgICAgICAgIG5zMS5leGFtcGxl
    Lm5ldA0KW05hbWUgU2VydmVyXSAgICAgICAgICAgICAgICAgICBuczIuZXhhbXBsZS5uZXQNCltTaWduaW5nIEtleV0g
    ICAgICAgICAgICAgICAgICAgDQoNCluTb5helE6MjpP6XSAgICAgICAgICAgICAgICAgICAgMjAwNS8wNS8zMA0KW5dM
    jPiK+ozAXSAgICAgICAgICAgICAgICAgICAgICAyMDI3LzA1LzMxDQpbj/OR1F0gICAgICAgICAgICAgICAgICAgICAg
    ICAgIEFjdGl2ZQ0KW43Fj0mNWJBWXSAgICAgICAgICAgICAgICAgICAgICAyMDI2LzA2LzAxIDAxOjA1OjAyIChKU1Qp
    DQoNCkNvbnRhY3QgSW5mb3JtYXRpb246IFuM9opKmEGXjZGLjPtdDQpblryRT10gICAgICAgICAgICAgICAgICAgICAg
    ICAgIIyplnuKlI6uie+O0A0K
    """)
}

/// The configuration files of the DNS servers, without privileges and without control channels.
struct ServerConfiguration {
  let folder: String
  let addresses: LabAddresses
  let port: UInt16
  /// Whether dnsdist has the servers' addresses.
  let isFronted: Bool

  /// A zone that BIND holds itself, which says that it is up whatever is wrong elsewhere.
  static let ownZone = LabZone("lab", on: .root, records: "@ NS a.root-servers.net.\n")

  /// Where an NSD listens.
  func listening(_ server: LabServer) -> [String] {
    isFronted ? [addresses.behind(server)] : addresses.open(server)
  }

  /// NSD for one server and its zones, whose files stand in the folder `<server>/`.
  ///
  /// Who offers room for UDP answers of 4096 octets gets them, as large answers are to be lost.
  /// The limits for zone transfers, of which there are none, save it 16,000 random numbers.
  func nsd(_ server: LabServer, zones: [LabZone]) -> String {
    let own = "\(folder)/\(server.name)"
    let listening = listening(server).map { "  ip-address: \($0)@\(port)\n" }.joined()
    let head = """
      server:
      \(listening)\
        username: ""
        chroot: ""
        zonesdir: "\(own)"
        database: ""
        zonelistfile: "\(own)/zone.list"
        xfrdfile: "\(own)/xfrd.state"
        xfrdir: "\(own)"
        pidfile: ""
        server-count: 1
        rrl-ratelimit: 0
        minimal-responses: no
        ipv4-edns-size: 4096
        xfrd-reload-timeout: 0
        xfrd-tcp-max: 1
        xfrd-tcp-pipeline: 1
      remote-control:
        control-enable: no

      """
    return zones.reduce(into: head) { text, zone in
      text += "zone:\n  name: \"\(zone.name)\"\n  zonefile: \"\(zone.file)\"\n"
    }
  }

  /// BIND as a resolver. `port` makes it ask other servers at that port too; without the small
  /// cache it reserves memory by the size of the machine; failures are never cached, so that a
  /// repaired zone is seen at once.
  var named: String {
    """
    options {
      port \(port);
      directory "\(folder)/named";
      listen-on port \(port) { \(addresses.resolver); };
      listen-on-v6 { none; };
      pid-file none;
      session-keyfile none;
      recursion yes;
      allow-recursion { 127.0.0.0/8; };
      dnssec-validation no;
      empty-zones-enable no;
      max-cache-size 8m;
      servfail-ttl 0;
    };
    controls { };
    zone "\(Self.ownZone.name)" { type primary; file "own.zone"; };
    zone "." { type hint; file "\(folder)/root.hints"; };

    """
  }

  /// Unbound as a validator with the key of com as its trust anchor. Names of servers it asks at
  /// port 53 only, so it takes everything from BIND; extended errors (RFC 8914) are switched on.
  /// What was bogus is asked again at once, so that a repaired zone is seen.
  var unbound: String {
    """
    server:
      interface: \(addresses.validator)@\(port)
      access-control: 127.0.0.0/8 allow
      do-not-query-localhost: no
      do-ip6: no
      num-threads: 1
      module-config: "validator iterator"
      trust-anchor-file: "\(folder)/com.anchor"
      ede: yes
      val-bogus-ttl: 0
      username: ""
      chroot: ""
      directory: "\(folder)"
      pidfile: ""
      use-syslog: no
    remote-control:
      control-enable: no
    forward-zone:
      name: "."
      forward-addr: \(addresses.resolver)@\(port)

    """
  }

  /// The file of hints: where every resolution begins.
  var hints: String {
    ". 3600000 NS a.root-servers.net.\na.root-servers.net. 3600000 A \(addresses.root)\n"
  }
}

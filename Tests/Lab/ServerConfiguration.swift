/// The configuration files of the two programs, without privileges and without control channels.
struct ServerConfiguration {
  let folder: String
  let addresses: LabAddresses
  let port: UInt16

  /// NSD for one server and its zones, whose files stand in the folder `<server>/`.
  ///
  /// The limits for zone transfers, of which there are none, save it 16,000 random numbers.
  func nsd(_ server: LabServer, zones: [LabZone]) -> String {
    let own = "\(folder)/\(server.rawValue)"
    let head = """
      server:
        ip-address: \(addresses[server])@\(port)
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
      listen-on port \(port) { 127.0.0.1; };
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
    zone "." { type hint; file "\(folder)/root.hints"; };

    """
  }

  /// The file of hints: where every resolution begins.
  var hints: String {
    ". 3600000 NS a.root-servers.net.\na.root-servers.net. 3600000 A \(addresses.root)\n"
  }
}

import DNS

/// The configuration of dnsdist, which stands in front of the servers of a lab with faults.
struct FrontConfiguration {
  let addresses: LabAddresses
  let port: UInt16
  let faults: [LabFault]

  /// Lua for dnsdist 1.7: one listener and one pool for each address, then the faults as rules.
  ///
  /// Nothing else is asked of the world: no check of backends, no poll for security notices, no
  /// console. Answers of its own carry no EDNS, as those of servers that do not know it.
  var text: String {
    let places = LabFault.Place.allCases
    let head = """
      setSecurityPollSuffix("")
      setACL("127.0.0.0/8")
      setAddEDNSToSelfGeneratedResponses(false)
      setUDPTimeout(30)
      setRingBuffersSize(100)
      local function at(address)
        local group = newNMG()
        group:addMask(address)
        return NetmaskGroupRule(group, false)
      end
      local function below(suffix)
        local names = newSuffixMatchNode()
        names:add(newDNSName(suffix))
        return SuffixMatchNodeRule(names)
      end
      local udp, tcp = TCPRule(false), TCPRule(true)
      local edns = RecordsTypeCountRule(DNSSection.Additional, 41, 1, 1)
      local plain = {ra=false}

      """
    let listeners = places.map { place in
      """
      addLocal("\(front(place)):\(port)")
      newServer{address="\(behind(place)):\(port)", pool="\(place)"}:setUp()

      """
    }
    let ends = """
      newServer{address="\(addresses.lock):\(port)", pool="nowhere"}:setUp()
      addLocal("\(addresses.frontProbe):\(port)")
      addAction(at("\(addresses.frontProbe)"), PoolAction("root"))

      """
    let ordered = faults.filter(\.isDelay) + faults.filter { !$0.isDelay }
    let pools = places.map { "addAction(at(\"\(front($0))\"), PoolAction(\"\($0)\"))\n" }
    return head + listeners.joined() + ends + ordered.map(rules).joined() + pools.joined()
  }

  private func front(_ place: LabFault.Place) -> String {
    switch place {
    case .root: addresses.root
    case .tld: addresses.tld
    case .first: addresses.authoritative1
    case .second: addresses.authoritative2
    case .third: addresses.authoritative3
    case .fourth: addresses.authoritative4
    case .resolver: addresses.resolverFront
    }
  }

  private func behind(_ place: LabFault.Place) -> String {
    switch place {
    case .root: addresses.behind(.root)
    case .tld: addresses.behind(.tld)
    case .first, .third: addresses.behind(.first)
    case .second, .fourth: addresses.behind(.second)
    case .resolver: addresses.resolver
    }
  }

  private func rules(_ fault: LabFault) -> String {
    let place = "at(\"\(front(fault.place))\")"
    let names = fault.suffix.map { ", below(\"\($0)\")" } ?? ""
    func when(_ condition: String, _ action: String) -> String {
      "addAction(AndRule{\(place)\(names)\(condition)}, \(action))\n"
    }
    switch fault.kind {
    case .delay(let milliseconds):
      return when(", udp", "DelayAction(\(milliseconds))") + when(", tcp", sleep(milliseconds))
    case .silent:
      return when(", udp", "DropAction()") + when(", tcp", "PoolAction(\"nowhere\")")
    case .udpSilent:
      return when(", udp", "DropAction()")
    case .tcpClosed:
      return when(", tcp", "DropAction()")
    case .truncated:
      return when(", udp", "TCAction()")
    case .responseCode(let code):
      return when("", "RCodeAction(\(code.rawValue), plain)")
    case .ednsRefused(let code):
      return when(", edns", "RCodeAction(\(code.rawValue), plain)")
    case .ednsSilent:
      return when(", edns, udp", "DropAction()")
        + when(", edns, tcp", "PoolAction(\"nowhere\")")
    case .alias(let target):
      return when(", QTypeRule(5)", "SpoofCNAMEAction(\"\(target)\", {aa=true, ttl=60})")
    case .distantText(let text):
      return when(
        ", EDNSOptionRule(8), QTypeRule(16)",
        "SpoofRawAction(\"\\\(text.utf8.count)\(text)\", {aa=true, ttl=60})")
    case .denied(let name):
      return when(", QNameRule(\"\(name)\")", "RCodeAction(3, {aa=true, ra=false})")
    case .inventing(let address):
      return when(", RegexRule(\"^annai-\"), QTypeRule(1)", "SpoofAction(\"\(address)\", {ttl=60})")
    case .largeLost(let limit):
      return """
        addResponseAction(AndRule{\(place)\(names), udp}, LuaResponseAction(function(response)
          if response.len > \(limit) then return DNSResponseAction.Drop, "" end
          return DNSResponseAction.None, ""
        end))

        """
    }
  }

  /// DelayAction is for UDP only; the thread of a TCP connection may sleep.
  private func sleep(_ milliseconds: Int) -> String {
    """
    LuaFFIPerThreadAction([[
      local ffi = require("ffi")
      ffi.cdef("int usleep(unsigned int)")
      return function(query)
        ffi.C.usleep(\(milliseconds * 1000))
        return DNSAction.None
      end
    ]])
    """
  }
}

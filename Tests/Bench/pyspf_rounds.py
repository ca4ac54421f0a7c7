"""Measures pyspf on the records of a JSON file: parsed and evaluated per second, with the results.

Started by the bench; prints one JSON object.
"""
import json
import sys
import time

import spf

with open(sys.argv[1]) as file:
    world = json.load(file)
seconds = float(sys.argv[2])


def lookup(name, qtype, strict=True, timeout=20):
    if qtype == "TXT" and name in world["texts"]:
        return [((name, "TXT"), (world["texts"][name].encode(),))]
    if qtype == "MX" and name in world["exchangers"]:
        hosts = world["exchangers"][name]
        return [((name, "MX"), (10 + place, host)) for place, host in enumerate(hosts)]
    if qtype == "A" and name in world["addresses"]:
        return [((name, "A"), address) for address in world["addresses"][name]]
    return []


spf.DNSLookup = lookup


def parse(text):
    query = spf.query(i="192.0.2.1", s="postmaster@example.test", h="example.test")
    for term in text.split(" ")[1:]:
        if len(spf.RE_MODIFIER.split(term)) != 3:
            query.validate_mechanism(term)


def rate(items, work):
    """How many items a second; whole passes over the items until the time is over."""
    count = 0
    start = time.perf_counter()
    while time.perf_counter() - start < seconds:
        for item in items:
            work(item)
        count += len(items)
    return count / (time.perf_counter() - start)


def check(sender):
    domain, address = sender
    return spf.query(i=address, s="postmaster@" + domain, h=domain).check()[0]


print(
    json.dumps(
        {
            "version": spf.__version__,
            "results": [check(sender) for sender in world["senders"]],
            "parsed": rate(list(world["texts"].values()), parse),
            "evaluated": rate(world["senders"], check),
        }
    )
)

# Everything a developer needs. `make run` and `make test` install what they need first.

SHELL := /bin/bash
PREFIX ?= /usr/local
BUILD_PACKAGES := libldns-dev libedit-dev libpsl-dev libidn2-dev libunistring-dev \
  libcurl4-openssl-dev pkg-config
BENCH_PACKAGES := python3-spf
TEST_PACKAGES := libssl-dev nsd bind9 bind9-utils bind9-dnsutils dnsdist unbound tmux python3-yaml \
  python3-venv chromium-headless-shell fonts-dejavu-core
# Where a release finds the archives that it is linked with; empty links the shared libraries.
STATIC ?= $(CURDIR)/.build/static
# A position independent program is relocated at every start; the packed form is read sooner, and the
# C library understands it since 2.36.
PACKED := $(shell getconf GNU_LIBC_VERSION 2>/dev/null | awk '$$1 == "glibc" && $$2 + 0 >= 2.36 { \
  print "-Xswiftc -Xclang-linker -Xswiftc -fuse-ld=lld -Xlinker -z -Xlinker pack-relative-relocs" }')
RELEASE := PKG_CONFIG_PATH=$(STATIC) swift build -c release --product annai -Xswiftc -gnone \
  --static-swift-stdlib $(PACKED)

.PHONY: run test bench fuzz sanitize docs sessions format lint install build build-tools test-tools bench-tools

## Starts the wizard; without a terminal, plays a whole run in the practice world.
run: build
	@if [ -t 0 ] && [ -t 2 ]; then .build/release/annai; \
	else .build/release/annai setup --practice --no-input; fi

## Checks everything that can be checked, on loopback only. The release is built too: its optimiser
## can stumble over what a debug build takes.
test: build test-tools
	swift build --build-tests
	scripts/test-each

## Prints measurements; nothing is judged.
bench: build test-tools bench-tools
	swift build -c release --product annai-bench
	.build/release/annai-bench .build/release/annai

## Looks for inputs that break a reader: FUZZ_SECONDS=60 for each, TARGETS="spf-record dns-name".
fuzz: build-tools
	scripts/fuzz $(TARGETS)

## Runs tests under ThreadSanitizer and AddressSanitizer, built in folders of their own.
sanitize: build-tools test-tools
	scripts/sanitize

## Writes a guide for each mail service in each language, and every walkthrough: DOCS=.build/docs.
DOCS ?= .build/docs
docs: build
	scripts/docs .build/release/annai $(DOCS)

## Writes the sessions in docs/ anew; a test compares them with what happens.
sessions: build-tools test-tools
	swift build --build-tests
	ANNAI_WRITE_SESSIONS=1 swift test --skip-build --filter SessionDocumentTests

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

## Installs the program and its resources under PREFIX (and DESTDIR, for packagers).
install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/annai
	install -m 755 .build/release/annai $(DESTDIR)$(PREFIX)/bin/annai
	cp -R Localizations Playbooks $(DESTDIR)$(PREFIX)/share/annai/

build: build-tools
	@[ -z "$(STATIC)" ] || scripts/static-libraries $(STATIC)
	$(RELEASE)

build-tools:
	@scripts/need-packages $(BUILD_PACKAGES)

test-tools:
	@scripts/need-packages $(TEST_PACKAGES)
	@scripts/need-octodns .build/octodns

bench-tools:
	@scripts/need-packages $(BENCH_PACKAGES)

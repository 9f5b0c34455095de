# kgeo: make lists the targets; `make demo` and `make test` are all that a new user needs.

SHELL := /bin/bash
PREFIX ?= /usr/local
SWIFT ?= swift
BIN = .build/release/kgeo
# Where completions and the manual are made before they are installed.
SHARE = .build/share
# C libraries and tools that the package needs on Debian and Ubuntu.
APT_PACKAGES = libgeos-dev libproj-dev zlib1g-dev libexpat1-dev pkg-config
# The Swift runtime goes into the release binary, so that it starts fast and runs where no toolchain is.
RELEASE = -c release --static-swift-stdlib
ifeq ($(shell uname),Linux)
# The toolchain's own linker: quicker, and no warning about code that is not ours. -s leaves symbols out.
RELEASE += -Xswiftc -use-ld=lld -Xlinker -s
# Packed relocations (DT_RELR) where the C library knows them: less to read and to do at every start.
ifeq ($(shell getconf GNU_LIBC_VERSION 2>/dev/null | awk -F'[ .]' '{print ($$2 > 2 || $$3 >= 36)}'),1)
RELEASE += -Xlinker -z -Xlinker pack-relative-relocs
endif
endif

.PHONY: help demo test test-qgis fuzz pairs build install lint docs examples test-sanitizers test-faults bench bench-growth bench-commands bench-accuracy bench-rooms bench-startup geodata scenarios findings published july ground pictures evidence calibration schema errors-doc \
  clean setup toolchain

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | expand -t 18

toolchain:
	@command -v $(SWIFT) >/dev/null || { echo "kgeo needs a Swift 6.2 or newer toolchain: install one from https://www.swift.org/install and put it on the PATH" >&2; exit 1; }

setup: toolchain ## install missing system packages (GEOS, PROJ, zlib, Expat, pkg-config)
	@if pkg-config --exists geos proj zlib expat 2>/dev/null; then :; \
	elif command -v apt-get >/dev/null; then \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "installing $(APT_PACKAGES)"; \
	  $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $(APT_PACKAGES) >/dev/null; \
	elif command -v brew >/dev/null; then brew install geos proj zlib expat pkg-config; \
	else echo "install GEOS, PROJ, zlib and Expat (with headers) and pkg-config, then run make again" >&2; exit 1; fi

build: setup ## build the release binary, .build/release/kgeo
	$(SWIFT) build $(RELEASE) --product kgeo

demo: build ## build, then run the main job on a shipped scenario
	$(BIN) check-area Scenarios/kursk-2024-08.geojson

test: setup ## lint, all tests in debug and in release, the fuzzer for a moment, the examples
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Fuzz Examples/Package.swift Examples/Sources
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest
	$(SWIFT) build --build-tests -c release
	$(SWIFT) test --skip-build --disable-xctest -c release
ifeq ($(shell uname),Linux)
	Fuzz/fuzz.sh 5000x
endif
	$(MAKE) examples

# The Python that Debian's QGIS belongs to, whatever other Python is on the PATH.
QGIS_PYTHON ?= /usr/bin/python3

test-qgis: build ## export every scenario and open it in QGIS, without a screen (installs QGIS)
	@if $(QGIS_PYTHON) -c 'import qgis.core' 2>/dev/null && command -v ogrinfo >/dev/null; then :; \
	elif command -v apt-get >/dev/null; then \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "installing qgis python3-qgis gdal-bin"; \
	  $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends qgis python3-qgis gdal-bin >/dev/null; \
	else echo "make test-qgis needs QGIS 3.22 or newer with its Python, and ogrinfo" >&2; exit 1; fi
	QT_QPA_PLATFORM=offscreen $(QGIS_PYTHON) Scripts/test-qgis.py $(BIN) Scenarios/*.geojson

test-sanitizers: setup ## all tests under the address, then the thread sanitizer
	LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leak-suppressions.txt:print_suppressions=0 \
	  $(SWIFT) test --disable-xctest --sanitize=address --scratch-path .build/asan
	$(SWIFT) test --disable-xctest --sanitize=thread --scratch-path .build/tsan

MINUTES ?= 1
fuzz: setup ## every target of the fuzzer for MINUTES minutes each, under the address sanitizer
	Fuzz/fuzz.sh $$(( $(MINUTES) * 60 )) $(FUZZ)

N ?= 10000
pairs: build ## N pairs of surfaces laid over each other, against slabs, places, fractions and the commands
	Fuzz/pairs.sh $(N) $(SEED)

test-faults: build ## errors, full disks and signals at exact system calls of ten commands (installs strace)
	@command -v strace >/dev/null || { command -v apt-get >/dev/null || { echo "make test-faults needs strace" >&2; exit 1; }; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends strace >/dev/null; }
	Scripts/faults.sh $(BIN)

lint: toolchain ## check the format of the sources
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Fuzz Examples/Package.swift Examples/Sources

docs: setup ## the documentation of the library, in .docs
	mkdir -p .docs
	KGEO_DOCS=1 $(SWIFT) package --allow-writing-to-directory .docs generate-documentation \
	  --target KGeo --target KGeoCore --output-path .docs --enable-experimental-combined-documentation

examples: setup ## build and run Examples, a package of its own that uses the library (builds kgeo anew)
	cd Examples && $(SWIFT) build
	cd Examples && .build/debug/figures ../Scenarios/example.geojson --holder Southland \
	  "Southland holds more than 1,000 km2 of Southmark, and a road of 5 km." | diff expected.txt - && echo "as expected"

geodata: ## write GeoData again from published packages (python3 3.11 or newer)
	@test -f /usr/share/qgis/resources/data/world_map.gpkg -a -d /usr/share/unicode/cldr/common || { \
	  command -v apt-get >/dev/null || { echo "make geodata needs the packages qgis-common and unicode-cldr-core" >&2; exit 1; }; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends qgis-common unicode-cldr-core python3-venv >/dev/null; }
	python3 Scripts/geodata.py

scenarios: build ## draw the shipped scenarios again from Scenarios/sources
	Scripts/scenarios.sh $(BIN)
	python3 Scripts/scenario-table.py $(BIN) --write

findings: build ## write Docs/Findings.md again, where the articles lie beside the project
	Scripts/findings.sh $(BIN) ../shared/articles > Docs/Findings.md

published: build ## write Docs/PublishedFigures.md again, where the maps lie beside the project
	Scripts/published-figures.sh $(BIN) ../shared/maps > .build/published.md
	mv .build/published.md Docs/PublishedFigures.md

july: build ## write Docs/Examples/july-2025.md again, where the maps lie beside the project
	Scripts/july.sh $(BIN) ../shared/maps/occupied > .build/july.md
	mv .build/july.md Docs/Examples/july-2025.md

pictures: build ## draw Docs/Pictures again, from shipped scenarios
	for name in kursk-2024-08 sumy-2025; do \
		KGEO_DATA=. $(BIN) check-area Scenarios/$$name.geojson --quiet --force --draw Docs/Pictures/$$name.svg >/dev/null || exit 1; \
	done

ground: build ## draw the invented fire, flood, reserve and slick of Docs/Examples again, and write their pages (python3)
	Scripts/ground.sh $(BIN) Docs/Examples

calibration: build ## write Docs/Calibration.md again, where the makers' maps lie beside the project
	Scripts/calibration-page.sh $(BIN) ../shared/maps/makers > .build/calibration.md
	mv .build/calibration.md Docs/Calibration.md

evidence: build ## write Docs/Evidence.md again, where the maps lie beside the project (needs numpy, takes minutes)
	python3 Scripts/evidence.py $(BIN) ../shared/maps > .build/evidence.md
	mv .build/evidence.md Docs/Evidence.md

schema: build ## write Docs/schema again from the program
	$(BIN) schema --force --output Docs/schema/scenario.schema.json
	$(BIN) schema --units --format csv --force --output Docs/schema/units.csv

errors-doc: setup ## write Docs/Errors.md again from the cases of the tests
	KGEO_WRITE_ERRORS_DOC=1 $(SWIFT) test --disable-xctest --filter theDocumentHoldsEveryCase

bench: build ## kgeo and every peer that is installed, in turn on generated maps: ratios of CPU, wall time, memory
	python3 Benchmarks/bench.py --kgeo $(BIN) $(BENCH)

bench-growth: build ## time and memory from 1 thousand to 100 million vertices, and from 1 to 10,000 files
	python3 Benchmarks/growth.py --kgeo $(BIN) $(BENCH)

bench-commands: build ## time of commands whose input grows in number, from 1 thousand to a million vertices
	python3 Benchmarks/command_growth.py --kgeo $(BIN) $(BENCH)

bench-accuracy: build ## areas and perimeters of a generated map against PROJ and against 34 digits
	test -f Benchmarks/.data/districts.geojson || python3 Benchmarks/generate.py Benchmarks/.data t1
	python3 Benchmarks/accuracy.py Benchmarks/.data/districts.geojson --kgeo $(BIN) $(BENCH)

bench-rooms: setup ## kernel, scanner, reader, writer and overlay, each on its own
	cd Benchmarks && $(SWIFT) package --disable-sandbox benchmark

bench-startup: build ## start-up of kgeo against a C program with the same libraries
	$(SHELL) Benchmarks/startup.sh

install: build ## install the binary, scenarios, data, completions and manual under PREFIX (default /usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/kgeo/Scenarios
	install -m 755 $(BIN) $(DESTDIR)$(PREFIX)/bin/kgeo
	install -m 644 Scenarios/*.geojson $(DESTDIR)$(PREFIX)/share/kgeo/Scenarios
	for folder in GeoData GeoData/regions GeoData/places; do \
	  install -d $(DESTDIR)$(PREFIX)/share/kgeo/$$folder; \
	  find $$folder -maxdepth 1 -type f -exec install -m 644 {} $(DESTDIR)$(PREFIX)/share/kgeo/$$folder \; ; done
	install -d $(SHARE) $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d \
	  $(DESTDIR)$(PREFIX)/share/man/man1
	for shell in bash zsh fish; do $(BIN) --generate-completion-script $$shell > $(SHARE)/kgeo.$$shell || exit; done
	$(BIN) manual --force --output $(SHARE)/kgeo.1
	install -m 644 $(SHARE)/kgeo.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/kgeo
	install -m 644 $(SHARE)/kgeo.zsh $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_kgeo
	install -m 644 $(SHARE)/kgeo.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/kgeo.fish
	install -m 644 $(SHARE)/kgeo.1 $(DESTDIR)$(PREFIX)/share/man/man1/kgeo.1

clean: ## remove everything that was built
	rm -rf .build .docs Examples/.build Benchmarks/.build Benchmarks/.data

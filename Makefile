# Every command a person needs here; `make help` lists them.

SWIFT ?= swift
DIR ?= Examples/LegacyRides
# The executable alone needs no macros, so swift-syntax is built once.
RECACHE_BUILD = $(SWIFT) build --disable-default-traits --product recache
# A program that runs where no toolchain is, starts in half the time, and knows itself without being read.
ifeq ($(shell uname),Linux)
RECACHE_RELEASE = $(RECACHE_BUILD) --configuration release --static-swift-stdlib -Xlinker --build-id
else
RECACHE_RELEASE = $(RECACHE_BUILD) --configuration release
endif
# The tests that hold generated files current, and write them when RECORD=1.
GENERATED = GeneratedBenchmarkFunctions|GeneratedRulesDocument|GeneratedRuntimeFacts|GeneratedRuntimeTable|StableKeys|ConformanceTests/documentIsCurrent
# All our Swift, but for the sources that show the compiler's answers in comments beside the line.
FORMATTED = $(shell find Package.swift Sources Tests Examples Benchmarks -name '*.swift' \
  -not -path '*/.build*' -not -path 'Tests/CompileFailTests/*/*')

.DEFAULT_GOAL := help

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: dependencies
dependencies: ## install what the build needs of the system (libyaml, pkg-config)
	@Scripts/install-dependencies

.PHONY: test-dependencies
test-dependencies: ## the same, and what the tests need (libhiredis, redis-server)
	@Scripts/install-dependencies --tests

.PHONY: lint
lint: dependencies ## build recache and lint DIR (default: Examples/LegacyRides)
	@$(RECACHE_BUILD) --quiet
	@echo "recache lint $(DIR)"
	@"$$($(RECACHE_BUILD) --show-bin-path)/recache" lint $(DIR) || test $$? -eq 1

.PHONY: test
test: test-dependencies ## run all tests, with all traits
	$(SWIFT) test --enable-all-traits

.PHONY: test-races
test-races: test-dependencies ## test the cache under the thread sanitizer (builds the cache alone, in .build-tsan)
	RECACHE_CACHE_ALONE=1 $(SWIFT) test --sanitize=thread --scratch-path .build-tsan --traits SharedStore

.PHONY: test-model
test-model: test-dependencies ## run random operations against a naive model of the cache (ROUNDS=100000, SEED=)
	RECACHE_MODEL_ROUNDS=$(or $(ROUNDS),100000) $(if $(SEED),RECACHE_MODEL_SEED=$(SEED)) \
	  $(SWIFT) test --enable-all-traits --filter 'CacheRuntimeTests.ModelTests/agrees'

.PHONY: test-kill
test-kill: test-dependencies ## 220 rounds of processes killed in the middle of writes, 150 of linters, and every byte of a database's pages flipped
	CACHE_LONG_TESTS=1 $(SWIFT) test --enable-all-traits --filter 'DiskProcessTests|DiskDamageTests|SharedResultsTests'

.PHONY: fuzz
fuzz: test-dependencies ## put a million hostile inputs to the decoder and the readers of entries (INPUTS=, SEED=)
	RECACHE_FUZZ_INPUTS=$(or $(INPUTS),1000000) $(if $(SEED),RECACHE_FUZZ_SEED=$(SEED)) \
	  $(SWIFT) test --enable-all-traits --filter DecoderFuzzTests

.PHONY: check
check: format-check test ## what must pass before a commit: format, no warnings, tests, generated files current

.PHONY: format
format: ## format all sources in place
	@$(SWIFT) format --in-place --parallel --configuration .swift-format $(FORMATTED)

.PHONY: format-check
format-check:
	@$(SWIFT) format lint --strict --parallel --configuration .swift-format $(FORMATTED)

.PHONY: generate docs
generate: test-dependencies ## write anew what is made from rules.yml, from the rules' descriptions and by the macros
	-RECORD=1 $(SWIFT) test --enable-all-traits --filter '$(GENERATED)' > /dev/null 2>&1
	$(SWIFT) test --enable-all-traits --filter '$(GENERATED)'
docs: generate

.PHONY: release
release: dependencies ## the optimized executable, in .build/release (takes 10 minutes or more the first time)
	$(RECACHE_RELEASE)

.PHONY: demo
demo: dependencies ## migrate a copy of Examples/LegacyRides and compare what it prints before and after
	@$(RECACHE_BUILD) --quiet
	@RECACHE="$$($(RECACHE_BUILD) --show-bin-path)/recache" Scripts/demo

.PHONY: bench bench-quick bench-disk bench-large bench-eviction
bench: ## measure the cache beside its competitors, optimized (builds first; some minutes)
	cd Benchmarks && $(SWIFT) build -c release --product CacheBenchmarks
	cd Benchmarks && RECACHE_BENCH_PYTHON="$$(../Scripts/benchmark-python)" .build/release/CacheBenchmarks --json .build/bench.json

bench-quick: ## the same with fewer repeats
	cd Benchmarks && $(SWIFT) build -c release --product CacheBenchmarks
	cd Benchmarks && RECACHE_BENCH_PYTHON="$$(../Scripts/benchmark-python)" .build/release/CacheBenchmarks --quick

bench-disk: ## measure small values in the store on disk, and from which size on files pay
	cd Benchmarks && $(SWIFT) run -c release StoreBenchmarks

# Millions of rows, and the folder for files.
SIZES ?= 10 50 100 200
IN ?= /tmp
bench-large: ## the guide's table of large data, in memory and on disk, beside Streamlit (SIZES="10 50 100 200", IN=/tmp)
	cd Benchmarks && $(SWIFT) build -c release --product LargeValues
	cd Benchmarks && RECACHE_BENCH_PYTHON="$$(../Scripts/benchmark-python)" .build/release/LargeValues --in $(IN) $(SIZES)

bench-eviction: ## hit ratios of the eviction policies against the best possible
	cd Benchmarks && $(SWIFT) run -c release EvictionSimulator

.PHONY: dashboard test-dashboard
dashboard: dependencies ## serve Examples/Dashboard on loopback (PORT=, or a free port)
	@cd Examples/Dashboard && $(SWIFT) build --quiet --product Dashboard && exec "$$($(SWIFT) build --show-bin-path)/Dashboard"

test-dashboard: dependencies ## test Examples/Dashboard, in a headless Chromium too (installs one; PICTURES= keeps pictures)
	@Scripts/install-dependencies --browser
	cd Examples/Dashboard && $(SWIFT) test
	cd Examples/Dashboard && $(SWIFT) build --product Dashboard && \
	  Scripts/test-dashboard "$$($(SWIFT) build --show-bin-path)/Dashboard" $(PICTURES)

.PHONY: bench-probe
bench-probe: release ## time recache probe on the dependencies' sources: all types, and one type in 100 MB
	@Scripts/bench-probe "$$($(RECACHE_RELEASE) --show-bin-path)/recache"

.PHONY: bench-lint
bench-lint: ## measure the linter beside rg, ast-grep and bare parsing on TREE=DIR[:DIR…], optimized (builds first; minutes)
	@test -n "$(TREE)" || { echo "name trees of public Swift sources: make bench-lint TREE=DIR[:DIR…]" >&2; exit 2; }
	@$(RECACHE_RELEASE) --quiet
	Scripts/bench-lint "$$($(RECACHE_RELEASE) --show-bin-path)/recache" "$(TREE)" $(BENCH_OPTIONS)

.PHONY: clean
clean: ## remove what was built
	rm -rf .build

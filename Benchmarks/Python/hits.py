"""Measures a hit in Python's caches and prints the samples as JSON: hits.py REPEATS full|quick."""

import functools
import json
import logging
import statistics
import sys
import time

repeats = int(sys.argv[1])
full = sys.argv[2] == "full"
samples, remarks = [], []


def measure(group, name, call, slice_seconds=0.05):
    call()
    times = 1
    while True:
        start = time.process_time()
        for _ in range(times):
            call()
        spent = time.process_time() - start
        if spent >= slice_seconds:
            break
        times = times * 4 if spent * 4 < slice_seconds else int(times * slice_seconds / spent * 1.1) + 1
    found = []
    for _ in range(repeats):
        start = time.process_time()
        for _ in range(times):
            call()
        found.append((time.process_time() - start) / times * 1e9)
    samples.append(
        {"group": group, "name": name, "median": statistics.median(found), "least": min(found)})


def square(x):
    return x * x


def ride(region, limit):
    return limit


def size(data):
    return len(data)


contestants = {"functools.lru_cache": functools.lru_cache(maxsize=None)}
try:
    import cachetools

    contestants["cachetools.TTLCache"] = lambda function: cachetools.cached(
        cachetools.TTLCache(maxsize=100_000, ttl=3600))(function)
except ImportError:
    remarks.append("without cachetools, which the interpreter does not have")
streamlit = None
try:
    logging.disable(logging.CRITICAL)
    import streamlit

    contestants["streamlit.cache_data"] = streamlit.cache_data(show_spinner=False)
    contestants["streamlit.cache_resource"] = streamlit.cache_resource(show_spinner=False)
    remarks.append(f"streamlit {streamlit.__version__}, Python {sys.version.split()[0]}")
except ImportError:
    remarks.append("without streamlit, which the interpreter does not have")

kilobyte = bytes(range(256)) * 4
for name, decorate in contestants.items():
    cached = decorate(square)
    measure("hit-int", name, lambda: cached(7))
    cached_ride = decorate(ride)
    measure("hit-string-int", name, lambda: cached_ride("customer-0007@example", 7))
    cached_size = decorate(size)
    measure("hit-data-1k", name, lambda: cached_size(kilobyte))
    if full:
        large = bytes(100_000_000)
        cached_large = decorate(size)
        measure("hit-data-100m", name, lambda: cached_large(large), 0.2)
        del large

if streamlit and full:
    import numpy

    array = numpy.arange(10_000_000, dtype=numpy.float64)
    for name in ("streamlit.cache_data", "streamlit.cache_resource"):
        cached_array = contestants[name](size)
        measure("hit-doubles-10m", name, lambda: cached_array(array), 0.2)

        def make(count):
            return numpy.arange(count, dtype=numpy.float64)

        make_cached = contestants[name](make)
        measure("result-doubles-10m", name, lambda: make_cached(10_000_000), 0.2)

    @streamlit.cache_data(show_spinner=False)
    def total(values):
        return float(values.sum())

    total(array)
    random = numpy.random.default_rng(1)
    wrong = 0
    for _ in range(50):
        place = int(random.integers(0, len(array)))
        array[place] += 1_000_000
        if total(array) != float(array.sum()):
            wrong += 1
        array[place] -= 1_000_000
    remarks.append(f"streamlit.cache_data gave a wrong result after {wrong} of 50 single-element edits of 10 M doubles")

print(json.dumps({"samples": samples, "remarks": remarks}))

"""Measures the guide's table in Streamlit and prints the samples as JSON: large.py ROWS… (in millions)."""

import json
import logging
import sys
import time

samples, remarks = [], []
try:
    logging.disable(logging.CRITICAL)
    import numpy
    import pandas
    import streamlit
except ImportError as error:
    print(json.dumps({"samples": [], "remarks": [f"without Streamlit: {error}"]}))
    sys.exit(0)
remarks.append(f"streamlit {streamlit.__version__}, Python {sys.version.split()[0]}")


def available():
    with open("/proc/meminfo") as file:
        for line in file:
            if line.startswith("MemAvailable"):
                return int(line.split()[1]) * 1024
    return None


def seconds(call):
    start = time.perf_counter()
    result = call()
    spent = time.perf_counter() - start
    del result
    return spent * 1e9


for argument in sys.argv[1:]:
    millions = float(argument)
    rows = int(millions * 1_000_000)
    # The frame, its pickled bytes, the copy that a caller gets, and the copy that pickling makes.
    needed = rows * 32 * 4
    try:
        free = available()
    except OSError:
        free = None
    if free is not None and needed > free * 0.8:
        remarks.append(f"Streamlit is left out at {argument} M rows: it would need {needed >> 20} MB, and {free >> 20} are free")
        continue

    def frame(count):
        column = numpy.arange(count, dtype=numpy.float64)
        return pandas.DataFrame({"a": column, "b": column + 1, "c": column + 2, "d": column + 3})

    for name, decorate in (
        ("data", streamlit.cache_data(show_spinner=False)),
        ("resource", streamlit.cache_resource(show_spinner=False)),
    ):
        cached = decorate(frame)
        for when in ("first", "next"):
            samples.append(
                {"millions": millions, "name": f"streamlit, {name} {when}", "nanoseconds": seconds(lambda: cached(rows))})
        cached.clear()

print(json.dumps({"samples": samples, "remarks": remarks}))

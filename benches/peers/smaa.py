"""Draws for rank acceptability beside numpy, and beside the R package smaa where it is installed.

    python3 benches/peers/smaa.py [ROUNDS]

Builds the bench `smaa`, then runs ours and numpy turn by turn, on one thread each, and ours on two.
The field is the same on both sides; the draws are not, so before anything is timed the shares of
first places have to agree within five standard errors. numpy is written in several ways and the
fastest one counts. Figures are the least of all rounds, the ratio is the median over the pairs of a
round; processor time of one thread, wall clock where two threads run.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import time

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np

SHAPES = [(10, 6, 1 << 20), (100, 20, 25 << 12)]
GROWTH = [(10, 6, 1 << power) for power in (16, 18, 20, 22)]
FIELDS = [(vendors, 6, 1 << 16) for vendors in (5, 10, 16, 17, 40, 100, 250)]


def field(vendors, criteria):
    """The numbers of `benches/shared`: splitmix64, every third criterion a cost."""
    with np.errstate(over="ignore"):
        word = np.arange(1, vendors * criteria + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        word = (word ^ (word >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        word = (word ^ (word >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    numbers = ((word ^ (word >> np.uint64(31))) >> np.uint64(11)) / 9007199254740992.0
    values = numbers.reshape(vendors, criteria).copy()
    values[:, 2::3] = 1.0 - values[:, 2::3]
    return values


def by_logarithms(generator, draws, criteria):
    weights = generator.standard_exponential((draws, criteria))
    weights /= weights.sum(axis=1, keepdims=True)
    return weights


def by_sorting(generator, draws, criteria):
    cuts = generator.random((draws, criteria - 1))
    cuts.sort(axis=1)
    weights = np.empty((draws, criteria))
    weights[:, 0] = cuts[:, 0]
    weights[:, 1:-1] = cuts[:, 1:] - cuts[:, :-1]
    weights[:, -1] = 1.0 - cuts[:, -1]
    return weights


def ranks_by_sorting(values, weights):
    vendors = len(values)
    order = np.argsort(weights @ values.T, axis=1)
    cells = (order + np.arange(vendors) * vendors).ravel()
    counts = np.bincount(cells, minlength=vendors * vendors).reshape(vendors, vendors)
    return counts.T[:, ::-1], order[:, -1]


def ranks_by_pairs(values, weights):
    vendors = len(values)
    scores = values @ weights.T
    ranks = np.zeros(scores.shape, np.int16)
    for one in range(vendors):
        for other in range(one + 1, vendors):
            is_behind = scores[other] > scores[one]
            ranks[one] += is_behind
            ranks[other] += ~is_behind
    counts = np.stack([np.bincount(row, minlength=vendors) for row in ranks])
    return counts, ranks.argmin(axis=0)


def numpy_run(values, draws, way, seed=1):
    """Rank counts, and the sums of weights and of their squares over each one's first places."""
    draw, rank, chunk = way
    vendors, criteria = values.shape
    generator = np.random.default_rng(seed)
    counts = np.zeros((vendors, vendors), np.int64)
    sums = np.zeros((2, vendors, criteria))
    for _ in range(draws // chunk):
        weights = draw(generator, chunk, criteria)
        more, first = rank(values, weights)
        counts += more
        for column in range(criteria):
            share = weights[:, column]
            sums[0, :, column] += np.bincount(first, weights=share, minlength=vendors)
            sums[1, :, column] += np.bincount(first, weights=share * share, minlength=vendors)
    return counts


def timed(work):
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return {
        "wall": (time.perf_counter() - wall) * 1e3,
        "cpu": (time.process_time() - processor) * 1e3,
    }


def fastest_way(values, draws):
    ranks = [ranks_by_sorting] + ([ranks_by_pairs] if len(values) <= 16 else [])
    ways = [(d, r, c) for d in (by_logarithms, by_sorting) for r in ranks for c in (4096, 16384)]
    ways = [way for way in ways if draws % way[2] == 0]
    tried = max(draws // 8 // 16384 * 16384, 16384) if draws % 16384 == 0 else draws // 5
    cost = lambda way: min(timed(lambda: numpy_run(values, tried, way))["cpu"] for _ in range(2))
    return min(ways, key=cost)


class Ours:
    """The bench, asked for one run after another."""

    def __init__(self, program, vendors, criteria, draws, threads):
        typed = [program, "once", *map(str, (vendors, criteria, draws, threads))]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(typed, stdin=pipe, stdout=pipe, text=True)

    def run(self):
        before = self.spent()
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        found = json.loads(self.process.stdout.readline())
        return {"cpu": self.spent() - before, **found}

    def spent(self):
        """Processor time of all its threads so far: Linux has a clock for each process."""
        return time.clock_gettime((~self.process.pid << 3) | 2) * 1e3

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def program():
    typed = ["cargo", "bench", "--bench", "smaa", "--no-run", "--message-format=json"]
    built = subprocess.run(typed, check=True, capture_output=True, text=True).stdout
    lines = [json.loads(line) for line in built.splitlines() if line.startswith("{")]
    benches = [line for line in lines if line.get("target", {}).get("name") == "smaa"]
    return [line["executable"] for line in benches if line.get("executable")][-1]


def agree(ours, counts, draws):
    for mine, other in zip(ours["first"], counts[:, 0]):
        share = max(mine, other, 1) / draws
        error = (2 * share * (1 - share) / draws) ** 0.5
        assert abs(mine - other) / draws <= 5 * error + 2 / draws, (mine, other)


def beside_numpy(bench, rounds):
    print("| vendors × criteria, draws | numpy, ms | ours, ms | ratio | two threads, ms | ratio | second thread |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for vendors, criteria, draws in SHAPES:
        values = field(vendors, criteria)
        way = fastest_way(values, draws)
        one = Ours(bench, vendors, criteria, draws, 1)
        two = Ours(bench, vendors, criteria, draws, 2)
        agree(one.run(), numpy_run(values, draws, way), draws)
        pairs = []
        for _ in range(rounds):
            peer = timed(lambda: numpy_run(values, draws, way))
            pairs.append((peer, one.run(), two.run()))
        one.close()
        two.close()
        least = lambda at, what: min(pair[at][what] for pair in pairs)
        median = lambda ratio: statistics.median(map(ratio, pairs))
        print(
            f"| {vendors} × {criteria}, {draws} | {least(0, 'cpu'):.1f} | {least(1, 'cpu'):.2f}"
            f" | {median(lambda pair: pair[0]['cpu'] / pair[1]['cpu']):.1f}"
            f" | {least(2, 'wall'):.2f} | {median(lambda pair: pair[0]['cpu'] / pair[2]['wall']):.1f}"
            f" | {least(1, 'wall') / least(2, 'wall'):.2f} |",
            flush=True,
        )
        names = (way[0].__name__, way[1].__name__, f"{way[2]} at a time")
        print(f"<!-- the fastest numpy: {', '.join(names)} -->")


def growth(bench, shapes, rounds):
    print("\n| vendors × criteria, draws | ours, ms | per draw, ns |\n|---|---:|---:|")
    for vendors, criteria, draws in shapes:
        ours = Ours(bench, vendors, criteria, draws, 1)
        least = min(ours.run()["cpu"] for _ in range(rounds))
        ours.close()
        print(f"| {vendors} × {criteria}, {draws} | {least:.2f} | {least * 1e6 / draws:.1f} |")


def beside_r(bench, rounds):
    script = os.path.join(os.path.dirname(__file__), "smaa.R")
    if not shutil.which("Rscript"):
        print("\nR is not installed: not measured.")
        return
    typed = ["Rscript", script, "10", "6", str(1 << 20)]
    found = subprocess.run(typed, capture_output=True, text=True)
    if found.returncode:
        print("\nThe R package smaa is not installed: not measured.")
        return
    peer = json.loads(found.stdout)
    one, two = (Ours(bench, 10, 6, 1 << 20, threads) for threads in (1, 2))
    runs = [(one.run(), two.run()) for _ in range(rounds)]
    cpu, wall = min(run[0]["cpu"] for run in runs), min(run[1]["wall"] for run in runs)
    one.close()
    two.close()
    print("\n| 10 × 6, 1048576 draws | R, ms | over ours, one thread | over ours, two threads |")
    print("|---|---:|---:|---:|")
    for name, words in (("whole", "smaa, weights drawn in R"), ("core", "its C core alone")):
        print(f"| {words} | {peer[name]:.0f} | {peer[name] / cpu:.0f} | {peer[name] / wall:.0f} |")


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    bench = program()
    beside_numpy(bench, rounds)
    growth(bench, GROWTH, rounds)
    growth(bench, FIELDS, rounds)
    beside_r(bench, rounds)


main()

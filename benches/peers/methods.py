"""Methods in hand-written numpy, asked one run at a time by benches/peers.rs.

Reads lines `WORKLOAD LAYOUT VENDORS`, answers `MILLISECONDS CHECKSUM`, or `none` where the workload
is not known or its library is not installed. LAYOUT is `rows` (one vendor after another, as numpy
makes an array) or `columns` (one criterion after another, which it likes better here). The field is that of benches/shared: splitmix64, ten criteria,
equal shares, every third criterion a cost. The checksum is the sum over the vendors of score times
(1 + row modulo 7), so that both sides can see that they computed the same.
"""

import sys
import time

import numpy as np

CRITERIA = 10
COST = np.arange(CRITERIA) % 3 == 2
SHARES = np.full(CRITERIA, 1.0 / CRITERIA)
Q, P, V = 0.05, 0.3, 0.8


def ratings(vendors):
    idx = np.arange(1, vendors * CRITERIA + 1, dtype=np.uint64)
    word = idx * np.uint64(0x9E3779B97F4A7C15)
    word = (word ^ (word >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    word = (word ^ (word >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    number = ((word ^ (word >> np.uint64(31))) >> np.uint64(11)) / 2.0**53
    return 1.0 + number.reshape(vendors, CRITERIA)


def reading(x, values):
    return np.array([x.sum()])


def weighted_sum(x, values):
    return values @ SHARES


def weighted_sum_min_max(x, values):
    low, high = x.min(axis=0), x.max(axis=0)
    normalised = (x - low) / (high - low)
    normalised[:, COST] = 1.0 - normalised[:, COST]
    return normalised @ SHARES


def weighted_sum_folded(x, values):
    low, high = x.min(axis=0), x.max(axis=0)
    slope = np.where(COST, -1.0, 1.0) * SHARES / (high - low)
    return x @ slope - np.where(COST, high, low) @ slope


def topsis(x, values):
    weighted = x * (SHARES / np.sqrt((x * x).sum(axis=0)))
    low, high = weighted.min(axis=0), weighted.max(axis=0)
    best, worst = np.where(COST, low, high), np.where(COST, high, low)
    to_best = np.sqrt(((weighted - best) ** 2).sum(axis=1))
    to_worst = np.sqrt(((weighted - worst) ** 2).sum(axis=1))
    return to_worst / (to_best + to_worst)


def topsis_ranked(x, values):
    scores = topsis(x, values)
    order = np.argsort(-scores)
    ranks = np.empty(len(scores), dtype=np.int64)
    ranks[order] = np.arange(1, len(scores) + 1)
    return ranks.astype(float)


def vikor(x, values):
    low, high = x.min(axis=0), x.max(axis=0)
    best, worst = np.where(COST, low, high), np.where(COST, high, low)
    regrets = SHARES * (best - x) / (best - worst)
    total, largest = regrets.sum(axis=1), regrets.max(axis=1)
    scaled = lambda figure: (figure - figure.min()) / (figure.max() - figure.min())
    return 0.5 * scaled(total) + 0.5 * scaled(largest)


def edas(x, values):
    mean = x.mean(axis=0)
    distances = (x - mean) * (np.where(COST, -1.0, 1.0) / mean)
    above = np.maximum(distances, 0.0) @ SHARES
    below = np.maximum(-distances, 0.0) @ SHARES
    return (above / above.max() + 1.0 - below / below.max()) / 2.0


def copras(x, values):
    shares = x * (SHARES / x.sum(axis=0))
    benefit, cost = shares[:, ~COST].sum(axis=1), shares[:, COST].sum(axis=1)
    weights = benefit + cost.sum() / (cost * (1.0 / cost).sum())
    return weights / weights.max()


def promethee(x, values):
    vendors = len(x)
    flows = np.zeros(vendors)
    for criterion in range(CRITERIA):
        column = -x[:, criterion] if COST[criterion] else x[:, criterion]
        order = np.argsort(column)
        rising = column[order]
        rising = rising - rising[0]
        sums = np.concatenate(([0.0], np.cumsum(rising)))
        a = np.searchsorted(rising, rising - P, side="left")
        b = np.searchsorted(rising, rising - Q, side="left")
        c = np.searchsorted(rising, rising + Q, side="right")
        d = np.searchsorted(rising, rising + P, side="right")
        plus = a + ((b - a) * (rising - Q) - (sums[b] - sums[a])) / (P - Q)
        minus = (vendors - d) + ((sums[d] - sums[c]) - (d - c) * (rising + Q)) / (P - Q)
        flows[order] += SHARES[criterion] * (plus - minus)
    return flows / (vendors - 1)


def electre_iii(x, values):
    vendors = len(x)
    gaps = [(x[None, :, j] - x[:, None, j]) * (-1.0 if COST[j] else 1.0) for j in range(CRITERIA)]
    concordance = np.zeros((vendors, vendors))
    for share, gap in zip(SHARES, gaps):
        concordance += share * np.clip((P - gap) / (P - Q), 0.0, 1.0)
    credibility = concordance.copy()
    for gap in gaps:
        discordance = np.clip((gap - P) / (V - P), 0.0, 1.0)
        weaker = discordance > concordance
        credibility[weaker] *= (1.0 - discordance[weaker]) / (1.0 - concordance[weaker])
    return credibility.sum(axis=1)


def library(name):
    """A method of pymcdm, or None where it is not installed."""
    try:
        import pymcdm.methods as methods
    except ImportError:
        return None
    types = np.where(COST, -1, 1)
    made = {
        "topsis": lambda: methods.TOPSIS(__import__("pymcdm").normalizations.vector_normalization),
        "vikor": lambda: methods.VIKOR(),
        "edas": lambda: methods.EDAS(),
        "promethee-ii": lambda: methods.PROMETHEE_II(
            "vshape_2", p=np.full(CRITERIA, P), q=np.full(CRITERIA, Q)
        ),
    }
    # Made anew for each run: some of these lose their thresholds with the first.
    return lambda x, values: np.asarray(made[name]()(x, SHARES, types))


WORKLOADS = {
    "reading": reading,
    "weighted-sum": weighted_sum,
    "weighted-sum-min-max": weighted_sum_min_max,
    "weighted-sum-folded": weighted_sum_folded,
    "topsis": topsis,
    "topsis-ranked": topsis_ranked,
    "vikor": vikor,
    "edas": edas,
    "copras": copras,
    "promethee-ii": promethee,
    "electre-iii": electre_iii,
}


def workload(name):
    if name.startswith("pymcdm-"):
        return library(name.removeprefix("pymcdm-"))
    return WORKLOADS.get(name)


def field(layout, vendors):
    x = ratings(vendors)
    values = np.where(COST, 2.0 - x, x - 1.0)
    return (x, values) if layout == "rows" else (np.asfortranarray(x), np.asfortranarray(values))


def main():
    fields, made = {}, {}
    for line in sys.stdin:
        name, layout, vendors = line.split()
        if name not in made:
            made[name] = workload(name)
        if made[name] is None:
            print("none", flush=True)
            continue
        if (layout, vendors) not in fields:
            fields.clear()
            fields[layout, vendors] = field(layout, int(vendors))
        began = time.perf_counter()
        scores = made[name](*fields[layout, vendors])
        took = (time.perf_counter() - began) * 1e3
        checksum = float(scores @ (1.0 + np.arange(len(scores)) % 7))
        print(f"{took!r} {checksum!r}", flush=True)


main()

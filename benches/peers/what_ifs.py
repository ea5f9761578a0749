"""Ten thousand what-ifs of 50 vendors and 20 criteria in numpy: one after another, and all at once.

The model and the what-ifs are those of benches/what_ifs.rs, drawn by the same generator: every other
what-if weighs each criterion anew, the rest change three ratings; three criteria have a gate at 5.
Prints the sum of all ranks, to be compared with the bench's, and milliseconds of processor time: the
least of many runs. The timed ways leave ties in some order; the sum counts them as ties, untimed.
Usage: python what_ifs.py
"""

import time

import numpy as np

VENDORS, CRITERIA, WHAT_IFS = 50, 20, 10_000
GATED, FLOOR = 3, 5.0


class Draw:
    """The linear congruential generator of Knuth's MMIX."""

    def __init__(self, seed):
        self.seed = seed

    def below(self, bound):
        self.seed = (self.seed * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.seed >> 33) % bound


def problem():
    draw = Draw(7)
    weights = np.array([1.0 + draw.below(9) for _ in range(CRITERIA)])
    ratings = np.array([[float(draw.below(101)) for _ in range(CRITERIA)] for _ in range(VENDORS)])
    return weights, ratings


def what_ifs():
    """Per what-if the weights, or vendors, criteria and ratings of three cells."""
    draw, weighed, rated = Draw(11), [], []
    for at in range(WHAT_IFS):
        if at % 2 == 0:
            weighed.append([1.0 + draw.below(100) for _ in range(CRITERIA)])
        else:
            rated.append(
                [(draw.below(VENDORS), draw.below(CRITERIA), float(draw.below(101))) for _ in range(3)]
            )
    return np.array(weighed), rated


def ranks_of(scores, stands):
    """Competition ranks along the last axis for scores without ties; 0 outside the field."""
    order = np.argsort(np.where(stands, -scores, np.inf), axis=-1)
    ranks = np.empty(order.shape, dtype=np.int64)
    np.put_along_axis(ranks, order, np.broadcast_to(np.arange(1, VENDORS + 1), order.shape), axis=-1)
    return np.where(stands, ranks, 0)


def one_by_one(weights, ratings, weighed, rated):
    base, total = weights / weights.sum(), 0
    for row in weighed:
        stands = (ratings[:, :GATED] >= FLOOR).all(axis=1)
        total += ranks_of((ratings / 100.0) @ (row / row.sum()), stands).sum()
    for cells in rated:
        changed = ratings.copy()
        for vendor, criterion, rating in cells:
            changed[vendor, criterion] = rating
        stands = (changed[:, :GATED] >= FLOOR).all(axis=1)
        total += ranks_of((changed / 100.0) @ base, stands).sum()
    return total


def prepared(rated):
    """Rated cells as arrays, the last of a place winning; made outside the timing."""
    cells = [dict(((vendor, criterion), rating) for vendor, criterion, rating in each) for each in rated]
    flat = [(at, *place, rating) for at, each in enumerate(cells) for place, rating in each.items()]
    at, vendor, criterion = (np.array([row[k] for row in flat]) for k in range(3))
    return at, vendor, criterion, np.array([row[3] for row in flat])


def batched(weights, ratings, weighed, cells):
    values, base = ratings / 100.0, weights / weights.sum()
    stands = (ratings[:, :GATED] >= FLOOR).all(axis=1)
    shares = weighed / weighed.sum(axis=1, keepdims=True)
    total = ranks_of(shares @ values.T, np.broadcast_to(stands, (len(shares), VENDORS))).sum()
    at, vendor, criterion, rating = cells
    count = WHAT_IFS // 2
    scores = np.broadcast_to(values @ base, (count, VENDORS)).copy()
    np.add.at(scores, (at, vendor), (rating - ratings[vendor, criterion]) / 100.0 * base[criterion])
    passes = np.broadcast_to(ratings[:, :GATED] >= FLOOR, (count, VENDORS, GATED)).copy()
    gated = criterion < GATED
    passes[at[gated], vendor[gated], criterion[gated]] = rating[gated] >= FLOOR
    return total + ranks_of(scores, passes.all(axis=2)).sum()


def least(work, runs):
    times, result = [], None
    for _ in range(runs):
        start = time.process_time()
        result = work()
        times.append(time.process_time() - start)
    return result, 1000 * min(times)


def tied_sum(weights, ratings, weighed, rated):
    """The sum of competition ranks, with the tie tolerance of the program."""
    base, total = weights / weights.sum(), 0
    for row in list(weighed) + rated:
        changed = ratings.copy()
        if isinstance(row, list):
            for vendor, criterion, rating in row:
                changed[vendor, criterion] = rating
        shares = base if isinstance(row, list) else row / row.sum()
        scores = ((changed / 100.0) @ shares)[(changed[:, :GATED] >= FLOOR).all(axis=1)]
        tolerance = max(1e-9 * (scores.max() - scores.min()), 1e-12 * scores.max())
        ahead = scores[None, :] > scores[:, None] + tolerance
        total += len(scores) + ahead.sum()
    return total


if __name__ == "__main__":
    weights, ratings = problem()
    weighed, rated = what_ifs()
    cells = prepared(rated)
    total, loop = least(lambda: one_by_one(weights, ratings, weighed, rated), 3)
    same, batch = least(lambda: batched(weights, ratings, weighed, cells), 40)
    assert total == same
    print(f"sum of ranks {tied_sum(weights, ratings, weighed, rated)}; loop {loop:.1f} ms, batched {batch:.2f} ms")

# How long the R package smaa takes for a million draws: everything, weights drawn in R, and its C core alone.
# Rscript benches/peers/smaa.R VENDORS CRITERIA DRAWS

library(smaa)
typed <- as.integer(commandArgs(trailingOnly = TRUE))
vendors <- typed[1]; criteria <- typed[2]; draws <- typed[3]
set.seed(1)
values <- matrix(runif(vendors * criteria), vendors)
spent <- function(work) sum(system.time(work)[c("user.self", "sys.self")]) * 1000
whole <- c(); core <- c()
for (round in 1:3) {
  whole <- c(whole, spent({
    weights <- matrix(rexp(draws * criteria), draws)
    weights <- weights / rowSums(weights)
    ratings <- array(rep(values, each = draws), c(draws, vendors, criteria))
    result <- smaa(ratings, weights)
  }))
  turned <- aperm(ratings, c(2, 3, 1)); across <- t(weights)
  core <- c(core, spent(.Call(smaa:::smaa_smaa, turned, across, FALSE)))
}
cat(sprintf('{"whole": %.1f, "core": %.1f, "first": %.4f}\n', min(whole), min(core), max(result$ra[, 1])))

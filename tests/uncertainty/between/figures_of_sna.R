# What R's sna says of Krackhardt's managers: netlm (double semi-partialling), gcor and qaptest.
#
#   Rscript figures_of_sna.R people.csv ties.csv > figures_of_sna.csv
suppressMessages(library(sna))
set.seed(20071)
given <- commandArgs(trailingOnly = TRUE)
people <- read.csv(given[1])
ties <- read.csv(given[2])
n <- nrow(people)

matrix_of <- function(relation) {
  rows <- ties[ties$relation == relation & ties$weight > 0, ]
  cells <- matrix(0, n, n)
  cells[cbind(match(rows$source, people$id), match(rows$target, people$id))] <- 1
  diag(cells) <- 0
  cells
}
either <- function(cells) pmax(cells, t(cells))
advice <- matrix_of("advice")
friendship <- matrix_of("friendship")
reports_to <- matrix_of("reports_to")
same_dept <- outer(people$dept, people$dept, "==") * 1
diff_age <- abs(outer(people$age, people$age, "-"))

cat("case,term,coefficient,t,higher,lower,far\n")
said <- function(case, terms, y, x, mode) {
  fit <- netlm(y, x, mode = mode, nullhyp = "qapspp", reps = 10000)
  for (k in seq_along(terms)) # the first coefficient is the intercept
    cat(sprintf("%s,%s,%.10f,%.10f,%.5f,%.5f,%.5f\n", case, terms[k], fit$coefficients[k + 1],
                fit$tstat[k + 1], fit$pgreq[k + 1], fit$pleeq[k + 1], fit$pgreqabs[k + 1]))
  cat(sprintf("%s,intercept,%.10f,%.10f,,,\n", case, fit$coefficients[1], fit$tstat[1]))
}
alone <- function(case, term, y, x) {
  test <- qaptest(list(y, x), gcor, g1 = 1, g2 = 2, reps = 10000)
  cat(sprintf("%s,%s,%.10f,,%.5f,%.5f,\n", case, term, test$testval, test$pgreq, test$pleeq))
}
said("relations", c("advice", "reports_to"), friendship, list(advice, reports_to), "digraph")
said("people", c("friendship", "same:dept", "difference:age"), advice,
     list(friendship, same_dept, diff_age), "digraph")
said("either", c("friendship", "same:dept"), either(advice),
     list(either(friendship), same_dept), "graph")
alone("correlation", "advice", friendship, advice)
alone("correlation", "reports_to", friendship, reports_to)

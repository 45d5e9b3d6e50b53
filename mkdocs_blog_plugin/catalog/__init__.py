"""Posts to answers: total order, terms, periods, neighbours, series, related posts."""

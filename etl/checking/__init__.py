"""Named rules over the cells of reports; what does not pass, or cannot be judged, becomes a finding.

The door is `etl.checking.check.check`. Rules are declared in `etl.vocabulary.rules`; each has one judge here.
"""

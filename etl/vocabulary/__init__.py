"""Every word once: items, measures, applicants, tables, indicators, rules, regions, labels."""

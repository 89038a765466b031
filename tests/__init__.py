"""Tests sorted by purpose: unit, golden, rules, app, house; builders with sensible defaults beside them."""

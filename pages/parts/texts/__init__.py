"""Texts of section five on the screen: two side by side, the places where something was found, one agency's reuse."""

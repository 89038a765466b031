"""The findings on the screen: chosen, listed, seen one by one, decided on, taken away."""

"""A frame in, a Plotly figure out, with its title and its text alternative: pure, no files, no clock, no Streamlit."""

"""Streamlit pieces that pages share: the frame, the filters, panels of chart and table, empty states."""

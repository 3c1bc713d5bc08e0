"""Streamlit building blocks: they show and ask, and never compute."""

"""Results as Plotly figures, one question a file: its table, its figure, and one sentence that reads it."""

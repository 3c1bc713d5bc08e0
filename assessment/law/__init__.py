"""What the law and the courts make of a debt."""

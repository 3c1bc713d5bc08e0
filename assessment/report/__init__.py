"""What can be taken along: the case as a workbook."""

"""The officer's word on answers: a review, the list of what waits, its workbook."""

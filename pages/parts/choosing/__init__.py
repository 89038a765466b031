"""What a reader chooses, and how it stands in the address: filters, agencies, reports, rates, rows."""

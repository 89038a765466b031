"""What was read once is kept: the readings of documents as Parquet shards, under the version of the reader.

A room of its own, because it stands between recognising and the warehouse and may be deleted at any time:
`warehouse/readings/` only saves time, every build can be made again from the originals and the catalogue.
"""

"""Documents of every format → one neutral Document; the door is `etl.reading.read.read_document`."""

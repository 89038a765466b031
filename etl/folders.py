"""Where things lie in a data directory."""

from dataclasses import dataclass
from pathlib import Path

from etl.vocabulary.lists import OWN_REGIONS


@dataclass(frozen=True, slots=True)
class DataDir:
    """The folders and files of one data directory."""

    root: Path

    @property
    def sources(self) -> Path:
        """Reports as published, never edited, and what is known about them."""
        return self.root / "sources"

    @property
    def originals(self) -> Path:
        """Every document ever loaded, once, by fingerprint."""
        return self.sources / "originals"

    @property
    def catalogue(self) -> Path:
        """One row per file ever seen."""
        return self.sources / "catalogue.csv"

    @property
    def own_regions(self) -> Path:
        """Divisions beside GB/T 2260."""
        return self.sources / OWN_REGIONS

    @property
    def demo(self) -> Path:
        """The fictional corpus."""
        return self.sources / "demo"

    @property
    def decisions(self) -> Path:
        """What people decided about findings; it outlives every build."""
        return self.root / "decisions.sqlite"

    @property
    def corrections(self) -> Path:
        """What people corrected, as CSV files."""
        return self.root / "corrections"

    @property
    def lexicon(self) -> Path:
        """A user's own lines for the words that tell roles and themes of sentences."""
        return self.root / "lexicon"

    @property
    def own_files(self) -> frozenset[Path]:
        """What lies in `sources` and is none of the user's documents."""
        root = self.sources.resolve()
        names = ("originals", "catalogue.csv", OWN_REGIONS, "README.md", "demo", "demo-planted.csv")
        return frozenset(root / name for name in names)

    def reuse(self, version: str) -> Path:
        """What one version of the comparing of texts computed."""
        return self.root / "warehouse" / "reuse" / version

    def readings(self, version: str) -> Path:
        """The parse results of one version of the reader."""
        return self.root / "warehouse" / "readings" / version

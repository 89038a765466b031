"""The whole story of a load on one screen: a stage, then its check; here the stages meet to make a build."""

import hashlib
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import polars as pl

from etl.checking.batch import Printed, batches, check_batch
from etl.checking.peers import peer_limits
from etl.correcting import guarded
from etl.correcting.listed import files_of, read_corrections, require_divisions
from etl.demo.corpus import write_corpus
from etl.errors import UsageError
from etl.filing.places import with_named_candidates, with_places
from etl.filing.reports import Answer, Filed, Question, file_reports, found_fields
from etl.folders import DataDir
from etl.measuring.compare import compare
from etl.measuring.measure import SCHEMA, measure
from etl.measuring.problems import PRINTS, prints_of_problems, with_problem_states
from etl.progress import counted, progress
from etl.reading.read import read_document
from etl.readings.shards import Shard, all_readings, drop_remains, in_parts, shards
from etl.readings.soundness import require_working_reader
from etl.readings.version import code_version, reader_version, reuse_version
from etl.readings.workers import ToRead, read_all
from etl.recognising.agencies import resolve
from etl.recognising.gazetteer import Gazetteer
from etl.recognising.place_names import read_name
from etl.recognising.recognise import recognise
from etl.recognising.report import Clue, Report
from etl.reuse.compare import compare_texts
from etl.reuse.crew import Crew, a_crew
from etl.reuse.labelling import label
from etl.reuse.lexicon import files_of as lexicon_files
from etl.reuse.lexicon import read_lexicon
from etl.reuse.names import with_names_left
from etl.reuse.promises import COUNTED, beside_year_before, count_themes
from etl.reuse.soundness import require_whole
from etl.reuse.store import Kept
from etl.sources.catalogue import DEMO, merged, read_catalogue, take_in, write_catalogue
from etl.sources.own_regions import gathered, write_regions
from etl.sources.walking import Walk, require_there
from etl.vocabulary.agencies import RESOLVED
from etl.vocabulary.dictionary import all_words
from etl.vocabulary.reasons import REJECTED, SUPERSEDED
from etl.vocabulary.regions import region_from, standard_regions
from etl.vocabulary.words import Word
from etl.warehouse import published_rows
from etl.warehouse.build import Build, drop_unfinished
from etl.warehouse.lock import only_load

_WORD_COLUMNS: Final = ("name", "kind", "label_zh", "label_en", "unit", "definition", "definition_en", "source")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did.

    `documents`: the rows of the table `documents` for the files of this load. `read`: how many documents were read
    now. `is_new`: whether a build was published; without anything new the published one stays. `unmatched`: paths
    that a manifest names and that were not there.
    """

    documents: pl.DataFrame
    read: int
    is_new: bool
    unmatched: tuple[str, ...]

    @property
    def rejected(self) -> list[tuple[str, str]]:
        """Path and reason of every file of this load that was not taken."""
        return self.documents.filter(pl.col("outcome") == REJECTED).select("path", "reason").rows()

    @property
    def superseded(self) -> list[tuple[str, str]]:
        """Path and reason of every file of this load that another version takes the place of."""
        return self.documents.filter(pl.col("outcome") == SUPERSEDED).select("path", "reason").rows()


@dataclass(frozen=True, slots=True)
class Material:
    """What a build is made from: the reports filed, the divisions, the readings, the corrections judged.

    `inputs` is the same for the same material and the same code.
    """

    inputs: str
    filed: Filed
    regions: Gazetteer
    kept: Sequence[Shard]
    judged: pl.DataFrame


def load(paths: Sequence[Path], data_dir: Path, jobs: int, *, is_demo: bool = False) -> Loaded:
    """The documents below the paths added to those loaded before, and one build published over all of them.

    A demo takes the place of an earlier demo. Raises GongkaiError, with the published build left as it was, for wrong
    usage or a broken data directory.
    """
    place = DataDir(data_dir)
    require_there(paths)  # before anything is made: a slip in a path leaves no data directory behind
    with only_load(data_dir):
        drop_unfinished(data_dir)
        listed = read_corrections(place.corrections)
        read_lexicon(place.lexicon)  # a slip in it stops the load before anything is taken in
        seen, not_there, regions = take_sources(paths, place, is_demo)
        require_divisions(listed, regions.get)
        catalogue, store = read_catalogue(place.catalogue), place.readings(reader_version())
        read = read_new(catalogue, place, store, jobs)
        readings = all_readings(store)
        inputs = fingerprint_of_inputs(place, readings)
        is_new = published_rows.inputs(data_dir) != inputs
        if is_new:
            ask, kept = partial(find_agency, regions=regions), shards(store)
            judged = judge_corrections(guarded.address(listed, catalogue, readings), catalogue, readings, ask, kept)
            filed = file_reports(catalogue, readings, ask, guarded.applied_fields(judged))
            publish(place, Material(inputs, filed, regions, kept, judged), jobs)
        documents = published_rows.documents(data_dir).join(seen, on=["document_id", "path"], how="semi")
    return Loaded(documents, read, is_new, not_there)


def take_sources(
    paths: Sequence[Path], place: DataDir, is_demo: bool
) -> tuple[pl.DataFrame, tuple[str, ...], Gazetteer]:
    """What was seen below the paths, kept and entered in the catalogue; what manifests name in vain; all divisions.

    Nothing is entered when a manifest or a regions file is broken.
    """
    walk, now = Walk(tuple(paths), place.own_files), datetime.now(UTC).replace(tzinfo=None)
    seen = take_in(counted("登记文件", walk.sources(), "份"), place.originals, now)
    if paths and seen.is_empty() and not walk.regions:
        raise UsageError(f"没有找到任何文件（no documents found）：{'、'.join(map(str, paths))}")
    own = gathered(place.own_regions, walk.regions)
    regions = Gazetteer((*standard_regions(), *map(region_from, own)))
    before = read_catalogue(place.catalogue)
    if is_demo:
        before, seen = before.filter(pl.col("named") != DEMO), seen.with_columns(named=pl.lit(DEMO))
    write_regions(own, place.own_regions)
    write_catalogue(merged(before, seen), place.catalogue)
    return seen, walk.unmatched, regions


def read_new(catalogue: pl.DataFrame, place: DataDir, store: Path, jobs: int) -> int:
    """How many documents were read: all of the catalogue that this version of the reader has not read yet."""
    tried_before = drop_remains(store)
    known = all_readings(store).select("document_id")
    kept = catalogue.filter(pl.col("original") != "").unique("document_id", keep="first", maintain_order=True)
    new = kept.join(known, on="document_id", how="anti", maintain_order="left")
    rows = new.select("document_id", "original", "path").rows()
    documents = [ToRead(document_id, place.originals / original, path) for document_id, original, path in rows]
    with progress("读取文件", len(documents), "份") as advance:
        read_all(documents, read_report, store, jobs, advance)
    require_working_reader(store, {document.document_id for document in documents} - tried_before)
    return len(documents)


def read_report(data: bytes, name: str) -> tuple[str, Report]:
    """The media type and the facts of one document; raises Rejection. Runs in the workers."""
    document = read_document(data, name)
    return document.media_type, recognise(document)


def find_agency(question: Question, regions: Gazetteer) -> Answer:
    """Where the agency of a document is; a name that says no place, or one of several, may be that of many agencies."""
    clues = tuple(Clue(kind, text) for kind, text in question.clues)
    found = resolve(
        question.agency,
        regions,
        year=question.year,
        clues=clues,
        folders=question.folders,
        region_code=question.region_code,
    )
    names_its_place = bool(read_name(question.agency, regions, question.year).unknown)
    is_doubtful = found.region_status != RESOLVED and not names_its_place
    where = (found.region_code, found.level, found.region_status, found.region_evidence, found.region_candidates)
    return Answer(*where, found.kind, found.sector, is_doubtful)


def judge_corrections(
    addressed: pl.DataFrame,
    catalogue: pl.DataFrame,
    readings: pl.DataFrame,
    ask: Callable[[Question], Answer],
    kept: Sequence[Shard],
) -> pl.DataFrame:
    """The corrections with what their documents say, and whether they apply (columns: `etl.correcting.guarded`)."""
    documents = addressed["document_id"].drop_nulls().unique()
    is_about = pl.col("document_id").is_in(documents.implode())
    names = set(readings.filter(is_about)["shard"])
    cells = [shard.frame("cells").filter(is_about) for shard in kept if shard.folder.name in names]
    fields = found_fields(catalogue, readings, ask, documents)
    return pl.concat([guarded.judged_cells(addressed, cells), guarded.judged_fields(addressed, fields)])


def publish(place: DataDir, given: Material, jobs: int) -> None:
    """One new build with every table filled, checked and published."""
    now, filed, kept, judged = datetime.now(UTC).replace(tzinfo=None), given.filed, given.kept, given.judged
    with Build(place.root, now) as build:
        build.insert("regions", given.regions.frame())
        build.insert("agencies", filed.agencies)
        build.insert("reports", filed.reports)
        build.insert("documents", filed.documents)
        build.insert("corrections", guarded.with_reports(judged, filed.reports))
        build.insert_from_shards([shard.folder for shard in kept], filed.reports)
        build.correct_cells()
        themes = label_sentences(build, filed.reports, place)
        indicators = measure_reports(filed.reports, kept, judged)
        build.insert("indicators", indicators)
        placed = with_places(filed.reports.filter("is_current"), given.regions.frame())
        with a_crew(jobs) as crew:
            matches = find_reuse(build, placed, Kept(place.reuse(reuse_version())), crew)
        told = with_places(with_named_candidates(filed.reports, given.regions.frame()), given.regions.frame())
        check_reports(build, guarded.with_unmatched(with_names_left(told, matches), judged), indicators)
        build.mark_corrected()
        build.count_ahead()
        words = [[getattr(word, column) for column in _WORD_COLUMNS] for word in all_words(themes)]
        build.insert("vocabulary", pl.DataFrame(words, schema=_WORD_COLUMNS, orient="row", infer_schema_length=None))
        made_from = {"code_version": code_version(), "reader_version": reader_version(), "inputs": given.inputs}
        build.finish({"built_at": now, **made_from})


def label_sentences(build: Build, reports: pl.DataFrame, place: DataDir) -> tuple[Word, ...]:
    """The sentences of section five with role and themes put into the build, and their themes beside the year before.

    Returns the themes there are.
    """
    lexicon, counted = read_lexicon(place.lexicon), [pl.DataFrame(schema=COUNTED)]
    for cut in build.cut_sentences():
        sentences = label(cut, lexicon)
        build.insert("sentences", sentences)
        counted.append(count_themes(sentences))
    for themes in beside_year_before(pl.concat(counted), reports):
        build.insert("problem_themes", themes)
    return lexicon.themes


def measure_reports(reports: pl.DataFrame, kept: Sequence[Shard], judged: pl.DataFrame) -> pl.DataFrame:
    """The indicators of current reports."""
    current = reports.filter("is_current")
    measured, prints = [pl.DataFrame(schema=SCHEMA)], [pl.DataFrame(schema=PRINTS)]
    with progress("计算指标", len(current), "份") as advance:
        for part in in_parts(kept, current):
            measured.append(measure(guarded.corrected(part.frame("cells"), judged), part.documents))
            prints.append(prints_of_problems(part.frame("sections"), part.documents))
            advance(len(part.documents))
    indicators = with_problem_states(compare(pl.concat(measured)), pl.concat(prints))
    return indicators.sort("region_code", "year", "report_id")


def check_reports(build: Build, reports: pl.DataFrame, indicators: pl.DataFrame) -> None:
    """Findings and judgements of all rules, put into the build by batches of whole divisions."""
    limits = peer_limits(indicators)
    with progress("核查", len(reports), "份") as advance:
        for batch in batches(reports):
            current = batch.filter("is_current")
            printed = Printed(build.cells_of(current), build.left_overs_of(current), build.sections_of(current))
            numbers = current.select("report_id", "report_number")
            for checked in check_batch(printed, batch, limits):
                build.insert("findings", checked.findings.join(numbers, on="report_id"))
                build.insert("judgements", checked.judgements)
            advance(len(batch))


def find_reuse(build: Build, current: pl.DataFrame, kept: Kept, crew: Crew) -> pl.DataFrame:
    """What section five of each current report repeats, put into the build; `current`: reports with their places.

    Returns the pairs of alike texts.
    """
    with progress("比对文字", len(current), "份") as advance:
        reuse = compare_texts(current, build.problem_texts, kept, crew, advance)
    require_whole(reuse, current)
    build.insert("text_reuse", reuse.measures)
    build.insert("text_matches", reuse.matches)
    build.insert("shared_texts", reuse.shared)
    return reuse.matches


def fingerprint_of_inputs(place: DataDir, readings: pl.DataFrame) -> str:
    """The same when nothing that a build is made from has changed."""
    digest = hashlib.sha256(code_version().encode())
    for file in (place.catalogue, place.own_regions, *files_of(place.corrections), *lexicon_files(place.lexicon)):
        digest.update(file.read_bytes() if file.exists() else b"")
    said = readings.select("document_id", "outcome", "reason_code", "content_key").sort("document_id")
    digest.update(said.write_csv().encode())
    return digest.hexdigest()[:16]


def load_demo(data_dir: Path, reports: int, seed: int, jobs: int) -> Loaded:
    """A fictional corpus written below the data directory and loaded, in place of an earlier one."""
    place = DataDir(data_dir)
    shutil.rmtree(place.demo, ignore_errors=True)
    corpus = write_corpus(place.demo, reports, seed)
    return load([corpus.folder], data_dir, jobs, is_demo=True)

"""The command line: what each command prints, and the exit code that scripts go by."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from etl import __main__ as command_line
from etl import pipeline
from etl.warehouse import export, published_rows
from etl.warehouse.published import published_path
from tests.conftest import ROOT
from tests.loads import RECEIVED, a_corpus, a_file, rows

Printed = pytest.CaptureFixture[str]


def run(*arguments: object) -> int:
    """The exit code of a command, wrong arguments included."""
    try:
        return command_line.main([str(argument) for argument in arguments])
    except SystemExit as ended:
        return int(ended.code or 0)


def test_a_load_without_rejections_is_0(tmp_path: Path, capsys: Printed) -> None:
    """Protects scripts that go on only when everything was taken."""
    folder = a_corpus(tmp_path / "in", {"甲": a_file()})
    assert run("load", folder, "--data-dir", tmp_path / "data") == 0
    assert "导入 1" in capsys.readouterr().out


def test_a_load_with_rejections_is_3_and_names_each(tmp_path: Path, capsys: Printed) -> None:
    """Protects the clerk: published, but what was not taken is named with its reason, at the second load too."""
    folder = a_corpus(tmp_path / "in", {"甲": a_file(), "空": (".txt", b"")})
    for _ in range(2):
        assert run("load", folder, "--data-dir", tmp_path / "data") == 3
        assert "空.txt：文件是空的" in capsys.readouterr().out


def test_a_load_names_what_is_superseded_and_why(tmp_path: Path, capsys: Printed) -> None:
    """Protects the clerk from a bare count: which file gave way to which, and what decided."""
    files = {"一": a_file(), "二": a_file(cells={RECEIVED: "12"})}
    assert run("load", a_corpus(tmp_path / "in", files), "--data-dir", tmp_path / "data") == 0
    printed = capsys.readouterr().out
    assert "旧版（superseded）一.docx：同一单位同一年度另有一份，发布日期相同" in printed
    assert "：二.docx\n" in printed


@pytest.mark.parametrize(
    "arguments",
    [
        ["load"],
        ["load", "没有这个文件夹"],
        ["load", ".", "--jobs", "0"],
        ["check"],
        ["export", "cells"],
        ["export", "no_such_table"],
        ["什么"],
    ],
)
def test_wrong_usage_is_2(tmp_path: Path, arguments: list[str], capsys: Printed) -> None:
    """Protects the user from a traceback: what was asked cannot be done, and why."""
    more = ["--data-dir", str(tmp_path / "data")] if arguments[0] in ("load", "check", "export") else []
    assert run(*arguments, *more) == 2
    said = capsys.readouterr()
    assert said.err.strip()
    assert "Traceback" not in said.err + said.out
    assert not (tmp_path / "data").exists()


def test_a_fault_is_1_and_publishes_nothing(tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the user from a traceback and the maintainer from its loss: it is kept in a file that is named."""
    monkeypatch.setattr(pipeline, "check_batch", lambda *_: 1 / 0)
    folder = a_corpus(tmp_path / "in", {"甲": a_file()})
    assert run("load", folder, "--data-dir", tmp_path / "data") == 1
    said = capsys.readouterr().err
    kept = tmp_path / "data" / "warehouse" / "last-fault.txt"
    assert str(kept) in said
    assert "Traceback" not in said
    assert "ZeroDivisionError" in kept.read_text("utf-8")
    assert not list((tmp_path / "data" / "warehouse").glob("*.duckdb"))


@pytest.mark.parametrize("command", ["load", "check", "export"])
def test_a_fault_claims_nothing_about_publishing(
    tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """Protects the user from a wrong answer: a fault behind the publishing, or without any, is only said to be one."""
    folder = a_corpus(tmp_path / "in", {"甲": a_file()})
    arguments: list[object] = [folder] if command == "load" else ["cells"] if command == "export" else []
    if command != "load":
        run("load", folder, "--data-dir", tmp_path / "data")
    faulty = {"load": "documents", "check": "findings"}.get(command)
    if faulty is not None:
        monkeypatch.setattr(published_rows, faulty, lambda _: 1 / 0)
    else:
        monkeypatch.setattr(export, "open_published", lambda _: 1 / 0)
    capsys.readouterr()
    assert run(command, *arguments, "--data-dir", tmp_path / "data") == 1
    said = capsys.readouterr().err
    assert "程序出错" in said
    assert "没有发布" not in said
    assert published_path(tmp_path / "data") is not None


def test_an_interrupted_load_is_1_and_ends_its_workers(tmp_path: Path) -> None:
    """Protects the user who presses Ctrl-C: one sentence, no traceback of any process, nothing published."""
    files = {f"{n:03}": (".txt", f"{n} 通知\n".encode() * 5000) for n in range(200)}
    folder = a_corpus(tmp_path / "in", files)
    command = [sys.executable, "-m", "etl", "load", str(folder), "--data-dir", str(tmp_path / "data"), "--jobs", "2"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True) as process:
        readings = tmp_path / "data" / "warehouse" / "readings"
        wait_for(lambda: any(readings.glob("*/shard-*")))
        os.killpg(process.pid, signal.SIGINT)
        assert process.stderr is not None
        said = process.stderr.read().decode()
        assert process.wait() == 1, said
    assert "已中断" in said
    assert "Traceback" not in said
    assert not (tmp_path / "data" / "warehouse" / "CURRENT").exists()


def wait_for(is_so: Callable[[], bool]) -> None:
    """Return when it is so; fail after a while."""
    for _ in range(600):
        if is_so():
            return
        time.sleep(0.05)
    pytest.fail("it never came to that")


def test_check_prints_findings_by_rule_and_severity(tmp_path: Path, capsys: Printed) -> None:
    """Protects the command's answer: what is wrong, where, in the words of the form, errors first."""
    folder = a_corpus(tmp_path / "in", {"甲": a_file(cells={RECEIVED: "12"})})
    run("load", folder, "--data-dir", tmp_path / "data")
    capsys.readouterr()
    assert run("check", "--data-dir", tmp_path / "data") == 0
    lines = capsys.readouterr().out.splitlines()
    heads = [line.split()[:2] for line in lines if not line.startswith("  ")]
    assert ["错误", "T3.APPLICANTS"] in heads
    assert [head[0] for head in heads[:2]] == ["错误", "错误"]
    assert any(line.startswith("  霁川市商务局 2023：") and "12" in line for line in lines)


def test_export_writes_csv_and_parquet(tmp_path: Path, capsys: Printed) -> None:
    """Protects what people take away: all rows, or those of a condition, in a file of the ending they named."""
    folder = a_corpus(tmp_path / "in", {"甲": a_file(cells={RECEIVED: "12"})})
    run("load", folder, "--data-dir", tmp_path / "data")
    data = ["--data-dir", tmp_path / "data"]
    assert run("export", "cells", "--out", tmp_path / "a.parquet", *data) == 0
    assert run("export", "cells", "--out", tmp_path / "a.csv", "--where", "value > 0", *data) == 0
    assert len(pl.read_parquet(tmp_path / "a.parquet")) == 200
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfpath,")
    assert pl.read_csv(tmp_path / "a.csv").select("item", "value").rows() == [("received", 12)]
    assert run("export", "cells", "--out", tmp_path / "a.txt", *data) == 2
    assert run("export", "cells", "--out", tmp_path / "没有" / "a.csv", *data) == 2
    assert run("export", "cells", "--where", "nothing = 1", *data) == 2
    assert "--where" in capsys.readouterr().err


def test_export_to_the_screen_ends_quietly_when_nobody_reads_on(tmp_path: Path) -> None:
    """Protects `export … | head`: no traceback when the other end has seen enough; the table comes as CSV."""
    folder = a_corpus(tmp_path / "in", {"甲": a_file()})
    run("load", folder, "--data-dir", tmp_path / "data")
    command = [sys.executable, "-m", "etl", "export", "vocabulary", "--data-dir", str(tmp_path / "data")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"\xef\xbb\xbfname,kind,")
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
        assert process.wait() == 0


def test_demo_fills_an_empty_directory_and_only_that(tmp_path: Path, capsys: Printed) -> None:
    """Protects real data from fictional reports, and the first start from doing its work twice."""
    demo = ["demo", "--data-dir", tmp_path / "data", "--reports", "14", "--jobs", "1"]
    assert run(*demo) == 0
    assert rows(tmp_path / "data", "SELECT count(*) >= 14 FROM reports") == [(True,)]
    assert run(*demo, "--if-empty") == 0
    assert "已有数据" in capsys.readouterr().out
    folder = a_corpus(tmp_path / "in", {"甲": a_file()})
    run("load", folder, "--data-dir", tmp_path / "real")
    assert run("demo", "--data-dir", tmp_path / "real", "--reports", "14") == 2
    assert rows(tmp_path / "real", "SELECT count(*) FROM reports") == [(1,)]


def test_a_second_demo_takes_the_place_of_the_first(tmp_path: Path) -> None:
    """Protects the demo from growing: another number or seed is another corpus, not more of the same."""
    for reports, seed in ((14, 1), (12, 2)):
        run("demo", "--data-dir", tmp_path / "data", "--reports", reports, "--seed", seed, "--jobs", "1")
    ((count,),) = rows(tmp_path / "data", "SELECT count(*) FROM documents")
    run("demo", "--data-dir", tmp_path / "fresh", "--reports", "12", "--seed", "2", "--jobs", "1")
    assert rows(tmp_path / "fresh", "SELECT count(*) FROM documents") == [(count,)]


def test_demo_if_empty_loads_what_was_laid_into_sources(tmp_path: Path) -> None:
    """Protects a clerk who put reports into data/sources and then started: these are loaded, no demo is made."""
    a_corpus(tmp_path / "data" / "sources" / "区", {"甲": a_file()})
    assert run("demo", "--if-empty", "--data-dir", tmp_path / "data") == 0
    assert rows(tmp_path / "data", "SELECT path, outcome FROM documents") == [("区/甲.docx", "loaded")]
    assert not (tmp_path / "data" / "sources" / "demo").exists()

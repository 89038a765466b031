"""The command line: `python -m etl load | demo | check | export`; parses, calls, and maps errors to exit codes."""

import argparse
import os
import sys
import traceback
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from etl.errors import GongkaiError, UsageError
from etl.vocabulary.decisions import STANDINGS
from etl.vocabulary.labels import SEVERITIES, STATES
from etl.vocabulary.lists import MANIFEST
from etl.vocabulary.reasons import DUPLICATE, LOADED, REJECTED, SUPERSEDED

if TYPE_CHECKING:
    from etl.pipeline import Loaded

SOME_REJECTED: Final = 3
OPEN_FINDINGS: Final = 4
_DEMO_REPORTS: Final = 560
_LINES_AT_MOST: Final = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of one command: 0 done, 3 some rejected, 4 findings are open, 2 wrong usage, 1 failed."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console may lack Chinese characters
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except GongkaiError as fault:
        return _failed(str(fault), fault.exit_code)
    except KeyboardInterrupt:
        return _failed("已中断，已发布的库是完整的（interrupted; what is published is whole）", 1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:  # noqa: BLE001 - a user gets a sentence, the traceback goes to a file
        return _failed(f"程序出错（a fault of the program）：{fault}。{_kept(options.data_dir)}", 1)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m etl", description="政府信息公开工作年度报告：导入、核查、导出")
    commands = parser.add_subparsers(required=True, metavar="load | demo | check | export")

    command = _command(commands, "load", "导入文件、文件夹或 .zip，发布一个新的库（load documents, publish a build）")
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    command.set_defaults(run=_load)

    command = _command(commands, "demo", "生成并导入一套虚构的年度报告（write and load a fictional corpus）")
    command.add_argument("--reports", type=_positive, default=_DEMO_REPORTS, help="报告份数（how many reports）")
    command.add_argument("--seed", type=int, default=1, help="同一数字生成同一套（the same for the same number）")
    command.add_argument("--if-empty", action="store_true", help="已有数据时什么也不做（nothing if there is data）")
    command.set_defaults(run=_demo)

    command = _command(commands, "check", "列出当前库的核查发现（print the findings of the current build）")
    _add_filters(command)
    command.set_defaults(run=_check)

    command = _command(commands, "export", "导出一个表为 CSV 或 Parquet（one table as CSV or Parquet）")
    command.add_argument("table", metavar="TABLE")
    command.add_argument("--where", help="SQL 条件，如 year = 2023（an SQL condition）")
    command.add_argument(
        "--out", type=Path, help="文件名，.csv 或 .parquet；不写则输出到屏幕（default: CSV to stdout）"
    )
    command.set_defaults(run=_export)
    return parser


def _add_filters(command: argparse.ArgumentParser) -> None:
    """The options of `check`; each filter may be given several times."""
    standings, severities = [word.name for word in STANDINGS], list(SEVERITIES)
    add = partial(command.add_argument, action="append", default=[])
    add("--rule", metavar="RULE", help="规则，如 T3.BALANCE（of this rule）")
    add("--severity", choices=severities, help="级别（of this severity）")
    add("--state", choices=list(STATES), help="结论：不符、无法判断（failed, or cannot be judged）")
    add("--region", metavar="CODE", help="区划代码，含其下各级（of this division and those below it）")
    add("--year", type=int, metavar="YEAR", help="年度（of reports on this year）")
    add(
        "--decision", choices=standings, help="处理情况；已消除的只在写明 fixed 时列出（how it stands; fixed if named）"
    )
    told = "有此级别或更重、尚待处理的发现时，退出码为 4（exit 4 when one as grave or graver is open or outdated）"
    command.add_argument("--fail-on", choices=severities, help=told)


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, what: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=what, description=what)
    command.add_argument("--data-dir", type=Path, default=Path("data"), help="数据目录（default: data）")
    if name in ("load", "demo"):
        command.add_argument(
            "--jobs", type=_positive, default=os.cpu_count() or 1, help="并行进程数（worker processes）"
        )
    return command


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("应为正整数（should be positive）")
    return number


def _load(options: argparse.Namespace) -> int:
    from etl.pipeline import load

    loaded = load(options.paths, options.data_dir, options.jobs)
    _tell(loaded)
    _tell_corrections(options.data_dir)
    return SOME_REJECTED if loaded.rejected else 0


def _demo(options: argparse.Namespace) -> int:
    from etl.pipeline import load, load_demo
    from etl.state import state_of

    state = state_of(options.data_dir)
    if options.if_empty and state.is_published:
        print(f"已有数据，不生成演示数据（there is data already）：{options.data_dir}")
    elif options.if_empty and state.has_own_files:
        _tell(load([options.data_dir / "sources"], options.data_dir, options.jobs))
    elif state.has_own_reports:
        why = "已有真实报告，不能混入虚构的演示数据，请另选 --data-dir（holds real reports already）"
        raise UsageError(f"{options.data_dir}：{why}")
    else:
        _tell(load_demo(options.data_dir, options.reports, options.seed, options.jobs))
    return 0


def _check(options: argparse.Namespace) -> int:
    from etl.listing import Asked, findings_asked, lines_of, to_be_looked_at

    asked = Asked(options.rule, options.severity, options.state, options.region, options.year, options.decision)
    found = findings_asked(options.data_dir, asked)
    for line in lines_of(found):
        print(line)
    return OPEN_FINDINGS if options.fail_on and to_be_looked_at(found, options.fail_on) else 0


def _export(options: argparse.Namespace) -> int:
    from etl.warehouse.export import export

    rows = export(options.data_dir, options.table, options.where, options.out, sys.stdout.buffer)
    if options.out is not None:
        print(f"已导出 {rows} 行（rows）：{options.out}")
    return 0


def _tell(loaded: "Loaded") -> None:
    """What a load did, in a few lines; every rejected file by name, and what is superseded."""
    for path in loaded.unmatched:
        print(f"{MANIFEST} 提到但没有找到（named in a manifest, not found）：{path}")
    for path, reason in loaded.rejected:
        print(f"未导入（rejected）{path}：{reason}")
    if loaded.superseded:
        _print_some(f"旧版（superseded）{path}：{reason}" for path, reason in loaded.superseded)
    counts = dict(loaded.documents["outcome"].value_counts().rows())
    print(
        f"文件 {len(loaded.documents)}（files）：导入 {counts.get(LOADED, 0)}（loaded），"
        f"重复 {counts.get(DUPLICATE, 0)}（duplicate），旧版 {counts.get(SUPERSEDED, 0)}（superseded），"
        f"未导入 {counts.get(REJECTED, 0)}（rejected）；新读取 {loaded.read}（newly read）"
    )
    print("已发布新库（a new build is published）" if loaded.is_new else "没有变化，当前库不变（nothing new）")


def _tell_corrections(data_dir: Path) -> None:
    """How many corrections apply and how many do not, and which find nothing; nothing when there are none."""
    from etl.correcting.listed import read_corrections
    from etl.correcting.lost import lost_lines
    from etl.folders import DataDir
    from etl.vocabulary.corrections import CORRECTION_STATES
    from etl.warehouse.published_rows import corrections, corrections_not_found, documents

    if lost := corrections_not_found(data_dir):
        paths = documents(data_dir)["path"].to_list()
        _print_some(lost_lines(read_corrections(DataDir(data_dir).corrections), lost, paths))
    if counts := corrections(data_dir):
        told = "，".join(f"{word.label_zh} {counts.get(word.name, 0)}" for word in CORRECTION_STATES)
        print(f"人工更正（corrections）：{told}；详见（see）python -m etl export corrections")


def _print_some(lines: Iterable[str]) -> None:
    """The first lines, and how many more there are."""
    every = list(lines)
    print("\n".join(every[:_LINES_AT_MOST]))
    if len(every) > _LINES_AT_MOST:
        print(f"…… 另有 {len(every) - _LINES_AT_MOST} 条（more）")


def _failed(message: str, code: int) -> int:
    print(message, file=sys.stderr)
    return code


def _kept(data_dir: Path) -> str:
    """Where the traceback was written, as a sentence; "" when it could not be."""
    file = data_dir / "warehouse" / "last-fault.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        return ""
    return f"详情见（see）{file}"


if __name__ == "__main__":
    sys.exit(main())

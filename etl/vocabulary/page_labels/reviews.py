"""What the page `reviews` says."""

from etl.vocabulary.labels import Text

REVIEWS = Text("复议诉讼", "Reviews and litigation")
REVIEWS_PURPOSE = Text("因信息公开引起的行政复议和行政诉讼有多少，结果如何，维持和纠正各占多少。", "How many reviews and lawsuits disclosure led to, how they ended, and the shares upheld and corrected.")

CHANNEL_NAMES = {
    "review": Text("行政复议", "Administrative review"),
    "litigation_direct": Text("直接起诉", "Litigation, direct"),
    "litigation_after_review": Text("复议后起诉", "Litigation after review"),
}
"""Channels of table four in few words, by the first part of their columns."""

CASES_TITLE = Text("{year} 年：{parts}", "{year}: {parts}")
CASES_PART = Text("{channel} {n} 件", "{channel} {n}")
CASES_NONE = Text("复议诉讼件数未报告", "Cases not reported")
CASES_ALT = Text("各年行政复议、直接起诉、复议后起诉的件数，各一组堆叠柱形，按结果维持、结果纠正、其他结果、尚未审结分段。", "Cases by year in three groups of stacked bars (administrative review, direct litigation, litigation after review), by result: upheld, corrected, other, pending.")
CASES_NOTE = Text("复议后又起诉的案件在两处各计一次。各段按填报该项和总计的年报相加；以年报所印为准。", "A case taken to court after review counts in both. Each part is summed over the reports that hold it and the total, as printed.")
REST = Text("各项之和不足的部分", "Not accounted for")
REST_POINT = Text("{channel}，{year} 年：各项之和 {parts} 件，所印总数 {whole} 件，不足 {n} 件", "{channel}, {year}: the parts add up to {parts}, the total printed is {whole}, {n} are not accounted for")
REST_NOTE = Text("点纹空心段是各项之和少于总数的部分，年报自身对不上或有的项未填；不作调整。", "Hollow dotted parts are what is lacking between the parts and the total: the reports do not add up, or leave a part blank; nothing is adjusted.")
OVER_NOTE = Text("各项之和多于总数的：{places}。", "Where the parts add up to more than the total: {places}.")
OVER_PLACE = Text("{channel} {year} 年（多 {n} 件）", "{channel} {year} ({n} more)")
CASE_POINT = Text("{channel}，{year} 年{item}：{top} 件，占总计 {bottom} 件的 {rate}；{left_out} 份未计入", "{channel}, {year}, {item}: {top} of {bottom} in all ({rate}); {left_out} reports left out")

ENDS_TITLE = Text("{year} 年审结的案件：{parts}", "Decided in {year}: {parts}")
ENDS_PART = Text("{channel}维持 {upheld}、纠正 {corrected}（{n} 件{small}）", "{channel} upheld {upheld}, corrected {corrected} (of {n}{small})")
ENDS_SMALL = Text("，样本不足", ", small sample")
ENDS_MARK = Text("；", "; ")
ENDS_NONE = Text("审结案件的结果{why}", "Results of decided cases {why}")
ENDS_ALT = Text("各年审结案件中维持、纠正、其他结果所占份额，三组百分比堆叠柱形；柱顶为审结件数。", "Shares upheld, corrected and otherwise among cases decided, by year, three groups of stacked bars; the number decided stands above each bar.")
ENDS_NOTE = Text("分母为审结件数（总计减尚未审结），写在柱顶；* 表示不足 30 件（样本不足）。只计三种结果和审结件数都填了数字的年报。没有审结案件的年份不画，不是零。", "Out of cases decided (total less pending), written above the bar; * marks fewer than 30 (small sample). Counted are reports with a number for all three results and for the cases decided. Years without a case decided have no bar, which is not zero.")
END_POINT = Text("{channel}，{year} 年{item}：{rate}（{top} / {bottom} 件审结），{left_out} 份未计入{small}", "{channel}, {year}, {item}: {rate} ({top} of {bottom} decided), {left_out} reports left out{small}")
CASES_ABOVE = Text("{n} 件", "n={n}")
CASES_ABOVE_SMALL = Text("{n} 件*", "n={n}*")

COLUMN_CHANNEL = Text("途径", "Channel")
COLUMN_RESULT = Text("结果", "Result")
COLUMN_CASES = Text("件数", "Cases")
COLUMN_ALL_CASES = Text("总计", "All cases")
COLUMN_SHARE = Text("占比", "Share")
COLUMN_DECIDED = Text("审结件数", "Decided")

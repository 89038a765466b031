"""The page of reviews and litigation: three panels, the rate of the link, words for samples."""

from streamlit.testing.v1 import AppTest

from pages.charts.wording import sample_word
from tests.app.conftest import Opener

PAGE = "pages/reviews.py"


def titles(app: AppTest) -> list[str]:
    """What the pictures say."""
    return [element.value.replace("\\", "") for element in app.subheader]


def test_how_many_how_they_end_and_a_rate_stand_in_this_order(open_at: Opener) -> None:
    """Protects the page's three answers."""
    first, second, third = titles(open_at(PAGE))
    assert first.startswith("2024 年：行政复议")
    assert second.startswith("2024 年审结的案件")
    assert third.startswith("2019—2024 年复议纠错率")


def test_the_link_opens_its_rate(open_at: Opener) -> None:
    """Protects shared links, by code and by the label of the other language."""
    assert "争议率" in titles(open_at(PAGE, review_rate="dispute_rate"))[2]
    assert "争议率" in titles(open_at(PAGE, review_rate="Dispute rate"))[2]


def test_every_channel_and_result_is_in_the_table(open_at: Opener) -> None:
    """Protects the numbers behind the picture: totals and pending cases, each with reports left out."""
    table = open_at(PAGE).dataframe[0].value
    assert set(table["channel"]) == {"行政复议", "直接起诉", "复议后起诉"}
    assert set(table["result"]) == {"总计", "结果维持", "结果纠正", "其他结果", "尚未审结"}
    assert len(table) == 6 * 15


def test_shares_carry_a_word_for_their_sample(open_at: Opener) -> None:
    """Protects small denominators from standing bare in the table."""
    table = open_at(PAGE, lang="en").dataframe[1].value
    known = table[table["denominator"].notna()]
    assert len(known) == len(table) == 6 * 9
    assert list(known["sample"]) == [sample_word(int(number), "en") for number in known["denominator"]]
    assert "medium sample" in set(known["sample"])

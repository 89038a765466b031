"""What Streamlit writes itself, in the language of the page: in boxes, above tables, for those who hear the page."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Visitor


def test_no_english_is_left_where_streamlit_writes(visit: Visitor) -> None:
    """Protects readers of Chinese: an empty list, a typed word, a tool above a table, the names that are only heard."""
    page = visit("what-columns-mean").page
    expect(page.locator("[data-testid=stSkipToContent]")).to_have_text("跳到正文")
    expect(page.locator("[data-testid=stSidebar]")).to_have_attribute("aria-label", "侧栏")
    typed = page.locator("[data-testid=stTextInput] input").first
    typed.fill("公开")
    expect(page.locator("[data-testid=InputInstructions]").first).to_have_text("按回车键生效")
    page.locator("[data-testid=stMain] [data-testid=stMultiSelect] input").first.fill("没有这样的词")
    expect(page.locator("[data-testid=stMultiSelectDropdown]")).to_contain_text("没有匹配的选项")
    page.keyboard.press("Escape")
    page.locator("[data-testid=stDataFrame]").first.hover()
    page.locator("[data-testid=stElementToolbarButton]").nth(1).hover()
    expect(page.locator("[data-testid=stTooltipContent]").filter(has_text=re.compile("^搜索$"))).to_be_visible()


def test_the_switch_brings_streamlit_s_own_words_back(visit: Visitor) -> None:
    """Protects readers of English from Chinese that stays behind, and the way back."""
    opened = visit("")
    skip = opened.page.locator("[data-testid=stSkipToContent]")
    expect(skip).to_have_text("跳到正文")
    opened.page.get_by_text("English", exact=True).click()
    expect(skip).to_have_text("Skip to main content")
    expect(opened.page.locator("[data-testid=stSidebar]")).to_have_attribute("aria-label", "Sidebar")
    opened.page.get_by_text("中文", exact=True).click()
    expect(skip).to_have_text("跳到正文")

"""What holds for every amount and every text."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assessment import money

yuan = st.integers(-(10**16) + 1, 10**16 - 1).map(money.to_yuan)
DIGITS = "零一二三四五六七八九"
FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")


def spelt(number):
    """A whole number in Chinese numerals, written out in full, below 10^12."""
    if number == 0:
        return "零"
    text, gap = "", False
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, number = divmod(number, size)
        if section:
            gap = gap or (bool(text) and section < 1000)
            text += ("零" if gap else "") + spelt_section(section) + name
            gap = False
        elif text:
            gap = True
    return text


def spelt_section(section):
    text, gap = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, section = divmod(section, size)
        if digit:
            text += ("零" if gap else "") + DIGITS[digit] + name
            gap = False
        elif text:
            gap = True
    return text


@given(yuan)
def test_what_is_printed_reads_back(amount):
    assert money.parse(money.show(amount)) == money.Amount(amount)
    assert money.parse(f"{amount}元") == money.Amount(amount)


@given(yuan)
def test_fen_and_back_is_the_same(amount):
    assert money.to_yuan(money.to_fen(amount)) == amount


@given(st.integers(0, 10**12 - 1))
def test_numerals_written_out_in_full_read_as_they_say(number):
    assert money.chinese_number(spelt(number)) == number
    assert money.parse(spelt(number).translate(FORMAL) + "元整").yuan == number


@given(st.integers(0, 10**8), st.sampled_from("万w千k亿"))
def test_units_multiply_exactly(hundredths, unit):
    size = {"万": 10**4, "w": 10**4, "千": 1000, "k": 1000, "亿": 10**8}[unit]
    assert money.parse(f"{Decimal(hundredths) / 100}{unit}").yuan == Decimal(hundredths) * size / 100


@given(yuan)
def test_full_width_and_blanks_change_nothing(amount):
    wide = money.show(amount).translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789.,-"})
    assert money.parse(f" {wide} ") == money.Amount(amount)


@given(yuan)
def test_a_short_label_is_within_its_last_digit(amount):
    label = money.short(amount).replace(",", "")
    size = {"亿": 10**8, "万": 10**4}.get(label[-1], 1)
    step = Decimal(size) / (100 if size > 1 else 1)
    assert abs(Decimal(label.rstrip("亿万")) * size - amount) * 2 <= step


@given(
    st.text(
        alphabet=st.sampled_from(
            "0123456789.,，-—()（）¥￥元块角毛分厘万亿千百十一二三五两零半多约kKwW²①٣_eE +%/至~ \t"
        ),
        max_size=24,
    )
)
def test_any_text_is_an_amount_to_the_fen_or_refused(text):
    try:
        found = money.parse(text)
    except ValueError:
        return
    assert found.yuan == found.yuan.quantize(Decimal("0.01"))
    assert abs(found.yuan) < 10**16
    assert not set(text) & set("²①٣_eE%/~至半厘")


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text):
    try:
        money.parse(text)
    except ValueError:
        return


@given(yuan)
def test_an_amount_for_others_eyes_is_near_and_has_two_digits(amount):
    near = money.coarse(amount)
    assert abs(near - amount) <= max(abs(amount) / 20, Decimal("0.5"))
    assert len(near.normalize().as_tuple().digits) <= 2
    assert money.coarse(near) == near

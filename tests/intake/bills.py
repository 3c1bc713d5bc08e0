"""Wallets' bills made here in the shape the platforms write them, era by era: no line of them is anybody's."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO

import openpyxl
import pyzipper

Line = tuple[datetime, str, str, str, str, str, str, str]
"""When, category, whom, what, way, amount, method, status."""


def at(day: date, hour: int = 12, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute)


def named(words: str) -> list[str]:
    """A header's words."""
    return words.split()


def text(rows: Iterable[Sequence[str]], encoding: str = "utf-8-sig", newline: str = "\r\n") -> bytes:
    out = StringIO()
    csv.writer(out, lineterminator=newline).writerows(rows)
    return out.getvalue().encode(encoding)


def xlsx(rows: Iterable[Sequence[object]], title: str = "Sheet1") -> bytes:
    made = openpyxl.Workbook()
    made.active.title = title
    for row in rows:
        made.active.append([None if value == "" else value for value in row])
    out = BytesIO()
    made.save(out)
    return out.getvalue()


ALIPAY = named(
    "交易时间 交易分类 交易对方 对方账号 商品说明 收/支 金额 收/付款方式 交易状态 交易订单号 商家订单号 备注"
)
NOTES = [f"{k}.说明：如充值提现、信用卡还款等不计入收入或者支出；" for k in range(1, 10)]


def alipay(
    lines: Sequence[Line], since: date, until: date, encoding: str = "gb18030", orders: Sequence[str] = ()
) -> bytes:
    """The app's export since 2023: 24 lines before the header, a thirteenth column without a name."""
    preamble = [
        "-" * 80, "导出信息：", "姓名：张三", "支付宝账户：zhang***@example.com",
        f"起始时间：[{since} 00:00:00]    终止时间：[{until} 23:59:59]", "导出交易类型：[全部]", "导出时间：[2026-11-01 09:12:52]",
        f"共{len(lines)}笔记录", f"收入：{_sum(lines, '收入')}", f"支出：{_sum(lines, '支出')}", "不计收支：0笔 0.00元", "", "特别提示：",
        *NOTES, "", "-" * 24 + "支付宝（中国）网络技术有限公司  电子客户回单" + "-" * 24,
    ]  # fmt: skip
    numbers = orders or [f"2026{k:012}" for k in range(len(lines))]
    rows = [
        [f"{when:%Y-%m-%d %H:%M:%S} ", kind, whom, "/", what, way, amount, method, status, f"{number}\t", f"T{k}\t", "", ""]
        for k, ((when, kind, whom, what, way, amount, method, status), number) in enumerate(zip(lines, numbers, strict=True))
    ]  # fmt: skip
    return text([[line] for line in preamble] + [[*ALIPAY, ""], *rows], encoding)


def _sum(lines: Sequence[Line], way: str) -> str:
    amounts = [round(float(line[5]) * 100) for line in lines if line[4] == way and line[7] != "交易关闭"]
    return f"{len(amounts)}笔 {sum(amounts) / 100:.2f}元"


def alipay_2021(lines: Sequence[Line]) -> bytes:
    """The app's export of 2021 and 2022: header in line 2, neutral lines called 其他, the preamble below the rows."""
    header = named("收/支 交易对方 对方账号 商品说明 收/付款方式 金额 交易状态 交易分类 交易订单号 商家订单号 交易时间")
    rows = [
        [way.replace("不计收支", "其他"), whom, "zhang***@example.com", what, method, amount, status, kind, f"2021{k:08}\t", f"T{k}\t", f"{when:%Y-%m-%d %H:%M:%S}"]
        for k, (when, kind, whom, what, way, amount, method, status) in enumerate(lines)
    ]  # fmt: skip
    after = [
        "-" * 60, "导出信息：", "姓名：张三", "支付宝账户：zhang***@example.com", "起始时间：[2026-10-01 00:00:00]    终止时间：[2026-10-31 23:59:59]",
        f"共{len(lines)}笔记录", f"收入：{_sum(lines, '收入')}", f"支出：{_sum(lines, '支出')}",
    ]  # fmt: skip
    title = "-" * 20 + "支付宝（中国）网络技术有限公司  电子客户回单" + "-" * 20
    return text([[title], header, *rows, *([line] for line in after)], "gb18030")


def alipay_web(rows: Sequence[Sequence[str]]) -> bytes:
    """The web's export until 2021: header in line 5, refunds told in a column of their own, sums at the end."""
    header = [
        "交易号", "商家订单号", "交易创建时间", "付款时间", "最近修改时间", "交易来源地", "类型", "交易对方", "商品名称", "金额（元）", "收/支", "交易状态", "服务费（元）",
        "成功退款（元）", "备注", "资金状态", "",
    ]  # fmt: skip
    before = [
        "支付宝交易记录明细查询",
        "账号:[zhang***@example.com]",
        "起始日期:[2021-03-01 00:00:00]    终止日期:[2021-03-31 23:59:59]",
    ]
    after = [
        "-" * 60,
        f"共{len(rows)}笔记录",
        "已收入:1笔,5000.00元",
        "待收入:0笔,0.00元",
        "已支出:1笔,100.00元",
        "导出时间:[2021-04-02 10:00:00]",
    ]
    padded = [[f"{value:<20}" for value in row] for row in rows]
    table = [[f"{word:<20}" for word in header], *padded]
    return text([*([line] for line in before), ["-" * 60], *table, *([line] for line in after)], "gb18030")


WECHAT = named("交易时间 交易类型 交易对方 商品 收/支 金额(元) 支付方式 当前状态 交易单号 商户单号 备注")


def _wechat_rows(lines: Sequence[Line], *, notes: int) -> list[list[str]]:
    days = [line[0] for line in lines]
    preamble = [
        "微信支付账单明细", "微信昵称：[小张]", f"起始时间：[{min(days):%Y-%m-%d} 00:00:00] 终止时间：[{max(days):%Y-%m-%d} 23:59:59]", "导出类型：[全部]",
        "导出时间：[2026-11-01 16:05:22]", "", f"共{len(lines)}笔记录", "收入：0笔 0.00元", "支出：0笔 0.00元", "中性交易：0笔 0.00元", "注：",
        *(f"{k}. 信用卡还款等交易，将计入中性交易" for k in range(1, notes + 1)), "", "-" * 20 + "微信支付账单明细列表" + "-" * 20,
    ]  # fmt: skip
    rows = [
        [f"{when:%Y-%m-%d %H:%M:%S}", kind, whom, what, way, f"¥{amount}", method, status, f"4200{k}\t", f"{k}\t", "/"]
        for k, (when, kind, whom, what, way, amount, method, status) in enumerate(lines)
    ]
    return [[line] + [""] * 10 for line in preamble] + [WECHAT, *rows]


def wechat_csv(lines: Sequence[Line]) -> bytes:
    """Until June 2025: header in line 17."""
    return text(_wechat_rows(lines, notes=3), "utf-8")


def wechat_csv_with_tabs(lines: Sequence[Line]) -> bytes:
    """April 2025: two tabs too many in every row."""
    rows = _wechat_rows(lines, notes=3)
    return text([*rows[:17], *([*row[:8], f"\t{row[8]}", f"\t{row[9]}", row[10]] for row in rows[17:])], "utf-8-sig")


def wechat_xlsx_2025(lines: Sequence[Line]) -> bytes:
    """From July 2025: a workbook of words, header in line 17."""
    return xlsx(_wechat_rows(lines, notes=3))


def wechat_xlsx(lines: Sequence[Line]) -> bytes:
    """Since March 2026: header in line 18, the amount a number with a currency format; the time may be a real date."""
    made = openpyxl.Workbook()
    page = made.active
    rows = _wechat_rows(lines, notes=4)
    for row in rows:
        page.append([value or None for value in row])
    start = len(rows) - len(lines)
    for k, line in enumerate(lines, start=start + 1):
        page.cell(k, 1).value = line[0]
        page.cell(k, 6).value = float(line[5])
        page.cell(k, 6).number_format = "\\¥#,##0.00"
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def jd(rows: Sequence[Sequence[str]], since: date, until: date, spent: str) -> bytes:
    preamble = [
        "导出信息：", "京东账号名：jd_test", "申请时间：2026-11-01 11:32:42", f"日期区间：{since} 至 {until}", "导出交易类型：全部", "导出交易场景：全部",
        f"共：{len(rows)}笔记录", "收入：0笔，0.00元", f"支出：{len(rows)}笔(含1笔部分退款)，{spent}元", "不计收支：1笔，0.00元", "", "特别提示",
        "1.如需计算白条相关费用明细，请访问“白条-查账还款”进行查看；", *NOTES[1:8], "",
    ]  # fmt: skip
    header = named("交易时间 商户名称 交易说明 金额 收/付款方式 交易状态 收/支 交易分类 交易订单号 商家订单号 备注")
    return text([[line] for line in preamble] + [header, *([*row, "", ""] for row in rows)])


def meituan(rows: Sequence[Sequence[str]], income: str = "0.00", spent: str = "0.00") -> bytes:
    preamble = [
        "美团交易账单明细", "美团用户名：[SJT000000000]", "起始时间：[2026-10-01] 终止时间：[2026-10-31]", "导出交易类型：[全部]", "导出时间：[2026-11-01 17:43:31]", "",
        f"共：{len(rows)}笔记录", f"支出：1笔 {spent}元", f"收入：1笔 {income}元", "不计收支：0笔 0.00元", "", "特别提示：", *NOTES[:5], "", "【美团交易账单明细列表】",
    ]  # fmt: skip
    header = named(
        "交易创建时间 交易成功时间 交易类型 订单标题 收/支 支付方式 订单金额 实付金额 交易单号 商家单号 备注"
    )
    return text([[line] for line in preamble] + [header, *rows])


def zipped(name: str, data: bytes, password: str = "") -> bytes:
    out = BytesIO()
    with pyzipper.AESZipFile(out, "w", compression=pyzipper.ZIP_DEFLATED) as archive:
        if password:
            archive.setpassword(password.encode())
            archive.setencryption(pyzipper.WZ_AES, nbits=256)
        archive.writestr(name, data)
    return out.getvalue()


def a_year(seed: int = 7, per_day: int = 3) -> list[Line]:
    """Twelve months of somebody's Alipay: food, transport, a phone bill, and a lender repaid every month."""
    rng = random.Random(seed)
    lines: list[Line] = []
    day = date(2025, 11, 1)
    while day <= date(2026, 10, 31):
        for k in range(per_day):
            amount = f"{rng.randint(500, 6000) / 100:.2f}"
            kind, whom = rng.choice([("餐饮美食", "面馆"), ("交通出行", "地铁"), ("日用百货", "超市百货")])
            lines.append((at(day, 8 + k % 12, k % 60), kind, whom, "消费", "支出", amount, "余额宝", "交易成功"))
        if day.day == 8:
            whom, what = "重庆蚂蚁消费金融有限公司", "花呗主动还款-2026年账单"
            lines.append((at(day, 9), "信用借还", whom, what, "不计收支", "812.40", "余额宝", "还款成功"))
        if day.day == 15:
            lines.append((at(day, 10), "充值缴费", "中国移动", "话费充值", "支出", "68.00", "余额宝", "交易成功"))
        day += timedelta(days=1)
    return lines

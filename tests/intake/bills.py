"""Bills made here in the shape the platforms write them: no line of them is anybody's."""

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


def text(rows: Iterable[Sequence[str]], encoding: str = "utf-8-sig", newline: str = "\r\n") -> bytes:
    out = StringIO()
    csv.writer(out, lineterminator=newline).writerows(rows)
    return out.getvalue().encode(encoding)


def alipay(lines: Sequence[Line], since: date, until: date, encoding: str = "gb18030") -> bytes:
    """The app's export since 2023: 24 lines before the header, a thirteenth column without a name."""
    preamble = [
        "-" * 80, "导出信息：", "姓名：张三", "支付宝账户：zhang***@example.com",
        f"起始时间：[{since} 00:00:00]    终止时间：[{until} 23:59:59]", "导出交易类型：[全部]", "导出时间：[2026-11-01 09:12:52]",
        f"共{len(lines)}笔记录", f"收入：{_sum(lines, '收入')}", f"支出：{_sum(lines, '支出')}", "不计收支：0笔 0.00元", "", "特别提示：",
        *(f"{k}.说明" for k in range(1, 10)), "", "-" * 24 + "支付宝（中国）网络技术有限公司  电子客户回单" + "-" * 24,
    ]  # fmt: skip
    header = [
        "交易时间",
        "交易分类",
        "交易对方",
        "对方账号",
        "商品说明",
        "收/支",
        "金额",
        "收/付款方式",
        "交易状态",
        "交易订单号",
        "商家订单号",
        "备注",
        "",
    ]
    rows = [
        [
            f"{when:%Y-%m-%d %H:%M:%S} ",
            kind,
            whom,
            "/",
            what,
            way,
            amount,
            method,
            status,
            f"2026{k:012}\t",
            f"T{k}\t",
            "",
            "",
        ]
        for k, (when, kind, whom, what, way, amount, method, status) in enumerate(lines)
    ]
    return text([[line] for line in preamble] + [header, *rows], encoding)


def _sum(lines: Sequence[Line], way: str) -> str:
    amounts = [round(float(line[5]) * 100) for line in lines if line[4] == way and line[7] != "交易关闭"]
    return f"{len(amounts)}笔 {sum(amounts) / 100:.2f}元"


WECHAT = [
    "交易时间",
    "交易类型",
    "交易对方",
    "商品",
    "收/支",
    "金额(元)",
    "支付方式",
    "当前状态",
    "交易单号",
    "商户单号",
    "备注",
]


def _wechat_rows(lines: Sequence[Line], *, notes: int) -> list[list[str]]:
    first, last = lines[-1][0], lines[0][0]
    preamble = [
        "微信支付账单明细", "微信昵称：[小张]", f"起始时间：[{first:%Y-%m-%d} 00:00:00] 终止时间：[{last:%Y-%m-%d} 23:59:59]", "导出类型：[全部]",
        "导出时间：[2026-11-01 16:05:22]", "", f"共{len(lines)}笔记录", "收入：0笔 0.00元", "支出：0笔 0.00元", "中性交易：0笔 0.00元", "注：",
        *(f"{k}. 信用卡还款等交易，将计入中性交易" for k in range(1, notes + 1)), "", "-" * 20 + "微信支付账单明细列表" + "-" * 20,
    ]  # fmt: skip
    rows = [
        [f"{when:%Y-%m-%d %H:%M:%S}", kind, whom, what, way, f"¥{amount}", method, status, f"4200{k}\t", f"{k}\t", "/"]
        for k, (when, kind, whom, what, way, amount, method, status) in enumerate(lines)
    ]
    return [[line] + [""] * 10 for line in preamble] + [WECHAT, *rows]


def wechat_csv(lines: Sequence[Line]) -> bytes:
    return text(_wechat_rows(lines, notes=3), "utf-8")


def wechat_xlsx(lines: Sequence[Line]) -> bytes:
    """Since March 2026: header in line 18, the amount a number with a currency format, the time a real date."""
    made = openpyxl.Workbook()
    page = made.active
    rows = _wechat_rows(lines, notes=4)
    for row in rows:
        page.append([value or None for value in row])
    start = len(rows) - len(lines)
    for k, line in enumerate(lines, start=start + 1):
        page.cell(k, 1).value = line[0]
        page.cell(k, 6).value = float(line[5])
        page.cell(k, 6).number_format = "¥#,##0.00"
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def jd(rows: Sequence[Sequence[str]], since: date, until: date, spent: str) -> bytes:
    preamble = [
        "导出信息：", "京东账号名：jd_test", "申请时间：2026-11-01 11:32:42", f"日期区间：{since} 至 {until}", "导出交易类型：全部", "导出交易场景：全部",
        f"共：{len(rows)}笔记录", "收入：0笔，0.00元", f"支出：{len(rows)}笔(含1笔部分退款)，{spent}元", "不计收支：1笔，0.00元", "", "特别提示", "1.如需计算白条相关费用明细，请访问“白条-查账还款”；", "",
    ]  # fmt: skip
    header = [
        "交易时间",
        "商户名称",
        "交易说明",
        "金额",
        "收/付款方式",
        "交易状态",
        "收/支",
        "交易分类",
        "交易订单号",
        "商家订单号",
        "备注",
    ]
    return text([[line] for line in preamble] + [header, *([*row, ""] for row in rows)])


def meituan(rows: Sequence[Sequence[str]]) -> bytes:
    header = [
        "交易创建时间",
        "交易成功时间",
        "交易类型",
        "订单标题",
        "收/支",
        "支付方式",
        "订单金额",
        "实付金额",
        "交易单号",
        "商家单号",
        "备注",
    ]
    return text([["美团账单"], *[["说明"]] * 17, header, *rows])


def icbc(rows: Sequence[Sequence[str]]) -> bytes:
    header = [
        "交易日期",
        "摘要",
        "交易场所",
        "交易国家或地区简称",
        "钞/汇",
        "交易金额(收入)",
        "交易金额(支出)",
        "交易币种",
        "记账金额(收入)",
        "记账金额(支出)",
        "记账币种",
        "余额",
        "对方户名",
    ]
    return text([["中国工商银行 借记账户历史明细"], ["户名：张三"], [], header, *rows], "gb18030")


def ccb(rows: Sequence[Sequence[str]]) -> bytes:
    header = ["序号", "摘要", "币别", "钞汇", "交易日期", "交易金额", "账户余额", "交易地点/附言", "对方账号与户名"]
    return text(
        [["China Construction Bank 建设银行"], ["客户名称：张三"], ["开户机构"], header, *rows, ["以上数据仅供参考"]]
    )


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
            lines.append(
                (
                    at(day, 9),
                    "信用借还",
                    "重庆蚂蚁消费金融有限公司",
                    "花呗主动还款-2026年账单",
                    "不计收支",
                    "812.40",
                    "余额宝",
                    "还款成功",
                )
            )
        if day.day == 15:
            lines.append((at(day, 10), "充值缴费", "中国移动", "话费充值", "支出", "68.00", "余额宝", "交易成功"))
        day += timedelta(days=1)
    return lines

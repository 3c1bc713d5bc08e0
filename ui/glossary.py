"""The words of the trade that cannot be avoided, each in one plain line."""

from __future__ import annotations

import streamlit as st

from assessment.text import label
from ui.text import _

TERMS: tuple[tuple[str, str], ...] = (
    (label("本金"), label("借到手、还没还的那部分钱，不含利息和费用。")),
    (label("罚息"), label("逾期以后按更高的利率算的利息。")),
    (label("违约金"), label("合同里写好的、没按约定还要另付的钱。")),
    (label("复利"), label("利息没还，又拿利息去算利息。")),
    (label("单利"), label("只拿本金算利息，利息本身不再生利息。")),
    (label("年化"), label("把日、月、各种收费折成一年的百分比，好跟别家比。")),
    (label("IRR"), label("按每笔钱什么时候进出算出来的真实利率，也叫内部收益率。")),
    (label("LPR"), label("全国每月公布一次的贷款参考利率，有些法律的线是它的几倍。")),
    (label("综合融资成本"), label("利息加上担保费、服务费等全部收费，折成的年化数。")),
    (label("等额本息"), label("每月还的总数一样，先还的利息多，后还的本金多。")),
    (label("等额本金"), label("每月还的本金一样，利息越来越少，总数一月比一月少。")),
    (label("先息后本"), label("平时只还利息，到期一次还本金。")),
    (label("展期"), label("跟对方说好，把到期的日子往后推。")),
    (label("个性化分期"), label("信用卡还不上时，和银行另签的长期分期。")),
    (label("停息挂账"), label("民间叫法，银行没有这项业务；实际能谈的是个性化分期。")),
    (label("结清"), label("这笔债全部还完，对方不能再要，可以要一份结清证明。")),
    (label("断供"), label("有一个月付不出该还的钱。")),
    (label("征信"), label("人民银行征信中心的信用报告，记着借款和每月还款情况。")),
    (label("连三累六"), label("连着三个月逾期，或两年里加起来六次；是不少银行的惯例，不是法律。")),
    (label("呆账"), label("对方认为很难收回、在报告上另作标记的账。")),
    (label("代偿"), label("担保公司或保险公司替您还了，之后由它来要。")),
    (label("助贷"), label("平台介绍、银行放款的贷款；出钱的是银行，平台另收费。")),
    (label("诉讼时效"), label("请法院保护债权的期限；过了以后您可以提出不还，您不提，法院不会替您提。")),
    (label("抗辩"), label("在法庭上提出不该还、或不该还这么多的理由。")),
    (label("保全"), label("判决以前，法院先把账户或房子冻住，防止转走。")),
    (label("查封"), label("法院贴上封条或登记，东西还在，但不能卖。")),
    (label("支付令"), label("法院不开庭就发的付款命令；收到后可以书面提异议，期限很短。")),
    (label("仲裁"), label("合同约好不去法院、由仲裁机构裁决，裁了跟判决一样要执行。")),
    (label("答辩状"), label("收到起诉状后交给法院的书面回应。")),
    (label("强制执行"), label("判决以后不付，法院直接扣钱、卖东西。")),
    (label("失信"), label("有能力却故意不履行判决，被列进公开的名单。")),
    (label("限高"), label("没履行判决，法院不许坐飞机、高铁商务座等高消费。")),
    (label("低保"), label("当地的最低生活保障标准；这里用来算生活费不能低于多少。")),
)  # fmt: skip


def show() -> None:
    """Every term with its meaning, behind one click."""
    with st.expander(_("词语：一句话说明")):
        st.markdown("\n".join(f"- **{_(term)}**　{_(meaning)}" for term, meaning in TERMS))

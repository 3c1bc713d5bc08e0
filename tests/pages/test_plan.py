"""The page for all debts together, as a person works through it."""

from __future__ import annotations

from decimal import Decimal

from assessment import plan
from ui import joint


def key(pages, *parts):
    return pages.session.key(*parts)


def opened(pages, slug):
    pages.sample(slug)
    return pages.go("plan")


def test_without_debts_the_page_says_where_to_enter_them(pages):
    pages.go("plan")
    assert "先填债务" in pages.words()


def test_a_negative_budget_is_offered_no_plan_and_is_led_on(pages):
    app = opened(pages, "negative_budget")
    said = pages.words()
    assert "每月没有余钱" in said
    assert "不要签分期" in said
    assert "一共还" not in said
    assert not app.segmented_control
    assert not app.get("plotly_chart")


def test_three_debts_are_planned_with_a_reason_each(pages):
    opened(pages, "middle_three_debts")
    said = pages.words()
    assert "全部还清" in said
    assert "已经证明" in said
    for name in ("京东金条", "花呗分期", "招商银行信用卡分期"):
        assert f"**{name}**" in said
    assert said.count("能少花") + said.count("花得最少的一种") == 3
    assert "书面协议" in said


def test_an_early_debt_is_cured_without_anybodys_consent(pages):
    opened(pages, "early_jintiao")
    said = pages.words()
    assert "补上逾期，按原合同还" in said
    assert "自己就能做到" in said
    assert "要对方同意" not in said
    assert "先还哪笔" not in said


def test_the_aim_changes_the_plan_and_is_kept_when_the_page_is_left(pages):
    app = opened(pages, "middle_three_debts")
    before = pages.words()
    app.segmented_control(key=key(pages, "joint.aim")).set_value("peak").run()
    pages.clean()
    after = pages.words()
    assert after != before
    assert "60 期" in after
    pages.go("credit")
    pages.go("plan")
    assert "60 期" in pages.words()


def test_a_mix_has_four_weights(pages):
    app = opened(pages, "gig_uneven_income")
    app.segmented_control(key=key(pages, "joint.aim")).set_value("mix").run()
    pages.clean()
    assert [each.value for each in app.slider] == [5, 5, 5, 5]
    for aim, weight in (("cost", 0), ("date", 0), ("record", 0), ("peak", 10)):
        app.slider(key=key(pages, "joint.weight", aim)).set_value(weight)
    app.run()
    pages.clean()
    assert "60 期" in pages.words()


def test_a_figure_too_small_names_what_is_missing_and_leads_on(pages):
    app = opened(pages, "late_sued")
    app.segmented_control(key=key(pages, "joint.figure")).set_value("floor").run()
    pages.clean()
    said = pages.words()
    assert "没有一种安排" in said
    assert "每月能多拿 ¥561.14" in said
    assert "不要为这个去借" in said
    app.segmented_control(key=key(pages, "joint.figure")).set_value("ceiling").run()
    pages.clean()
    assert "全部还清" in pages.words()


def test_a_debt_taken_out_is_no_longer_planned(pages):
    app = opened(pages, "middle_three_debts")
    app.pills[0].set_value([0, 2]).run()
    pages.clean()
    said = pages.words()
    assert "**花呗分期**" not in said
    assert "**京东金条**" in said
    app.pills[0].set_value([]).run()
    pages.clean()
    assert "一笔都没有选" in pages.words()


def test_an_old_debt_is_left_out_with_its_reason(pages):
    opened(pages, "old_loans_and_calls")
    said = pages.words()
    assert "诉讼时效" in said
    assert "**早年的信用卡**" not in said


def test_a_windfall_typed_here_is_in_the_case_and_survives(pages):
    app = opened(pages, "middle_three_debts")
    pages.press("windfalls.add")
    pages.type("windfalls", 0, "name", text="年终奖")
    pages.type("windfalls", 0, "day", text="2027-02-10")
    pages.type("windfalls", 0, "amount", text="1.2万")
    assert pages.session.case.windfalls[0].amount == Decimal(12_000)
    pages.go("home")
    app = pages.go("plan")
    assert app.text_input(key=key(pages, "windfalls", 0, "name")).value == "年终奖"
    pages.session.undo()
    assert pages.session.case.windfalls[0].amount == 0


def test_the_next_best_is_worked_out_on_a_click(pages):
    opened(pages, "middle_three_debts")
    assert "换成别的办法" not in pages.words()
    pages.press(key(pages, "joint.runner", 0))
    assert "换成别的办法" in pages.words()


def test_a_plan_picked_from_the_trade_offs_is_shown_and_can_be_left(pages):
    app = opened(pages, "gig_uneven_income")
    first = app.subheader[0].value
    pages.press(key(pages, "joint.front.ask"))
    listed = next(each for each in app.pills if "点图上的点" in each.label)
    listed.set_value(len(listed.options) - 1).run()
    pages.clean()
    assert app.subheader[0].value != first
    assert "从取舍图里选的" in pages.words()
    pages.press(key(pages, "joint.runner", 0))
    pages.press("joint.back")
    assert app.subheader[0].value == first


def test_the_search_can_be_made_longer_where_the_proof_is_not_complete(pages, monkeypatch):
    from assessment.plan import solver

    monkeypatch.setattr(solver, "_WORK", 0)
    monkeypatch.setattr(solver, "_FEWEST_NODES", 1)
    opened(pages, "middle_three_debts")
    assert "没有证明到底" in pages.words()
    monkeypatch.setattr(solver, "_FEWEST_NODES", 40)
    pages.press("joint.longer")
    assert pages.words().count("再算细一点") == 0


def test_results_are_worked_out_once_for_a_case(pages, monkeypatch):
    calls = []
    real = plan.best
    monkeypatch.setattr(joint.plan, "best", lambda *asked, **more: calls.append(asked) or real(*asked, **more))
    opened(pages, "middle_three_debts")
    pages.go("credit")
    pages.go("plan")
    assert len(calls) == 1
    pages.press("windfalls.add")
    assert len(calls) == 2


def test_the_calendar_names_nobody_until_asked(pages):
    app = opened(pages, "middle_three_debts")
    (file,) = app.get("download_button")
    assert file.proto.label == "下载日历文件"
    assert not app.toggle(key="joint.names").value


def test_orders_stand_side_by_side_and_an_own_order_joins_them(pages):
    app = opened(pages, "late_sued")
    assert len(app.table[-1].value) == 4
    app.multiselect[0].set_value([1, 0]).run()
    pages.clean()
    assert len(app.table[-1].value) == 5

"""Many cases assessed: those that whole numbers carry all at once, the others one by one, each as `assess` does it."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from assessment import _assess, rules
from assessment.batch import judged, options, position, results, sharing
from assessment.batch.assumed import Assumed
from assessment.batch.budget import Budgets, budgets
from assessment.batch.columns import RESULT, conformed
from assessment.batch.debts import COURTS, Debts, debts
from assessment.batch.entries import Entries, Fen, Flags, Places, flags
from assessment.batch.judged import Share
from assessment.batch.options import NEVER, Options
from assessment.batch.position import Positions
from assessment.batch.rows import NotAssessable, case_of
from assessment.case import IN_COURT
from assessment.problems import Unanswerable
from assessment.report.chinese import chinese
from assessment.rules import Rules
from assessment.text import Text

_AT_ONCE = 4_000
_IN_COURT = [COURTS.index(each) for each in IN_COURT]


def assess_frame(cases: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Every case in a frame assessed on a day: `columns.CASE` in, `columns.RESULT` out, a case's rows together.

    Pure: each case by itself, so that neither order nor chunks change anything. Never raises for what a case holds:
    what is wrong stands in `error`. Raises NotACaseTable where the frame has no cases.
    """
    found = assess_table(pa.Table.from_pandas(cases, preserve_index=False), as_of)
    frame: pd.DataFrame = found.to_pandas(types_mapper=_kept_in_arrow)
    return frame


def _kept_in_arrow(kind: pa.DataType) -> pd.ArrowDtype | None:
    """Words become categories; everything else stays exact, with its gaps."""
    return None if pa.types.is_dictionary(kind) else pd.ArrowDtype(kind)


def assess_table(cases: pa.Table, as_of: date) -> pa.Table:
    """The same from a table to a table."""
    rows, law = conformed(cases), rules.at(as_of)
    parts = [_assessed(rows.slice(start, _AT_ONCE), as_of, law) for start in range(0, rows.num_rows, _AT_ONCE)]
    return pa.concat_tables(parts) if parts else RESULT.empty_table()


def _assessed(rows: pa.RecordBatch, as_of: date, law: Rules) -> pa.Table:
    """Some cases, those with debts and nothing out of the ordinary at once; all in the order they came."""
    together, owner, plain = _together(rows, as_of, law)
    apart = [(place, row) for place in np.flatnonzero(~plain) for row in _one(rows.slice(place, 1), as_of)]
    if not apart:
        return together
    of_apart = np.array([place for place, _ in apart])
    whole = pa.concat_tables([together, results.table(row for _, row in apart)])
    return whole.take(np.argsort(np.concatenate([owner, of_apart]), kind="stable")).combine_chunks()


def _one(row: pa.RecordBatch, as_of: date) -> list[dict[str, Any]]:
    cells = row.to_pylist()[0]
    try:
        return results.checked(results.of_assessment(cells["case"], _assess.assess(case_of(cells), as_of)))
    except (NotAssessable, Unanswerable) as error:
        return [results.failed(cells["case"], str(error))]
    except Exception as error:  # noqa: BLE001 - one household must not stop the thousands after it
        why = Text(
            "这一户没有算出来（{name}）。请核对金额、利率和期数；都没有错，就是程序的问题。", name=type(error).__name__
        )
        return [results.failed(cells["case"], chinese(why))]


def _together(rows: pa.RecordBatch, as_of: date, law: Rules) -> tuple[pa.Table, Places, Flags]:
    """The results of the plain cases, whose each row is, and which cases are plain."""
    held = Assumed(rows.column("assumptions"))
    home = budgets(rows, held, law)
    entries = Entries(rows.column("debts"))
    found = debts(entries, held, as_of.day)
    stand = position.positions(found, held, as_of, law)
    share, fits = _shares(home, found, stand, entries)
    offers, came_out = options.options(found, stand, held, share.suggested, as_of)
    readable = flags(rows.column("error").is_null()) & flags(rows.column("case").is_valid())
    plain = home.plain & readable & fits & (entries.count > 0) & entries.none(~(found.plain & came_out))
    debt, option = (offers.there & plain[entries.owner]).T.nonzero()
    stage = _stages(found, law)
    late = stage >= results.STAGES.index("middle")
    fit = judged.fits(offers, share)
    best = judged.recommended(offers, fit, late)
    columns = _household(rows, home, entries.owner[debt]) | {
        "debt": pa.array((entries.rank + 1)[debt].astype(np.int16)),
        "stage": results.words("stage", stage[debt]),
        "owed": pa.array(found.claim[debt]),
        "option": results.words("option", option),
        "fit": results.words("fit", fit[option, debt]),
        "recommended": pa.array(best[debt] == option),
        **{f"share_{name}": pa.array(part[debt]) for name, part in share._asdict().items()},
        **_offers(offers, stand.contract_total, debt, option),
    }
    return results.of_columns(columns), entries.owner[debt], plain


def _shares(home: Budgets, found: Debts, stand: Positions, entries: Entries) -> tuple[Share, Flags]:
    """Each debt's part of the three figures and of the cash; and which households' parts stay within 64 bits."""
    claim, overdue = found.claim, found.days_overdue > 0
    asked = np.where(overdue, 0, stand.kept.usual)
    share = Share(
        sharing.month_shares(home.floor, asked, claim, entries),
        sharing.month_shares(home.suggested, asked, claim, entries),
        sharing.month_shares(home.ceiling, asked, claim, entries),
        sharing.cash_shares(home.cash, claim, overdue, entries),
    )
    return share, sharing.fits(np.maximum(home.ceiling, home.cash), claim + asked, entries)


def _stages(found: Debts, law: Rules) -> Places:
    """How far each debt has come, as a place in STAGES."""
    code = {stage: place for place, stage in enumerate(results.STAGES)}
    middle = found.days_overdue > law.value("stage_days")
    by_days = np.where(found.days_overdue == 0, code["current"], np.where(middle, code["middle"], code["early"]))
    return np.where(np.isin(found.court, _IN_COURT), code["late"], by_days)


def _household(rows: pa.RecordBatch, home: Budgets, owner: Places) -> dict[str, pa.Array]:
    """The household's own columns, once for each row."""
    figures = {name: pa.array(getattr(home, name)[owner]) for name in ("floor", "suggested", "ceiling", "cash")}
    return {"case": rows.column("case").take(pa.array(owner)), **figures}


def _offers(found: Options, contract_total: Fen, debt: Places, option: Places) -> dict[str, pa.Array]:
    """Each offer's own columns."""
    total, rate, free = (column[option, debt] for column in (found.total, found.rate, found.debt_free))
    never = free == NEVER
    return {
        "today": pa.array(found.today[option, debt]),
        "monthly": pa.array(found.monthly[option, debt]),
        "payments": pa.array(found.payments[option, debt].astype(np.int16)),
        "total": pa.array(total),
        "saved": pa.array(contract_total[debt] - total),
        "irr_x12": pa.array(rate * 12, from_pandas=True),
        "debt_free": pa.array(np.where(never, 0, free).astype(np.int32), pa.int32(), mask=never).cast(pa.date32()),
    }
